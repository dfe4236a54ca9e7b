import { setTimeout as pause } from 'node:timers/promises';
import { startOwn } from '../measure/own-process.mjs';

/** As often as figures go out on a busy floor. */
const EVERY_MS = 250;
const CROWDS = 2;
const LOST_AFTER_MS = 10_000;
const LOOK_MS = 20;

/**
 * CPU of one frame's way to one client: the live server against a bare `ws` that sends the very frames that a client of the live server heard, at
 * the same pace. Both stand side by side with all their clients and take turns; the ratio is the median over the rounds.
 */
export async function measureDelivery({ clients, rounds, frames, flags }) {
  const servers = { live: await startOwn('sockets/live-server', { flags }), bare: await startOwn('sockets/ws-server', { flags }) };
  const crowds = await Promise.all(Array.from({ length: CROWDS }, () => startOwn('sockets/clients')));
  const started = [...crowds, ...Object.values(servers)];
  try {
    for (const [side, server] of Object.entries(servers)) await fill(crowds, side, server, clients);
    const { size } = await servers.live.ask('walls');
    if (size !== clients) throw new Error(`the room has ${size} walls of ${clients}`);
    let heard = [];
    const turn = async (side) => {
      const spent = await cost(servers[side], crowds, side, side === 'live' ? { frames, everyMs: EVERY_MS } : heard, frames);
      if (side === 'live') heard = await crowds[0].ask('recorded');
      return spent;
    };
    // the first round warms both up, and is where the bare server's frames come from
    for (const side of ['live', 'bare', 'live', 'bare']) await turn(side);
    const made = [];
    for (let round = 0; round < rounds; round += 1) {
      const us = {};
      for (const side of round % 2 === 0 ? ['live', 'bare'] : ['bare', 'live']) us[side] = await turn(side);
      made.push(us);
      process.stderr.write(`round ${round + 1}: a delivery ${us.live.toFixed(2)} µs live, ${us.bare.toFixed(2)} µs bare\n`);
    }
    const bytes = heard.filter(({ text }) => text.startsWith('42["patch"')).map(({ text }) => Buffer.byteLength(text));
    return {
      ratio: median(made.map(({ live, bare }) => live / bare)),
      figures: {
        live_us: median(made.map(({ live }) => live)),
        bare_us: median(made.map(({ bare }) => bare)),
        ratios: made.map(({ live, bare }) => Number((live / bare).toFixed(3))),
        clients,
        patch_bytes: Math.round(bytes.reduce((sum, n) => sum + n, 0) / bytes.length),
        patches_per_s: 1000 / EVERY_MS,
      },
    };
  } finally {
    await Promise.all(started.map((one) => one.stop()));
  }
}

async function fill(crowds, side, server, clients) {
  const port = await server.ask('port');
  await Promise.all(crowds.map((crowd, i) => crowd.ask('connect', { side, port, count: share(clients, i) })));
}

const share = (clients, i) => Math.floor(clients / CROWDS) + (i < clients % CROWDS ? 1 : 0);

/** CPU in µs that a server spends on one delivery. */
async function cost(server, crowds, side, load, patches) {
  for (const crowd of crowds) await crowd.ask('begin');
  const before = await server.ask('used', { fresh: true });
  await server.ask('send', load);
  const frames = await allHeard(crowds, side, patches);
  return ((await server.ask('used', { fresh: false })) - before) / frames;
}

/** Waits until every client has heard every patch, and as much as the others; answers how many frames that were. Where nothing comes any more, frames were lost. */
async function allHeard(crowds, side, patches) {
  let last = { frames: -1, at: 0 };
  for (;;) {
    const heard = await Promise.all(crowds.map((crowd) => crowd.ask('heard', side)));
    if (heard.some(({ closed }) => closed > 0)) throw new Error('a connection was lost');
    const frames = heard.reduce((sum, one) => sum + one.frames, 0);
    const isWhole = heard.every(
      (one) => one.fewestPatches === patches && one.mostPatches === patches && one.fewest === heard[0].most && one.most === heard[0].most,
    );
    if (isWhole) return frames;
    if (frames !== last.frames) last = { frames, at: performance.now() };
    if (performance.now() - last.at > LOST_AFTER_MS) throw new Error(`frames were lost on the way: ${JSON.stringify(heard)}`);
    await pause(LOOK_MS);
  }
}

function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return Number(sorted[Math.floor(sorted.length / 2)].toFixed(3));
}

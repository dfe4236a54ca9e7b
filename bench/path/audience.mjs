/**
 * 200 further clients of the sockets, in a process of their own: walls, reps, managers. They count what they are sent and do not read it, but
 * for one rep and one manager, who note when they were told of each probe.
 * usage: node bench/path/audience.mjs URL; writes "ready" once all have a snapshot, ends at SIGTERM and says what was heard.
 */
import { WebSocket } from 'ws';
import { epochMs } from './door.mjs';
import { PROBED_REP, PROBED_TEAM, repName, teams } from './teams.mjs';

const [url = ''] = process.argv.slice(2);
const socketUrl = `${url.replace(/^http/, 'ws')}/socket.io/?EIO=4&transport=websocket`;
const managed = [null, ...teams];
/** what a frame has in it that is worth a look */
const MARKS = { row: 'probe-', figure: '"funnel":' };
const views = [
  ...Array.from({ length: 60 }, () => ({ view: 'wall' })),
  ...Array.from({ length: 99 }, (_, n) => ({ view: 'rep', rep: repName(n) })),
  ...Array.from({ length: 39 }, (_, n) => ({ view: 'team', team: managed[n % managed.length] })),
  { view: 'rep', rep: PROBED_REP, notes: 'row' },
  { view: 'team', team: PROBED_TEAM, notes: 'figure' },
];
const heard = { clients: views.length, frames: 0, bytes: 0, closed: 0 };
const notes = { row: {}, figure: [] };
let countedFrom = null;

/** When the rep's page was told a probe's name, and the manager's a number of arrivals, for the first time. */
const note = {
  row: (text, at) => {
    for (const [probe] of text.matchAll(/probe-\d+/g)) notes.row[probe] ??= at;
  },
  figure: (text, at) => {
    const [, { set }] = JSON.parse(text.slice(text.indexOf('[')));
    const count = set?.funnel?.[0].count;
    if (count !== undefined && notes.figure.at(-1)?.count !== count) notes.figure.push({ count, at });
  },
};

function listen({ notes: kind, ...auth }) {
  const socket = new WebSocket(socketUrl, { perMessageDeflate: false });
  let entered = false;
  return new Promise((resolve, reject) => {
    socket.on('message', (data) => {
      if (!Buffer.isBuffer(data)) return;
      heard.frames++;
      heard.bytes += data.length;
      // engine.io: 0 open, 2 ping, 4 message; socket.io inside of 4: 0 connected, 2 an event
      const [engine, packet] = [data[0] - 48, data[1] - 48];
      if (engine === 0) socket.send(`40${JSON.stringify({ protocol: 1, ...auth })}`);
      else if (engine === 2) socket.send('3');
      else if (packet === 2 && !entered) {
        entered = true;
        resolve();
      }
      if (kind !== undefined && data.includes(MARKS[kind])) note[kind](data.toString('utf8'), epochMs());
    });
    socket.on('close', () => heard.closed++);
    socket.on('error', reject);
  });
}

await Promise.all(views.map(listen));
process.stdout.write('ready\n');
countedFrom = { at: performance.now(), frames: heard.frames, bytes: heard.bytes };
process.on('SIGTERM', () => {
  const seconds = (performance.now() - countedFrom.at) / 1000;
  const frames = Math.round((heard.frames - countedFrom.frames) / seconds);
  const mb = Number(((heard.bytes - countedFrom.bytes) / seconds / 1e6).toFixed(2));
  const { clients, closed } = heard;
  process.stdout.write(`${JSON.stringify({ clients, closed, frames_per_s: frames, mb_per_s: mb, notes })}\n`, () => process.exit(0));
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { gaugeOf } from '../measure/gauge.mjs';
import { cpuOf } from '../measure/processes.mjs';
import { startProgram } from '../measure/program.mjs';
import { floorSetup } from './floor-events.mjs';
import { playFloor, senderTo } from './floor-player.mjs';
import { openPages } from './pages.mjs';

const PER_SECOND = 1000;
const WARM_UP_S = 5;
const CAUGHT_UP_MS = 30_000;
const LOOK_MS = 20;
const PASSED = 'leadclock_projector_events_total';

/**
 * Frames that all pages hear for each change and page, in the whole program with its embedded log: events come through the front door, and what
 * has passed is what the projector says. At the end a wall must show every lead.
 */
export async function measureFrames({ seconds, flags }) {
  const folder = mkdtempSync(path.join(tmpdir(), 'leadclock-sockets-'));
  const program = await startProgram({ folder, flags });
  try {
    const send = senderTo(program.url, program.key());
    await send(floorSetup());
    const pages = await openPages(Number(new URL(program.url).port));
    const floor = playFloor(send, PER_SECOND);
    await pause(WARM_UP_S * 1000);
    const look = async () => ({
      heard: pages.heard(),
      passed: await gaugeOf(program.url, PASSED),
      cpu: cpuOf(program.pid),
      at: performance.now(),
    });
    const from = await look();
    await pause(seconds * 1000);
    const to = await look();
    const { leads, accepted } = await floor.stop();
    const caughtUpMs = await allShown(pages.wall, leads);
    pages.close();
    const { ratio, figures } = resultOf(from, to, pages.size);
    return { ratio, figures: { ...figures, leads, accepted, caught_up_ms: caughtUpMs } };
  } finally {
    await program.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function resultOf(from, to, pages) {
  const took = (to.at - from.at) / 1000;
  const changes = to.passed - from.passed;
  const perPage = {};
  let frames = 0;
  let heartbeats = 0;
  for (const [view, { pages: n, ...counts }] of Object.entries(to.heard)) {
    const now = (kind) => counts[kind] - from.heard[view][kind];
    frames += now('patch') + now('snapshot');
    heartbeats += now('heartbeat');
    perPage[view] = {
      patches_per_s: round(now('patch') / n / took),
      snapshots: now('snapshot'),
      kb_per_s: round(now('bytes') / n / took / 1024),
    };
  }
  return {
    ratio: Number((frames / (changes * pages)).toPrecision(3)),
    figures: {
      pages,
      changes_per_s: Math.round(changes / took),
      frames_per_s: Math.round(frames / took),
      heartbeats_per_s: round(heartbeats / took),
      per_page: perPage,
      program_cores: round((to.cpu - from.cpu) / took),
    },
  };
}

const round = (number) => Number(number.toFixed(2));

/** Waits until the wall shows so many leads of today; answers how long that took, in ms. */
async function allShown(wall, leads) {
  const began = performance.now();
  for (;;) {
    const shown = wall.funnel?.[0]?.count;
    const took = performance.now() - began;
    if (shown === leads) return Math.round(took);
    if (took > CAUGHT_UP_MS) throw new Error(`a wall shows ${shown} leads of ${leads}`);
    await pause(LOOK_MS);
  }
}

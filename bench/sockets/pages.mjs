import { connectLive, textOf } from './client.mjs';
import { REPS, TEAMS } from './floor-events.mjs';

const WALLS = 60;
const SITE_PAGES = 10;

/** Walls, a page for each rep, and managers' pages of the teams and of the whole site: 200 subscribers that count the frames they hear, by view. */
export async function openPages(port) {
  const heard = {};
  const views = [
    ...Array.from({ length: WALLS }, () => ({ view: 'wall' })),
    ...REPS.map((rep) => ({ view: 'rep', rep })),
    ...[...TEAMS, ...TEAMS, ...TEAMS].map((team) => ({ view: 'team', team })),
    ...Array.from({ length: SITE_PAGES }, () => ({ view: 'team', team: null })),
  ];
  const wall = {};
  const sockets = [];
  for (const { view, ...more } of views) {
    heard[view] ??= { pages: 0, patch: 0, snapshot: 0, heartbeat: 0, bytes: 0 };
    const counts = heard[view];
    const isTheWall = view === 'wall' && counts.pages === 0;
    counts.pages += 1;
    const onFrame = (kind, data) => {
      counts[kind] += 1;
      counts.bytes += data.length;
      if (isTheWall) takeIn(wall, kind, data);
    };
    sockets.push(await connectLive(port, { protocol: 1, view, ...more }, onFrame));
  }
  return {
    size: views.length,
    /** the state that one wall shows */
    wall,
    heard: () => structuredClone(heard),
    close() {
      for (const socket of sockets) socket.terminate();
    },
  };
}

function takeIn(state, kind, data) {
  if (kind === 'heartbeat') return;
  const [, frame] = JSON.parse(textOf(data).slice(2));
  Object.assign(state, kind === 'snapshot' ? frame.state : frame.set);
}

/** A crowd of clients in a process of its own: connects them, counts what each of them hears. */

import { answerBy } from '../measure/own-process.mjs';
import { connectBare, connectLive, textOf } from './client.mjs';

const AT_ONCE = 50;
/** one entry a client: the frames that it heard in this turn */
const crowds = { live: [], bare: [] };
let closed = 0;
let recorded = [];
let beganAt = 0;

answerBy({
  async connect({ side, port, count }) {
    const crowd = crowds[side];
    for (let made = 0; made < count; made += AT_ONCE) {
      const few = Array.from({ length: Math.min(AT_ONCE, count - made) }, () => join(side, port, crowd));
      for (const socket of await Promise.all(few)) socket.on('close', () => (closed += 1));
    }
  },
  /** A new turn begins: counts from nothing. */
  begin() {
    for (const crowd of Object.values(crowds)) for (const heard of crowd) Object.assign(heard, { patch: 0, heartbeat: 0, snapshot: 0 });
    recorded = [];
    beganAt = performance.now();
  },
  /** What this side's clients heard since: in all, and the fewest and the most patches and frames of one client. */
  heard(side) {
    const crowd = crowds[side];
    const all = crowd.map(({ patch, heartbeat, snapshot }) => patch + heartbeat + snapshot);
    const patches = crowd.map(({ patch }) => patch);
    return {
      frames: all.reduce((sum, n) => sum + n, 0),
      fewest: all.reduce((a, b) => Math.min(a, b)),
      most: all.reduce((a, b) => Math.max(a, b)),
      fewestPatches: patches.reduce((a, b) => Math.min(a, b)),
      mostPatches: patches.reduce((a, b) => Math.max(a, b)),
      closed,
    };
  },
  /** The frames of the first live client in this turn, and when they came, ms from its beginning. */
  recorded: () => recorded,
});

function join(side, port, crowd) {
  const heard = { patch: 0, heartbeat: 0, snapshot: 0 };
  const isFirst = crowd.push(heard) === 1 && side === 'live';
  const onFrame = (kind, data) => {
    heard[kind] += 1;
    if (isFirst) recorded.push({ at: performance.now() - beganAt, text: textOf(data) });
  };
  return side === 'live' ? connectLive(port, null, onFrame) : connectBare(port, onFrame);
}

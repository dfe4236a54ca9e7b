import { addInstants } from '../lead/changes.js';
import { teamAt } from '../lead/credit.js';
import type { Touch } from '../lead/lead-state.js';
import { heldAt } from '../lead/naming.js';
import type { FactMaker } from './facts-of.js';

/**
 * Every touchpoint, in and out, by anybody: `at` its start, `part` its actor and direction, `outcome` the latest one,
 * `value` the milliseconds talked (connected calls). The rep is the touchpoint's own and nobody else. `stage` is `before_arrival` once the
 * lead is known to have arrived after it: then it is no touch of the lead.
 */
export const touchFacts: FactMaker = (rows, state, configuration) => {
  for (const touch of state.touches) {
    const { id, at, rep } = touch;
    const team = teamAt(state, configuration, rep, at);
    const part = `${touch.actor} ${touch.direction}`;
    const changes: number[] = [];
    addInstants(changes, at, touch.outcomes);
    addInstants(changes, at, touch.durations);
    const arrivedAt = state.arrivedAt ?? at;
    if (arrivedAt > at) changes.push(arrivedAt);
    rows.add({ from: at, until: null }, changes, (row, now) => {
      row.part = part;
      row.item = id;
      row.at = at;
      row.outcome = heldAt(touch.outcomes, now)?.outcome ?? null;
      row.value = talked(touch, row.outcome, now);
      row.touchChannel = touch.channel;
      row.stage = at < arrivedAt && arrivedAt <= now ? 'before_arrival' : null;
      row.rep = rep;
      row.team = team;
    });
  }
};

function talked(touch: Touch, outcome: string | null, now: number): number {
  if (touch.channel !== 'call' || outcome !== 'connected') return 0;
  return Math.round((heldAt(touch.durations, now)?.seconds ?? 0) * 1000);
}

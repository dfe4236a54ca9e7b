import type { Touch } from '../lead/lead-state.js';
import { heldAt } from '../lead/naming.js';
import type { FactMaker } from './facts-of.js';
import { numbered, rowsOf, teamAt } from './row.js';

/**
 * Every touchpoint, in and out, by anybody: `at` its start, `part` its actor and direction, `outcome` the latest one,
 * `value` the milliseconds talked (connected calls). The rep is the touchpoint's own and nobody else.
 */
export const touchFacts: FactMaker = (state, configuration) =>
  numbered(
    state.touches.flatMap((touch) => {
      const { id, at, rep } = touch;
      const team = teamAt(state, configuration, rep, at);
      const part = `${touch.actor} ${touch.direction}`;
      const changes = [...touch.outcomes, ...touch.durations].map((change) => change.at);
      return rowsOf('touch', state, { from: at, until: null }, changes, (now) => {
        const outcome = heldAt(touch.outcomes, now)?.outcome ?? null;
        return { part, item: id, at, outcome, touchChannel: touch.channel, rep, team, value: talked(touch, outcome, now) };
      });
    }),
  );

function talked(touch: Touch, outcome: string | null, now: number): number {
  if (touch.channel !== 'call' || outcome !== 'connected') return 0;
  return Math.round((heldAt(touch.durations, now)?.seconds ?? 0) * 1000);
}

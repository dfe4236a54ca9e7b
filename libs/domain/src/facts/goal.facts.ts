import { endOfDate, startOfDate } from '../calendar/zone.js';
import { siteOf } from '../kpi/site.js';
import type { FactMaker } from './facts-of.js';

/**
 * Targets: `part` the KPI, `since` and `due` the period's bounds in the site's zone (`at` its start too), `value` ten-thousandths of the
 * KPI's unit; rep and team are whose target it is, just as named. True from when it was set until the same target is set anew before its
 * period has ended: what comes later never rewrites it. `outcome` and `item` are the event's source and id: of targets set at one instant
 * the order of EVENTS.md tells the last. Excluded: `after_period`, one that was set when its period had ended.
 */
export const goalFacts: FactMaker = (rows, state, configuration) => {
  if (state.other === null) return;
  const { zone } = siteOf(configuration);
  const { targets } = state.other;
  for (const [index, target] of targets.entries()) {
    const since = startOfDate(zone, target.from);
    const due = endOfDate(zone, target.to);
    const next = targets[index + 1];
    const until = next !== undefined && next.at < due ? next.at : null;
    rows.add({ from: target.at, until }, [], (row) => {
      row.part = target.kpi;
      row.item = target.id;
      row.outcome = target.source;
      row.at = since;
      row.since = since;
      row.due = due;
      row.value = target.value;
      row.rep = target.rep;
      row.team = target.team;
      row.product = null;
      row.excluded = target.at < due ? null : 'after_period';
    });
  }
};

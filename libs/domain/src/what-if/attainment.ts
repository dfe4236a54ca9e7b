import { toWall } from '../calendar/zone.js';
import type { Configuration } from '../configuration/configuration.js';
import { latest } from '../configuration/in-force.js';
import { FactRows } from '../facts/fact-rows.js';
import { targetFacts } from '../facts/target.facts.js';
import type { SubjectState } from '../lead/lead-state.js';
import { viewOf } from '../lead/lead-view.js';
import { covers } from '../lead/spans.js';

/** Whether one lead was answered by its deadline, with what it is counted by. */
export interface LeadVerdict {
  readonly says: 'met' | 'breached';
  readonly team: string | null;
  /** of the day on which it arrived, in the site's zone: 0 to 23 */
  readonly hour: number;
}

/** What `answered-in-target` says of a lead as of an instant; null: neither met nor breached. */
export function leadVerdict(state: SubjectState, configuration: Configuration, asOf: number): LeadVerdict | null {
  if (state.arrivedAt === null) return null;
  const rows = new FactRows(state);
  rows.turnTo('target');
  targetFacts(rows, state, configuration, viewOf(state, configuration));
  const row = rows.finished().find((fact) => covers(fact, asOf));
  if (row === undefined) return null;
  const hour = new Date(toWall(latest(configuration.site)?.zone ?? 'UTC', state.arrivedAt)).getUTCHours();
  return { says: row.part === 'met' ? 'met' : 'breached', team: row.team, hour };
}

/** How many leads were answered in their targets, and how many not. */
export interface Attained {
  readonly met: number;
  readonly breached: number;
}

/** met / (met + breached), 0 to 1; null: no deadline has passed. */
export const attainment = ({ met, breached }: Attained): number | null => (met + breached === 0 ? null : met / (met + breached));

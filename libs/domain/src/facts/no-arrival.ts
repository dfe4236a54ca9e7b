import type { Configuration } from '../configuration/configuration.js';
import type { SubjectState } from '../lead/lead-state.js';
import type { FactKind } from './fact.js';
import { ownerAt, type Row, rowsOf, teamAt } from './row.js';

/**
 * The row of a lead that is known before it has arrived: without `at`, so that it is counted only where no window is asked
 * (KPIS.md rules 2 and 20), credited to the owner at the instant that made it known.
 */
export function noArrivalRows(kind: FactKind, state: SubjectState, configuration: Configuration): readonly Row[] {
  const { knownAt, arrivedAt } = state;
  if (knownAt === null || (arrivedAt !== null && knownAt >= arrivedAt)) return [];
  const rep = ownerAt(state, knownAt);
  const team = teamAt(state, configuration, rep, knownAt);
  return rowsOf(kind, state, { from: knownAt, until: arrivedAt }, [], () => ({ excluded: 'no_arrival', rep, team }));
}

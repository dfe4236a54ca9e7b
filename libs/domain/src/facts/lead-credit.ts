import type { Configuration } from '../configuration/configuration.js';
import type { OwnerChange, SubjectState } from '../lead/lead-state.js';
import type { FactKind } from './fact.js';
import { type Row, type RowFields, rowsOf, teamAt } from './row.js';

/** The first change that gave the lead an owner; null: it never had one. */
const firstOwner = (state: SubjectState): OwnerChange | null => state.owners.find(({ owner }) => owner !== null) ?? null;

/**
 * Rows of a lead that arrived: credited to its first owner from when he was one, before to nobody; the team is taken at
 * the later of arrival and first owner.
 */
export function leadRows(
  kind: FactKind,
  state: SubjectState,
  configuration: Configuration,
  span: { readonly from: number; readonly until: number | null },
  fields: (at: number) => RowFields,
): readonly Row[] {
  const first = firstOwner(state);
  const arrivedAt = state.arrivedAt ?? span.from;
  const teamBefore = teamAt(state, configuration, null, arrivedAt);
  const rep = first?.owner ?? null;
  const team = first === null ? teamBefore : teamAt(state, configuration, rep, Math.max(arrivedAt, first.at));
  const nobody = { rep: null, team: teamBefore };
  const changes = first === null ? [] : [first.at];
  return rowsOf(kind, state, span, changes, fields, (now) => (first !== null && first.at <= now ? { rep, team } : nobody));
}

import type { Configuration } from '../configuration/configuration.js';
import type { OwnerChange, SubjectState } from '../lead/lead-state.js';
import type { Span } from '../lead/spans.js';
import type { FactKind } from './fact.js';
import { type Credit, type Row, type RowFields, rowsOf, teamAt } from './row.js';

/** Whose a lead that arrived is: nobody's, then its first owner's from when he was one. */
interface LeadCredit {
  /** the instant at which it changes; empty: never */
  readonly changes: readonly number[];
  readonly at: (instant: number) => Credit;
}

/**
 * Rows of a lead that arrived: credited to its first owner from when he was one, before to nobody; the team is taken at
 * the later of arrival and first owner. `changes` are the instants at which the fields may change.
 */
export function leadRows(
  kind: FactKind,
  state: SubjectState,
  configuration: Configuration,
  span: Span,
  fields: (at: number) => RowFields,
  changes: readonly number[] = [],
): readonly Row[] {
  const credit = creditOfLead(state, configuration);
  return rowsOf(kind, state, span, changes.length === 0 ? credit.changes : [...changes, ...credit.changes], fields, credit.at);
}

function creditOfLead(state: SubjectState, configuration: Configuration): LeadCredit {
  if (latest !== null && latest.state === state && latest.configuration === configuration) return latest.credit;
  const first = state.owners.find(({ owner }) => owner !== null) ?? null;
  const arrivedAt = state.arrivedAt ?? first?.at ?? 0;
  const nobody = { rep: null, team: teamAt(state, configuration, null, arrivedAt) };
  const credit = first === null ? { changes: [], at: () => nobody } : fromOwner(state, configuration, first, arrivedAt, nobody);
  latest = { state, configuration, credit };
  return credit;
}

function fromOwner(
  state: SubjectState,
  configuration: Configuration,
  { at: since, owner: rep }: OwnerChange,
  arrivedAt: number,
  nobody: Credit,
): LeadCredit {
  const owners = { rep, team: teamAt(state, configuration, rep, Math.max(arrivedAt, since)) };
  return { changes: [since], at: (instant) => (since <= instant ? owners : nobody) };
}

/** A memory of one, since many kinds of row ask one after the other: both are immutable, so it can only say what would be said again. */
let latest: { readonly state: SubjectState; readonly configuration: Configuration; readonly credit: LeadCredit } | null = null;

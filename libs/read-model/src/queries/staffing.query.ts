import { factWhere, whole } from './fact-where.js';
import { eachFactWhere } from './facts.query.js';
import type { Snapshot } from './snapshot.js';

/** Leads that arrived in [from, to), as true at `asOf`; epoch milliseconds. `team` null: of all teams and of none. */
export interface StaffingSelection {
  readonly asOf: number;
  readonly from: number;
  readonly to: number;
  readonly team: string | null;
}

/** So many leads of one hour of the week (Monday's first is 0): all that arrived, or those that were answered in target. */
export interface LeadsOfHour {
  readonly kind: 'arrival' | 'target';
  readonly hour: number;
  readonly leads: number;
}

/** A lead that was late, to be read on the spot. */
export interface LateRow {
  readonly arrivedAt: number;
  readonly dueAt: number;
  readonly team: string | null;
  readonly origin: string | null;
  readonly channel: string | null;
  readonly segment: string | null;
}

/** Whole weeks, more than there were since any instant: what is divided is never negative. */
const longAgo = 168 * 3_600_000 * 1_000_000;

/**
 * Counts in the database, which hands over a few hundred rows for any number of leads. `offsets`: by how much (milliseconds) the zone's clock is ahead,
 * each until an instant, the last for good (null).
 */
export async function leadsByHour(
  { em, set }: Snapshot,
  selection: StaffingSelection,
  offsets: readonly { readonly until: number | null; readonly offset: number }[],
): Promise<readonly LeadsOfHour[]> {
  return em.query<LeadsOfHour[]>(
    `select kind, ((at + ${offsetSql(offsets)} + ${longAgo}) / 3600000 + 72) % 168 as hour, count(*)::int as leads from ${set.name}.fact
      where ${whereOf(selection, ['arrival', 'target'])} and (kind = 'arrival' or part = 'met') group by 1, 2`,
  );
}

/** Hands over every lead that was not answered in target. */
export async function eachLateLead(snapshot: Snapshot, selection: StaffingSelection, onLate: (late: LateRow) => void): Promise<void> {
  await eachFactWhere(snapshot, `${whereOf(selection, ['target'])} and part = 'breached'`, (fact) => {
    const { at, due, from, team, origin, channel, segment } = fact;
    onLate({ arrivedAt: at ?? from, dueAt: due ?? from, team, origin, channel, segment });
  });
}

function whereOf({ asOf, from, to, team }: StaffingSelection, kinds: readonly ('arrival' | 'target')[]): string {
  const filters = team === null ? [] : [{ column: 'team' as const, values: [team] }];
  return `${factWhere({ kinds, at: { from, to }, trueAt: asOf, filters })} and excluded is null`;
}

function offsetSql(offsets: readonly { readonly until: number | null; readonly offset: number }[]): string {
  const last = whole(offsets.at(-1)?.offset ?? 0);
  const before = offsets.flatMap(({ until, offset }) => (until === null ? [] : [`when at < ${whole(until)} then ${whole(offset)}`]));
  return before.length === 0 ? last : `case ${before.join(' ')} else ${last} end`;
}

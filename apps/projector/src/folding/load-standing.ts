import type { Fact } from '@leadclock/domain/facts/fact.js';
import { type DeadlineRow, loadDeadlines } from '@leadclock/read-model/write/deadline.table.js';
import { loadFacts } from '@leadclock/read-model/write/fact.table.js';
import { loadKnownSubjects } from '@leadclock/read-model/write/lead.table.js';
import { loadTimelines, type StoredVersion } from '@leadclock/read-model/write/timeline.table.js';
import type { DataSource } from 'typeorm';
import { standingFacts } from './fact-prints.js';
import type { StandingRows } from './settle-subject.js';

/** What the set holds of a subject. */
export interface Standing {
  readonly stored: readonly StoredVersion[];
  /** null: the rows are known already */
  readonly rows: StandingRows | null;
}

/**
 * Loads the timelines of `subjects`, and the derived rows of those that are not known. `inFlight` are versions on their way into the set:
 * whether they have arrived or not makes no difference.
 */
export async function loadStanding(
  dataSource: DataSource,
  set: string,
  subjects: readonly string[],
  isKnown: (subject: string) => boolean,
  inFlight: readonly StoredVersion[],
): Promise<ReadonlyMap<string, Standing>> {
  const timelines = groupBy([...(await loadTimelines(dataSource, set, subjects)), ...inFlight], (row) => row.subject);
  const strange = subjects.filter((subject) => timelines.has(subject) && !isKnown(subject));
  const facts = groupBy(strange.length > 0 ? await loadFacts(dataSource, set, strange) : [], (fact: Fact) => fact.subject);
  const deadlines = groupBy(strange.length > 0 ? await loadDeadlines(dataSource, set, strange) : [], (row: DeadlineRow) => row.lead);
  const known = new Map((strange.length > 0 ? await loadKnownSubjects(dataSource, set, strange) : []).map((row) => [row.subject, row]));
  const rowsOf = (subject: string): StandingRows => {
    const row = known.get(subject);
    return {
      row: row === undefined ? null : row.lead ? 'lead' : 'other',
      facts: standingFacts(facts.get(subject) ?? []),
      deadlines: deadlines.get(subject) ?? [],
    };
  };
  return new Map(
    subjects.map((subject) => [subject, { stored: timelines.get(subject) ?? [], rows: isKnown(subject) ? null : rowsOf(subject) }]),
  );
}

/** Rows by what names them. */
export function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
}

/**
 * What the `part` of a row of kind `funnel` or `stage` says of how a stage was come to. `entered`: for the first time; `returned`: for the
 * first time, but after a later stage; `unordered`: its pipeline lacks the stage, so that it comes neither before nor after another;
 * `skipped`: not at all when a later stage was entered.
 */
const entries: ReadonlySet<string | null> = new Set(['entered', 'returned', 'unordered']);

/** Whether a row tells of the first entry of a stage. */
export const isEntry = (part: string | null): boolean => entries.has(part);

/**
 * What the `outcome` of such a row says besides, in words joined by spaces.
 * - `standing`: the deal stands open in the stage (of a lead: it is its furthest) and is still whose it was at the entry, so that no other
 *   row says it; `handed_on`: it stands there too, and another row says whose it is.
 * - `opportunity`: the stage in which the deal stands is, as of then, that of the role opportunity or a later one.
 * - `first`: by this entry it became an opportunity; `won`: and it is won.
 */
export type EntryWord = 'standing' | 'handed_on' | 'opportunity' | 'first' | 'won';

/** Words in the order given, without those that are not to be said; null: none is. */
export const entryWords = (...words: readonly (EntryWord | null)[]): string | null =>
  words.filter((word) => word !== null).join(' ') || null;

interface StageRow {
  readonly part: string | null;
  readonly outcome: string | null;
}

/** Whether the row of an entry says a word. */
export const saysOfEntry = ({ part, outcome }: StageRow, word: EntryWord): boolean =>
  outcome !== null && isEntry(part) && (outcome === word || outcome.split(' ').includes(word));

/** Whether a row of kind `stage` tells of a deal that stands open: its first entry, while nothing has changed since, or a row of its own. */
export const standsOpen = (row: StageRow): boolean => row.part === 'open' || saysOfEntry(row, 'standing');

/** Whether it stands at or past the opportunity stage of its pipeline. */
export const standsAsOpportunity = (row: StageRow): boolean =>
  row.part === 'open' ? row.outcome === 'opportunity' : saysOfEntry(row, 'standing') && saysOfEntry(row, 'opportunity');

import { type FactKind, factKinds } from '@leadclock/domain/facts/fact.js';
import { type FactColumn, isNumberColumn, type NumberColumn } from '@leadclock/domain/kpi/columns-read.js';
import type { FactView } from '@leadclock/domain/kpi/tally.js';

/** A reader wanted a column of a kind of fact that had not been asked for. */
export class ColumnMissing extends Error {
  constructor(
    readonly kind: FactKind,
    readonly column: FactColumn,
  ) {
    super(`${column} of a fact of kind ${kind} was not asked for`);
  }
}

type WordColumn = Exclude<FactColumn, NumberColumn | 'kind'>;
/** undefined: not asked for */
type Words = { [column in WordColumn]: string | null | undefined };
/** Numbers of the facts of a group, NaN for none; null: not asked for. */
type Numbers = { [column in NumberColumn]: Float64Array | null };

const noWords: Words = {
  subject: undefined,
  part: undefined,
  item: undefined,
  excluded: undefined,
  outcome: undefined,
  touchChannel: undefined,
  team: undefined,
  rep: undefined,
  origin: undefined,
  campaign: undefined,
  channel: undefined,
  segment: undefined,
  product: undefined,
  pipeline: undefined,
  stage: undefined,
  currency: undefined,
};
const noNumbers: Numbers = { at: null, from: null, until: null, since: null, due: null, value: null };

const kindsByName = new Map<string, FactKind>(factKinds.map((kind) => [kind, kind]));

/** A cursor over facts that say the same words: their numbers, if any were asked for, stand in columns. What was not asked for throws. */
export class AlikeFact implements FactView {
  /** which fact of the group it stands on */
  index = 0;
  kind: FactKind = 'arrival';
  /** whether a number was read since this was set to false: what was read else holds for all facts of the group */
  isNumberRead = false;
  private readonly words: Words = { ...noWords };
  private readonly numbers: Numbers = { ...noNumbers };
  private readonly rooms: Numbers = { ...noNumbers };

  /** From here on it stands on facts of this kind. */
  turnTo(name: string | null): void {
    const kind = kindsByName.get(name ?? '');
    if (kind === undefined) throw new Error(`the fact table holds a kind that this version does not know: ${name}`);
    this.kind = kind;
  }

  setWord(column: FactColumn, word: string | null | undefined): void {
    if (column !== 'kind' && !isNumberColumn(column)) this.words[column] = word;
  }

  /** Room for so many numbers of the column, used again and again; the caller writes them in. */
  room(column: NumberColumn, size: number): Float64Array {
    const there = this.rooms[column];
    const room = there !== null && there.length >= size ? there : new Float64Array(Math.max(64, 2 * size));
    this.rooms[column] = room;
    this.numbers[column] = room;
    return room;
  }

  /** The column was not asked for of this kind. */
  without(column: NumberColumn): void {
    this.numbers[column] = null;
  }

  get subject(): string {
    return this.words.subject ?? this.none('subject') ?? '';
  }
  get part(): string | null {
    return this.words.part ?? this.none('part');
  }
  get item(): string | null {
    return this.words.item ?? this.none('item');
  }
  get at(): number | null {
    return this.number('at', this.numbers.at);
  }
  get from(): number {
    return this.number('from', this.numbers.from) ?? 0;
  }
  get until(): number | null {
    return this.number('until', this.numbers.until);
  }
  get since(): number | null {
    return this.number('since', this.numbers.since);
  }
  get due(): number | null {
    return this.number('due', this.numbers.due);
  }
  get value(): number | null {
    return this.number('value', this.numbers.value);
  }
  get excluded(): string | null {
    return this.words.excluded ?? this.none('excluded');
  }
  get outcome(): string | null {
    return this.words.outcome ?? this.none('outcome');
  }
  get touchChannel(): string | null {
    return this.words.touchChannel ?? this.none('touchChannel');
  }
  get team(): string | null {
    return this.words.team ?? this.none('team');
  }
  get rep(): string | null {
    return this.words.rep ?? this.none('rep');
  }
  get origin(): string | null {
    return this.words.origin ?? this.none('origin');
  }
  get campaign(): string | null {
    return this.words.campaign ?? this.none('campaign');
  }
  get channel(): string | null {
    return this.words.channel ?? this.none('channel');
  }
  get segment(): string | null {
    return this.words.segment ?? this.none('segment');
  }
  get product(): string | null {
    return this.words.product ?? this.none('product');
  }
  get pipeline(): string | null {
    return this.words.pipeline ?? this.none('pipeline');
  }
  get stage(): string | null {
    return this.words.stage ?? this.none('stage');
  }
  get currency(): string | null {
    return this.words.currency ?? this.none('currency');
  }

  private none(column: WordColumn): null {
    if (this.words[column] === undefined) throw new ColumnMissing(this.kind, column);
    return null;
  }

  private number(column: NumberColumn, values: Float64Array | null): number | null {
    if (values === null) throw new ColumnMissing(this.kind, column);
    this.isNumberRead = true;
    const value = values[this.index] ?? Number.NaN;
    return Number.isNaN(value) ? null : value;
  }
}

import { startOfNext } from '../calendar/zone.js';
import { nextEffect } from '../configuration/in-force.js';
import type { Asking } from './asking.js';
import { countName } from './count-names.js';
import { excludedOf } from './excluded-of.js';
import type { Aggregate, KpiContext, TallyMaker } from './kpi.js';
import { readerOf } from './selection.js';
import { siteOf } from './site.js';
import { compareSlices, type SliceValues, sliceKey, sliceName, standingSlices } from './slices.js';
import type { Excluded, FactView, Field, Key, Tally, TallyPart } from './tally.js';
import { unlessSame } from './unless-same.js';

/** One group of an answer, as API.md gives it; the KPI's own fields (won, p90, currency …) stand beside. */
export interface GroupAnswer {
  readonly key: Key;
  readonly value: number | null;
  readonly n: number;
  readonly excluded: Excluded;
  readonly [field: string]: Field | Key | Excluded;
}

interface Group {
  readonly values: SliceValues;
  readonly tally: Tally;
  /** null: nothing was left out yet */
  excluded: Map<string, number> | null;
  facts: number;
  /** what its tally said last, and what came of that; null: facts have come or gone since */
  parts: readonly TallyPart[] | null;
  answers: readonly GroupAnswer[];
}

const emptyGroup = (values: SliceValues, tally: Tally): Group => ({
  values,
  tally,
  excluded: null,
  facts: 0,
  parts: null,
  answers: [],
});

/** Groups, and from when until when they are those of the facts that count. */
interface Said {
  readonly groups: readonly GroupAnswer[];
  readonly from: number;
  readonly until: number;
}

/**
 * The groups of one question under a stream of facts: a running window adds a fact when it begins to count and removes
 * it when it ceases to; the groups are always those of a single pass over what is left. Only fields are read, on the
 * spot: a movable cursor over columns will do for a fact.
 */
export interface RunningAnswer {
  /** `times`: so many facts that say all the same. */
  add(fact: FactView, times?: number): void;
  /** Facts that differ by `value` alone, of which only the sum is wanted; undefined: the tallies must see each. */
  readonly addSum: ((fact: FactView, times: number) => void) | undefined;
  /** The fact must have been added, with the same fields. */
  remove(fact: FactView): void;
  /** The groups at an instant, in the order of their keys, with the empty ones that the configuration knows. */
  groups(asOf: number): readonly GroupAnswer[];
  /** Works out one group after the other, for whoever must not be held up by many: `groups` of that instant has little left to do then. */
  steps(asOf: number): Generator<void>;
}

/**
 * Begins an answer that facts are streamed into, excluded ones too. The caller decides what counts (`counts`, or
 * `belongs` and its own clock); zone, currency, rates and known stages are the context's: when they change, start again.
 */
export const startAnswer = (kpi: Aggregate, asking: Asking, context: KpiContext): RunningAnswer => new Figure(kpi, asking, context);

class Figure implements RunningAnswer {
  private readonly readers;
  private readonly tallies: TallyMaker;
  private readonly moves: Tally['moves'];
  private readonly open = new Map<string | null, Group>();
  private last: Group | null = null;
  readonly addSum;
  /** what was said last, for as long as it holds: one fact more moves few of the figures that are kept */
  private said: Said | null = null;
  /** null: groups have come or gone */
  private order: readonly Group[] | null = null;

  constructor(
    private readonly kpi: Aggregate,
    private readonly asking: Asking,
    private readonly context: KpiContext,
  ) {
    this.readers = asking.by.map((dimension) => readerOf(kpi, dimension));
    this.tallies = kpi.tallies(asking, context);
    const sample = this.tallies();
    this.moves = sample.moves;
    if (sample.addSum !== undefined) this.addSum = (fact: FactView, times: number) => this.count(fact, times, true);
  }

  add(fact: FactView, times = 1): void {
    this.count(fact, times, false);
  }

  private count(fact: FactView, times: number, isSum: boolean): void {
    const group = this.groupFor(fact);
    this.said = null;
    group.parts = null;
    group.facts += times;
    const reason = this.kpi.excludes(fact, this.asking);
    if (reason !== null) leaveAlike(group, fact, reason, times);
    else if (isSum) group.tally.addSum?.(fact, times);
    else if (times === 1) group.tally.add(fact);
    else addAlike(group.tally, fact, times);
  }

  remove(fact: FactView): void {
    const name = this.nameOf(fact);
    const group = this.open.get(name);
    if (group === undefined) throw new Error(`removing a fact of a group that has none: ${name ?? 'null'}`);
    this.said = null;
    group.parts = null;
    group.facts--;
    const reason = this.kpi.excludes(fact, this.asking);
    if (reason === null) group.tally.remove(fact);
    else if (group.tally.leave !== undefined) group.tally.leave(fact, reason, -1);
    else countExcluded(group, reason, -1);
    if (group.facts > 0) return;
    this.open.delete(name);
    if (this.last === group) this.last = null;
    this.order = null;
  }

  groups(asOf: number): readonly GroupAnswer[] {
    if (this.said !== null && asOf >= this.said.from && asOf < this.said.until) return this.said.groups;
    const groups = unlessSame(this.make(asOf), this.said?.groups);
    this.said = { groups, from: asOf, until: this.holdUntil(asOf) };
    return groups;
  }

  *steps(asOf: number): Generator<void> {
    if (this.said !== null) return;
    for (const group of this.ordered()) {
      this.answersOf(group, asOf);
      yield;
    }
  }

  /** Until when groups of an instant hold if no fact comes or goes. */
  private holdUntil(asOf: number): number {
    if (this.moves === undefined) return asOf;
    const { configuration } = this.context;
    const effect = nextEffect(configuration, asOf);
    return this.moves !== 'with_days' ? effect : Math.min(effect, startOfNext('day', siteOf(configuration).zone, asOf, 1));
  }

  private make(asOf: number): readonly GroupAnswer[] {
    const groups = this.ordered();
    const standing = standingSlices(this.asking, this.context.configuration, asOf);
    const missing = standing.filter((values) => !this.open.has(keyOf(values)));
    if (missing.length === 0) return groups.flatMap((group) => this.answersOf(group, asOf));
    const fresh = new Map(missing.map((values) => [sliceName(values), emptyGroup(values, this.tallies())]));
    return [...groups, ...fresh.values()]
      .toSorted((a, b) => compareSlices(a.values, b.values))
      .flatMap((group) => this.answersOf(group, asOf));
  }

  private answersOf(group: Group, asOf: number): readonly GroupAnswer[] {
    if (group.parts !== null && this.moves === 'with_own_facts') return group.answers;
    const parts = group.tally.parts(asOf);
    if (parts === group.parts) return group.answers;
    const key = sliceKey(this.asking.by, group.values);
    group.parts = parts;
    group.answers = parts.map((part) => groupAnswer(key, part, group.excluded));
    return group.answers;
  }

  /** The groups that there are, in the order of their keys. */
  private ordered(): readonly Group[] {
    this.order ??= [...this.open.values()].toSorted((a, b) => compareSlices(a.values, b.values));
    return this.order;
  }

  private nameOf(fact: FactView): string | null {
    const [first] = this.readers;
    return first !== undefined && this.readers.length === 1 ? first(fact) : keyOf(this.readers.map((read) => read(fact)));
  }

  /** Facts come by the run: that of the last one is asked first. */
  private groupFor(fact: FactView): Group {
    const { last } = this;
    if (last !== null && this.isOf(last, fact)) return last;
    const name = this.nameOf(fact);
    this.last = this.open.get(name) ?? this.begin(name, fact);
    return this.last;
  }

  private isOf({ values }: Group, fact: FactView): boolean {
    const { readers } = this;
    for (let index = 0; index < readers.length; index++) if (readers[index]?.(fact) !== values[index]) return false;
    return true;
  }

  private begin(name: string | null, fact: FactView): Group {
    const values = this.readers.map((read) => read(fact));
    const group = emptyGroup(values, this.tallies());
    this.order = null;
    this.open.set(name, group);
    return group;
  }
}

/** Under which key a group is found; one dimension needs no name made for each fact. */
const keyOf = (values: SliceValues): string | null => (values.length > 1 ? sliceName(values) : (values[0] ?? null));

function addAlike(tally: Tally, fact: FactView, times: number): void {
  if (tally.addAlike !== undefined) tally.addAlike(fact, times);
  else for (let left = times; left > 0; left--) tally.add(fact);
}

function leaveAlike(group: Group, fact: FactView, reason: string, times: number): void {
  const { tally } = group;
  if (tally.leave === undefined) countExcluded(group, reason, times);
  else for (let left = times; left > 0; left--) tally.leave(fact, reason, 1);
}

function countExcluded(group: Group, reason: string, times: number): void {
  group.excluded ??= new Map();
  countName(group.excluded, reason, times);
}

function isEmpty(key: Key): boolean {
  for (const _ in key) return false;
  return true;
}

function groupAnswer(key: Key, part: TallyPart, excluded: ReadonlyMap<string, number> | null): GroupAnswer {
  const { value, n, fields } = part;
  return { key: isEmpty(part.key) ? key : { ...key, ...part.key }, value, n, excluded: excludedOf(part, excluded), ...fields };
}

import { type Fact, factKinds } from '@leadclock/domain/facts/fact.js';
import type { KpiContext } from '@leadclock/domain/kpi/kpi.js';
import type { GroupAnswer } from '@leadclock/domain/kpi/running-answer.js';
import type { FactView } from '@leadclock/domain/kpi/tally.js';
import type { Rates } from '@leadclock/domain/money/rates.js';
import type { RawFact } from './fact-columns.js';
import { pageRows } from './fact-page.js';
import { type FactScope, factScopes } from './fact-scope.js';
import { FactStore } from './fact-store.js';
import { InstantQueue } from './instant-queue.js';
import type { LiveFigure } from './live-figure.js';
import { LiveAnswer, type LiveQuestion } from './live-question.js';

/** Told of each row that begins or ceases to count in a figure. */
export interface Watcher {
  entered(row: number): void;
  left(row: number): void;
}

const AT = 0;
const UNTIL = 2;
const nothing: readonly number[] = [];

/**
 * Answers that are kept, not computed: every fact that can still move one is here, with the next instant at which it does, so the figures
 * follow both the facts and the clock, and each change costs what it changes. Exact: they are what a single pass over the facts would say.
 */
export class RunningWindows {
  readonly store = new FactStore();
  private readonly queue = new InstantQueue();
  private readonly answers: readonly LiveAnswer[];
  private readonly figures: readonly LiveFigure[];
  private readonly figuresOf: readonly (readonly number[])[];
  private readonly watchers = new Map<number, Watcher>();
  private readonly cursor = this.store.cursor();
  /** scratch: of the row in hand a bit for each figure of its kind, in words of 32 */
  private readonly wanted: Uint32Array;
  private now: number;
  /** subjects that were read in and have nothing that counts */
  private leftOut = 0;

  constructor(
    questions: readonly LiveQuestion[],
    private readonly context: KpiContext,
    now: number,
  ) {
    this.now = now;
    this.answers = questions.map((question) => new LiveAnswer(question, context));
    this.figures = this.answers.flatMap(({ figures }) => figures);
    this.figuresOf = factKinds.map((kind) => this.figures.flatMap((figure, index) => (figure.kinds.includes(kind) ? [index] : [])));
    this.wanted = new Uint32Array(Math.max(...this.figuresOf.map(({ length }) => (length + 31) >>> 5), 1));
  }

  /** The instant that the figures are of, epoch milliseconds. */
  get asOf(): number {
    return this.now;
  }

  /** The next instant at which a figure may move by itself; Infinity: never. */
  get next(): number {
    return this.queue.next;
  }

  get memory(): number {
    return this.store.memory + this.queue.memory;
  }

  /** Subjects whose facts have all gone since everything was read in: their names are still held. */
  get garbage(): number {
    return this.store.idle - this.leftOut;
  }

  /** Which facts can count now or later. */
  scopes(): readonly FactScope[] {
    return factScopes(this.figures, this.now);
  }

  /** The figure must be an aggregate: a row counts in it, or does not. */
  watch(name: string, watcher: Watcher): void {
    const [figure, ...more] = this.answer(name).figures;
    if (figure === undefined || more.length > 0) throw new Error(`${name} is a formula: no row counts in it as such`);
    this.watchers.set(this.figures.indexOf(figure), watcher);
  }

  /** Puts in a fact of a subject that has none of this key yet, while all are read in. Facts that cannot count again are left out. */
  load(fact: RawFact): void {
    this.take(fact);
    // reading everything again would bring the names of those left out again
    this.leftOut = this.store.idle;
  }

  /** What the subject says now, whole; answers whether anything that can be seen here has changed. */
  replace(subject: string, facts: readonly Fact[]): boolean {
    const { store } = this;
    const known = store.rowsOf(store.subjects.find(subject));
    if (known.length === 0) {
      for (const fact of facts) this.take(store.raw(fact));
      return facts.length > 0;
    }
    const gone = new Set(known);
    const fresh: Fact[] = [];
    for (const fact of facts) {
      const raw = store.raw(fact);
      const same = [...gone].find((row) => store.page(row).kind === raw.kind && store.page(row).equals(row & (pageRows - 1), raw));
      if (same === undefined) fresh.push(fact);
      else gone.delete(same);
    }
    for (const row of gone) this.drop(row);
    for (const fact of fresh) this.take(store.raw(fact));
    return gone.size + fresh.length > 0;
  }

  /** Moves the figures on to an instant; answers whether any moved. An instant before the present one changes nothing. */
  advance(now: number): boolean {
    if (now <= this.now) return false;
    this.now = now;
    let moved = false;
    while (this.queue.next <= now) {
      const instant = this.queue.next;
      const row = this.queue.pop();
      if (this.store.page(row).wake[row & (pageRows - 1)] !== instant) continue;
      this.settle(row);
      moved = true;
    }
    return moved;
  }

  /** Sums of money are made anew under these rates, of the facts that count in them now. */
  exchange(rates: Rates): void {
    const context = { ...this.context, rates };
    const money = new Set(this.answers.flatMap((answer) => answer.exchange(context)).map((figure) => this.figures.indexOf(figure)));
    for (const [number, page] of this.store.pages.entries()) {
      const figures = (this.figuresOf[page.kind] ?? []).flatMap((figure, place) => (money.has(figure) ? [{ figure, place }] : []));
      if (figures.length === 0) continue;
      for (let index = 0; index < pageRows; index++) {
        const fact = this.cursor.on(number * pageRows + index);
        for (const { figure, place } of figures)
          if ((page.insideOf(index, place >>> 5) & (1 << (place & 31))) !== 0) this.figures[figure]?.add(fact);
      }
    }
  }

  /** The groups of a live figure now. */
  groups(name: string): readonly GroupAnswer[] {
    return this.answer(name).groups(this.now);
  }

  /** Works live figures out piece by piece, so that nothing is held up when they are told for the first time. */
  *steps(names: readonly string[]): Generator<void> {
    for (const name of names) {
      yield* this.answer(name).steps(this.now);
      this.groups(name);
      yield;
    }
  }

  private take(fact: RawFact): void {
    this.settle(this.store.insert(fact));
  }

  private answer(name: string): LiveAnswer {
    const answer = this.answers.find(({ question }) => question.name === name);
    if (answer === undefined) throw new Error(`no live figure is named ${name}`);
    return answer;
  }

  /** Brings a row's part in every figure in line with the present instant. */
  private settle(row: number): void {
    const page = this.store.page(row);
    const index = row & (pageRows - 1);
    const at = page.numbers[AT]?.[index] ?? Number.NaN;
    const until = page.numbers[UNTIL]?.[index] ?? Number.NaN;
    const fact = this.cursor.on(row);
    const { wanted } = this;
    wanted.fill(0);
    let isIn = false;
    let next = Number.POSITIVE_INFINITY;
    const figures = this.figuresOf[page.kind] ?? nothing;
    for (let place = 0; place < figures.length; place++) {
      const figure = this.figures[figures[place] ?? 0];
      if (figure === undefined || !figure.belongs(fact)) continue;
      const enters = figure.entersAt(at, figure.part.of.begins(fact));
      const leaves = figure.leavesAt(at, until);
      if (Number.isNaN(enters) || leaves <= this.now) continue;
      if (enters <= this.now) {
        wanted[place >>> 5] = (wanted[place >>> 5] ?? 0) | (1 << (place & 31));
        isIn = true;
      }
      next = Math.min(next, enters > this.now ? enters : leaves);
    }
    this.setInside(row);
    if (!isIn && next === Number.POSITIVE_INFINITY) this.store.remove(row);
    else if (page.wake[index] !== next) {
      page.wake[index] = next;
      if (next !== Number.POSITIVE_INFINITY) this.queue.push(next, row);
    }
  }

  /** Puts the row into the figures that are wanted, and takes it out of the others. */
  private setInside(row: number): void {
    const page = this.store.page(row);
    const index = row & (pageRows - 1);
    const figures = this.figuresOf[page.kind] ?? nothing;
    for (let word = 0; word << 5 < figures.length; word++) {
      const wanted = this.wanted[word] ?? 0;
      const changed = (page.insideOf(index, word) ^ wanted) >>> 0;
      if (changed === 0) continue;
      const fact = this.cursor.on(row);
      const end = Math.min(figures.length, (word + 1) << 5);
      for (let place = word << 5; place < end; place++) {
        const bit = 1 << (place & 31);
        if ((changed & bit) !== 0) this.turn(figures[place] ?? 0, (wanted & bit) !== 0, row, fact);
      }
      page.setInside(index, word, wanted);
    }
  }

  private turn(number: number, isIn: boolean, row: number, fact: FactView): void {
    if (isIn) this.figures[number]?.add(fact);
    else this.figures[number]?.remove(fact);
    const watcher = this.watchers.get(number);
    if (isIn) watcher?.entered(row);
    else watcher?.left(row);
  }

  private drop(row: number): void {
    this.wanted.fill(0);
    this.setInside(row);
    this.store.remove(row);
  }
}

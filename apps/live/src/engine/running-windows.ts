import { type Fact, type FactKind, factKinds } from '@leadclock/domain/facts/fact.js';
import type { KpiContext } from '@leadclock/domain/kpi/kpi.js';
import type { GroupAnswer } from '@leadclock/domain/kpi/running-answer.js';
import type { Rates } from '@leadclock/domain/money/rates.js';
import type { RawFact } from './fact-columns.js';
import { pageRows } from './fact-page.js';
import { FactStore } from './fact-store.js';
import { InstantQueue } from './instant-queue.js';
import { LiveFigure, type LiveQuestion } from './live-question.js';

/** Told of each row that begins or ceases to count in a figure. */
export interface Watcher {
  entered(row: number): void;
  left(row: number): void;
}

const AT = 0;
const FROM = 1;
const UNTIL = 2;

/**
 * Answers that are kept, not computed: every fact that can still move one is here, with the next instant at which it does, so the figures
 * follow both the facts and the clock, and each change costs what it changes. Exact: they are what a single pass over the facts would say.
 */
export class RunningWindows {
  readonly store = new FactStore();
  private readonly queue = new InstantQueue();
  private readonly figures: readonly LiveFigure[];
  private readonly figuresOf: readonly (readonly number[])[];
  private readonly watchers = new Map<number, Watcher>();
  private readonly cursor = this.store.cursor();
  private now: number;
  private released = 0;

  constructor(
    questions: readonly LiveQuestion[],
    private readonly context: KpiContext,
    now: number,
  ) {
    if (questions.length > 32) throw new Error('at most 32 live figures can run side by side');
    this.now = now;
    this.figures = questions.map((question) => new LiveFigure(question, context));
    this.figuresOf = factKinds.map((kind) => this.figures.flatMap((figure, index) => (figure.kinds.includes(kind) ? [index] : [])));
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

  /** Subjects whose facts have all gone: their names are still held. */
  get garbage(): number {
    return this.released;
  }

  /** Which facts can count now or later: of each kind those placed at `since` or after; null: wherever they are placed. */
  scopes(): readonly { readonly kind: FactKind; readonly since: number | null }[] {
    return factKinds.flatMap((kind, index) => {
      const starts = (this.figuresOf[index] ?? []).map((number) => this.figures[number]?.start(this.now) ?? null);
      if (starts.length === 0) return [];
      return [{ kind, since: starts.reduce((a, b) => (a === null || b === null ? null : Math.min(a, b))) }];
    });
  }

  watch(name: string, watcher: Watcher): void {
    const index = this.figures.findIndex((figure) => figure.question.name === name);
    if (index < 0) throw new Error(`no live figure is named ${name}`);
    this.watchers.set(index, watcher);
  }

  /** Puts in a fact of a subject that has none of this key yet. Facts that cannot count again are left out. */
  load(fact: RawFact): void {
    this.settle(this.store.insert(fact));
  }

  /** What the subject says now, whole; answers whether anything that can be seen here has changed. */
  replace(subject: string, facts: readonly Fact[]): boolean {
    const { store } = this;
    const gone = new Set(store.rowsOf(store.subjects.find(subject)));
    const fresh: Fact[] = [];
    for (const fact of facts) {
      const raw = store.raw(fact);
      const same = [...gone].find((row) => store.page(row).kind === raw.kind && store.page(row).equals(row & (pageRows - 1), raw));
      if (same === undefined) fresh.push(fact);
      else gone.delete(same);
    }
    for (const row of gone) this.drop(row);
    for (const fact of fresh) this.load(store.raw(fact));
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
    let money = 0;
    for (const [number, figure] of this.figures.entries()) {
      if (!figure.question.kpi.money) continue;
      figure.restart({ ...this.context, rates });
      money |= 1 << number;
    }
    for (const [number, page] of this.store.pages.entries()) {
      for (let index = 0; index < pageRows; index++) {
        const inside = (page.inside?.[index] ?? 0) & money;
        if (inside === 0) continue;
        const fact = this.cursor.on(number * pageRows + index);
        for (const figure of this.figuresOf[page.kind] ?? []) if ((inside & (1 << figure)) !== 0) this.figures[figure]?.add(fact);
      }
    }
  }

  /** The groups of a live figure now. */
  groups(name: string): readonly GroupAnswer[] {
    const figure = this.figures.find(({ question }) => question.name === name);
    if (figure === undefined) throw new Error(`no live figure is named ${name}`);
    return figure.groups(this.now);
  }

  /** Brings a row's part in every figure in line with the present instant. */
  private settle(row: number): void {
    const page = this.store.page(row);
    const index = row & (pageRows - 1);
    const at = page.numbers[AT]?.[index] ?? Number.NaN;
    const from = page.numbers[FROM]?.[index] ?? Number.NaN;
    const until = page.numbers[UNTIL]?.[index] ?? Number.NaN;
    const fact = this.cursor.on(row);
    let wanted = 0;
    let next = Number.POSITIVE_INFINITY;
    for (const number of this.figuresOf[page.kind] ?? []) {
      const figure = this.figures[number];
      if (figure === undefined || !figure.belongs(fact)) continue;
      const enters = figure.entersAt(at, from);
      const leaves = figure.leavesAt(at, until);
      if (Number.isNaN(enters) || leaves <= this.now) continue;
      if (enters <= this.now) wanted |= 1 << number;
      next = Math.min(next, enters > this.now ? enters : leaves);
    }
    this.setInside(row, wanted);
    if (wanted === 0 && next === Number.POSITIVE_INFINITY) this.release(row);
    else if (page.wake[index] !== next) {
      page.wake[index] = next;
      if (next !== Number.POSITIVE_INFINITY) this.queue.push(next, row);
    }
  }

  private setInside(row: number, wanted: number): void {
    const page = this.store.page(row);
    const index = row & (pageRows - 1);
    const changed = ((page.inside?.[index] ?? 0) ^ wanted) >>> 0;
    if (changed === 0) return;
    const fact = this.cursor.on(row);
    for (const number of this.figuresOf[page.kind] ?? []) {
      if ((changed & (1 << number)) === 0) continue;
      const isIn = (wanted & (1 << number)) !== 0;
      if (isIn) this.figures[number]?.add(fact);
      else this.figures[number]?.remove(fact);
      const watcher = this.watchers.get(number);
      if (isIn) watcher?.entered(row);
      else watcher?.left(row);
    }
    page.setInside(index, wanted >>> 0);
  }

  private drop(row: number): void {
    this.setInside(row, 0);
    this.release(row);
  }

  private release(row: number): void {
    const subject = this.store.page(row).subject[row & (pageRows - 1)] ?? 0;
    this.store.remove(row);
    if (this.store.rowsOf(subject).length === 0) this.released++;
  }
}

import { startOf, startOfNext } from '@leadclock/domain/calendar/zone.js';
import type { FactKind } from '@leadclock/domain/facts/fact.js';
import type { Asking } from '@leadclock/domain/kpi/asking.js';
import type { Aggregate, KpiContext } from '@leadclock/domain/kpi/kpi.js';
import { type GroupAnswer, type RunningAnswer, startAnswer } from '@leadclock/domain/kpi/running-answer.js';
import { belongs } from '@leadclock/domain/kpi/selection.js';
import { type Site, siteOf } from '@leadclock/domain/kpi/site.js';
import type { FactView } from '@leadclock/domain/kpi/tally.js';
import { type CalendarWindow, isRolling, rollingLength, spanOf, type WindowName } from '@leadclock/domain/kpi/window.js';

/** A figure that somebody watches: a question that is answered again at every instant. `asking` is one of it, at any instant. */
export interface LiveQuestion {
  readonly name: string;
  readonly kpi: Aggregate;
  readonly asking: Asking;
}

const periods = { today: 'day', week: 'week', month: 'month', quarter: 'quarter', year: 'year' } as const satisfies Record<
  CalendarWindow,
  string
>;

/** A live question and what counts in it now. Knows of each fact when it begins to count and when it ceases to. */
export class LiveFigure {
  private running: RunningAnswer;
  private readonly site: Site;
  readonly belongs: (fact: FactView) => boolean;
  readonly kinds: readonly FactKind[];
  readonly window: WindowName | null;
  readonly isFlow: boolean;
  /** the calendar period looked at last: most facts lie in it */
  private period = { from: 0, to: 0 };

  constructor(
    readonly question: LiveQuestion,
    context: KpiContext,
  ) {
    const { kpi, asking } = question;
    this.running = startAnswer(kpi, asking, context);
    this.belongs = belongs(kpi, asking);
    this.kinds = kpi.reads;
    this.window = asking.window;
    this.isFlow = kpi.shape(asking.params) === 'flow';
    this.site = siteOf(context.configuration);
    if (this.isFlow && this.window === null) throw new Error(`${question.name}: a live flow needs a named window`);
  }

  /** The first instant at which a fact counts: it is true, and its place has passed. NaN: it has no place. */
  entersAt(at: number, from: number): number {
    return this.isFlow ? Math.max(from, at + 1) : from;
  }

  /** The first instant at which it does not count any more: untrue, or left behind by the window. */
  leavesAt(at: number, until: number): number {
    const end = Number.isNaN(until) ? Number.POSITIVE_INFINITY : until;
    return this.isFlow ? Math.min(end, this.leftBehindAt(at)) : end;
  }

  /** Begins anew under another context, with nothing in it. */
  restart(context: KpiContext): void {
    this.running = startAnswer(this.question.kpi, this.question.asking, context);
  }

  add(fact: FactView): void {
    this.running.add(fact);
  }
  remove(fact: FactView): void {
    this.running.remove(fact);
  }
  groups(asOf: number): readonly GroupAnswer[] {
    return this.running.groups(asOf);
  }

  /** Places before this instant cannot count any more; null: the figure is a stock. */
  start(asOf: number): number | null {
    return this.isFlow && this.window !== null ? spanOf(this.window, asOf, this.site).from : null;
  }

  private leftBehindAt(at: number): number {
    const { window, site } = this;
    if (window === null) return Number.POSITIVE_INFINITY;
    if (isRolling(window)) return at + rollingLength[window] + 1;
    if (at < this.period.from || at >= this.period.to) {
      const from = startOf(periods[window], site.zone, at, site.weekStart);
      this.period = { from, to: startOfNext(periods[window], site.zone, at, 1, site.weekStart) };
    }
    return this.period.to;
  }
}

import { startOf, startOfNext } from '@leadclock/domain/calendar/zone.js';
import type { FactKind } from '@leadclock/domain/facts/fact.js';
import type { KpiContext, Part } from '@leadclock/domain/kpi/kpi.js';
import { type GroupAnswer, type RunningAnswer, startAnswer } from '@leadclock/domain/kpi/running-answer.js';
import { belongs } from '@leadclock/domain/kpi/selection.js';
import { type Site, siteOf } from '@leadclock/domain/kpi/site.js';
import type { FactView } from '@leadclock/domain/kpi/tally.js';
import { type CalendarWindow, isRolling, rollingLength, spanOf, type WindowName } from '@leadclock/domain/kpi/window.js';

const periods = { today: 'day', week: 'week', month: 'month', quarter: 'quarter', year: 'year' } as const satisfies Record<
  CalendarWindow,
  string
>;

/** A part of a live question and what counts in it now. Knows of each fact when it begins to count and when it ceases to. */
export class LiveFigure {
  private running: RunningAnswer;
  private readonly site: Site;
  readonly belongs: (fact: FactView) => boolean;
  readonly kinds: readonly FactKind[];
  /** null: facts count wherever they are placed, as in a stock and over all time */
  private readonly window: WindowName | null;
  /** the calendar period looked at last: most facts lie in it */
  private period = { from: 0, to: 0 };

  constructor(
    readonly part: Part,
    context: KpiContext,
  ) {
    const { of, asking } = part;
    this.running = startAnswer(of, asking, context);
    this.belongs = belongs(of, asking);
    this.kinds = of.reads;
    this.window = asking.window;
    this.site = siteOf(context.configuration);
  }

  /** The first instant at which a fact counts that begins `from`: its place has passed, too. NaN: it has no place. */
  entersAt(at: number, from: number): number {
    return this.window === null ? from : Math.max(from, at + 1);
  }

  /** The first instant at which it does not count any more: untrue, or left behind by the window. */
  leavesAt(at: number, until: number): number {
    const end = Number.isNaN(until) ? Number.POSITIVE_INFINITY : until;
    return this.window === null ? end : Math.min(end, this.leftBehindAt(this.window, at));
  }

  /** Begins anew under another context, with nothing in it. */
  restart(context: KpiContext): void {
    this.running = startAnswer(this.part.of, this.part.asking, context);
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

  /** Places before this instant cannot count any more; null: they all can. */
  start(asOf: number): number | null {
    return this.window === null ? null : spanOf(this.window, asOf, this.site).from;
  }

  private leftBehindAt(window: WindowName, at: number): number {
    if (isRolling(window)) return at + rollingLength[window] + 1;
    if (at < this.period.from || at >= this.period.to) {
      const { zone, weekStart } = this.site;
      const from = startOf(periods[window], zone, at, weekStart);
      this.period = { from, to: startOfNext(periods[window], zone, at, 1, weekStart) };
    }
    return this.period.to;
  }
}

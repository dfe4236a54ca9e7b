import type { FactKind } from '@leadclock/domain/facts/fact.js';
import type { KpiContext, Part } from '@leadclock/domain/kpi/kpi.js';
import { type GroupAnswer, type RunningAnswer, startAnswer } from '@leadclock/domain/kpi/running-answer.js';
import { belongs } from '@leadclock/domain/kpi/selection.js';
import type { FactView } from '@leadclock/domain/kpi/tally.js';
import type { MovingPart, PartClock } from './moving-part.js';

/** A part of a live question and what counts in it now. Knows of each fact when it begins to count and when it ceases to. */
export class LiveFigure {
  private running: RunningAnswer;
  readonly belongs: (fact: FactView) => boolean;
  readonly kinds: readonly FactKind[];
  readonly part: Part;
  private readonly clock: PartClock;

  constructor({ part, clock }: MovingPart, context: KpiContext) {
    const { of, asking } = part;
    this.part = part;
    this.clock = clock;
    this.running = startAnswer(of, asking, context);
    this.belongs = belongs(of, asking);
    this.kinds = of.reads;
  }

  /** The first present at which a fact counts that begins `from`: its place has passed, too. NaN: it has no place. */
  entersAt(at: number, from: number): number {
    const { asOf, window } = this.clock;
    const begun = asOf.reaches(from);
    return window === null ? begun : Math.max(begun, window.to.reaches(at + 1));
  }

  /** The first present at which it does not count any more: untrue, or left behind by the window. */
  leavesAt(at: number, until: number): number {
    const { asOf, window } = this.clock;
    const end = Number.isNaN(until) ? Number.POSITIVE_INFINITY : asOf.reaches(until);
    return window === null ? end : Math.min(end, window.from.reaches(at + 1));
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
  groups(now: number): readonly GroupAnswer[] {
    return this.running.groups(this.clock.asOf.at(now));
  }

  /** Works the groups out one after the other, so that `groups` has little left to do. */
  steps(now: number): Generator<void> {
    return this.running.steps(this.clock.asOf.at(now));
  }

  /** Places before this instant cannot count any more; null: they all can. */
  start(now: number): number | null {
    return this.clock.window?.from.at(now) ?? null;
  }

  /** What has ceased to be true by this instant cannot count any more. */
  trueAfter(now: number): number {
    return this.clock.asOf.at(now);
  }
}

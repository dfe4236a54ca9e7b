import { startOfNext } from '../calendar/zone.js';
import type { Asking } from './asking.js';
import type { Kpi } from './kpi.js';
import type { Site } from './site.js';
import { targetAttainment } from './target-attainment.kpi.js';
import { addsUp } from './wanted.js';
import type { Span } from './window.js';
import { wonRevenue } from './won-revenue.kpi.js';

/** The parts of a target that are looked at, in quarters of it. */
const quarters = [1, 2, 3, 4] as const;

/** What a KPI came to in one day of the period: [from, to), in the unit of the KPI. */
export interface DayValue extends Span {
  readonly value: number;
}

/** A part of a target: when it was reached, and when it should have been. Instants in epoch milliseconds, amounts in the unit of the KPI. */
export interface Milestone {
  /** 0.25, 0.5, 0.75 or 1 of the target */
  readonly share: number;
  readonly amount: number;
  /** the first day at whose end the sum of the period was that much; null: not yet */
  readonly reached: Span | null;
  /** when an even pace over the whole period comes to it: from + share × length */
  readonly due: number;
  readonly state: 'ahead' | 'behind' | 'open';
}

interface Course {
  readonly period: Span;
  readonly asOf: number;
  readonly site: Pick<Site, 'zone'>;
}

/**
 * The milestones of a target over its period; null: there is none, or it is 0 or less. `days`: what has come in, in order. The first day counts,
 * also when a later one takes something back. Days are compared with days: one reached within the day that is due is `ahead`, one not
 * reached is `open` until that day is over. A due instant at midnight belongs to the day that ends with it. Sums are exact to a ten-thousandth.
 */
export function milestonesOf(
  days: readonly DayValue[],
  target: number | null,
  { period, asOf, site }: Course,
): readonly Milestone[] | null {
  if (target === null || target <= 0) return null;
  const units = inUnits(target);
  return quarters.map((quarter) => {
    const share = quarter / 4;
    const reached = firstDayAt(days, quarter * units);
    const due = period.from + share * (period.to - period.from);
    const dueIsOver = asOf >= Math.min(startOfNext('day', site.zone, due - 1), period.to);
    const late = reached === null ? dueIsOver : reached.from >= due;
    return {
      share,
      amount: (quarter * units) / 40_000,
      reached,
      due,
      state: late ? 'behind' : reached === null ? 'open' : 'ahead',
    };
  });
}

/** The first day at whose end four times the sum is at least so many ten-thousandths. */
function firstDayAt(days: readonly DayValue[], wanted: number): Span | null {
  let sum = 0;
  for (const { from, to, value } of days) {
    sum += inUnits(value);
    if (4 * sum >= wanted) return { from, to };
  }
  return null;
}

const inUnits = (amount: number): number => Math.round(amount * 10_000);

/** The KPI whose days come to a target of this one: itself if it adds up to one number, of `target-attainment` the revenue; null: none does. */
export function countedTowards(kpi: Kpi, { params }: Pick<Asking, 'params'>): Kpi | null {
  if (kpi.name === targetAttainment.name) return wonRevenue;
  return addsUp(kpi, { params }) && kpi.series.length === 0 ? kpi : null;
}

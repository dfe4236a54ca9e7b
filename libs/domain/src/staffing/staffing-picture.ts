import type { Configuration } from '../configuration/configuration.js';
import { attainment } from '../what-if/attainment.js';
import { type CauseCount, CauseCounts } from './cause-counts.js';
import { GapBook, type StaffingGap } from './gap-book.js';
import { dayAndHour, hourOfWeek, hoursOfWeek, timeByHour } from './hour-of-week.js';
import { lateCause } from './late-cause.js';
import type { LateLead } from './late-clock.js';
import type { TeamCover } from './team-cover.js';

/** Fewer judged leads than this say more of chance than of an hour. */
const few = 10;
/** How many of the worst hours are told: what somebody can look at, one by one. */
const worstTold = 10;
const hour = 3_600_000;

/** How leads fared that arrived in one hour of the week. */
export interface StaffedHour {
  /** Monday 0 */
  readonly weekday: number;
  readonly hour: number;
  /** how many such hours the period had: 4 in four weeks, parts of hours at its ends */
  readonly hours: number;
  readonly arrivals: number;
  readonly met: number;
  readonly late: number;
  /** met / (met + late), 0 to 1; null: no deadline has passed */
  readonly attainment: number | null;
  /** too few deadlines to judge by */
  readonly small: boolean;
  /** of the late ones, the most first */
  readonly causes: readonly CauseCount[];
}

export type StaffingTotals = Omit<StaffedHour, 'weekday' | 'hour'>;

export interface StaffingPicture {
  readonly total: StaffingTotals;
  /** all 168, from Monday's first on */
  readonly hours: readonly StaffedHour[];
  /** the hours in which most leads went late, the most first */
  readonly worst: readonly StaffedHour[];
  /** what left leads without anybody, the most late leads first */
  readonly gaps: readonly StaffingGap[];
}

/** The period and place of a picture: [from, to), epoch milliseconds. */
export interface StaffingPeriod {
  readonly zone: string;
  readonly from: number;
  readonly to: number;
}

interface Counted {
  arrivals: number;
  met: number;
  readonly causes: CauseCounts;
}

/**
 * When leads come, when they are late and why, by the hour of the week of their arrival. Arrivals and leads that were met may come counted, late ones
 * come one by one: each has its cause.
 */
export class StaffingTally {
  private readonly counted: readonly Counted[] = Array.from({ length: hoursOfWeek }, () => ({
    arrivals: 0,
    met: 0,
    causes: new CauseCounts(),
  }));
  private readonly gaps = new GapBook();

  constructor(
    private readonly configuration: Configuration,
    private readonly cover: TeamCover,
    private readonly period: StaffingPeriod,
  ) {}

  addArrivals(index: number, leads: number): void {
    const counted = this.counted[index];
    if (counted !== undefined) counted.arrivals += leads;
  }

  addMet(index: number, leads: number): void {
    const counted = this.counted[index];
    if (counted !== undefined) counted.met += leads;
  }

  addLate(lead: LateLead): void {
    const caused = lateCause(this.configuration, this.cover, lead);
    const { zone } = this.period;
    this.counted[hourOfWeek(zone, lead.arrivedAt)]?.causes.add(caused.cause);
    if (caused.cause !== 'there') this.gaps.add(caused.cause, lead.team, caused.calendars, hourOfWeek(zone, caused.at));
  }

  picture(): StaffingPicture {
    const { zone, from, to } = this.period;
    const time = timeByHour(zone, from, to);
    const hours = this.counted.map((counted, index) => ({ ...dayAndHour(index), ...figures([counted], time[index] ?? 0) }));
    const worst = hours
      .filter(({ late }) => late > 0)
      .toSorted((a, b) => b.late - a.late || (a.attainment ?? 0) - (b.attainment ?? 0))
      .slice(0, worstTold);
    return { total: figures(this.counted, to - from), hours, worst, gaps: this.gaps.inOrder() };
  }
}

function figures(counted: readonly Counted[], time: number): StaffingTotals {
  const sums = new CauseCounts();
  let arrivals = 0;
  let met = 0;
  for (const one of counted) {
    arrivals += one.arrivals;
    met += one.met;
    sums.addAll(one.causes);
  }
  const late = sums.all;
  return {
    hours: time / hour,
    arrivals,
    met,
    late,
    attainment: attainment({ met, breached: late }),
    small: met + late < few,
    causes: sums.inOrder(),
  };
}

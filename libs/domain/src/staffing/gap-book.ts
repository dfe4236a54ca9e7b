import { compareUtf8 } from '../events/order.js';
import { dayAndHour } from './hour-of-week.js';
import type { LateCause } from './late-cause.js';

/** Hours of one day that follow each other, in which a gap made leads late: from the start of one to the end (at most 24) of another. */
export interface GapHours {
  readonly weekday: number;
  readonly from: number;
  readonly to: number;
  readonly late: number;
}

/** Hours in which nobody of a team could take its leads, or in which its clock stood still, with the leads that were late for it. */
export interface StaffingGap {
  readonly cause: Exclude<LateCause, 'there'>;
  /** null: leads of no team, which anybody may take */
  readonly team: string | null;
  /** the calendars whose hours leave the gap */
  readonly calendars: readonly string[];
  readonly late: number;
  readonly hours: readonly GapHours[];
}

type Place = Pick<StaffingGap, 'cause' | 'team' | 'calendars'>;

/** Gaps as late leads tell of them. */
export class GapBook {
  private readonly gaps = new Map<string, Place & { readonly byHour: Map<number, number> }>();

  /** `index`: the hour of the week that was in the gap. */
  add(cause: Place['cause'], team: string | null, calendars: readonly string[], index: number): void {
    const key = JSON.stringify([cause, team, calendars]);
    let gap = this.gaps.get(key);
    if (gap === undefined) this.gaps.set(key, (gap = { cause, team, calendars, byHour: new Map() }));
    gap.byHour.set(index, (gap.byHour.get(index) ?? 0) + 1);
  }

  /** The most late leads first. */
  inOrder(): readonly StaffingGap[] {
    return [...this.gaps]
      .map(([key, { cause, team, calendars, byHour }]) => {
        const hours = joined(byHour);
        return { key, gap: { cause, team, calendars, late: hours.reduce((sum, { late }) => sum + late, 0), hours } };
      })
      .toSorted((a, b) => b.gap.late - a.gap.late || compareUtf8(a.key, b.key))
      .map(({ gap }) => gap);
  }
}

function joined(byHour: ReadonlyMap<number, number>): readonly GapHours[] {
  const hours: GapHours[] = [];
  for (const [index, late] of [...byHour].toSorted(([a], [b]) => a - b)) {
    const { weekday, hour } = dayAndHour(index);
    const last = hours.at(-1);
    if (last?.weekday === weekday && last.to === hour) hours[hours.length - 1] = { ...last, to: hour + 1, late: last.late + late };
    else hours.push({ weekday, from: hour, to: hour + 1, late });
  }
  return hours;
}

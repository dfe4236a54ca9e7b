import { hoursOf, type Unavailable, whyUnavailable } from '../alerts/availability.js';
import type { StatusSaid } from '../alerts/rota-said.js';
import { openingAt } from '../calendar/openings.js';
import { workingCalendar } from '../calendar/working-time.js';
import { endOfDate, startOfDate } from '../calendar/zone.js';
import type { Configuration } from '../configuration/configuration.js';
import { inForce, latest, versionsOf } from '../configuration/in-force.js';
import { cutAt } from '../lead/spans.js';

/** What holds of a rep from an instant on, until his next span. */
export interface Presence {
  readonly from: number;
  /** whose he is; null: nobody's, since he is not active */
  readonly team: string | null;
  /** the calendar of his hours; null: at any hour */
  readonly calendar: string | null;
  /** why nobody could give him a lead; null: he could have taken one. Off on a day on which he would not have worked then: `closed` */
  readonly why: Unavailable | null;
}

/**
 * When a rep could have taken a lead in [from, to), and why not at other times, as the rota saw it (`whyUnavailable`): without a gap, in order.
 * `statuses`: all that was said of him up to `to`.
 */
export function presenceOf(
  configuration: Configuration,
  rep: string,
  statuses: readonly StatusSaid[],
  { from, to }: { readonly from: number; readonly to: number },
): readonly Presence[] {
  const spans: Presence[] = [];
  let said = 0;
  for (const piece of cutAt({ from, until: to }, edgesOf(configuration, rep, statuses))) {
    while ((statuses[said]?.at ?? Number.POSITIVE_INFINITY) <= piece.from) said += 1;
    const status = statuses[said - 1]?.status ?? null;
    const settings = inForce(versionsOf(configuration.reps, rep), piece.from);
    if (settings?.active !== true) {
      spans.push({ from: piece.from, team: null, calendar: null, why: 'gone' });
      continue;
    }
    const { team } = settings;
    const calendar = hoursOf(configuration, settings, piece.from);
    const end = piece.until ?? to;
    for (let at = piece.from; at < end; ) {
      const { isOpen, until } = openingAt(workingCalendar(configuration, calendar), at);
      const why = isOpen ? whyUnavailable(configuration, rep, status, at) : 'closed';
      spans.push({ from: at, team, calendar, why });
      at = until ?? end;
    }
  }
  return spans;
}

/** The span that holds at an instant of the period; null: before all of them. */
export function presenceAt(spans: readonly Presence[], at: number): Presence | null {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.from ?? at) <= at) low = middle + 1;
    else high = middle;
  }
  return spans[low - 1] ?? null;
}

/** The instants at which something about a rep changes, but for the hours of his calendar. */
function edgesOf({ reps, teams, site }: Configuration, rep: string, statuses: readonly StatusSaid[]): readonly number[] {
  const edges = statuses.map(({ at }) => at);
  const zone = latest(site)?.zone ?? 'UTC';
  for (const { effect, value } of versionsOf(reps, rep) ?? []) {
    edges.push(effect);
    for (const date of value.daysOff) edges.push(startOfDate(zone, date), endOfDate(zone, date));
    for (const team of versionsOf(teams, value.team) ?? []) edges.push(team.effect);
  }
  return edges;
}

import { type EventOf, effectiveTime } from '../events/event.js';
import { instantOf } from '../events/instant.js';
import { versionIndex } from './in-force.js';

type CalendarSet = EventOf<'calendar.set'>;

export interface Holiday {
  /** yyyy-mm-dd */
  readonly date: string;
  readonly name: string;
}

/** Sources of the events by which holidays come in from files and addresses begin so. */
export const importSource = '/leadclock/holidays/';

/**
 * By which source each date of a calendar came to be a holiday: the one that named it first, until the date stood in no version that held then or was to
 * come. So what an import may take away is known from the log alone. `events`: all that set the calendar, as `setBy` gives them:
 * in their order, retracted ones left out.
 */
export function namedBy(events: readonly CalendarSet[]): ReadonlyMap<string, string> {
  const sources = new Map<string, string>();
  let standing: readonly Named[] = [];
  for (const event of events) {
    standing = ahead([...standing, named(event)], effectiveTime(event));
    const dates = new Set(standing.flatMap((version) => version.dates));
    for (const date of sources.keys()) if (!dates.has(date)) sources.delete(date);
    for (const { date } of event.data.holidays) if (!sources.has(date)) sources.set(date, event.source);
  }
  return sources;
}

/** A version by the days that it holds as holidays. */
interface Named {
  readonly effect: number;
  readonly dates: readonly string[];
}

function named(event: CalendarSet): Named {
  const { effective_from: from, holidays } = event.data;
  return { effect: from === undefined ? effectiveTime(event) : instantOf(from), dates: holidays.map(({ date }) => date) };
}

/** The version that holds at an instant, and those to come; of several of one effect the one told last. */
function ahead(versions: readonly Named[], at: number): readonly Named[] {
  const inOrder = versions.toSorted((a, b) => a.effect - b.effect);
  return inOrder.slice(versionIndex(inOrder, at)).filter(({ effect }, index, all) => all[index + 1]?.effect !== effect);
}

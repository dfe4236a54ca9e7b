import type { Week } from './calendar-answers.js';
import { weekdays } from './calendar-draft.js';
import { minutesOf } from './time-of-day.js';
import { useCalendarWords } from './use-calendar-words.js';

const DAY_MINUTES = 1_440;

/** The hours of a week, a bar for each day from midnight to midnight; hours that cannot be read are not drawn. */
export function WeekBars({ week }: { week: Week }) {
  const words = useCalendarWords();
  return (
    <dl className="cal-week">
      {weekdays.map((day) => (
        <div key={day} className={(week[day] ?? []).length === 0 ? 'is-closed' : undefined}>
          <dt>{words.weekday(day, 'short')}</dt>
          <dd>
            <span className="cal-track" aria-hidden="true">
              {(week[day] ?? []).map(([from, to], index) => (
                <Bar key={`${index} ${from} ${to}`} from={minutesOf(from)} to={minutesOf(to)} />
              ))}
            </span>
            <span>{words.hours(week[day])}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Bar({ from, to }: { from: number | null; to: number | null }) {
  if (from === null || to === null || to <= from) return null;
  const share = (minutes: number): string => `${(minutes / DAY_MINUTES) * 100}%`;
  return <i style={{ insetInlineStart: share(from), width: share(to - from) }} />;
}

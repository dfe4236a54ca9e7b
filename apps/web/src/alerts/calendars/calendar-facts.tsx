import { Plural, Trans } from '@lingui/react/macro';
import { dayIn } from '../../team/days.js';
import type { Calendar, CalendarList, Change } from './calendar-answers.js';
import { timeOf } from './time-of-day.js';
import { useCalendarWords, useUsedBy } from './use-calendar-words.js';

/** What is to be known of a calendar beside its hours. */
export function CalendarFacts({ calendar, list }: { calendar: Calendar; list: CalendarList }) {
  const words = useCalendarWords();
  const usedBy = useUsedBy(list);
  const { zone, offset_min, holidays, used_by } = calendar;
  const now = words.clock(list.as_of, offset_min);
  const today = dayIn(zone, Date.parse(list.as_of));
  const ahead = holidays.filter(({ date }) => date >= today);
  const [next] = ahead;
  const [change] = calendar.clock_changes;
  return (
    <dl className="pol-facts cal-facts">
      <div>
        <dt>
          <Trans>Time zone</Trans>
        </dt>
        <dd>
          <bdi>{zone}</bdi> <span className="t2">{<Trans>now {now}</Trans>}</span>
        </dd>
      </div>
      <div>
        <dt>
          <Trans>Works in it</Trans>
        </dt>
        <dd>
          <bdi>{usedBy(used_by)}</bdi>
        </dd>
      </div>
      <div>
        <dt>
          <Trans>Holidays</Trans>
        </dt>
        <dd>
          {next === undefined ? (
            <Trans>none to come</Trans>
          ) : (
            <>
              <Plural value={ahead.length} one="# day to come" other="# days to come" />
              <span className="cal-next">
                {words.day(next.date)} <bdi>{next.name}</bdi>
              </span>
            </>
          )}
        </dd>
      </div>
      {change !== undefined && (
        <div>
          <dt>
            <Trans>Clock change</Trans>
          </dt>
          <dd>
            <ChangeWords change={change} />
          </dd>
        </div>
      )}
    </dl>
  );
}

/** A day that has not 24 hours, or whose hours lie elsewhere. */
export function ChangeWords({ change }: { change: Change }) {
  const words = useCalendarWords();
  const [date, hours] = [words.day(change.date), words.dayLength(change.hours)];
  const [from, to] = [timeOf(change.from), timeOf(change.to)];
  return (
    <Trans>
      {date} has {hours}: {from} becomes {to}
    </Trans>
  );
}

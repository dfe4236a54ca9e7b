import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { dayIn } from '../../team/days.js';
import type { Calendar, Holiday } from './calendar-answers.js';
import { Feeds } from './feeds.js';
import { HolidayFile } from './holiday-file.js';
import { useCalendarWords } from './use-calendar-words.js';

/** All holidays of a calendar, where they come from, and the ways by which more come in. */
export function HolidaysPanel({ calendar, asOf }: { calendar: Calendar; asOf: string }) {
  const { t } = useLingui();
  const { calendar: id, holidays, zone } = calendar;
  const today = dayIn(zone, Date.parse(asOf));
  const past = holidays.filter(({ date }) => date < today);
  return (
    <section className="pol-history cal-holidays" aria-label={t`Holidays of ${id}`}>
      {holidays.length === 0 ? (
        <p className="t2">
          <Trans>No holidays yet. Enter them one by one in the form (Edit), or take them from a file or an address.</Trans>
        </p>
      ) : (
        <HolidayTable calendar={calendar} holidays={holidays.filter(({ date }) => date >= today)} />
      )}
      {past.length > 0 && (
        <details>
          <summary>
            <Plural value={past.length} one="# day that has passed" other="# days that have passed" />
          </summary>
          <HolidayTable calendar={calendar} holidays={past} />
        </details>
      )}
      <HolidayFile calendar={calendar} />
      <Feeds calendar={calendar} />
    </section>
  );
}

function HolidayTable({ calendar: { feeds }, holidays }: { calendar: Calendar; holidays: readonly Holiday[] }) {
  const { t } = useLingui();
  const words = useCalendarWords();
  const broughtBy = (by: string | null): string =>
    by === null ? t`entered` : (feeds.find(({ id }) => id === by)?.host ?? t`a file, or an address of before`);
  if (holidays.length === 0) return null;
  return (
    <table className="pol-leads">
      <thead>
        <tr>
          <th scope="col">
            <Trans>Day</Trans>
          </th>
          <th scope="col">
            <Trans context="of a holiday">Name</Trans>
          </th>
          <th scope="col">
            <Trans>Comes from</Trans>
          </th>
        </tr>
      </thead>
      <tbody>
        {holidays.map(({ date, name, by }) => (
          <tr key={date}>
            <th scope="row">{words.day(date)}</th>
            <td>
              <bdi>{name}</bdi>
            </td>
            <td>
              <bdi>{broughtBy(by)}</bdi>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import { Shape } from '../../team/icons.js';
import { type CalendarDraft, hoursOf, weekdays } from './calendar-draft.js';
import { settleConflict, type Theirs } from './draft-store.js';
import { useCalendarWords } from './use-calendar-words.js';

/** Somebody else has set the calendar meanwhile: what differs, and whose goes on. What was typed stays in the form until one is chosen. */
export function CalendarConflict({ mine, theirs }: { mine: CalendarDraft; theirs: Theirs }) {
  const lines = useLines();
  const own = lines(mine);
  const differing = lines(theirs.draft).filter(({ value }, index) => own[index]?.value !== value);
  return (
    <section className="pol-conflict" role="alert">
      <p>
        <Shape of="soon" />{' '}
        <b>
          <Trans>Somebody else has changed this calendar meanwhile.</Trans>
        </b>{' '}
        <Trans>Nothing that you typed is lost.</Trans>
      </p>
      {differing.length > 0 && (
        <table className="pol-leads">
          <thead>
            <tr>
              <th scope="col">
                <Trans>What differs</Trans>
              </th>
              <th scope="col">
                <Trans>Theirs</Trans>
              </th>
              <th scope="col">
                <Trans>Yours</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {differing.map(({ name, value }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>
                  <bdi>{value}</bdi>
                </td>
                <td>
                  <bdi>{own.find((line) => line.name === name)?.value}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className="pol-bar">
        <button type="button" className="btn" onClick={() => settleConflict('mine')}>
          <Trans>Go on with mine</Trans>
        </button>
        <button type="button" className="btn" onClick={() => settleConflict('theirs')}>
          <Trans>Take theirs</Trans>
        </button>
      </div>
    </section>
  );
}

/** What a calendar says, line by line, always the same lines. */
function useLines() {
  const { t } = useLingui();
  const words = useCalendarWords();
  return (draft: CalendarDraft) => {
    const week = hoursOf(draft.week);
    return [
      { name: t`Time zone`, value: draft.zone },
      ...weekdays.map((day) => ({ name: words.weekday(day), value: words.hours(week[day]) })),
      {
        name: t`Holidays`,
        value: draft.holidays.length === 0 ? '–' : words.list(draft.holidays.map(({ date, name }) => `${words.day(date)} ${name}`)),
      },
    ];
  };
}

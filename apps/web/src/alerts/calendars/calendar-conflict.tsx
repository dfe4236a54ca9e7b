import { Trans, useLingui } from '@lingui/react/macro';
import { Shape } from '../../team/icons.js';
import { DifferingLines } from '../form/differing-lines.js';
import { type CalendarDraft, hoursOf, weekdays } from './calendar-draft.js';
import { settleConflict, type Theirs } from './draft-store.js';
import { useCalendarWords } from './use-calendar-words.js';

/** Somebody else has set the calendar meanwhile: what differs, and whose goes on. What was typed stays in the form until one is chosen. */
export function CalendarConflict({ mine, theirs }: { mine: CalendarDraft; theirs: Theirs }) {
  const lines = useLines();
  const settle = (whose: 'mine' | 'theirs'): void => {
    settleConflict(whose);
    // it can be pressed again from then on
    requestAnimationFrame(() => document.getElementById('pol-save')?.focus());
  };
  return (
    <section className="pol-conflict" role="alert">
      <p>
        <Shape of="soon" />
        <span>
          <b>
            <Trans>Somebody else has changed this calendar meanwhile.</Trans>
          </b>{' '}
          <Trans>Nothing that you typed is lost.</Trans>
        </span>
      </p>
      <DifferingLines own={lines(mine)} theirs={lines(theirs.draft)} />
      <div className="pol-bar">
        <button type="button" className="btn" onClick={() => settle('mine')}>
          <Trans>Go on with mine</Trans>
        </button>
        <button type="button" className="btn" onClick={() => settle('theirs')}>
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

import { Trans, useLingui } from '@lingui/react/macro';
import { ConflictPanel } from '../form/conflict-panel.js';
import { type CalendarDraft, hoursOf, weekdays } from './calendar-draft.js';
import { settleConflict, type Theirs } from './draft-store.js';
import { useCalendarWords } from './use-calendar-words.js';

/** Somebody else has set the calendar meanwhile. */
export function CalendarConflict({ mine, theirs }: { mine: CalendarDraft; theirs: Theirs }) {
  const lines = useLines();
  return (
    <ConflictPanel
      said={<Trans>Somebody else has changed this calendar meanwhile.</Trans>}
      own={lines(mine)}
      theirs={lines(theirs.draft)}
      onSettle={settleConflict}
    />
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

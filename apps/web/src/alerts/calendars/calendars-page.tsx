import { Trans, useLingui } from '@lingui/react/macro';
import { AskProblem } from '../ask-problem.js';
import { Place } from '../place.js';
import { type CalendarList, useCalendars } from './calendar-answers.js';
import { CalendarCard } from './calendar-card.js';
import { CalendarForm } from './calendar-form.js';
import { beginNew, useEditing } from './draft-store.js';
import { WhoWorks } from './who-works.js';
import '../cards.css';
import '../form/form.css';
import './calendars.css';

/** The hours and days in which the clocks run. */
export function CalendarsPage() {
  const { t } = useLingui();
  const { data, error, refetch } = useCalendars();
  const editing = useEditing();
  return (
    <Place title={t`Calendars`} about={t`When each team works, and on which days it does not. Time outside does not count.`}>
      {error !== null && <AskProblem error={error} onAgain={() => void refetch()} />}
      {data === undefined && error === null && <i className="bone pol-bones" aria-busy="true" />}
      {data !== undefined && (editing === null ? <Calendars list={data} /> : <CalendarForm editing={editing} list={data} />)}
    </Place>
  );
}

function Calendars({ list }: { list: CalendarList }) {
  const { calendars, zone } = list;
  return (
    <>
      <div className="pol-bar">
        <button type="button" className="btn btn-primary" onClick={() => beginNew(zone)}>
          <Trans>New calendar</Trans>
        </button>
      </div>
      {calendars.length === 0 && (
        <p className="panel pol-empty">
          <Trans>There is no calendar yet: every clock runs day and night.</Trans>
        </p>
      )}
      <ul className="pol-list">
        {calendars.map((calendar) => (
          <CalendarCard key={calendar.calendar} calendar={calendar} list={list} />
        ))}
      </ul>
      <WhoWorks list={list} />
    </>
  );
}

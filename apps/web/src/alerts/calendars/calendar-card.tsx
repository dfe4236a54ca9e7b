import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import type { Calendar, CalendarList } from './calendar-answers.js';
import { CalendarFacts } from './calendar-facts.js';
import { beginEdit } from './draft-store.js';
import { HolidaysPanel } from './holidays-panel.js';
import { useCalendarWords } from './use-calendar-words.js';
import { WeekBars } from './week-bars.js';

/** A calendar in force: its week, who works in it, and what can be done with it. */
export function CalendarCard({ calendar, list }: { calendar: Calendar; list: CalendarList }) {
  const words = useCalendarWords();
  const [open, setOpen] = useState(false);
  const { calendar: id, edit, week, later, feeds } = calendar;
  const name = (
    <span className="vh">
      {' '}
      <bdi>{id}</bdi>
    </span>
  );
  return (
    <li className="panel pol-card" data-calendar={id}>
      <div className="pol-head">
        <h2>
          <bdi>{id}</bdi>
        </h2>
        <OpenNow calendar={calendar} />
        <button type="button" className="btn btn-quiet" onClick={() => beginEdit(id, calendar, null, edit)}>
          <Trans>Edit</Trans>
          {name}
        </button>
        <button type="button" className="btn btn-quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
          <Trans>Holidays</Trans>
          {name}
        </button>
      </div>
      <div className="cal-body">
        <WeekBars week={week} />
        <CalendarFacts calendar={calendar} list={list} />
      </div>
      {later.map((version) => {
        const at = words.moment(version.effective_at, version.zone);
        return (
          <p key={version.effective_at} className="pol-next">
            <Trans>It changes on {at}.</Trans>{' '}
            <button type="button" className="as-link" onClick={() => beginEdit(id, version, version.effective_at, edit)}>
              <Trans>Look at it, or edit it</Trans>
            </button>
          </p>
        );
      })}
      {!open && feeds.some(({ failure }) => failure !== null) && (
        <p className="pol-next cal-warn">
          <Trans>An address of its holidays cannot be read; those that are known stay.</Trans>
        </p>
      )}
      {open && <HolidaysPanel calendar={calendar} asOf={list.as_of} />}
    </li>
  );
}

/** Whether its clocks run now, and until when that is so. */
function OpenNow({ calendar: { open, changes_at, zone } }: { calendar: Calendar }) {
  const words = useCalendarWords();
  const at = changes_at === null ? '' : words.moment(changes_at, zone);
  const said = open ? (
    changes_at === null ? (
      <Trans>open, always</Trans>
    ) : (
      <Trans>open now, until {at}</Trans>
    )
  ) : changes_at === null ? (
    <Trans>closed</Trans>
  ) : (
    <Trans>closed now, opens {at}</Trans>
  );
  return <span className={open ? 'cap grow cal-open' : 'cap t2 grow'}>{said}</span>;
}

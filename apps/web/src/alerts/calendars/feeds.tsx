import { Plural, Trans } from '@lingui/react/macro';
import { useEffect, useId, useState } from 'react';
import { useZone } from '../../console/use-console.js';
import { Shape } from '../../team/icons.js';
import { markUnsaved } from '../unsaved.js';
import type { Calendar, CalendarList, Feed } from './calendar-answers.js';
import { useCalendarProblem } from './calendar-problem-words.js';
import { SettingProblem } from './setting-problem.js';
import { useCalendarWords } from './use-calendar-words.js';
import { useSetting } from './use-setting.js';

/** The addresses from which a calendar gets holidays, day by day, and how that goes. */
export function Feeds({ calendar }: { calendar: Calendar }) {
  const { feeds } = calendar;
  return (
    <div className="cal-feeds">
      {feeds.length > 0 && (
        <ul className="pol-lines">
          {feeds.map((feed) => (
            <FeedLine key={feed.id} feed={feed} calendar={calendar} />
          ))}
        </ul>
      )}
      <NewFeed calendar={calendar} />
    </div>
  );
}

/** What changes its holidays shows them at the latest when they differ from those that were shown. */
const differs =
  ({ calendar, holidays }: Calendar) =>
  ({ calendars }: CalendarList, answer: unknown): boolean => {
    const said = typeof answer === 'object' && answer !== null ? Reflect.get(answer, 'outcome') : null;
    const now = calendars.find((one) => one.calendar === calendar)?.holidays;
    return (
      said !== 'changed' ||
      JSON.stringify(now?.map(({ date, name }) => [date, name])) !== JSON.stringify(holidays.map(({ date, name }) => [date, name]))
    );
  };

function FeedLine({ feed, calendar }: { feed: Feed; calendar: Calendar }) {
  const words = useCalendarWords();
  const say = useCalendarProblem();
  const zone = useZone();
  const [isAsked, setAsked] = useState(false);
  const { answered, sending, set } = useSetting();
  const { id, host, holidays, read_at, failing_since, failure, next_at, stale } = feed;
  const [read, since, next] = [read_at, failing_since, next_at].map((at) => (at === null ? '' : words.moment(at, zone)));
  const path = `/v1/calendar-feeds/${encodeURIComponent(id)}`;
  return (
    <li>
      <div className="pol-head">
        <b className="grow">
          <bdi>{host}</bdi>
        </b>
        <button
          type="button"
          className="btn btn-quiet"
          disabled={sending}
          onClick={() => void set({ method: 'POST', path: `${path}/read` }, differs(calendar))}
        >
          <Trans>Read now</Trans>
          <span className="vh">: {host}</span>
        </button>
        <button type="button" className="btn btn-quiet" aria-expanded={isAsked} onClick={() => setAsked(!isAsked)}>
          <Trans>Forget it</Trans>
          <span className="vh">: {host}</span>
        </button>
      </div>
      <p className="t2" role="status">
        {read_at === null ? (
          <Trans>It could not be read yet.</Trans>
        ) : (
          <>
            <Plural value={holidays} one="Names # day." other="Names # days." /> <Trans>Last good copy: {read}.</Trans>
          </>
        )}{' '}
        <Trans>Next: {next}.</Trans>
      </p>
      {failure !== null && (
        <p className="pol-problem">
          <Shape of={stale ? 'late' : 'soon'} />
          <span>
            <Trans>Not readable since {since}:</Trans> <bdi>{say({ path: '$.url', problem: failure, reason: 'unread' })}</bdi>{' '}
            <Trans>The days that are known stay.</Trans>
          </span>
        </p>
      )}
      <SettingProblem answered={answered} />
      {isAsked && (
        <div className="pol-bar" role="alert">
          <span>
            <Trans>It is read no more, and its address is forgotten. The days that it has brought stay.</Trans>
          </span>
          <button type="button" className="btn btn-warn" disabled={sending} onClick={() => void set({ method: 'DELETE', path })}>
            <Trans>Forget the address</Trans>
          </button>
          <button type="button" className="btn btn-quiet" onClick={() => setAsked(false)}>
            <Trans>Keep it</Trans>
          </button>
        </div>
      )}
    </li>
  );
}

function NewFeed({ calendar }: { calendar: Calendar }) {
  const id = useId();
  const [url, setUrl] = useState('');
  const { answered, sending, set, forget } = useSetting();
  const isWrong = answered !== null && answered.kind !== 'done';
  const part = `address for ${calendar.calendar}`;
  useEffect(() => {
    markUnsaved(part, url.trim() !== '');
    return () => markUnsaved(part, false);
  }, [part, url]);
  const add = async (): Promise<void> => {
    const body = { calendar: calendar.calendar, url: url.trim() };
    const came = await set({ method: 'POST', path: '/v1/calendar-feeds', body }, differs(calendar));
    if (came.kind === 'done') setUrl('');
  };
  return (
    <form
      className={isWrong ? 'pol-field is-wrong' : 'pol-field'}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (url.trim() !== '' && !sending) void add();
      }}
    >
      <label htmlFor={id}>
        <Trans>From an address, read each day</Trans>
      </label>
      <span className="cal-url">
        <input
          id={id}
          type="url"
          inputMode="url"
          className="pol-input"
          maxLength={2_000}
          autoComplete="off"
          placeholder="https://…/holidays.ics"
          aria-invalid={isWrong}
          aria-describedby={`${id}-said`}
          value={url}
          onChange={(event) => {
            forget();
            setUrl(event.target.value);
          }}
        />
        <button type="submit" className="btn" disabled={sending || url.trim() === ''}>
          {sending ? <Trans>Reading …</Trans> : <Trans>Add</Trans>}
        </button>
      </span>
      {isWrong ? (
        <SettingProblem answered={answered} id={`${id}-said`} />
      ) : (
        <span className="cap t2" id={`${id}-said`}>
          <Trans>If it is away one day, the days that are known stay. Of the address only its host is shown again.</Trans>
        </span>
      )}
    </form>
  );
}

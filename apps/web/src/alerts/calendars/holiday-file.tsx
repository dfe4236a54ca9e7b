import { Plural, Trans } from '@lingui/react/macro';
import { useId, useRef, useState } from 'react';
import * as z from 'zod/mini';
import type { Calendar } from './calendar-answers.js';
import { SettingProblem } from './setting-problem.js';
import { useCalendarWords } from './use-calendar-words.js';
import { useSetting } from './use-setting.js';

const Named = z.array(z.object({ date: z.string(), name: z.string() }));
const Planned = z.object({ added: Named, removed: Named, unchanged: z.number(), timed: z.number() });
type Planned = z.infer<typeof Planned>;

const written = ({ date, name }: { readonly date: string; readonly name: string }): string => `${date} ${name}`;

/** Takes holidays from an iCal file: first it is shown what would change. A later file of the same name takes the place of this one. */
export function HolidayFile({ calendar: { calendar } }: { calendar: Calendar }) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [planned, setPlanned] = useState<Planned | null>(null);
  const { answered, sending, set, forget } = useSetting();
  const isWrong = answered !== null && answered.kind !== 'done';
  const send = (chosen: File, isTried: boolean) => {
    const path = `/v1/calendars/${encodeURIComponent(calendar)}/holidays?file=${encodeURIComponent(chosen.name)}`;
    return set({ method: 'POST', path: isTried ? `${path}&dry_run=true` : path, body: chosen }, ({ calendars }, answer) => {
      const told = isTried ? undefined : Planned.safeParse(answer).data;
      const now = new Set(calendars.find((one) => one.calendar === calendar)?.holidays.map(written));
      return told === undefined || (told.added.every((day) => now.has(written(day))) && !told.removed.some((day) => now.has(written(day))));
    });
  };
  const choose = async (chosen: File | null): Promise<void> => {
    forget();
    setPlanned(null);
    setFile(chosen);
    if (chosen === null) return;
    const tried = await send(chosen, true);
    setPlanned(tried.kind === 'done' ? (Planned.safeParse(tried.answer).data ?? null) : null);
  };
  const close = (): void => {
    setFile(null);
    setPlanned(null);
    if (input.current === null) return;
    input.current.value = '';
    input.current.focus();
  };
  const take = async (): Promise<void> => {
    if (file !== null && (await send(file, false)).kind === 'done') close();
  };
  return (
    <div className={isWrong ? 'pol-field is-wrong' : 'pol-field'}>
      <label htmlFor={id}>
        <Trans>From an iCal file</Trans>
      </label>
      <input
        ref={input}
        id={id}
        type="file"
        accept=".ics,.ical,text/calendar"
        className="pol-input cal-file"
        aria-invalid={isWrong}
        aria-describedby={`${id}-said`}
        onChange={(event) => void choose(event.target.files?.[0] ?? null)}
      />
      {isWrong ? (
        <SettingProblem answered={answered} id={`${id}-said`} />
      ) : (
        <span className="cap t2" id={`${id}-said`}>
          <Trans>A later file of the same name takes its place. Days of this year and the next two are taken.</Trans>
        </span>
      )}
      {planned !== null && file !== null && (
        <div className="cal-planned" role="status">
          <PlannedDays planned={planned} />
          <div className="pol-bar">
            <button
              type="button"
              className="btn btn-primary"
              disabled={sending || planned.added.length + planned.removed.length === 0}
              onClick={() => void take()}
            >
              <Trans>Take over</Trans>
            </button>
            <button type="button" className="btn btn-quiet" onClick={close}>
              <Trans>Leave it</Trans>
            </button>
          </div>
        </div>
      )}
    </div>
  );
}

function PlannedDays({ planned: { added, removed, unchanged, timed } }: { planned: Planned }) {
  const words = useCalendarWords();
  const named = (days: Planned['added']): string => words.list(days.map(({ date, name }) => `${words.day(date)} ${name}`));
  return (
    <ul>
      {added.length > 0 && (
        <li>
          <b>
            <Plural value={added.length} one="# day would be added:" other="# days would be added:" />
          </b>{' '}
          <bdi>{named(added)}</bdi>
        </li>
      )}
      {removed.length > 0 && (
        <li>
          <b>
            <Plural value={removed.length} one="# day would be taken away:" other="# days would be taken away:" />
          </b>{' '}
          <bdi>{named(removed)}</bdi>
        </li>
      )}
      {unchanged > 0 && (
        <li>
          <Plural value={unchanged} one="# day is there already" other="# days are there already" />
        </li>
      )}
      {timed > 0 && (
        <li className="t2">
          <Plural value={timed} one="# event has a time of day and is no holiday" other="# events have a time of day and are no holidays" />
        </li>
      )}
    </ul>
  );
}

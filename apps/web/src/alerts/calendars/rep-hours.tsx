import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useId, useState } from 'react';
import { textIn } from '../../console/json.js';
import { markUnsaved } from '../unsaved.js';
import type { Rep } from './calendar-answers.js';
import { CalendarChoice } from './calendar-choice.js';
import { DaysOff } from './days-off.js';
import { SettingProblem } from './setting-problem.js';
import { useCalendarWords } from './use-calendar-words.js';
import { SaveRow } from './use-row.js';
import { useSetting } from './use-setting.js';

interface HoursProps {
  readonly rep: Rep;
  readonly team: string;
  readonly calendars: readonly string[];
  /** yyyy-mm-dd */
  readonly today: string;
}

interface Chosen {
  readonly calendar: string | null;
  readonly days: readonly string[];
}

const isSame = (a: Chosen, b: Chosen): boolean =>
  a.calendar === b.calendar && JSON.stringify([...a.days].sort()) === JSON.stringify([...b.days].sort());

/** A rep's own calendar and his days off, saved together. */
export function RepHours({ rep: { rep, name, calendar, days_off, edit: seen }, team, calendars, today }: HoursProps) {
  const { t } = useLingui();
  const words = useCalendarWords();
  const id = useId();
  const [open, setOpen] = useState(false);
  const had: Chosen = { calendar, days: days_off };
  /** null: as it is */
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const { answered, sending, set, forget } = useSetting();
  const shown = chosen ?? had;
  const isChanged = !isSame(shown, had);
  const path = `/v1/reps/${encodeURIComponent(rep)}/hours`;
  useEffect(() => {
    markUnsaved(path, isChanged);
    return () => markUnsaved(path, false);
  }, [path, isChanged]);
  const change = (part: Partial<Chosen>): void => {
    forget();
    setChosen({ ...shown, ...part });
  };
  const save = async (): Promise<void> => {
    const body = { calendar: shown.calendar, days_off: shown.days };
    const came = await set({ method: 'PUT', path, body, seen }, ({ reps }, answer) =>
      reps.some((one) => one.rep === rep && one.edit === textIn(answer, 'edit')),
    );
    if (came.kind === 'done') setChosen(null);
  };
  const ahead = shown.days.filter((day) => day >= today).sort();
  const [next = ''] = ahead;
  const nextDay = next === '' ? '' : words.day(next);
  return (
    <li data-rep={rep}>
      <form
        className="cal-use is-rep"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <label htmlFor={id}>
          <bdi>{name}</bdi>{' '}
          <span className="cap t2">
            <bdi>{team}</bdi>
          </span>
        </label>
        <CalendarChoice
          id={id}
          value={shown.calendar}
          calendars={calendars}
          none={t`that of the team`}
          onChange={(value) => change({ calendar: value })}
        />
        <button type="button" className="btn btn-quiet cal-off" aria-expanded={open} onClick={() => setOpen(!open)}>
          <Trans>Days off</Trans>
          <span className="vh">
            : <bdi>{name}</bdi>
          </span>
        </button>
        <SaveRow isChanged={isChanged} sending={sending} isDone={answered?.kind === 'done'} name={name} />
      </form>
      {ahead.length > 0 && !open && (
        <p className="cap t2">
          <Plural value={ahead.length} one={`# day off to come: ${nextDay}`} other={`# days off to come, the first: ${nextDay}`} />
        </p>
      )}
      {open && <DaysOff name={name} days={shown.days} today={today} onChange={(days) => change({ days })} />}
      <SettingProblem answered={answered} />
    </li>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useId, useState } from 'react';
import { textIn } from '../../console/json.js';
import { markUnsaved } from '../unsaved.js';
import type { CalendarList } from './calendar-answers.js';
import { CalendarChoice } from './calendar-choice.js';
import { SettingProblem } from './setting-problem.js';
import { useSetting } from './use-setting.js';

interface UseProps {
  readonly name: string;
  readonly isStrong?: boolean;
  /** null: none of its own; undefined: of several each has another */
  readonly calendar: string | null | undefined;
  readonly calendars: readonly string[];
  /** what holds without any */
  readonly none: string;
  readonly path: string;
  readonly seen: string;
  readonly isListed: (list: CalendarList, edit: string | null) => boolean;
}

/** Which calendar a team, or all of them, have: chosen first, then saved. */
export function UseRow({ name, isStrong = false, calendar, calendars, none, path, seen, isListed }: UseProps) {
  const { t } = useLingui();
  const id = useId();
  /** null: as it is */
  const [chosen, setChosen] = useState<{ readonly calendar: string | null } | null>(null);
  const { answered, sending, set, forget } = useSetting();
  const isChanged = chosen !== null && chosen.calendar !== calendar;
  useEffect(() => {
    markUnsaved(path, isChanged);
    return () => markUnsaved(path, false);
  }, [path, isChanged]);
  const save = async (): Promise<void> => {
    if (chosen === null) return;
    const came = await set({ method: 'PUT', path, body: chosen, seen }, (list, answer) => isListed(list, textIn(answer, 'edit')));
    if (came.kind === 'done') setChosen(null);
  };
  return (
    <li className={isStrong ? 'is-strong' : undefined}>
      <form
        className="cal-use"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <label htmlFor={id}>
          <bdi>{name}</bdi>
        </label>
        <CalendarChoice
          id={id}
          value={chosen === null ? calendar : chosen.calendar}
          calendars={calendars}
          none={none}
          mixed={t`each its own`}
          onChange={(value) => {
            forget();
            setChosen({ calendar: value });
          }}
        />
        <SaveRow isChanged={isChanged} sending={sending} isDone={answered?.kind === 'done'} name={name} />
      </form>
      <SettingProblem answered={answered} />
    </li>
  );
}

interface SaveProps {
  readonly isChanged: boolean;
  readonly sending: boolean;
  readonly isDone: boolean;
  readonly name: string;
}

/** A row's button, once there is something to save; then that it is done. */
export const SaveRow = ({ isChanged, sending, isDone, name }: SaveProps) => (
  <span className="cal-save" role="status">
    {isChanged ? (
      <button type="submit" className="btn btn-primary" disabled={sending}>
        <Trans>Save</Trans>
        <span className="vh">
          : <bdi>{name}</bdi>
        </span>
      </button>
    ) : (
      isDone && (
        <span className="cap t2">
          <Trans>saved</Trans>
        </span>
      )
    )}
  </span>
);

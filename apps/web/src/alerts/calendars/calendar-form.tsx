import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useMemo, useRef, useState } from 'react';
import { textIn } from '../../console/json.js';
import { useZone } from '../../console/use-console.js';
import { FormProblemsContext } from '../form/form-problems.js';
import { InForce } from '../form/in-force.js';
import { SaveBar } from '../form/save-bar.js';
import { TextField } from '../form/text-fields.js';
import { askCalendars, type CalendarList } from './calendar-answers.js';
import { CalendarConflict } from './calendar-conflict.js';
import { alsoClosed, draftOf, hoursOf, writtenOf } from './calendar-draft.js';
import { usePreview } from './calendar-preview.js';
import { useCalendarProblem } from './calendar-problem-words.js';
import { changeDraft, dropEdit, type Editing, isUnsaved, meetTheirs } from './draft-store.js';
import { EnteredHolidays } from './entered-holidays.js';
import { HoursFields } from './hours-fields.js';
import { PreviewPanel } from './preview-panel.js';
import type { Problem } from './send-setting.js';
import { SettingProblem } from './setting-problem.js';
import { useCalendarWords } from './use-calendar-words.js';
import { useSetting } from './use-setting.js';
import { ZoneField } from './zone-field.js';
import { isZone } from './zone-known.js';

/** A calendar as a form, beside what it would do. */
export function CalendarForm({ editing, list }: { editing: Editing; list: CalendarList }) {
  const { t } = useLingui();
  const { draft, seen, holidays, theirs } = editing;
  const isNew = seen === '0';
  const id = draft.id.trim();
  const form = useRef<HTMLFormElement>(null);
  const [visited, setVisited] = useState<ReadonlySet<string>>(new Set());
  const [sent, setSent] = useState(false);
  const [refusals, setRefusals] = useState(0);
  const { answered, sending, set, forget } = useSetting();
  const words = useCalendarWords();
  const say = useCalendarProblem();
  const siteZone = useZone();
  const written = useMemo(() => writtenOf(draft), [draft]);
  const brought = alsoClosed(holidays, draft.holidays);
  const closed = [...written.holidays, ...brought.map(({ date, name }) => ({ date, name }))];
  const { preview, error, isBehind, refetch } = usePreview({ zone: written.zone, week: written.week, holidays: closed });
  const problems = useMemo(
    (): readonly Problem[] => [
      ...(id === '' ? [own('unnamed')] : []),
      ...(isNew && list.calendars.some(({ calendar }) => calendar === id) ? [own('taken')] : []),
      ...(preview?.kind === 'wrong' ? preview.problems : []),
      ...(answered?.kind === 'wrong' ? answered.problems : []),
    ],
    [id, isNew, list, preview, answered],
  );
  useEffect(() => form.current?.querySelector<HTMLElement>('input')?.focus(), []);
  // once all of it is drawn, the first field that is wrong is gone to
  useEffect(() => {
    if (refusals > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [refusals]);
  const showFirst = (): void => {
    setSent(true);
    setRefusals((count) => count + 1);
  };
  const save = async (): Promise<void> => {
    // what was wrong with what was typed before hinders nobody: the server looks at it again
    const standing = problems.filter((problem) => !isBehind || !(preview?.kind === 'wrong' && preview.problems.includes(problem)));
    if (standing.length > 0) return showFirst();
    const setting = { method: 'PUT', path: `/v1/calendars/${encodeURIComponent(id)}`, body: written, seen } as const;
    const came = await set(setting, ({ calendars }, answer) =>
      calendars.some(({ calendar, edit }) => calendar === id && edit === textIn(answer, 'edit')),
    );
    if (came.kind === 'done') return dropEdit();
    if (came.kind === 'wrong') showFirst();
    if (came.kind !== 'changed') return;
    const now = await askCalendars(AbortSignal.timeout(5_000)).catch(() => null);
    const current = now?.calendars.find(({ calendar }) => calendar === id);
    if (current === undefined) return;
    const later = current.later.find(({ effective_at }) => effective_at === draft.from);
    meetTheirs({ edit: current.edit, draft: draftOf(id, later ?? current, later?.effective_at ?? null) });
    forget();
  };
  const zone = isZone(written.zone) ? written.zone : siteZone;
  const change = (part: Parameters<typeof changeDraft>[0]): void => {
    forget();
    changeDraft(part);
  };
  const visit = (path: string): void => setVisited((all) => (all.has(path) ? all : new Set([...all, path])));
  const told = problems.map((problem) => ({ path: problem.path, problem: say(problem) }));
  return (
    <FormProblemsContext.Provider value={{ problems: told, visited, sent, onVisit: visit, say: ({ problem }) => problem }}>
      <form
        ref={form}
        className="pol-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <div className="panel pol-fields">
          <h2 className="pol-title">{isNew ? <Trans>New calendar</Trans> : <bdi>{draft.id}</bdi>}</h2>
          <div className="pol-row">
            {isNew && (
              <TextField
                label={t`Name`}
                paths={['$.calendar']}
                value={draft.id}
                hint={t`It stays for good.`}
                onChange={(typed) => change({ id: typed })}
              />
            )}
            <ZoneField
              zone={draft.zone}
              near={problems.find(({ path }) => path === '$.zone')?.near ?? []}
              now={preview?.kind === 'hours' && !isBehind ? words.clock(list.as_of, preview.previewed.offset_min) : null}
              onChange={(typed) => change({ zone: typed })}
            />
          </div>
          <HoursFields week={draft.week} onChange={(week) => change({ week })} />
          <EnteredHolidays holidays={draft.holidays} brought={brought.length} onChange={(entered) => change({ holidays: entered })} />
          <InForce from={draft.from} zone={zone} mayBePast onChange={(from) => change({ from, judgesHistory: false })}>
            {draft.from !== null && (draft.judgesHistory || problems.some(({ reason }) => reason === 'past')) && (
              <label className="pol-tick">
                <input
                  type="checkbox"
                  checked={draft.judgesHistory}
                  onChange={(event) => change({ judgesHistory: event.target.checked })}
                />
                <Trans>I mean it: judge anew the leads that have come since then</Trans>
              </label>
            )}
            <p className="t2">
              <Trans>What was before keeps its hours: no deadline of the past moves.</Trans>
            </p>
          </InForce>
          {theirs !== null && <CalendarConflict mine={draft} theirs={theirs} />}
          <SaveBar unsaved={isUnsaved(editing)} canSave={!sending && theirs === null && (isUnsaved(editing) || isNew)} onClose={dropEdit}>
            {answered?.kind !== 'wrong' && <SettingProblem answered={answered} />}
            {sent && problems.length > 0 && (
              <p className="pol-problem" role="alert">
                <Trans>It cannot be saved yet: look at the fields that are marked.</Trans>
              </p>
            )}
          </SaveBar>
        </div>
        <PreviewPanel week={hoursOf(draft.week)} zone={zone} preview={preview} error={error} onAgain={() => void refetch()} />
      </form>
    </FormProblemsContext.Provider>
  );
}

/** What the page itself has to say of the name. */
const own = (reason: string): Problem => ({ path: '$.calendar', problem: '', reason });

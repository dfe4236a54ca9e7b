import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useMemo, useRef, useState } from 'react';
import { type FieldProblem, FormProblemsContext } from '../form/form-problems.js';
import { SaveBar } from '../form/save-bar.js';
import { changeDraft, closeEdit, type Editing, isUnsaved, meetCurrent } from './draft-store.js';
import { KeptProblem } from './kept-problem.js';
import type { PolicyList } from './policy-answers.js';
import { PolicyConflict } from './policy-conflict.js';
import { writtenOf } from './policy-draft.js';
import { PolicyFields } from './policy-fields.js';
import { usePreview } from './policy-preview.js';
import { PolicyYaml } from './policy-yaml.js';
import { PreviewPanel } from './preview-panel.js';
import { useProblemWords } from './problem-words.js';
import { useKeep } from './use-keep.js';

/** A policy as a form, beside which of last week's leads it would match. */
export function PolicyForm({ editing, list }: { editing: Editing; list: PolicyList }) {
  const { t } = useLingui();
  const { draft, seen, current } = editing;
  const isNew = seen === 0;
  const form = useRef<HTMLFormElement>(null);
  const [visited, setVisited] = useState<ReadonlySet<string>>(new Set());
  const [sent, setSent] = useState(false);
  const [asYaml, setAsYaml] = useState(false);
  const { kept, sending, keep, forget } = useKeep();
  const say = useProblemWords();
  const { written, unread } = useMemo(() => writtenOf(draft), [draft]);
  // which leads it would match can be seen before it has a name
  const isRead = unread.every((path) => path === '$.policy');
  const { data, error, isBehind, refetch } = usePreview(isRead ? { ...written, policy: draft.id.trim() || t`this policy` } : null);
  const before = list.removed.find(({ policy }) => policy === draft.id.trim());
  const ours = useMemo(
    (): readonly FieldProblem[] => [
      ...unread.map((path) => ({ path, problem: 'unread' })),
      ...(isNew && isTaken(list, draft.id.trim()) ? [{ path: '$.policy', problem: 'taken' }] : []),
      ...(kept?.kind === 'wrong' ? kept.problems : []),
    ],
    [unread, kept, isNew, list, draft.id],
  );
  const problems = useMemo(() => [...ours, ...(isRead && data?.kind === 'wrong' ? data.problems : [])], [ours, isRead, data]);
  useEffect(() => form.current?.querySelector<HTMLElement>('input')?.focus(), []);
  const showFirst = (): void => {
    setSent(true);
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  const save = async (): Promise<void> => {
    // what was wrong with what was typed before keeps nobody from saving: the server judges it once more
    if ((isBehind ? ours : problems).length > 0) return showFirst();
    // under a name that was taken away a policy goes on in its history
    const answered = await keep(written, isNew ? (before?.versions ?? 0) : seen);
    if (answered.kind === 'kept') return closeEdit(true);
    if (answered.kind === 'changed') meetCurrent(answered.current);
    if (answered.kind === 'wrong') showFirst();
  };
  const visit = (path: string): void => setVisited((all) => (all.has(path) ? all : new Set([...all, path])));
  return (
    <FormProblemsContext.Provider value={{ problems, visited, sent, onVisit: visit, say }}>
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
          <h2 className="pol-title">{isNew ? <Trans>New policy</Trans> : <bdi>{draft.id}</bdi>}</h2>
          <PolicyFields
            draft={draft}
            isNew={isNew}
            isDated
            onChange={(change) => {
              forget();
              changeDraft(change);
            }}
          />
          {current !== null && <PolicyConflict editing={editing} current={current} />}
          {asYaml && unread.length === 0 && <PolicyYaml policies={[written]} file={`${draft.id.trim() || 'policy'}.yaml`} />}
          <SaveBar
            unsaved={isUnsaved(editing)}
            canSave={!sending && current === null && (isUnsaved(editing) || seen === 0)}
            onClose={() => closeEdit(false)}
            more={
              <button type="button" className="btn btn-quiet" aria-expanded={asYaml} onClick={() => setAsYaml(!asYaml)}>
                <Trans>Show as YAML</Trans>
              </button>
            }
          >
            {kept?.kind === 'changed' || kept?.kind === 'wrong' ? null : <KeptProblem kept={kept} />}
            {sent && problems.length > 0 && (
              <p className="pol-problem" role="alert">
                <Trans>It cannot be saved yet: look at the fields that are marked.</Trans>
              </p>
            )}
          </SaveBar>
        </div>
        <PreviewPanel preview={data} error={error} isBehind={isBehind} onAgain={() => void refetch()} />
      </form>
    </FormProblemsContext.Provider>
  );
}

const isTaken = ({ policies, coming }: PolicyList, id: string): boolean => [...policies, ...coming].some(({ policy }) => policy === id);

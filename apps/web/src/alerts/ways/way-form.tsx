import { Trans } from '@lingui/react/macro';
import { useEffect, useRef, useState } from 'react';
import { textIn } from '../../console/json.js';
import { type FieldProblem, FormProblemsContext } from '../form/form-problems.js';
import { SaveBar } from '../form/save-bar.js';
import { useWayProblemWords } from './problem-words.js';
import { TellProblem } from './tell-problem.js';
import type { WayProblem } from './tell-way.js';
import { useTellWay } from './use-tell-way.js';
import type { WayList } from './way-answers.js';
import { changeOf, newWayOf, type WayDraft } from './way-draft.js';
import { WayFields } from './way-fields.js';
import { changeDraft, dropEdit, type Editing, isUnsaved, showSecret } from './way-store.js';

const nothing: ReadonlySet<string> = new Set();
const paths: Readonly<Record<keyof WayDraft, string>> = {
  name: '$.way',
  kind: '$.kind',
  listener: '$.for',
  address: '$.address',
  language: '$.language',
  renews: '$.new_secret',
};

/** A way as a form: what is wrong with it the server says, as it alone knows where an address leads. */
export function WayForm({ editing, list }: { editing: Editing; list: WayList }) {
  const { draft, before, way } = editing;
  const form = useRef<HTMLFormElement>(null);
  const words = useWayProblemWords();
  const [problems, setProblems] = useState<readonly WayProblem[]>([]);
  const [refusals, setRefusals] = useState(0);
  const { answered, sending, tell, add, forget } = useTellWay();
  const said = problems.map((problem): FieldProblem => ({ path: problem.path, problem: words(problem) }));
  useEffect(() => {
    const first = form.current?.querySelector<HTMLElement>(refusals === 0 ? 'input, select' : '[aria-invalid="true"]');
    first?.focus();
  }, [refusals]);
  const save = async (): Promise<void> => {
    const answer =
      way === null ? await add(newWayOf(draft)) : await tell('PATCH', `/${encodeURIComponent(way.way)}`, changeOf(draft, before));
    if (answer.kind === 'wrong') {
      setProblems(answer.problems);
      setRefusals(refusals + 1);
    }
    if (answer.kind !== 'done') return;
    const secret = textIn(answer.body, 'secret');
    if (secret !== null) showSecret({ way: textIn(answer.body, 'way') ?? draft.name, secret });
    dropEdit();
  };
  const change = (changed: Partial<WayDraft>): void => {
    forget();
    // another kind has another address, which is judged anew
    const fields =
      'kind' in changed ? [paths.kind, paths.address] : Object.entries(paths).flatMap(([field, path]) => (field in changed ? [path] : []));
    setProblems(problems.filter(({ path }) => !fields.includes(path)));
    changeDraft(changed);
  };
  return (
    <FormProblemsContext.Provider value={{ problems: said, visited: nothing, sent: true, onVisit: ignore, say: asItStands }}>
      <form
        ref={form}
        className="way-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <div className="panel pol-fields">
          <h2 className="pol-title">{way === null ? <Trans>New way</Trans> : <bdi>{way.way}</bdi>}</h2>
          <WayFields draft={draft} way={way} list={list} onChange={change} />
          <SaveBar unsaved={isUnsaved(editing)} canSave={!sending && (isUnsaved(editing) || way === null)} onClose={dropEdit}>
            {answered?.kind === 'wrong' ? (
              problems.length > 0 && (
                <p className="pol-problem" role="alert">
                  <Trans>It cannot be saved yet: look at the fields that are marked.</Trans>
                </p>
              )
            ) : (
              <TellProblem answered={answered} isOnce={way === null} />
            )}
          </SaveBar>
        </div>
      </form>
    </FormProblemsContext.Provider>
  );
}

const asItStands = ({ problem }: FieldProblem): string => problem;
/** What is wrong is said by the server once the form is sent: to leave a field tells nothing. */
const ignore = (): void => undefined;

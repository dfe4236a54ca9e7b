import { Trans, useLingui } from '@lingui/react/macro';
import { useId, useState } from 'react';
import { useNavigate } from 'react-router';
import { useWayTo } from '../../kpis/use-way-to.js';
import { FieldProblemLine } from '../form/form-field.js';
import { type FieldProblem, FormProblemsContext } from '../form/form-problems.js';
import { beginEdit, changeDraft } from '../policies/draft-store.js';
import type { PolicyList, Settings } from '../policies/policy-answers.js';
import { draftOf, type PolicyDraft } from '../policies/policy-draft.js';
import { PolicyFields } from '../policies/policy-fields.js';
import { useProblemWords } from '../policies/problem-words.js';

/** What is tried in the place of what was. `seen`: how many versions of it there are; 0: it is new. */
export type Tried =
  | { readonly kind: 'none' }
  | { readonly kind: 'yaml'; readonly text: string }
  | { readonly kind: 'policy'; readonly draft: PolicyDraft; readonly settings: Settings; readonly seen: number };

interface TriedProps {
  readonly tried: Tried;
  readonly list: PolicyList;
  readonly problems: readonly FieldProblem[];
  readonly sent: boolean;
  readonly onChange: (tried: Tried) => void;
}

const NEW = '+new';
const YAML = '+yaml';

/** Chooses a policy to be changed, a new one, or several as YAML. */
export function TriedPolicy({ tried, list, problems, sent, onChange }: TriedProps) {
  const { t } = useLingui();
  const id = useId();
  const chosen = tried.kind === 'none' ? '' : tried.kind === 'yaml' ? YAML : tried.seen === 0 ? NEW : `=${tried.draft.id}`;
  const choose = (value: string): void => {
    if (value === '') return onChange({ kind: 'none' });
    if (value === YAML) return onChange({ kind: 'yaml', text: '' });
    const listed = list.policies.find(({ policy }) => `=${policy}` === value);
    const settings = listed?.settings ?? { ...list.default, order: 1, steps: [...dueStep] };
    onChange({ kind: 'policy', draft: draftOf(listed?.policy ?? '', settings), settings, seen: listed?.versions ?? 0 });
  };
  return (
    <>
      <div className="pol-field">
        <label htmlFor={id}>
          <Trans>What is tried</Trans>
        </label>
        <select id={id} className="pol-input" value={chosen} onChange={(event) => choose(event.target.value)}>
          <option value="">{t`The policies as they were`}</option>
          {list.policies.map(({ policy }) => (
            <option key={policy} value={`=${policy}`}>
              {t`Another “${policy}”`}
            </option>
          ))}
          <option value={NEW}>{t`A new policy`}</option>
          <option value={YAML}>{t`Policies as YAML`}</option>
        </select>
        {tried.kind === 'none' && (
          <span className="cap t2">
            <Trans>Then what differs is the program’s doing, not a policy’s.</Trans>
          </span>
        )}
      </div>
      {tried.kind === 'policy' && <PolicyTried tried={tried} problems={problems} sent={sent} onChange={onChange} />}
      {tried.kind === 'yaml' && <YamlTried text={tried.text} problems={problems} onChange={(text) => onChange({ kind: 'yaml', text })} />}
    </>
  );
}

const dueStep: Settings['steps'] = [{ id: 'due', clock: 'lead', of: 'answer', at_percent: 100, notify: ['owner'] }];

interface PolicyTriedProps {
  readonly tried: Extract<Tried, { kind: 'policy' }>;
  readonly problems: readonly FieldProblem[];
  readonly sent: boolean;
  readonly onChange: (tried: Tried) => void;
}

function PolicyTried({ tried, problems, sent, onChange }: PolicyTriedProps) {
  const navigate = useNavigate();
  const wayTo = useWayTo();
  const [visited, setVisited] = useState<ReadonlySet<string>>(new Set());
  const say = useProblemWords();
  const { draft, settings, seen } = tried;
  const editForReal = (): void => {
    beginEdit(seen === 0 ? '' : draft.id, settings, seen);
    changeDraft(draft);
    void navigate(wayTo('/alerts/policies'));
  };
  const onVisit = (path: string): void => setVisited((all) => new Set([...all, path]));
  return (
    <FormProblemsContext.Provider value={{ problems, visited, sent, onVisit, say }}>
      <div className="wi-fields">
        <PolicyFields
          draft={draft}
          isNew={seen === 0}
          isDated={false}
          onChange={(change) => onChange({ ...tried, draft: { ...draft, ...change } })}
        />
        <div className="pol-bar">
          <button type="button" className="btn" onClick={editForReal}>
            <Trans>Edit this policy for real</Trans>
          </button>
        </div>
      </div>
    </FormProblemsContext.Provider>
  );
}

interface YamlProps {
  readonly text: string;
  readonly problems: readonly FieldProblem[];
  readonly onChange: (text: string) => void;
}

function YamlTried({ text, problems, onChange }: YamlProps) {
  const id = useId();
  const [wrong] = problems;
  const said = wrong === undefined ? '' : `${wrong.path.replace('$yaml', '')} ${wrong.problem}`.trim();
  return (
    <div className={wrong === undefined ? 'pol-field wi-yaml' : 'pol-field wi-yaml is-wrong'}>
      <label htmlFor={id}>
        <Trans>As YAML</Trans>
      </label>
      <textarea
        id={id}
        className="pol-input"
        rows={10}
        spellCheck={false}
        placeholder={'policy: web\norder: 1\ntargets: {answer_s: 120}'}
        value={text}
        aria-invalid={wrong !== undefined}
        aria-describedby={`${id}-said`}
        onChange={(event) => onChange(event.target.value)}
      />
      {wrong === undefined ? (
        <span className="cap t2" id={`${id}-said`}>
          <Trans>
            One policy or a list, as <code>leadclock policy apply</code> takes them.
          </Trans>
        </span>
      ) : (
        <FieldProblemLine id={`${id}-said`} problem={said} />
      )}
    </div>
  );
}

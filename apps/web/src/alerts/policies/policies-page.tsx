import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { AskProblem } from '../ask-problem.js';
import { Place } from '../place.js';
import { Coming } from './coming.js';
import { DefaultPolicy } from './default-policy.js';
import { beginEdit, takeLeft, useEditing } from './draft-store.js';
import { type PolicyList, type Settings, usePolicies } from './policy-answers.js';
import { PolicyCard } from './policy-card.js';
import { PolicyForm } from './policy-form.js';
import { PolicyYaml } from './policy-yaml.js';
import { TakenAway } from './taken-away.js';
import '../cards.css';
import '../form/form.css';
import './policies.css';

/** The policies by which leads are judged. */
export function PoliciesPage() {
  const { t } = useLingui();
  const { data, error, refetch } = usePolicies();
  const editing = useEditing();
  return (
    <Place title={t`Policies`} about={t`Which leads have how much time, what counts as an answer, and who is told when.`}>
      {error !== null && <AskProblem error={error} onAgain={() => void refetch()} />}
      {data === undefined && error === null && <i className="bone pol-bones" aria-busy="true" />}
      {data !== undefined && (editing === null ? <Policies list={data} /> : <PolicyForm editing={editing} list={data} />)}
    </Place>
  );
}

function Policies({ list }: { list: PolicyList }) {
  const [asYaml, setAsYaml] = useState(false);
  const kept = useKeptName();
  const { policies, coming } = list;
  return (
    <>
      <div className="pol-bar">
        <button type="button" id="pol-new" className="btn btn-primary" onClick={() => beginEdit('', blankOf(list), 0)}>
          <Trans>New policy</Trans>
        </button>
        {policies.length > 0 && (
          <button type="button" className="btn" aria-expanded={asYaml} onClick={() => setAsYaml(!asYaml)}>
            <Trans>Show as YAML</Trans>
          </button>
        )}
        <span className="cap t2" role="status">
          {kept !== '' && <Trans>“{kept}” is saved.</Trans>}
        </span>
      </div>
      {asYaml && <PolicyYaml policies={policies.map(({ policy, settings }) => ({ policy, ...settings }))} file="policies.yaml" />}
      {policies.length === 0 ? (
        <p className="panel pol-empty">
          <Trans>There is no policy in force: every lead is judged by the default below.</Trans>
        </p>
      ) : (
        <p className="t2 pol-order">
          <Trans>They are tried in this order: the first that matches a lead judges it, from its arrival on.</Trans>
        </p>
      )}
      <ol className="pol-list">
        {policies.map((listed) => (
          <PolicyCard key={listed.policy} listed={listed} coming={coming.filter(({ policy }) => policy === listed.policy)} />
        ))}
      </ol>
      <DefaultPolicy settings={list.default} />
      <Coming coming={coming} inForce={policies} />
      <TakenAway removed={list.removed} />
    </>
  );
}

/** The policy that was saved last, '' for none. Who comes from a form goes on at its policy. */
function useKeptName(): string {
  const [kept, setKept] = useState('');
  useEffect(() => {
    const left = takeLeft();
    if (left === null) return;
    if (left.isKept) setKept(left.id);
    const card = document.querySelector<HTMLElement>(`[data-policy="${CSS.escape(left.id)}"] .pol-head button`);
    (card ?? document.getElementById('pol-new'))?.focus();
  }, []);
  return kept;
}

/** What a new policy begins with: the default's settings, after all others, and the one step that the default has. */
const blankOf = ({ policies, coming, default: usual }: PolicyList): Settings => ({
  ...usual,
  order: Math.max(0, ...[...policies, ...coming].map(({ settings }) => settings.order)) + 10,
  steps: [{ id: 'due', clock: 'lead', of: 'answer', at_percent: 100, notify: ['owner'] }],
});

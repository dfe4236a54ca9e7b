import { Plural, Trans } from '@lingui/react/macro';
import { AskProblem } from '../ask-problem.js';
import type { Judged, Preview, Previewed } from './policy-preview.js';
import { usePolicyWords } from './use-policy-words.js';

interface PanelProps {
  readonly preview: Preview | undefined;
  readonly error: Error | null;
  /** what is shown is of what was typed before */
  readonly isBehind: boolean;
  readonly onAgain: () => void;
}

/** Which of last week's leads the policy would match, and which policies took them. */
export function PreviewPanel({ preview, error, isBehind, onAgain }: PanelProps) {
  return (
    <aside className="panel pol-preview" aria-labelledby="pol-preview" aria-busy={isBehind}>
      <h2 id="pol-preview">
        <Trans>Last week’s leads</Trans>
      </h2>
      <div role="status">
        {error !== null && preview === undefined && <AskProblem error={error} onAgain={onAgain} />}
        {preview === undefined && error === null && (
          <p className="t2">
            <Trans>They are shown once the fields can be read.</Trans>
          </p>
        )}
        {preview?.kind === 'wrong' && (
          <p className="t2">
            <Trans>They are shown once the policy is right.</Trans>
          </p>
        )}
        {preview?.kind === 'leads' && <Matched previewed={preview.previewed} />}
      </div>
    </aside>
  );
}

/** The counts of one policy, and the latest leads; `isBrief`: only what judges those that it matches. */
export function Matched({ previewed, isBrief = false }: { previewed: Previewed; isBrief?: boolean }) {
  const words = usePolicyWords();
  const { count, moved, leads } = previewed;
  const [policy] = previewed.policies;
  if (policy === undefined) return null;
  const matched = words.number(policy.matches);
  const all = words.number(count);
  return (
    <>
      <p className="pol-count">
        <b>{matched}</b> <Plural value={count} one={`of # lead would match`} other={`of ${all} leads would match`} />
      </p>
      {policy.matches > 0 && (
        <dl className="pol-shares">
          <Share label={<Trans>Judged until now by</Trans>} judged={policy.judged_now} />
          <Share label={<Trans>Would be judged by</Trans>} judged={policy.judged_then} />
          {!isBrief && <Traits label={<Trans>By source</Trans>} trait="origin" shares={policy.by_origin} />}
          {!isBrief && <Traits label={<Trans>By team</Trans>} trait="team" shares={policy.by_team} />}
        </dl>
      )}
      {!isBrief && (
        <p className="cap t2">
          <Plural
            value={moved}
            one="# lead would be judged by another policy than it was."
            other="# leads would be judged by another policy than they were."
          />
        </p>
      )}
      {leads.length > 0 && !isBrief && (
        <table className="pol-leads">
          <thead>
            <tr>
              <th scope="col">
                <Trans>Lead</Trans>
              </th>
              <th scope="col">
                <Trans>Judged by</Trans>
              </th>
              <th scope="col">
                <Trans>Then by</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {leads.map(({ lead, name, arrived_at, judged_by, would_be_judged_by }) => (
              <tr key={lead}>
                <th scope="row">
                  <bdi>{name}</bdi> <span className="cap t2">{words.moment(arrived_at)}</span>
                </th>
                <td>
                  <bdi>{words.judge(judged_by)}</bdi>
                </td>
                <td>
                  <bdi>{words.judge(would_be_judged_by)}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function Share({ label, judged }: { label: React.ReactNode; judged: Judged }) {
  const words = usePolicyWords();
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <bdi>{judged.map(({ policy, leads }) => `${words.judge(policy)} ${words.number(leads)}`).join(' · ')}</bdi>
      </dd>
    </div>
  );
}

interface TraitsProps {
  readonly label: React.ReactNode;
  readonly trait: 'origin' | 'team';
  readonly shares: Previewed['policies'][number]['by_origin'];
}

function Traits({ label, trait, shares }: TraitsProps) {
  const words = usePolicyWords();
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <bdi>{shares.map(({ key, leads }) => `${key === null ? '–' : words.value(trait, key)} ${words.number(leads)}`).join(' · ')}</bdi>
      </dd>
    </div>
  );
}

import { Trans } from '@lingui/react/macro';
import { AskProblem } from '../ask-problem.js';
import { beginEdit } from './draft-store.js';
import { usePolicyHistory } from './policy-answers.js';
import { LadderLines } from './policy-facts.js';
import { usePolicyWords } from './use-policy-words.js';

/** The source of what this page, the command line and programs set; anything else was told as an event by another system. */
const OUR_DOOR = '/leadclock/policies';

/** All versions of a policy, the last first; each can be taken up again. */
export function PolicyHistory({ policy, versions }: { policy: string; versions: number }) {
  const words = usePolicyWords();
  const { data, error, refetch } = usePolicyHistory(policy, versions);
  if (error !== null && data === undefined) return <AskProblem error={error} onAgain={() => void refetch()} />;
  if (data === undefined) return <i className="bone pol-bones" aria-busy="true" />;
  // the version ahead of a policy's first is none, and there since always
  const shown = data.versions
    .filter(({ effective_at, settings }) => Date.parse(effective_at) > 0 || !settings.removed)
    .map((told, index, all) => ({ ...told, isReplaced: all[index + 1]?.effective_at === told.effective_at }))
    .sort((a, b) => b.version - a.version);
  return (
    <ol className="pol-history" reversed>
      {shown.map(({ version, effective_at, settings, event: { source }, isReplaced }) => {
        const at = words.moment(effective_at);
        return (
          <li key={version} value={version} data-now={version === data.version || undefined}>
            <p>
              <b>
                <Trans>Version {version}</Trans>
              </b>{' '}
              <span className="t2">
                {settings.removed ? <Trans>taken away at {at}</Trans> : <Trans>from {at}</Trans>}
                {source !== OUR_DOOR && (
                  <>
                    {' · '}
                    <Trans>
                      told by <bdi>{source}</bdi>
                    </Trans>
                  </>
                )}
                {isReplaced && (
                  <>
                    {' · '}
                    <Trans>replaced before it came into force</Trans>
                  </>
                )}
                {version === data.version && (
                  <>
                    {' · '}
                    <Trans>in force now</Trans>
                  </>
                )}
              </span>
            </p>
            {!settings.removed && (
              <>
                <p>
                  <bdi>{words.matched(settings.match)}</bdi> · {words.targets(settings.targets)} ·{' '}
                  <bdi>{words.calendar(settings.calendar)}</bdi>
                </p>
                <LadderLines settings={settings} />
                {version !== data.version && (
                  <button type="button" className="as-link" onClick={() => beginEdit(policy, settings, versions)}>
                    <Trans>Take it up again</Trans>
                  </button>
                )}
              </>
            )}
          </li>
        );
      })}
    </ol>
  );
}

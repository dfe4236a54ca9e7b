import { Trans } from '@lingui/react/macro';
import { Shape } from '../../team/icons.js';
import type { Kept } from './keep-policy.js';
import { useProblemWords } from './problem-words.js';

/** Why a policy could not be set or taken away, and what to do. */
export function KeptProblem({ kept }: { kept: Kept | null }) {
  const say = useProblemWords();
  if (kept === null || kept.kind === 'kept') return null;
  return (
    <p className="pol-problem" role="alert">
      <Shape of="late" />
      <span>
        {kept.kind === 'away' && (
          <Trans>The server does not answer: whether it was done is not known. Try again; nothing is done twice.</Trans>
        )}
        {kept.kind === 'changed' && <Trans>Somebody else has changed this policy meanwhile: look at it again.</Trans>}
        {kept.kind === 'wrong' && <bdi>{kept.problems.map(say).join(' ')}</bdi>}
        {kept.kind === 'refused' && (
          <>
            <Trans>The server does not take this:</Trans> <bdi>{kept.problem}</bdi>
          </>
        )}
      </span>
    </p>
  );
}

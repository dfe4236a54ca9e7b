import { Trans } from '@lingui/react/macro';
import { Shape } from '../../team/icons.js';
import { useWayProblemWords } from './problem-words.js';
import type { Answered } from './tell-way.js';

interface ProblemProps {
  readonly answered: Answered | null;
  /** told again it is done once all the same */
  readonly isOnce?: boolean;
}

/** Why something could not be done with a way. */
export function TellProblem({ answered, isOnce = false }: ProblemProps) {
  const say = useWayProblemWords();
  if (answered === null || answered.kind === 'done') return null;
  return (
    <p className="pol-problem" role="alert">
      <Shape of="late" />
      <span>
        {answered.kind === 'away' &&
          (isOnce ? (
            <Trans>The server does not answer: whether it was done is not known. Try again; nothing is done twice.</Trans>
          ) : (
            <Trans>The server does not answer: whether it was done is not known.</Trans>
          ))}
        {answered.kind === 'gone' && <Trans>This way has been removed meanwhile.</Trans>}
        {answered.kind === 'wrong' && <bdi>{answered.problems.map(say).join(' ')}</bdi>}
        {answered.kind === 'refused' && (
          <>
            <Trans>The server does not take this:</Trans> <bdi>{answered.problem}</bdi>
          </>
        )}
      </span>
    </p>
  );
}

import { Trans } from '@lingui/react/macro';
import { textIn } from '../../console/json.js';
import { useClock } from '../../console/use-console.js';
import { Shape } from '../../team/icons.js';
import { useFailureWords } from './failure-words.js';
import { TellProblem } from './tell-problem.js';
import type { Answered } from './tell-way.js';

interface OutcomeProps {
  readonly sending: boolean;
  readonly answered: Answered | null;
  /** when it was answered, epoch ms */
  readonly at: number;
}

/** What became of a test message, where it was asked for. */
export function TestOutcome({ sending, answered, at: toldAt }: OutcomeProps) {
  const words = useFailureWords();
  const clock = useClock();
  const outcome = answered?.kind === 'done' ? textIn(answered.body, 'outcome') : null;
  const failure = answered?.kind === 'done' ? textIn(answered.body, 'failure') : null;
  const at = clock.exact(toldAt);
  return (
    <div className="way-test">
      <p role="status">
        {sending && <Trans>A test message is being sent …</Trans>}
        {outcome === 'taken' && (
          <>
            <Shape of="in" />
            <span>
              <Trans>The test message was taken at {at}.</Trans>
            </span>
          </>
        )}
        {outcome !== null && outcome !== 'taken' && (
          <>
            <Shape of="late" />
            <span>
              <Trans>The test failed at {at}:</Trans> <bdi>{words(failure ?? '')}</bdi>
            </span>
          </>
        )}
      </p>
      <TellProblem answered={answered} />
    </div>
  );
}

import { Trans } from '@lingui/react/macro';
import { Shape } from '../../team/icons.js';
import { useCalendarProblem } from './calendar-problem-words.js';
import type { Answered } from './send-setting.js';

/** Why something could not be set, and what to do. */
export function SettingProblem({ answered, id }: { answered: Answered | null; id?: string }) {
  const say = useCalendarProblem();
  if (answered === null || answered.kind === 'done') return null;
  return (
    <p className="pol-problem" role="alert" id={id}>
      <Shape of="late" />
      <span>
        {answered.kind === 'away' && (
          <Trans>The server does not answer: whether it was done is not known. Try again; nothing is done twice.</Trans>
        )}
        {answered.kind === 'changed' && <Trans>Somebody else has changed it meanwhile: look at it again, and save once more.</Trans>}
        {answered.kind === 'wrong' && <bdi>{answered.problems.slice(0, 3).map(say).join(' ')}</bdi>}
        {answered.kind === 'refused' && (
          <>
            <Trans>The server does not take this:</Trans> <bdi>{answered.problem}</bdi>
          </>
        )}
      </span>
    </p>
  );
}

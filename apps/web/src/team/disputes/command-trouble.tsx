import { Trans } from '@lingui/react/macro';
import { useClock } from '../../console/use-console.js';
import { Shape } from '../icons.js';
import { useRepName } from '../rep-names.js';
import type { Trouble } from './use-command.js';

/** Why a dispute was not written or not decided, in words. */
export function CommandTrouble({ trouble }: { trouble: Trouble }) {
  return (
    <p className="problem" role="alert">
      <Shape of="late" />
      <span>
        <Words trouble={trouble} />
      </span>
    </p>
  );
}

function Words({ trouble }: { trouble: Trouble }) {
  const repName = useRepName();
  const clock = useClock();
  if (trouble.kind === 'unconfirmed') return <Trans>Not confirmed. Try again: it is written once at most.</Trans>;
  if (trouble.kind === 'failed')
    return trouble.status === 404 ? <Trans>What this is about is not there any more.</Trans> : <bdi>{trouble.problem}</bdi>;
  const who = repName(trouble.rep);
  const at = trouble.at === null ? null : clock.short(trouble.at);
  switch (trouble.reason) {
    case 'disputed':
      return <Trans>This dispute is open already: it waits for a decision.</Trans>;
    case 'decided':
      return who !== null && at !== null ? (
        <Trans>
          It was decided already, by {who} at {at}.
        </Trans>
      ) : (
        <Trans>It was decided already.</Trans>
      );
    case 'own_dispute':
      return <Trans>Who disputes cannot decide: somebody else has to.</Trans>;
    case 'not_its_turn':
      return <Trans>An older dispute about this lead has to be decided first.</Trans>;
    case 'nothing_to_correct':
      return <Trans>There is nothing to correct any more. Refuse it, and have the thing recorded anew.</Trans>;
    case 'paused':
      return <Trans>The clock stands still already.</Trans>;
    case 'running':
      return <Trans>The clock runs already.</Trans>;
    case 'answered':
      return <Trans>The lead is answered by now.</Trans>;
    case 'closed':
      return <Trans>The lead is closed by now.</Trans>;
    case 'merged':
      return <Trans>The lead was merged into another one.</Trans>;
    case 'erased':
      return <Trans>The details of this lead were destroyed.</Trans>;
    default:
      return <bdi>{trouble.problem}</bdi>;
  }
}

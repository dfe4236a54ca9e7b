import { Trans } from '@lingui/react/macro';
import { Shape } from '../team/icons.js';
import type { Kept } from './keep-board.js';

/** Why a board could not be kept or removed, and what to do. */
export function KeptProblem({ kept }: { kept: Kept | null }) {
  if (kept === null || kept.kind === 'kept') return null;
  return (
    <p className="field-problem" role="alert">
      <Shape of="late" />
      <span>
        {kept.kind === 'away' && <Trans>The server does not answer: whether it was done is not known. Try again.</Trans>}
        {kept.kind === 'changed' && <Trans>Somebody else has changed this board meanwhile.</Trans>}
        {kept.kind === 'gone' && <Trans>Somebody else has removed this board meanwhile.</Trans>}
        {kept.kind === 'refused' && (
          <>
            <Trans>The server does not take this:</Trans> <bdi>{kept.problem}</bdi>
          </>
        )}
      </span>
    </p>
  );
}

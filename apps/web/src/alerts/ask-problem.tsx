import { Trans } from '@lingui/react/macro';
import { AskError } from '../team/ask.js';
import { Shape } from '../team/icons.js';
import './cards.css';

/** Why something cannot be shown; it is asked again by itself. */
export function AskProblem({ error, onAgain }: { error: Error; onAgain: () => void }) {
  const status = error instanceof AskError ? error.status : 0;
  return (
    <p className="pol-problem" role="alert">
      <Shape of="late" />
      <span>
        {status === 0 ? <Trans>The server does not answer.</Trans> : <Trans>The server cannot answer this.</Trans>}{' '}
        {status !== 0 && <bdi>{`${status} ${error.message}`}</bdi>}{' '}
        <button type="button" className="as-link" onClick={onAgain}>
          <Trans>Ask now</Trans>
        </button>
      </span>
    </p>
  );
}

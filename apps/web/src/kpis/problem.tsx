import { Trans } from '@lingui/react/macro';
import { useClock } from '../console/use-console.js';
import { AskError } from '../team/ask.js';
import { Shape } from '../team/icons.js';

interface ProblemProps {
  readonly error: Error;
  /** epoch ms of the device */
  readonly since: number;
  readonly onAgain: () => void;
}

/** Why nothing can be shown, since when, and the way to try again; the page goes on asking by itself. */
export function Problem({ error, since, onAgain }: ProblemProps) {
  const clock = useClock();
  const at = clock.exact(since);
  const status = error instanceof AskError ? error.status : 0;
  return (
    <p className="problem" role="status">
      <Shape of="late" />
      <span>
        <b>{status === 0 ? <Trans>The server does not answer.</Trans> : <Trans>The server cannot answer this.</Trans>}</b>{' '}
        <Trans>Since {at}; it is asked again.</Trans> {status !== 0 && <bdi>{`${status} ${error.message}`}</bdi>}{' '}
        <button type="button" className="as-link" onClick={onAgain}>
          <Trans>Ask now</Trans>
        </button>
      </span>
    </p>
  );
}

import { Trans } from '@lingui/react/macro';
import { Shape } from './icons.js';
import type { Problem } from './team-context.js';
import { useFormats } from './use-formats.js';

/** What cannot be had, and since when; the page goes on asking. */
export function ProblemNote({ problem: { status, text, since } }: { problem: Problem }) {
  const { clockSeconds } = useFormats();
  const at = clockSeconds(since);
  return (
    <p className="problem" role="status">
      <Shape of="late" />
      <span>
        <b>
          {status === 404 ? (
            <Trans>There is no such lead.</Trans>
          ) : status === 0 ? (
            <Trans>The server does not answer.</Trans>
          ) : (
            <Trans>The server cannot answer this.</Trans>
          )}
        </b>{' '}
        <Trans>Since {at}; it is asked again.</Trans> {status !== 0 && text !== '' && <bdi>({`${status}: ${text}`})</bdi>}
      </span>
    </p>
  );
}

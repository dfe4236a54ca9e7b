import { Trans } from '@lingui/react/macro';
import { Shape } from '../clock/shapes.js';
import { useLink } from './use-console.js';

/** Whether the page is live, always in the same place and in words. */
export function ConnectionMark() {
  const freshness = useLink((view) => view.freshness);
  const latencyMs = useLink((view) => (view.latencyMs === null ? null : Math.round(view.latencyMs)));
  const paused = useLink((view) => view.paused);
  if (freshness === 'live') {
    return (
      <span className="conn">
        <Shape of="live" />
        <b>{paused ? <Trans>Paused</Trans> : <Trans>Live</Trans>}</b>
        {latencyMs !== null && (
          <span className="t3 latency">
            <Trans>{latencyMs} ms</Trans>
          </span>
        )}
      </span>
    );
  }
  if (freshness === 'starting' || freshness === 'loading') {
    return (
      <span className="conn conn-wait">
        <Shape of="ring" />
        <b>
          <Trans>Connecting</Trans>
        </b>
      </span>
    );
  }
  if (freshness === 'reconnecting') {
    return (
      <span className="conn conn-wait">
        <Shape of="ring" />
        <b>
          <Trans>Reconnecting</Trans>
        </b>
      </span>
    );
  }
  return (
    <span className="tag tag-soon">
      <Shape of="ring" />
      <Trans>Not live</Trans>
    </span>
  );
}

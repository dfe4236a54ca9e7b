import { Trans } from '@lingui/react/macro';
import { Button } from 'react-aria-components';
import { Shape } from '../clock/shapes.js';
import { tryNow } from './console-link.js';
import { useClock, useLink, useTrust } from './use-console.js';

/** The band over a page that nothing reaches any more; `children` say what that means for this page. */
export function StaleBand({ children }: { children?: React.ReactNode }) {
  const { still } = useTrust();
  const clock = useClock();
  const from = useLink((view) => view.lastFrame);
  const since = useLink((view) => view.startedAt);
  if (!still) return null;
  const at = clock.exact(from ?? since);
  return (
    <div className="stale" role="alert">
      <Shape of="soon" />
      <b>{from === null ? <Trans>No connection since {at}</Trans> : <Trans>Not live · data from {at}</Trans>}</b>
      <span className="stale-means">{children}</span>
      <i className="grow" />
      <Button className="btn" onPress={tryNow}>
        <Trans>Try now</Trans>
      </Button>
    </div>
  );
}

import { Trans } from '@lingui/react/macro';
import { Shape } from '../clock/shapes.js';
import { useClock, useView } from './use-view.js';

/** stands in for a site that has no name yet */
const PRODUCT = 'Leadclock';

/** The site on the left; on the right, always in the same place, the connection and the site's clock; a floor that a simulator plays on says so. */
export function Header() {
  const name = useView((view) => view.state?.site.name) || PRODUCT;
  const freshness = useView((view) => view.freshness);
  const demo = useView((view) => view.state?.demo ?? false);
  const live = freshness === 'live';
  return (
    <header className="head">
      <h1 className="cut" dir="auto">
        {name}
      </h1>
      <p className={live ? 'link link-live' : 'link link-lost'}>
        <Shape of={live ? 'live' : 'ring'} />
        <Link freshness={freshness} demo={demo} />
        <SiteClock />
      </p>
    </header>
  );
}

function Link({ freshness, demo }: { freshness: string; demo: boolean }) {
  if (freshness === 'live') return demo ? <Trans>Demo</Trans> : <Trans>Live</Trans>;
  if (freshness === 'reconnecting') return <Trans>Reconnecting</Trans>;
  return null;
}

export function SiteClock() {
  const clock = useClock();
  const now = useView((view) => view.now - (view.now % 60_000));
  return <time>{clock(now)}</time>;
}

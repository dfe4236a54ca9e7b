import { Trans } from '@lingui/react/macro';
import { Shape } from '../clock/shapes.js';
import { SiteClock } from './header.js';
import { useClock, useMoment, useView } from './use-view.js';

/** The band across the middle: nothing under it is live. `since`: the last frame of what is under it, null: there was none. */
export function NotLiveBand({ since }: { since: number | null }) {
  const clock = useClock();
  const startedAt = useView((view) => view.startedAt);
  const at = clock(since ?? startedAt);
  return (
    <div className="band" role="alert">
      <Trans>Not live · data from {at}</Trans>
    </div>
  );
}

/** After five minutes the numbers are gone: since when, what is tried, and what the person who walks up can do. */
export function Gone() {
  const moment = useMoment();
  const now = useView((view) => view.now - (view.now % 60_000));
  const since = moment(
    useView((view) => view.lastFrame ?? view.startedAt),
    now,
  );
  const host = <bdi>{window.location.host}</bdi>;
  return (
    <main className="gone">
      <p className="figure">
        <SiteClock />
      </p>
      <h1 className="headline" aria-live="assertive">
        <Shape of="ring" />
        <Trans>No connection since {since}</Trans>
      </h1>
      <p className="cut">
        <Trans>Trying {host} …</Trans>
      </p>
      <p>
        <Trans>Check the computer that runs Leadclock, and this screen’s network.</Trans>
      </p>
    </main>
  );
}

/** Nothing has come yet, for longer than a blink. */
export const Loading = () => (
  <main className="stage" aria-busy="true">
    <div className="head">
      <i className="bone" />
      <h1 className="hidden">
        <Trans>Loading</Trans>
      </h1>
    </div>
    <div className="figures">
      <i className="tile" />
      <i className="tile" />
      <i className="tile" />
    </div>
    <div className="lists">
      <i className="panel" />
      <i className="panel" />
    </div>
  </main>
);

import { Trans } from '@lingui/react/macro';
import { Logo } from '../clock/shapes.js';
import { useMoment, useView } from './use-view.js';

/** The wall before the first lead: what it waits for, and how to send one. */
export function FirstLead() {
  const source = useView((view) => view.state?.setup.source ?? null);
  const now = useView((view) => view.now - (view.now % 60_000));
  const moment = useMoment();
  const name = source === null ? null : <bdi dir="auto">{source.name}</bdi>;
  const since = source === null ? '' : moment(source.since, now);
  return (
    <section className="first">
      <Logo />
      <div>
        <h2 className="headline">
          <Trans>Waiting for the first lead</Trans>
        </h2>
        <p className="cut">
          {source === null ? (
            <Trans>No source is connected yet. Send one:</Trans>
          ) : (
            <Trans>
              Source “{name}” is connected since {since}.
            </Trans>
          )}
        </p>
        <p className="command">
          <code className="cut">POST {window.location.host}/v1/events</code>
        </p>
      </div>
    </section>
  );
}

/** Where the key for that is. */
export function FirstLeadFoot() {
  const command = <code>npx leadclock key show</code>;
  return (
    <footer className="foot foot-note">
      <p className="cut">
        <Trans>API key: {command}</Trans>
      </p>
    </footer>
  );
}

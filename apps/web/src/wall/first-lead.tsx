import { Trans } from '@lingui/react/macro';
import { Logo } from '../clock/shapes.js';
import { DemoButton, DemoNote } from './demo/demo-button.js';
import { useDemo } from './demo/use-demo.js';
import { useMoment, useView } from './use-view.js';

/** The wall before the first lead: what it waits for, how to send one, and a floor to try it on. */
export function FirstLead() {
  const source = useView((view) => view.state?.setup.source ?? null);
  const now = useView((view) => view.now - (view.now % 60_000));
  const moment = useMoment();
  const { demo, play } = useDemo();
  const name = source === null ? null : <bdi dir="auto">{source.name}</bdi>;
  const since = source === null ? '' : moment(source.since, now);
  const inDemo = useView((view) => view.state?.demo ?? false);
  return (
    <>
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
          {source === null && (
            <p className="command">
              <code className="cut">POST {window.location.host}/v1/events</code>
            </p>
          )}
          {!inDemo && <DemoButton demo={demo} play={play} />}
        </div>
      </section>
      <footer className="foot foot-note">
        <p className="cut" role="status">
          {!inDemo && (source !== null || demo.step !== 'offered') ? <DemoNote demo={demo} /> : <KeyNote />}
        </p>
      </footer>
    </>
  );
}

/** Where the key for sending one is. */
function KeyNote() {
  const command = <code>npx leadclock key show</code>;
  return <Trans>API key: {command}</Trans>;
}

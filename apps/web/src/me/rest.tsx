import { Trans } from '@lingui/react/macro';
import { Button } from 'react-aria-components';
import { Shape } from '../clock/shapes.js';
import { useWords } from '../clock/words.js';
import { sounds } from '../console/sound-choice.js';
import { useLink, useLive, useMoment, useTrust } from '../console/use-console.js';
import { own } from './streams.js';

/** Nobody waits: that is good, and said so. */
export function Rest() {
  const words = useWords();
  const moment = useMoment();
  const { known } = useTrust();
  const last = useLive(own, (state) => state?.answers.at(-1) ?? null);
  const minute = useLink((view) => view.now - (view.now % 60_000));
  const at = last === null ? null : moment(last.at, minute);
  const after = last === null ? null : words.wait(last.seconds * 1_000);
  if (!known) return <section className="lead" />;
  return (
    <section className="lead">
      <div className="lead-scroll">
        <div className="rest">
          <span className="ok">
            <Shape of="done" />
          </span>
          <h1>
            <Trans>Nobody is waiting</Trans>
          </h1>
          {at !== null && after !== null && (
            <p className="meta">
              <Trans>
                Your last answer: {at}, in {after}.
              </Trans>
            </p>
          )}
          <p className="hint">
            <Trans>A new lead opens here by itself and sounds once.</Trans>{' '}
            <Button className="link" onPress={() => sounds().play('new')}>
              <Trans>Hear the sound</Trans>
            </Button>
          </p>
        </div>
      </div>
    </section>
  );
}

/** Nothing has come yet, for longer than a blink. */
export const Loading = () => (
  <main className="columns">
    <section className="queue" aria-busy="true">
      <div className="qh">
        <h1>
          <Trans>Queue</Trans>
        </h1>
      </div>
      <i className="bone bone-row" />
      <i className="bone bone-row" />
      <i className="bone bone-row" />
    </section>
    <section className="lead" aria-busy="true">
      <h1 className="vh">
        <Trans>Loading</Trans>
      </h1>
    </section>
  </main>
);

import { Trans } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import type { DemoState } from './demo-call.js';

/** Plays the demo floor. It has the focus, because a remote control has only its OK. */
export function DemoButton({ demo, play }: { demo: DemoState; play: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  const starting = demo.step === 'starting';
  useEffect(() => button.current?.focus(), []);
  return (
    <div className="demo">
      <button ref={button} type="button" className="demo-button" aria-disabled={starting} onClick={play}>
        {starting ? (
          <Trans>Starting the demo floor…</Trans>
        ) : demo.step === 'failed' ? (
          <Trans>Try again</Trans>
        ) : (
          <Trans>Play a demo floor</Trans>
        )}
        {!starting && <kbd>OK</kbd>}
      </button>
    </div>
  );
}

/** What the button's last press came to. */
export function DemoNote({ demo }: { demo: DemoState }) {
  if (demo.step === 'starting') return <Trans>It opens by itself, within a minute or two.</Trans>;
  if (demo.step !== 'failed') return <Trans>A demo is marked on screen and changes no number.</Trans>;
  const { reason } = demo;
  return reason === null ? <Trans>The demo did not start: no answer.</Trans> : <Trans>The demo did not start: {reason}</Trans>;
}

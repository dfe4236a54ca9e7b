import { Trans } from '@lingui/react/macro';
import { Button } from 'react-aria-components';
import { useStore } from 'zustand';
import { keyStore, showHelp } from './key-choice.js';

/** The keys at the foot of the queue; where there is little height only the way to them. */
export function KeyList() {
  const single = useStore(keyStore, (keys) => keys.single);
  return (
    <div className="keys">
      {single && (
        <div className="keys-all">
          <span>
            <kbd>J</kbd>
            <kbd>K</kbd>
            <Trans>move</Trans>
          </span>
          <span>
            <kbd>C</kbd>
            <Trans>claim</Trans>
          </span>
          <span>
            <kbd>↵</kbd>
            <Trans>call</Trans>
          </span>
          <span>
            <kbd>L</kbd>
            <Trans>log</Trans>
          </span>
          <span>
            <kbd>U</kbd>
            <Trans>undo</Trans>
          </span>
          <span>
            <kbd>M</kbd>
            <Trans>mute</Trans>
          </span>
          <span>
            <kbd>/</kbd>
            <Trans>search</Trans>
          </span>
          <span>
            <kbd>?</kbd>
            <Trans>help</Trans>
          </span>
        </div>
      )}
      <Button className={single ? 'btn btn-quiet keys-more' : 'btn btn-quiet keys-more is-only'} onPress={() => showHelp(true)}>
        <kbd>?</kbd>
        <Trans>Keys</Trans>
      </Button>
    </div>
  );
}

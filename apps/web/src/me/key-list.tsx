import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Dialog, Heading, Modal, ModalOverlay, Switch } from 'react-aria-components';
import { useStore } from 'zustand';
import { Icon } from '../console/icons.js';
import { keyStore, showHelp, wantSingleKeys } from './key-choice.js';

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

/** All keys, and the switch that turns the single ones off. */
export function KeyHelp() {
  const { t } = useLingui();
  const { single, help } = useStore(keyStore);
  const rows: readonly (readonly [string, string])[] = [
    ['J K', t`next and previous lead`],
    ['C', t`claim the lead`],
    ['↵', t`call`],
    ['L', t`log a call`],
    ['1 – 6', t`outcome of the call, while the sheet is open`],
    ['Ctrl ↵', t`save the call`],
    ['Esc', t`close the sheet; what was written stays`],
    ['U', t`undo the last call, for 10 seconds`],
    ['M', t`no sound for 10 minutes`],
    ['/', t`search the queue`],
    ['?', t`this list`],
  ];
  return (
    <ModalOverlay className="scrim" isOpen={help} onOpenChange={showHelp} isDismissable>
      <Modal className="help">
        <Dialog>
          <header>
            <Heading slot="title">
              <Trans>Keys</Trans>
            </Heading>
            <Button className="btn btn-quiet" slot="close" aria-label={t`Close`}>
              <Icon of="close" />
            </Button>
          </header>
          <dl>
            {rows.map(([keys, what]) => (
              <div key={keys}>
                <dt>{keys.split(' ').map((key) => (key === '–' ? <span key={key}>–</span> : <kbd key={key}>{key}</kbd>))}</dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
          <Switch className="switch" isSelected={single} onChange={wantSingleKeys}>
            <i />
            <Trans>Single keys work</Trans>
          </Switch>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

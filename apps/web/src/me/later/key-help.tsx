import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useStore } from 'zustand';
import { Icon } from '../../console/icons.js';
import { keyStore, showHelp, wantSingleKeys } from '../key-choice.js';

/** All keys, and the switch that turns the single ones off. */
export function KeyHelp() {
  const { t } = useLingui();
  const { single, help } = useStore(keyStore);
  const rows: readonly (readonly [string, string])[] = [
    ['J K', t`next and previous lead`],
    ['C', t`claim the lead`],
    ['↵', t`call`],
    ['L', t`log a call`],
    ['1 – 6', t`the choices of an open sheet`],
    ['Ctrl ↵', t`do what the open sheet is for`],
    ['Esc', t`close the sheet; a note stays`],
    ['U', t`undo the last call, for 10 seconds`],
    ['B', t`call back at…`],
    ['O', t`hand the lead over`],
    ['R', t`give the lead back`],
    ['S', t`put its alert off`],
    ['A D', t`accept or decline what is offered to you`],
    ['T', t`your status`],
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
          <label className="switch">
            <input
              className="vh"
              type="checkbox"
              role="switch"
              checked={single}
              onChange={(event) => wantSingleKeys(event.target.checked)}
            />
            <i />
            <Trans>Single keys work</Trans>
          </label>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

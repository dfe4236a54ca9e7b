import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Icon } from '../icons.js';

interface SmallDialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog in the middle of the page; Escape closes it, and the focus goes back to where it came from. */
export function SmallDialog({ title, onClose, children }: SmallDialogProps) {
  const { t } = useLingui();
  return (
    <ModalOverlay className="scrim" isOpen onOpenChange={(open) => !open && onClose()} isDismissable>
      <Modal className="small-dialog">
        <Dialog>
          <header>
            <Heading slot="title">{title}</Heading>
            <Button className="btn btn-quiet" slot="close" aria-label={t`Close`}>
              <Icon of="close" />
            </Button>
          </header>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import { useContext, useState } from 'react';
import { useTrust } from '../../console/use-console.js';
import { TeamContext } from '../team-context.js';
import { DisputeDialog } from './dispute-dialog.js';

interface ButtonProps {
  readonly lead: string;
  readonly about: string;
  /** what is disputed, for who hears the page; null: it stands beside the button */
  readonly what?: string;
}

/** Opens the dialog in which somebody says that this is wrong. */
export function DisputeButton({ lead, about, what }: ButtonProps) {
  const { t } = useLingui();
  const { live } = useTrust();
  // who may speak is known once the floor has been heard
  const heard = useContext(TeamContext) !== null;
  const [open, setOpen] = useState(false);
  const named = what === undefined ? {} : { 'aria-label': t`Dispute: ${what}` };
  return (
    <>
      <button type="button" className="as-link" disabled={!live || !heard} onClick={() => setOpen(true)} {...named}>
        <Trans>Dispute</Trans>
      </button>
      {open && <DisputeDialog lead={lead} about={about} onClose={() => setOpen(false)} />}
    </>
  );
}

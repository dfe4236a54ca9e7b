import { Plural } from '@lingui/react/macro';
import { Shape } from '../icons.js';
import { useOpenDisputes } from './use-open-disputes.js';

/** The way to the disputes that wait for a decision; nothing where none does. */
export function DisputesLink() {
  const open = useOpenDisputes();
  if (open === null || open.count === 0) return null;
  return (
    <a className="btn disputes-link" href="/kpis/disputes">
      <Shape of="soon" />
      <Plural value={open.count} one="# open dispute" other="# open disputes" />
      {open.more && '+'}
    </a>
  );
}

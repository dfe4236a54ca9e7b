import { Plural, Trans } from '@lingui/react/macro';
import { useState } from 'react';
import type { LeadDetail } from '../answers.js';
import { DecideDialog, type Decision } from './decide-dialog.js';
import { DisputeItems } from './dispute-items.js';

/** What people say is wrong about a lead, and what was decided, the oldest first; nothing where nobody says so. */
export function LeadDisputes({ detail: { lead, disputes } }: { detail: LeadDetail }) {
  const [deciding, setDeciding] = useState<Decision | null>(null);
  if (disputes.length === 0) return null;
  const open = disputes.filter(({ decided }) => decided === null).length;
  return (
    <section className="panel" aria-labelledby="disputes">
      <header>
        <h2 id="disputes">
          <Trans>Disputes</Trans>
        </h2>
        <span className="grow" />
        {open > 0 && (
          <span className="sub">
            <Plural value={open} one="# open" other="# open" />
          </span>
        )}
      </header>
      <DisputeItems lead={lead} disputes={disputes} onDecide={(dispute, accepted) => setDeciding({ lead, dispute, accepted })} />
      {deciding !== null && <DecideDialog {...deciding} onClose={() => setDeciding(null)} />}
    </section>
  );
}

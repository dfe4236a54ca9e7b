import { useContext } from 'react';
import { Link } from 'react-router';
import type { Dispute } from '../team/answers.js';
import type { Decision } from '../team/disputes/decide-dialog.js';
import { DisputeItems } from '../team/disputes/dispute-items.js';
import { TeamContext } from '../team/team-context.js';
import { useOpenLead } from './use-open-lead.js';

interface DisputedProps {
  readonly lead: string;
  readonly name: string;
  readonly disputes: readonly Dispute[];
  readonly onDecide: (decision: Decision) => void;
}

/** A lead with an open dispute, and all that was disputed about it. */
export function DisputedLead({ lead, name, disputes, onDecide }: DisputedProps) {
  const { to } = useOpenLead();
  const heard = useContext(TeamContext) !== null;
  return (
    <article className="disputed-lead">
      <h2>
        <Link to={to(lead)} dir="auto">
          {name}
        </Link>
      </h2>
      {heard && <DisputeItems lead={lead} disputes={disputes} onDecide={(dispute, accepted) => onDecide({ lead, dispute, accepted })} />}
    </article>
  );
}

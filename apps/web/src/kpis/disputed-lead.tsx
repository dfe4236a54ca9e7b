import { useQuery } from '@tanstack/react-query';
import { useContext } from 'react';
import { Link } from 'react-router';
import { LeadDetail } from '../team/answers.js';
import { ask } from '../team/ask.js';
import type { Decision } from '../team/disputes/decide-dialog.js';
import { DisputeItems } from '../team/disputes/dispute-items.js';
import { leadQuestion } from '../team/questions.js';
import { TeamContext } from '../team/team-context.js';
import { useOpenLead } from './use-open-lead.js';

interface DisputedProps {
  readonly lead: string;
  readonly name: string;
  readonly onDecide: (decision: Decision) => void;
}

/** A lead with an open dispute, and all that was disputed about it. */
export function DisputedLead({ lead, name, onDecide }: DisputedProps) {
  const { to } = useOpenLead();
  const heard = useContext(TeamContext) !== null;
  const { data } = useQuery({
    queryKey: ['disputes', 'of', lead],
    queryFn: ({ signal }) => ask(leadQuestion(lead), LeadDetail, signal),
  });
  return (
    <article className="disputed-lead">
      <h2>
        <Link to={to(lead)} dir="auto">
          {name}
        </Link>
      </h2>
      {heard && <DisputeItems disputes={data?.disputes ?? []} onDecide={(dispute, accepted) => onDecide({ lead, dispute, accepted })} />}
    </article>
  );
}

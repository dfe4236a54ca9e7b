import { useContext, useState } from 'react';
import { DisputeButton } from '../team/disputes/dispute-button.js';
import { DisputeTag } from '../team/disputes/dispute-tag.js';
import { ToldDisputes } from '../team/disputes/told-disputes.js';
import { WhyButton } from '../team/disputes/why-button.js';
import { TeamContext } from '../team/team-context.js';
import type { Row } from './answers.js';

interface RowDisputeProps {
  readonly row: Row;
  /** null: it is about no lead */
  readonly name: string | null;
  /** what the row says, for who hears the page */
  readonly what: string;
}

/** How what people say is wrong about a row's lead stands, why they say so, and the way to say so. */
export function RowDispute({ row, name, what }: RowDisputeProps) {
  const [open, setOpen] = useState(false);
  const heard = useContext(TeamContext) !== null;
  return (
    <td className="row-dispute">
      <DisputeTag status={row.dispute} />{' '}
      {row.dispute !== null && heard && <WhyButton name={name ?? row.subject} open={open} onPress={() => setOpen(!open)} />}{' '}
      {name !== null && <DisputeButton lead={row.subject} about={aboutOf(row)} what={`${name}, ${what}`} />}
      {open && heard && <ToldDisputes lead={row.subject} />}
    </td>
  );
}

/** What of a row is disputed first: the touch that it is about, whose the lead was where it tells of owners, else the answer. */
const aboutOf = ({ kind, item }: Row): string => {
  if (kind === 'touch' && item !== null) return item;
  return kind === 'assign' || kind === 'arrival' ? 'owner' : 'answer';
};

import type { Dispute } from '../answers.js';
import { DisputeItem } from './dispute-item.js';
import { useDisputeNotes } from './use-dispute-notes.js';

interface ItemsProps {
  readonly lead: string;
  readonly disputes: readonly Dispute[];
  /** null: they are only told here */
  readonly onDecide: ((dispute: Dispute, accepted: boolean) => void) | null;
}

/** The disputes about one lead, the oldest first: of those that are open it is the next to be decided. */
export function DisputeItems({ lead, disputes, onDecide }: ItemsProps) {
  const noteOf = useDisputeNotes(lead, disputes);
  const next = disputes.findIndex(({ decided }) => decided === null);
  return disputes.map((dispute, index) => (
    <DisputeItem
      key={`${dispute.event.source} ${dispute.event.id}`}
      dispute={dispute}
      note={noteOf(dispute)}
      next={index === next}
      onDecide={onDecide === null ? null : (accepted) => onDecide(dispute, accepted)}
    />
  ));
}

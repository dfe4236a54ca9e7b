import type { Dispute } from '../answers.js';
import { DisputeItem } from './dispute-item.js';

interface ItemsProps {
  readonly disputes: readonly Dispute[];
  readonly onDecide: (dispute: Dispute, accepted: boolean) => void;
}

/** The disputes about one lead, the oldest first: of those that are open it is the next to be decided. */
export function DisputeItems({ disputes, onDecide }: ItemsProps) {
  const next = disputes.findIndex(({ decided }) => decided === null);
  return disputes.map((dispute, index) => (
    <DisputeItem
      key={`${dispute.event.source} ${dispute.event.id}`}
      dispute={dispute}
      next={index === next}
      onDecide={(accepted) => onDecide(dispute, accepted)}
    />
  ));
}

import { DisputeItems } from './dispute-items.js';
import { useDisputesOf } from './use-disputes-of.js';

/** What was disputed about a lead and why, to be read: under its line in a list. */
export function ToldDisputes({ lead }: { lead: string }) {
  const { data } = useDisputesOf(lead);
  return (
    <div className="told-disputes" aria-busy={data === undefined}>
      <DisputeItems lead={lead} disputes={data ?? []} onDecide={null} />
    </div>
  );
}

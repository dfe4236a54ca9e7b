import { useEffect, useRef } from 'react';
import { LeadView } from './lead-view.js';
import { LeadsList } from './leads-list.js';
import { useAddress } from './use-address.js';

/** The panel over the right side of the page: the leads behind a figure, or one of them. The page behind it stays live and usable. */
export function Drill() {
  const { address, go } = useAddress();
  const { showing, lead } = address;
  const panel = useRef<HTMLElement>(null);
  const opened = showing !== null || lead !== null;
  useEffect(() => {
    if (opened) panel.current?.focus();
  }, [opened, lead]);
  if (!opened) return null;
  return (
    <aside
      className="drill"
      ref={panel}
      tabIndex={-1}
      aria-labelledby="drill"
      onKeyDown={(event) => {
        if (event.key === 'Escape') go(lead !== null && showing !== null ? { lead: null } : { showing: null, lead: null });
      }}
    >
      {lead === null && showing !== null ? (
        <LeadsList showing={showing} />
      ) : (
        <LeadView
          lead={lead ?? ''}
          onBack={showing === null ? null : () => go({ lead: null })}
          onClose={() => go({ showing: null, lead: null })}
        />
      )}
    </aside>
  );
}

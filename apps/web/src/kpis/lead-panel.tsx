import { useEffect, useMemo, useRef } from 'react';
import { useLink, useLive, useTrust } from '../console/use-console.js';
import { noFilters } from '../team/address.js';
import { dayIn } from '../team/days.js';
import { LeadView } from '../team/lead-view.js';
import { AsOfContext, TeamContext, type TeamPage } from '../team/team-context.js';
import { floor } from './floor-store.js';

/** The lead of a row, as the manager's view shows it: verdict, policy, and its timeline with why each event counted. */
export function LeadPanel({ lead, onClose }: { lead: string; onClose: () => void }) {
  const state = useLive(floor, (heard) => heard);
  const now = useLink((view) => view.asOf);
  const { known } = useTrust();
  const panel = useRef<HTMLElement>(null);
  const today = state === null ? '' : dayIn(state.site.zone, now);
  const page = useMemo<TeamPage | null>(
    () => (state === null ? null : { state, filters: noFilters, figures: null, problem: null, today, known }),
    [state, today, known],
  );
  useEffect(() => {
    panel.current?.focus();
  }, [lead, page === null]);
  if (page === null) return null;
  return (
    <TeamContext.Provider value={page}>
      <AsOfContext.Provider value={now}>
        <aside
          className="drill"
          ref={panel}
          tabIndex={-1}
          aria-labelledby="drill"
          onKeyDown={(event) => {
            if (event.key === 'Escape') onClose();
          }}
        >
          <LeadView lead={lead} onBack={null} onClose={onClose} />
        </aside>
      </AsOfContext.Provider>
    </TeamContext.Provider>
  );
}

import { type ReactNode, useMemo } from 'react';
import { useLink, useLive, useTrust } from '../console/use-console.js';
import { noFilters } from '../team/address.js';
import { dayIn } from '../team/days.js';
import { AsOfContext, TeamContext, type TeamPage } from '../team/team-context.js';
import { floor } from './floor-store.js';

/** What parts of the manager's view draw from, for those that stand among the numbers. */
export function FloorAround({ children }: { children: ReactNode }) {
  const state = useLive(floor, (heard) => heard);
  const now = useLink((view) => view.asOf);
  const { known } = useTrust();
  const today = state === null ? '' : dayIn(state.site.zone, now);
  const page = useMemo<TeamPage | null>(
    () => (state === null ? null : { state, filters: noFilters, figures: null, problem: null, today, known }),
    [state, today, known],
  );
  return (
    <TeamContext.Provider value={page}>
      <AsOfContext.Provider value={now}>{children}</AsOfContext.Provider>
    </TeamContext.Provider>
  );
}

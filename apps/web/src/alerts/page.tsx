import { Trans } from '@lingui/react/macro';
import { Navigate, Route, Routes } from 'react-router';
import { StaleBand } from '../console/stale-band.js';
import { TopBar } from '../console/top-bar.js';
import { useLink, useTrust } from '../console/use-console.js';
import { FloorAround } from '../kpis/floor-around.js';
import { useWayTo } from '../kpis/use-way-to.js';
import { CalendarsPage } from './calendars/calendars-page.js';
import { PoliciesPage } from './policies/policies-page.js';
import { StaffingPage } from './staffing/staffing-page.js';
import { WaysPage } from './ways/ways-page.js';
import { WhatIfPage } from './what-if/what-if-page.js';

/** Who is told what, when and how: policies, calendars, ways to reach people, and what comes of them. */
export function Page() {
  const { still } = useTrust();
  const freshness = useLink((view) => view.freshness);
  const wayTo = useWayTo();
  return (
    <div className={still ? 'alerts is-stale' : 'alerts'} data-freshness={freshness}>
      <TopBar page="alerts" />
      {freshness !== 'starting' && (
        <StaleBand>
          <Trans>What is shown may have changed.</Trans>
        </StaleBand>
      )}
      <FloorAround>
        <Routes>
          <Route path="/alerts" element={<Navigate to={wayTo('/alerts/policies')} replace />} />
          <Route path="/alerts/policies" element={<PoliciesPage />} />
          <Route path="/alerts/calendars" element={<CalendarsPage />} />
          <Route path="/alerts/ways" element={<WaysPage />} />
          <Route path="/alerts/what-if" element={<WhatIfPage />} />
          <Route path="/alerts/staffing" element={<StaffingPage />} />
        </Routes>
      </FloorAround>
    </div>
  );
}

import { Trans } from '@lingui/react/macro';
import { Route, Routes, useLocation } from 'react-router';
import { BoardPage } from '../boards/board-page.js';
import { BoardsPage } from '../boards/boards-page.js';
import { UnsavedBand } from '../boards/unsaved-band.js';
import { StaleBand } from '../console/stale-band.js';
import { TopBar } from '../console/top-bar.js';
import { useLink, useTrust } from '../console/use-console.js';
import { useMoves } from '../team/use-moves.js';
import { CataloguePage } from './catalogue-page.js';
import { DisputesPage } from './disputes-page.js';
import { FloorAround } from './floor-around.js';
import { floor } from './floor-store.js';
import { JourneyPage } from './journey-page.js';
import { KpiPage } from './kpi-page.js';
import { OddDataPage } from './odd-data-page.js';

/** Answers that move with the floor are asked again at most so often. */
const AGAIN_MS = 5_000;

/** The numbers: the catalogue, each of them, and the boards on which people put them. */
export function Page() {
  const { still } = useTrust();
  const { pathname } = useLocation();
  const freshness = useLink((view) => view.freshness);
  useMoves(floor, AGAIN_MS);
  return (
    <div className={still ? 'numbers is-stale' : 'numbers'} data-freshness={freshness}>
      <TopBar page={pathname.startsWith('/boards') ? 'boards' : 'kpis'} />
      {freshness !== 'starting' && (
        <StaleBand>
          <Trans>Numbers stand still.</Trans>
        </StaleBand>
      )}
      <UnsavedBand />
      <FloorAround>
        <Routes>
          <Route path="/kpis" element={<CataloguePage />} />
          <Route path="/kpis/journey" element={<JourneyPage />} />
          <Route path="/kpis/odd-data" element={<OddDataPage />} />
          <Route path="/kpis/disputes" element={<DisputesPage />} />
          <Route path="/kpis/:kpi" element={<KpiPage />} />
          <Route path="/boards" element={<BoardsPage />} />
          <Route path="/boards/:board" element={<BoardPage />} />
        </Routes>
      </FloorAround>
    </div>
  );
}

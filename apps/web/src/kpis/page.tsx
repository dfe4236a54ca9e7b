import { Trans } from '@lingui/react/macro';
import { Route, Routes } from 'react-router';
import { StaleBand } from '../console/stale-band.js';
import { TopBar } from '../console/top-bar.js';
import { useLink, useTrust } from '../console/use-console.js';
import { useMoves } from '../team/use-moves.js';
import { CataloguePage } from './catalogue-page.js';
import { floor } from './floor-store.js';
import { KpiPage } from './kpi-page.js';

/** Answers that move with the floor are asked again at most so often. */
const AGAIN_MS = 5_000;

/** The numbers: the catalogue, and each of them. */
export function Page() {
  const { still } = useTrust();
  const freshness = useLink((view) => view.freshness);
  useMoves(floor, AGAIN_MS);
  return (
    <div className={still ? 'numbers is-stale' : 'numbers'} data-freshness={freshness}>
      <TopBar page="kpis" />
      {freshness !== 'starting' && (
        <StaleBand>
          <Trans>Numbers stand still.</Trans>
        </StaleBand>
      )}
      <Routes>
        <Route path="/kpis" element={<CataloguePage />} />
        <Route path="/kpis/:kpi" element={<KpiPage />} />
      </Routes>
    </div>
  );
}

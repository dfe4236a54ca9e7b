import { Trans } from '@lingui/react/macro';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { SoundButton } from '../console/sound-button.js';
import { StaleBand } from '../console/stale-band.js';
import { TopBar } from '../console/top-bar.js';
import { useLink, useLive, useTrust } from '../console/use-console.js';
import { Voice } from '../ringing/voice.js';
import { Board } from './board.js';
import { ManagerNotices } from './notices/manager-notice-menu.js';
import { ManagerTab } from './notices/manager-tab.js';
import { ManagerToasts } from './notices/manager-toasts.js';
import { heardStore, hearTeam, team } from './team-store.js';
import { useAddress } from './use-address.js';

/** The manager's view at its present step of freshness. */
export function Page() {
  const { address } = useAddress();
  const state = useLive(team, (heard) => heard);
  const { still } = useTrust();
  const freshness = useLink((view) => view.freshness);
  const left = useStore(heardStore, (heard) => heard.left);
  useEffect(() => hearTeam(address.filters.team), [address.filters.team]);
  return (
    <div className={still ? 'manager is-stale' : 'manager'} data-freshness={freshness}>
      <TopBar page="team" tools={tools} />
      <StaleBand>{state !== null && <Trans>Figures stand still.</Trans>}</StaleBand>
      {/* before the board: whoever goes by the keyboard comes to them first */}
      <ManagerToasts />
      {state === null ? <Bones /> : <Board state={state} turning={state === left} />}
      <ManagerTab />
      <Voice />
    </div>
  );
}

const tools = (
  <>
    <SoundButton />
    <ManagerNotices />
  </>
);

/** Grey panels, once it takes longer than a blink. */
function Bones() {
  const freshness = useLink((view) => view.freshness);
  if (freshness === 'starting' || freshness === 'gone') return null;
  return (
    <main className="team bones" aria-busy="true">
      <p className="vh">
        <Trans>Loading</Trans>
      </p>
      {['c3', 'c3', 'c3', 'c3', 'c7', 'c5', 'c8', 'c4'].map((size, index) => (
        <i key={index} className={`panel ${size}`} />
      ))}
    </main>
  );
}

import type { TeamState } from '@leadclock/live-protocol/team-state.js';
import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useLive } from '../../console/use-console.js';
import { subscribeIfOn } from '../../notices/notice-desk.js';
import { NoticeMenu } from '../../notices/notice-menu.js';
import { team } from '../team-store.js';
import { useAddress } from '../use-address.js';
import { manage, managedOf, managerStore } from './manager-choice.js';
import { openLeadsBy } from './manager-notices.js';

/** Whether the manager who sits here is told beside the page, and as whose manager. */
export function ManagerNotices() {
  const { go } = useAddress();
  useEffect(() => openLeadsBy((lead) => go({ lead })), [go]);
  return (
    <NoticeMenu
      whose={<Whose />}
      offer={<Trans>Turn them on and this device tells you of what managers are told, also while no page of Leadclock is open.</Trans>}
    />
  );
}

const none: Readonly<TeamState['teams']> = [];

/** Whose manager sits here; a site without teams has one of all. */
function Whose() {
  const { t } = useLingui();
  const teams = useLive(team, (state) => state?.teams ?? none);
  const manages = useStore(managerStore, (manager) => manager.manages);
  if (teams.length === 0) return null;
  const choose = (of: string): void => {
    manage(of);
    subscribeIfOn();
  };
  return (
    <label>
      <Trans>You are told as</Trans>
      <select value={managedOf(manages, teams)} onChange={(event) => choose(event.target.value)}>
        <option value="*">{t`the manager of any team`}</option>
        {teams.map(({ team: id, name }) => (
          <option key={id} value={id}>{t`the manager of ${name}`}</option>
        ))}
      </select>
    </label>
  );
}

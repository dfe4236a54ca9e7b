import { useLingui } from '@lingui/react/macro';
import { useStore } from 'zustand';
import { useWords } from '../../clock/words.js';
import { useLink, useTrust } from '../../console/use-console.js';
import { isAhead, lateFrom } from '../../ringing/live-alert.js';
import { useTab } from '../../ringing/use-tab.js';
import { managerAlertStore } from './manager-desk.js';

/** The title and the icon of the tab tell how many of the manager's alerts are late, and how far the first is over its target; the title else who soon is. */
export function ManagerTab() {
  const { t } = useLingui();
  const words = useWords();
  const { known } = useTrust();
  const mine = useStore(managerAlertStore, (alerts) => alerts.mine);
  const asOf = useLink((view) => view.asOf);
  const late = mine.filter((alert) => !isAhead(alert, asOf)).map(lateFrom);
  const ahead = mine.filter((alert) => isAhead(alert, asOf)).map(lateFrom);
  const first = Math.min(...(late.length > 0 ? late : ahead));
  const time = words.wait(Number.isFinite(first) ? Math.abs(asOf - first) : 0);
  const said = late.length > 0 ? time : t`${time} left`;
  useTab({ late: late.length, ahead: ahead.length, time: known ? said : null }, t`Team`);
  return null;
}

import { useLingui } from '@lingui/react/macro';
import { useStore } from 'zustand';
import { useWords } from '../../clock/words.js';
import { useLink, useTrust } from '../../console/use-console.js';
import { isAhead, lateFrom } from '../../ringing/live-alert.js';
import { useTab } from '../../ringing/use-tab.js';
import { managerAlertStore } from './manager-desk.js';

/** The title and the icon of the tab tell how many of the manager's alerts are late, and how far the first is over its target. */
export function ManagerTab() {
  const { t } = useLingui();
  const words = useWords();
  const { known } = useTrust();
  const mine = useStore(managerAlertStore, (alerts) => alerts.mine);
  const asOf = useLink((view) => view.asOf);
  const late = mine.filter((alert) => !isAhead(alert, asOf)).map(lateFrom);
  const wait = late.length === 0 || !known ? null : words.wait(Math.max(0, asOf - Math.min(...late)));
  useTab(late.length, wait, t`Team`);
  return null;
}

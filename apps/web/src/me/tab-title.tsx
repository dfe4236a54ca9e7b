import type { LiveAlert } from '@leadclock/live-protocol/queue-lead.js';
import { useLingui } from '@lingui/react/macro';
import { useStore } from 'zustand';
import { useWords } from '../clock/words.js';
import { useLink, useTrust } from '../console/use-console.js';
import { isAhead, isCall, lateFrom } from '../ringing/live-alert.js';
import { useTab } from '../ringing/use-tab.js';
import { alertStore } from './alert-desk.js';
import { heardLead } from './queue-store.js';

/** Of a promised call since its instant; of a lead that waits no more, or is not listed, since it is late. */
const waitsSince = (alert: LiveAlert): number => (isCall(alert) ? null : heardLead(alert.lead)?.since) ?? lateFrom(alert);

/** The title and the icon of the tab tell who is late, and how long the first has waited. */
export function TabTitle() {
  const { t } = useLingui();
  const words = useWords();
  const { known } = useTrust();
  const mine = useStore(alertStore, (alerts) => alerts.mine);
  const asOf = useLink((view) => view.asOf);
  const late = mine.filter((alert) => !alert.retracted && !isAhead(alert, asOf));
  const first = late[0];
  const wait = first === undefined || !known ? null : words.wait(Math.max(0, asOf - waitsSince(first)));
  useTab(late.length, wait, t`Leads`);
  return null;
}

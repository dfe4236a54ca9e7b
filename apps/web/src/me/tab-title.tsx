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

/** The title and the icon of the tab tell who is late, and how long the first has waited; the title else who soon is, and what is left of the first. */
export function TabTitle() {
  const { t } = useLingui();
  const words = useWords();
  const { known } = useTrust();
  const mine = useStore(alertStore, (alerts) => alerts.mine);
  const asOf = useLink((view) => view.asOf);
  const told = mine.filter((alert) => !alert.retracted);
  const late = told.filter((alert) => !isAhead(alert, asOf));
  const ahead = told.filter((alert) => isAhead(alert, asOf));
  const [first] = late.length > 0 ? late : ahead;
  const time = words.wait(first === undefined ? 0 : Math.max(0, late.length > 0 ? asOf - waitsSince(first) : lateFrom(first) - asOf));
  const said = late.length > 0 ? time : t`${time} left`;
  useTab({ late: late.length, ahead: ahead.length, time: known ? said : null }, t`Leads`);
  return null;
}

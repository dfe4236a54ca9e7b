import type { LiveAlert } from '@leadclock/live-protocol/queue-lead.js';
import { i18n } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { linkStore } from '../../console/console-link.js';
import { isOn, startNotices, toWorker } from '../../notices/notice-desk.js';
import { hasNotices } from '../../notices/notice-link.js';
import { reviewNotices, willHearOf } from '../../notices/notice-review.js';
import { answerWorker } from '../../notices/worker-answers.js';
import { alertWords } from '../../ringing/alert-words.js';
import { isAhead } from '../../ringing/live-alert.js';
import { team } from '../team-store.js';
import { alertsOf, alertsToTell } from './manager-alerts.js';
import { isManagerTold, manage, managedTeam, tellManager } from './manager-choice.js';

/** A page that is opened still tells what was raised so short a time before. */
const JUST_RAISED_MS = 60_000;
/** The stream lists no more alerts: others may be open too. */
const MOST_ALERTS = 200;

const listener = (): string => `manager:${managedTeam()}`;
const isLive = (): boolean => ['live', 'reconnecting'].includes(linkStore.getState().freshness);
/** As whose manager this page looked last, and which alerts, by their ids, were open of which leads. */
let last: { readonly as: string; readonly alerts: ReadonlyMap<string, string> } = { as: '', alerts: new Map() };
let open: (lead: string) => void = () => undefined;

/** Who shows a lead, when somebody has pressed a notification of it. */
export const openLeadsBy = (one: (lead: string) => void): void => {
  open = one;
};

/** Begins to tell the manager beside the page, once he has turned that on; to be called once. */
export function startManagerNotices(): void {
  startNotices({
    scope: '/team',
    listener: () => (team.stream.state === null ? null : listener()),
    isWanted: isManagerTold,
    want: (isWanted) => {
      tellManager(isWanted);
      if (isWanted) manage(managedTeam());
    },
  });
  if (!hasNotices()) return;
  linkStore.subscribe(look);
  reviewNotices({ isLive: () => isOn() && isLive(), state: () => team.stream.state, leads: leadsToTell, rep: null }, toWorker);
  answerWorker({
    open: (lead) => open(lead),
    shows: (_rep, lead) => {
      willHearOf(lead);
      // the page shows figures, and no alert
      return { isShown: false, isHeard: false };
    },
  });
}

/** Looks which alerts are new, and which are over. */
function look(): void {
  const alerts = team.stream.state?.alerts;
  if (alerts === undefined || !isLive()) return;
  const { now } = linkStore.getState();
  const as = listener();
  const mine = alertsOf(alerts, as);
  const news = alertsToTell(mine, as === last.as ? new Set(last.alerts.keys()) : null, now - JUST_RAISED_MS, now);
  if (isOn()) for (const alert of news) tell(alert, isAhead(alert, now));
  const leads = new Set(mine.map(({ lead }) => lead));
  for (const lead of new Set(last.alerts.values())) if (!leads.has(lead)) toWorker({ type: 'close', lead });
  last = { as, alerts: new Map(mine.map(({ alert, lead }) => [alert, lead])) };
}

function tell(alert: LiveAlert, ahead: boolean): void {
  const { title, body } = alertWords(alert, ahead);
  const said = { alert_id: alert.alert, lead: alert.lead, says: ahead ? 'ahead' : 'late', title, body, language: i18n.locale };
  toWorker({
    type: 'tell',
    said: { ...said, rep: null, claim: null, open: i18n._(msg({ message: 'Open', context: 'button of a notification' })) },
    isSilent: false,
  });
}

/** Leads with an alert of this manager's; null: it does not know all of them. */
function leadsToTell(): readonly string[] | null {
  const alerts = team.stream.state?.alerts;
  if (alerts === undefined || Object.keys(alerts).length >= MOST_ALERTS) return null;
  return alertsOf(alerts, listener()).map(({ lead }) => lead);
}

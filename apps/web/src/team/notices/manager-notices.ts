import type { LiveAlert } from '@leadclock/live-protocol/queue-lead.js';
import { i18n } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { isAudible } from '../../console/sound-away.js';
import { isOn, startNotices, toWorker } from '../../notices/notice-desk.js';
import { hasNotices } from '../../notices/notice-link.js';
import { reviewNotices, willHearOf } from '../../notices/notice-review.js';
import { answerWorker } from '../../notices/worker-answers.js';
import { alertWords } from '../../ringing/alert-words.js';
import { team } from '../team-store.js';
import { followManagerChoice, isManagerTold, manage, managedTeam, tellManager } from './manager-choice.js';
import { isLive, listener, ownAlerts } from './manager-seat.js';

/** The stream lists no more alerts: others may be open too. */
const MOST_ALERTS = 200;

const isHeard = (): boolean => isLive() && isAudible();
let open: (lead: string) => void = () => undefined;

/** Who shows a lead, when somebody has pressed a notification of it. */
export const openLeadsBy = (one: (lead: string) => void): void => {
  open = one;
};

/** Begins to tell the manager beside the page, once he has turned that on; to be called once. */
export function startManagerNotices(): void {
  followManagerChoice();
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
  reviewNotices({ isLive: () => isOn() && isLive(), state: () => team.stream.state, leads: leadsToTell, rep: null }, toWorker);
  answerWorker({
    open: (lead) => open(lead),
    shows: (_rep, lead) => {
      willHearOf(lead);
      return { isShown: isLive() && document.visibilityState === 'visible', isHeard: isHeard() };
    },
  });
}

/** Tells of an alert beside the page, where that is wanted and no page shows it: the worker knows. */
export function tellBeside(alert: LiveAlert, ahead: boolean): void {
  if (!isOn()) return;
  const { title, body } = alertWords(alert, ahead);
  const said = { alert_id: alert.alert, lead: alert.lead, says: ahead ? 'ahead' : 'late', title, body, language: i18n.locale };
  toWorker({
    type: 'tell',
    said: { ...said, rep: null, claim: null, open: i18n._(msg({ message: 'Open', context: 'button of a notification' })) },
    isSilent: isHeard(),
  });
}

/** Nothing is to be told of that lead any more. */
export function closeBeside(lead: string): void {
  if (hasNotices()) toWorker({ type: 'close', lead });
}

/** Leads with an alert that this manager has not seen; null: it does not know all of them. */
function leadsToTell(): readonly string[] | null {
  const { alerts } = team.stream.state ?? {};
  if (alerts === undefined || Object.keys(alerts).length >= MOST_ALERTS) return null;
  return ownAlerts()?.map(({ lead }) => lead) ?? null;
}

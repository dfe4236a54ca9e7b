import { i18n } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Said } from '../../../worker/said.js';
import { linkStore } from '../../console/console-link.js';
import { remember, remembered } from '../../console/remembered.js';
import { isAudible } from '../../console/sound-away.js';
import { isOn, startNotices, toWorker } from '../../notices/notice-desk.js';
import { hasNotices } from '../../notices/notice-link.js';
import { reviewNotices, willHearOf } from '../../notices/notice-review.js';
import { answerWorker } from '../../notices/worker-answers.js';
import { tellingOf } from '../../ringing/live-alert.js';
import { seat } from '../alert-desk.js';
import { alertsFor } from '../alerts.js';
import { type Notice, tellBy } from '../notices.js';
import { heardLead } from '../queue-store.js';
import { isSeated } from '../seat.js';
import { choose } from '../selection.js';
import { floor, rep } from '../streams.js';

/** The stream lists no more alerts: others may be open too. */
const MOST_ALERTS = 200;

/** Whether somebody sits here, and hears what there is. */
const isLive = (): boolean => isSeated() && ['live', 'reconnecting'].includes(linkStore.getState().freshness);
const isHeard = (): boolean => isLive() && isAudible();

/** Begins to tell this rep beside the page, unless he has turned it off; to be called once. */
export function startOwnNotices(): void {
  startNotices({
    scope: '/me',
    listener: () => (isSeated() ? `rep:${rep}` : null),
    isWanted: () => remembered('notices') !== 'off',
    want: (isWanted) => remember('notices', isWanted ? null : 'off'),
  });
  if (!hasNotices()) return;
  // the worker knows whether a page is in sight, and what was pushed
  tellBy({
    tell: (notice) => {
      if (isOn()) toWorker({ type: 'tell', said: saidOf(notice), isSilent: isHeard() });
    },
    close: (lead) => toWorker({ type: 'close', lead }),
  });
  reviewNotices({ isLive: () => isOn() && isLive(), state: () => floor.stream.state, leads: leadsToTell, rep }, toWorker);
  answerWorker({
    open: choose,
    shows: (of, lead) => {
      willHearOf(lead);
      const isMine = of === rep;
      return { isShown: isMine && isLive() && document.visibilityState === 'visible', isHeard: isMine && isHeard() };
    },
  });
}

function saidOf({ alert, isAhead, title, body }: Notice): Said {
  const known = heardLead(alert.lead);
  const isFree = known !== undefined && known.rep === null;
  return {
    alert_id: tellingOf(alert),
    lead: alert.lead,
    says: isAhead ? 'ahead' : 'late',
    title,
    body,
    language: i18n.locale,
    rep,
    claim: isFree ? { label: i18n._(msg`Claim`), assignment: known.assignment } : null,
    open: i18n._(msg`Open`),
  };
}

/** Leads with an alert that this rep has not seen, and those that wait and of whose alerts the page has heard nothing yet; null: it does not know all of them. */
function leadsToTell(): readonly string[] | null {
  const { leads, alerts, counts } = floor.stream.state ?? {};
  if (leads === undefined || alerts === undefined || counts === undefined) return null;
  const [waiting, open] = [Object.keys(leads), Object.values(alerts)];
  if (counts.waiting > waiting.length || open.length >= MOST_ALERTS) return null;
  const told = new Set(open.map(({ lead }) => lead));
  // not the page's own list, which is as old as its last picture: of two ages a lead could fall between
  const mine = alertsFor(alerts, seat(), linkStore.getState().now);
  return [...mine.map(({ lead }) => lead), ...waiting.filter((lead) => !told.has(lead))];
}

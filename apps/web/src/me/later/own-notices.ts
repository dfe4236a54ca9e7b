import { i18n } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { PageAnswer, Said, ToPage, ToWorker } from '../../../worker/said.js';
import { linkStore } from '../../console/console-link.js';
import { sounds } from '../../console/sound-choice.js';
import type { Notice, Teller } from '../notices.js';
import { waitingLead } from '../queue-store.js';
import { isSeated } from '../seat.js';
import { choose } from '../selection.js';
import { rep } from '../streams.js';
import { reviewSoon } from './notice-review.js';

/** Whether somebody sits here, and hears what there is. */
export const isLive = (): boolean => isSeated() && ['live', 'reconnecting'].includes(linkStore.getState().freshness);
const isHeard = (): boolean => isLive() && sounds().state() === 'ready';

/** Hands what has rung to the worker: it knows whether a page is in sight, and what was pushed. */
export const noticeTeller = (isOn: () => boolean, toWorker: (message: ToWorker) => void): Teller => ({
  tell: (notice) => {
    if (isOn()) toWorker({ type: 'tell', said: saidOf(notice), isSilent: isHeard() });
  },
  close: (lead) => toWorker({ type: 'close', lead }),
});

function saidOf({ alert, isAhead, title, body }: Notice): Said {
  const known = waitingLead(alert.lead);
  const isFree = known !== undefined && known.rep === null;
  return {
    alert_id: alert.alert,
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

/** The worker asks whether this page tells by itself, and sends whoever has pressed a notification here. */
export function answerWorker({ data, ports }: MessageEvent<ToPage>): void {
  if (data.type === 'open') return choose(data.lead);
  const isMine = data.rep === rep;
  reviewSoon();
  const answer: PageAnswer = { isShown: isMine && isLive() && document.visibilityState === 'visible', isHeard: isMine && isHeard() };
  ports[0]?.postMessage(answer);
}

import type { ToWorker } from '../../../worker/said.js';
import { linkStore } from '../../console/console-link.js';
import { alertStore } from '../alert-desk.js';
import { floor, rep } from '../streams.js';

/** What was told outlives its reason by this at the most, while a page is open. */
const WITHIN_MS = 2_000;
/** The stream lists no more alerts: others may be open too. */
const MOST_ALERTS = 200;

let isDue = true;

/** Something may have been told that this page has not heard of. */
export const reviewSoon = (): void => {
  isDue = true;
};

/**
 * Has the worker close what is over: a push may have been quicker than this page, or have come before it was opened, so that the page never saw the
 * alert begin. To be called once.
 */
export function reviewNotices(isLive: () => boolean, toWorker: (message: ToWorker) => void): void {
  let seen: typeof floor.stream.state = null;
  let timer: number | undefined;
  const review = (): void => {
    timer = undefined;
    const { state } = floor.stream;
    const leads = isLive() && (isDue || state !== seen) ? leadsToTell() : null;
    if (leads === null) return;
    [seen, isDue] = [state, false];
    toWorker({ type: 'standing', rep, leads });
  };
  linkStore.subscribe(() => {
    timer ??= window.setTimeout(review, WITHIN_MS);
  });
}

/** Leads with an alert that this rep has not seen, and those that wait and of whose alerts the page has heard nothing yet; null: it does not know all of them. */
function leadsToTell(): readonly string[] | null {
  const { leads, alerts, counts } = floor.stream.state ?? {};
  if (leads === undefined || alerts === undefined || counts === undefined) return null;
  const [waiting, open] = [Object.keys(leads), Object.values(alerts)];
  if (counts.waiting > waiting.length || open.length >= MOST_ALERTS) return null;
  const told = new Set(open.map(({ lead }) => lead));
  return [...alertStore.getState().mine.map(({ lead }) => lead), ...waiting.filter((lead) => !told.has(lead))];
}

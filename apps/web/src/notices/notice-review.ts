import type { ToWorker } from '../../worker/said.js';
import { linkStore } from '../console/console-link.js';

/** What was told outlives its reason by this at the most, while a page is open. */
const WITHIN_MS = 2_000;
/** What was pushed has been heard over the page's own link by then. */
const HEARD_WITHIN_MS = 10_000;

let isDue = true;
/** Leads that somebody was told of a moment ago, and when. */
const pushed = new Map<string, number>();

/** Somebody is being told of a lead of which this page may not have heard yet: until it must have, the lead is none that is over. */
export function willHearOf(lead: string): void {
  pushed.set(lead, Date.now());
  window.setTimeout(() => {
    isDue = true;
  }, HEARD_WITHIN_MS);
}

/** What a page knows of all that may be told in its browser. */
export interface Reviewed {
  /** whether it hears what there is, and may say so */
  readonly isLive: () => boolean;
  /** another object each time that something has changed */
  readonly state: () => object | null;
  /** the leads of which somebody may still be told; null: it does not know all of them */
  readonly leads: () => readonly string[] | null;
  /** who sits here; null: no rep */
  readonly rep: string | null;
}

/**
 * Has the worker close what is over: a push may have come before this page was opened, or after the page has heard that there is nothing to tell, so that
 * the page never saw the alert begin. To be called once.
 */
export function reviewNotices({ isLive, state, leads, rep }: Reviewed, toWorker: (message: ToWorker) => void): void {
  let seen: object | null = null;
  let timer: number | undefined;
  const review = (): void => {
    timer = undefined;
    const now = state();
    const standing = isLive() && (isDue || now !== seen) ? leads() : null;
    if (standing === null) return;
    [seen, isDue] = [now, false];
    for (const [lead, at] of pushed) if (Date.now() - at >= HEARD_WITHIN_MS) pushed.delete(lead);
    toWorker({ type: 'standing', rep, leads: [...standing, ...pushed.keys()] });
  };
  linkStore.subscribe(() => {
    timer ??= window.setTimeout(review, WITHIN_MS);
  });
}

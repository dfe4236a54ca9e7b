import type { ToWorker } from '../../worker/said.js';
import { linkStore } from '../console/console-link.js';

/** What was told outlives its reason by this at the most, while a page is open. */
const WITHIN_MS = 2_000;

let isDue = true;

/** Something may have been told that this page has not heard of. */
export const reviewSoon = (): void => {
  isDue = true;
};

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
 * Has the worker close what is over: a push may have been quicker than this page, or have come before it was opened, so that the page never saw the
 * alert begin. To be called once.
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
    toWorker({ type: 'standing', rep, leads: standing });
  };
  linkStore.subscribe(() => {
    timer ??= window.setTimeout(review, WITHIN_MS);
  });
}

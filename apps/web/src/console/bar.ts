/** Where things stand on a bar, as shares of its width. */
export interface Bar {
  /** how much is filled */
  readonly filled: number;
  /** where the target is: 1 until it is passed */
  readonly allowed: number;
  /** from where on it is due soon */
  readonly soon: number;
}

const SOON_FROM = 0.6;

/** The bar of a wait: full width is the target, and past it the time waited. Without a target it stays empty. */
export function barOf(waitMs: number, targetMs: number | null): Bar {
  if (targetMs === null || targetMs <= 0) return { filled: 0, allowed: 1, soon: SOON_FROM };
  const allowed = waitMs > targetMs ? targetMs / waitMs : 1;
  return { filled: Math.min(1, Math.max(0, waitMs) / targetMs), allowed, soon: SOON_FROM * allowed };
}

import type { Asking } from './asking.js';
import type { Span } from './window.js';

/** Days that retention looks back where no window is asked. */
const usualDays = 30;
const dayLength = 86_400_000;

/** From which instant to which customers are followed: the window's bounds as far as it has run; without a window the last 30 days. */
export function followedSpan({ from, to, asOf }: Pick<Asking, 'from' | 'to' | 'asOf'>): Span {
  if (from === null || to === null) return { from: asOf - usualDays * dayLength, to: asOf };
  return { from: Math.min(from, asOf), to: Math.min(to, asOf) };
}

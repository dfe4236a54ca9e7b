import type { FunnelStep } from '@leadclock/live-protocol/funnel-step.js';

/** Rows that the panel holds. */
export const STEPS = 6;
/** counts of more digits than this are written short */
const COMPACT_FROM = 10_000;

export interface Step {
  readonly step: FunnelStep;
  /** share of the widest bar, 0 to 1 */
  readonly width: number;
}

/**
 * The stages that leads go through. Deals are counted apart and begin elsewhere, so a wall does not hang them below: their share of the "step
 * before" would be of another thing.
 */
export function stepsOf(funnel: readonly FunnelStep[]): readonly Step[] {
  const shown = funnel.filter((step) => step.of === 'leads').slice(0, STEPS);
  const most = Math.max(1, ...shown.map(({ count }) => count));
  return shown.map((step) => ({ step, width: step.count / most }));
}

export function formatCount(locale: string, count: number): string {
  const notation = count >= COMPACT_FROM ? 'compact' : 'standard';
  return new Intl.NumberFormat(locale, { notation, useGrouping: false, maximumFractionDigits: 0 }).format(count);
}

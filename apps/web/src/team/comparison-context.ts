import type { ResponseBin } from '@leadclock/live-protocol/funnel-step.js';
import { createContext, useContext } from 'react';

/** The distribution of the same day of the week before; null: not there, or nobody was answered then. */
export interface Comparison {
  readonly day: string;
  readonly bins: readonly ResponseBin[];
}

export const ComparisonContext = createContext<Comparison | null>(null);
export const useComparison = (): Comparison | null => useContext(ComparisonContext);

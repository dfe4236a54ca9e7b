import { createContext, useContext } from 'react';
import type { DayPoint, HeatCell } from './history.js';

/** What came before, as far as it has been asked for; empty lists: nothing was measured. */
export interface History {
  /** whether any lead came in these days */
  readonly anyLead: boolean;
  readonly waiting: readonly DayPoint[];
  readonly late: readonly DayPoint[];
  readonly inTarget: readonly DayPoint[];
  readonly response: readonly DayPoint[];
  readonly ofRep: (rep: string) => readonly DayPoint[];
  readonly heat: readonly HeatCell[];
}

/** null: not there yet. */
export const HistoryContext = createContext<History | null>(null);
export const useHistory = (): History | null => useContext(HistoryContext);

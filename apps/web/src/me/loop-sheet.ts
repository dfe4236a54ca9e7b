import { createStore } from 'zustand/vanilla';

/** What can be done with a lead beside claiming, calling and logging, each in a sheet of its own. */
export type LoopSheetName = 'callBack' | 'handOver' | 'putOff';

/** Which of them is open, and of which lead; null: none. */
export const loopSheetStore = createStore<{ readonly open: { readonly sheet: LoopSheetName; readonly lead: string } | null }>(() => ({
  open: null,
}));

export const closeLoopSheet = (): void => loopSheetStore.setState({ open: null });

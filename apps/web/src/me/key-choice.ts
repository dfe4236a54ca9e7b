import { createStore } from 'zustand/vanilla';
import { remember, remembered } from '../console/remembered.js';

/** Whether single keys do something, and whether their list is open. */
export const keyStore = createStore<{ readonly single: boolean; readonly help: boolean }>(() => ({
  single: remembered('keys') !== 'off',
  help: false,
}));

export function wantSingleKeys(single: boolean): void {
  remember('keys', single ? null : 'off');
  keyStore.setState({ single });
}

export const showHelp = (help: boolean): void => keyStore.setState({ help });

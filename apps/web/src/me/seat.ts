import type { RepState } from '@leadclock/live-protocol/rep-state.js';
import { useStore } from 'zustand';
import { useLive } from '../console/use-console.js';
import { isWriting, logStore } from './log-desk.js';
import { own } from './streams.js';

/** A rep who has left in the middle of a note keeps the page until the note is saved: who called has called. */
const seatOf = (state: RepState | null, writing: boolean): boolean | null =>
  state === null ? null : state.me !== null && (state.me.active || writing);

/** Whether one of the site's reps sits here, as the page draws it: null before the server has said so. */
export function useSeated(): boolean | null {
  const writing = useStore(logStore, isWriting);
  return useLive(own, (state) => seatOf(state, writing));
}

/** The same as it was heard last. Where nobody sits nothing rings, and nobody has been shown anything. */
export const isSeated = (): boolean => seatOf(own.stream.state, isWriting()) === true;

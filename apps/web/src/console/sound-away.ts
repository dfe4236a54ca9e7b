import { createStore } from 'zustand/vanilla';
import type { SoundName } from '../sound/scores.js';
import { remember, remembered } from './remembered.js';
import { sounds } from './sound-choice.js';

const kept = (): boolean => remembered('sound-away') === 'yes';

/** Whether this browser's pages sound only while nobody is at them: whoever looks at one sees what it tells. */
export const awayStore = createStore<{ readonly isOnlyAway: boolean }>(() => ({ isOnlyAway: kept() }));

/** On every page of this browser, from the next sound on. */
export function soundOnlyAway(isOnlyAway: boolean): void {
  remember('sound-away', isOnlyAway ? 'yes' : null);
  awayStore.setState({ isOnlyAway });
}

// another page of this browser has said it
window.addEventListener('storage', () => awayStore.setState({ isOnlyAway: kept() }));

/** Whether what happens now is to be heard on this page. */
export const isToSound = (): boolean => !(awayStore.getState().isOnlyAway && document.hasFocus());

/** Plays it where somebody is to hear it. */
export function playHere(name: SoundName): void {
  if (isToSound()) sounds().play(name);
}

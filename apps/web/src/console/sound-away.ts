import { createStore } from 'zustand/vanilla';
import type { SoundName } from '../sound/scores.js';
import { remember, remembered } from './remembered.js';
import { sounds } from './sound-choice.js';

/** Who has touched none of our pages for so long may have left his desk with one in front. */
const THERE_MS = 60_000;
/** So often at most it is written down that somebody is there. */
const NOTED_MS = 5_000;

const kept = (): boolean => remembered('sound-away') === 'yes';

/** Whether this browser's pages sound only while nobody is at one of them: whoever looks at one sees what it tells. */
export const awayStore = createStore<{ readonly isOnlyAway: boolean }>(() => ({ isOnlyAway: kept() }));

/** On every page of this browser, from the next sound on. */
export function soundOnlyAway(isOnlyAway: boolean): void {
  remember('sound-away', isOnlyAway ? 'yes' : null);
  awayStore.setState({ isOnlyAway });
  note(Date.now());
}

// another page of this browser has said it
window.addEventListener('storage', () => awayStore.setState({ isOnlyAway: kept() }));

let noted = 0;

/** When somebody was last at one of our pages, for all pages of this browser; 0: he has turned to something else. */
function note(at: number): void {
  if (!awayStore.getState().isOnlyAway || (at !== 0 && Math.abs(at - noted) < NOTED_MS)) return;
  noted = at;
  remember('there-at', at === 0 ? null : String(at));
}

for (const touch of ['pointerdown', 'pointermove', 'keydown', 'focus'] as const)
  window.addEventListener(touch, () => note(Date.now()), { capture: true, passive: true });
window.addEventListener('blur', () => note(0));
document.addEventListener('visibilitychange', () => note(document.hidden ? 0 : Date.now()));

/** Whether what happens now is to be heard. */
const isToSound = (): boolean => !awayStore.getState().isOnlyAway || Date.now() - Number(remembered('there-at')) >= THERE_MS;

/** Whether what the page would play now is heard. */
export const isAudible = (): boolean => sounds().state() === 'ready' && isToSound();

/** Plays it where somebody is to hear it. */
export function playHere(name: SoundName): void {
  if (isToSound()) sounds().play(name);
}

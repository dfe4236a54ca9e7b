import { createStore } from 'zustand/vanilla';
import { createSounds, type Sounds } from '../sound/sounds.js';
import { remember, remembered } from './remembered.js';

/** How long the key M keeps the page silent. */
export const MUTE_MS = 600_000;

let made: Sounds | null = null;

/** The page's sounds, made when they are first needed. */
export const sounds = (): Sounds => {
  made ??= createSounds();
  return made;
};

/** Until when nothing sounds, epoch ms of the device; null: sounds are wanted. Infinity: until somebody turns them on. */
export const muteStore = createStore<{ readonly until: number | null }>(() => ({
  until: remembered('sound') === 'off' ? Number.POSITIVE_INFINITY : null,
}));

let ends: number | undefined;

/** Silence until then. */
export function mute(until: number | null): void {
  window.clearTimeout(ends);
  remember('sound', until === Number.POSITIVE_INFINITY ? 'off' : null);
  muteStore.setState({ until });
  sounds().setOff(until !== null);
  // the press that turns them on, or the one that had muted them, is one for which a browser lets a page sound
  if (until === null) sounds().unlock();
  if (until !== null && until !== Number.POSITIVE_INFINITY) ends = window.setTimeout(() => mute(null), until - Date.now());
}

/** A browser lets a page sound after the first key or click: any will do, also one that a widget keeps to itself. To be called once. */
export function startSounds(): void {
  sounds().setOff(muteStore.getState().until !== null);
  for (const touch of ['pointerdown', 'keydown'] as const) window.addEventListener(touch, () => sounds().unlock(), true);
}

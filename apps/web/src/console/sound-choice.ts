import { createStore } from 'zustand/vanilla';
import { createSounds, type Sounds, USUAL_VOLUME } from '../sound/sounds.js';
import { remember, remembered } from './remembered.js';

/** How long the key M keeps the pages silent. */
export const MUTE_MS = 600_000;

let made: Sounds | null = null;

/** How loud this device is, 0.1 to 1: of a device, as a laptop on a desk is not a screen in a hall. */
export const volumeStore = createStore<{ readonly volume: number }>(() => ({ volume: keptVolume() }));

function keptVolume(): number {
  const kept = Number(remembered('volume'));
  return kept >= 0.1 && kept <= 1 ? kept : USUAL_VOLUME;
}

/** The page's sounds, made when they are first needed. */
export const sounds = (): Sounds => {
  made ??= createSounds(volumeStore.getState().volume);
  return made;
};

/** Until when nothing sounds in this browser, epoch ms of the device; null: sounds are wanted. Infinity: until somebody turns them on. */
export const muteStore = createStore<{ readonly until: number | null }>(() => ({ until: silentUntil() }));

/** What this browser remembers of it. */
function silentUntil(): number | null {
  const kept = remembered('sound');
  if (kept === 'off') return Number.POSITIVE_INFINITY;
  const until = Number(kept);
  return until > Date.now() ? until : null;
}

/** Silence until then, on every page of this browser. */
export function mute(until: number | null): void {
  remember('sound', until === Number.POSITIVE_INFINITY ? 'off' : (until?.toString() ?? null));
  keep(until);
  // the press that turns them on, or the one that had muted them, is one for which a browser lets a page sound
  if (until === null) sounds().unlock();
}

/** On every page of this browser, from the next sound on. */
export function setVolume(volume: number): void {
  remember('volume', String(volume));
  take(volume);
}

function take(volume: number): void {
  volumeStore.setState({ volume });
  sounds().setVolume(volume);
}

let ends: number | undefined;

function keep(until: number | null): void {
  window.clearTimeout(ends);
  muteStore.setState({ until });
  sounds().setOff(until !== null);
  if (until !== null && until !== Number.POSITIVE_INFINITY) ends = window.setTimeout(end, until - Date.now());
}

/** The time is over, unless another page of this browser has said something else while this one slept. */
function end(): void {
  const until = silentUntil();
  if (until === null) mute(null);
  else keep(until);
}

/** Another page of this browser may have said something: nobody pressed anything on this one. */
function follow(): void {
  if (keptVolume() !== volumeStore.getState().volume) take(keptVolume());
  const until = silentUntil();
  if (until === muteStore.getState().until) return;
  keep(until);
  // a press of before, while nothing was to sound, is one for which the browser lets it sound now
  if (until === null && navigator.userActivation?.hasBeenActive) sounds().unlock();
}

/** A browser lets a page sound after the first key or click: any will do, also one that a widget keeps to itself. To be called once. */
export function startSounds(): void {
  keep(muteStore.getState().until);
  window.addEventListener('storage', follow);
  for (const touch of ['pointerdown', 'keydown'] as const) window.addEventListener(touch, () => sounds().unlock(), true);
}

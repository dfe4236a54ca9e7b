import type { Win } from '@leadclock/live-protocol/protocol.js';
import { createStore } from 'zustand/vanilla';
import { wallStore } from '../../live/wall-store.js';
import { createSounds } from '../../sound/sounds.js';
import { holdSceneNow } from '../scene/scene.js';
import { BREACH_HOLDS_MS } from '../scene/scene-choice.js';
import { type BreachAlert, lookAt, watchFrom } from './watch.js';
import { enqueue, WIN_SHOWN_MS, type WinTurn } from './win-queue.js';

/** A lead that turned late before our eyes, and when (server's clock). */
export interface Breach {
  readonly lead: string;
  readonly at: number;
}

/** The moments of the wall; every list here has its limit. */
interface Moments {
  readonly breaches: readonly Breach[];
  /** how often leads turned late: each is one glow */
  readonly glows: number;
  /** the first is on show */
  readonly wins: readonly WinTurn[];
}

const BREACHES_AT_MOST = 12;
const KEPT_AS = 'leadclock.wall.seen';

export const sounds = createSounds();
export const momentStore = createStore<Moments>(() => ({ breaches: [], glows: 0, wins: [] }));

/** Starts looking for moments; to be called once. */
export function watchMoments(): void {
  sounds.setOff(new URLSearchParams(window.location.search).get('sound') === 'off');
  let watch = watchFrom(kept());
  wallStore.subscribe((after, before) => {
    const { seen } = watch;
    const heard = lookAt(watch, before, after, Date.now());
    watch = heard.watch;
    if (watch.seen !== seen) keep(watch.seen);
    if (heard.breaches.length > 0) breach(heard.breaches, after.now);
    // the state has the latest first
    for (let at = heard.wins.length - 1; at >= 0; at -= 1) celebrate(heard.wins[at]);
  });
}

/** Leads that turned late in the last minute: their rows stand on top. */
export const breachedAt = (breaches: readonly Breach[], now: number): readonly string[] =>
  breaches.filter(({ at }) => now - at < BREACH_HOLDS_MS).map(({ lead }) => lead);

function breach(alerts: readonly BreachAlert[], at: number): void {
  const { breaches, glows } = momentStore.getState();
  const late = alerts.map(({ lead }) => ({ lead, at }));
  const others = breaches.filter(({ lead }) => late.every((one) => one.lead !== lead));
  momentStore.setState({ breaches: [...late, ...others].slice(0, BREACHES_AT_MOST), glows: glows + 1 });
  holdSceneNow();
  sounds.play('breach');
}

function celebrate(win: Win | undefined): void {
  if (win === undefined) return;
  const { wins } = momentStore.getState();
  momentStore.setState({ wins: enqueue(wins, win) });
  if (wins.length === 0) show();
}

/** One win after the other, each for its time; without a sound while somebody waits too long. */
function show(): void {
  if ((wallStore.getState().state?.lateCount ?? 0) === 0) sounds.play('win');
  window.setTimeout(() => {
    momentStore.setState({ wins: momentStore.getState().wins.slice(1) });
    if (momentStore.getState().wins.length > 0) show();
  }, WIN_SHOWN_MS);
}

function kept(): readonly string[] {
  try {
    const text = window.sessionStorage.getItem(KEPT_AS);
    return text === null || text === '' ? [] : text.split('\n');
  } catch {
    return [];
  }
}

function keep(seen: readonly string[]): void {
  try {
    window.sessionStorage.setItem(KEPT_AS, seen.join('\n'));
  } catch {
    // a screen that may not keep anything still knows what it saw since its start
  }
}

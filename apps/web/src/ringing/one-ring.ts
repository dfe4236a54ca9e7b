import { remember, remembered } from '../console/remembered.js';
import { readRings, withRing } from './rings.js';

/** How long the tab that rings keeps the others from ringing. */
const HOLD_MS = 2_000;

export const rings = (): ReadonlySet<string> => new Set(readRings(remembered('rings')));

/** Rings for an alert in one tab of this browser: `ring` runs in the first that gets the lock, and never twice for the same alert. */
export async function ringOnce(alert: string, ring: () => void): Promise<void> {
  // a browser has no locks for a page that came over plain HTTP; the remembered list alone then has to do
  if (!('locks' in navigator)) {
    take(alert, ring);
    return;
  }
  await navigator.locks.request(`leadclock.alert.${alert}`, { ifAvailable: true }, async (lock) => {
    if (lock !== null && take(alert, ring)) await new Promise((over) => window.setTimeout(over, HOLD_MS));
  });
}

function take(alert: string, ring: () => void): boolean {
  const before = readRings(remembered('rings'));
  if (before.includes(alert)) return false;
  remember('rings', JSON.stringify(withRing(before, alert)));
  ring();
  return true;
}

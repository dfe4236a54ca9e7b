import { remember, remembered } from '../console/remembered.js';
import { readRings, withRing } from './rings.js';

const kept = (rep: string): string => `seen ${rep}`;

/** The alerts that a rep has seen in this browser after somebody else had seen them: the server keeps the first of them only. */
export const seenHere = (rep: string): ReadonlySet<string> => new Set(readRings(remembered(kept(rep))));

export const keepSeen = (rep: string, alert: string): void =>
  remember(kept(rep), JSON.stringify(withRing(readRings(remembered(kept(rep))), alert)));

import type { SoundName } from './scores.js';

/** At most one sound in this time, whatever happens. */
export const SOUND_EVERY_MS = 10_000;

/** What was played last and until when nothing else is; `breachWaits`: a late lead came up meanwhile and is told when the time is over. */
export interface SoundGate {
  readonly last: SoundName | null;
  readonly freeAt: number;
  readonly breachWaits: boolean;
}

export const openGate: SoundGate = { last: null, freeAt: 0, breachWaits: false };

/** Whether a sound is played at `at` (ms of a clock that only goes on). Late leads merge into one sound, but none is drowned by another kind. */
export function askFor(gate: SoundGate, name: SoundName, at: number): { readonly gate: SoundGate; readonly play: boolean } {
  if (at >= gate.freeAt) return { gate: { last: name, freeAt: at + SOUND_EVERY_MS, breachWaits: false }, play: true };
  const waits = name === 'breach' && gate.last !== 'breach';
  return { gate: waits ? { ...gate, breachWaits: true } : gate, play: false };
}

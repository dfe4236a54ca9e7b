import { EVERYBODY } from '../alerts/everybody.js';
import { isRep } from '../alerts/reaches.js';
import type { Configuration } from '../configuration/configuration.js';

const named = ['team', 'manager', 'screen', 'channel'] as const;

/** The words for whom a way may be. */
export const wayListeners: readonly string[] = ['rep:ID', ...named.map((who) => `${who}:ID`), `manager:${EVERYBODY}`, 'everybody'];

/** Whom a way is for, in the words of a policy's `notify`, as alerts name them: a rep's id, `*`, `team:ID` …; null: it is no such word. */
export function readWayListener(word: string): string | null {
  if (word === 'everybody') return EVERYBODY;
  const at = word.indexOf(':');
  const [who, id] = at < 0 ? [word, ''] : [word.slice(0, at), word.slice(at + 1)];
  if (id === '') return null;
  // a rep's id that looks like another listener cannot be told by it
  if (who === 'rep') return isRep(id) ? id : null;
  return named.some((one) => one === who) ? word : null;
}

/** The same word from what is kept. */
export const wayListenerWord = (listener: string): string =>
  listener === EVERYBODY ? 'everybody' : isRep(listener) ? `rep:${listener}` : listener;

/** Of what kind a listener is, and the id that the word names. */
export function partsOf(listener: string): { readonly who: 'everybody' | 'rep' | (typeof named)[number]; readonly id: string } {
  if (listener === EVERYBODY) return { who: 'everybody', id: '' };
  const who = named.find((one) => listener.startsWith(`${one}:`));
  return who === undefined ? { who: 'rep', id: listener } : { who, id: listener.slice(who.length + 1) };
}

/** The teams that anything names: one that was set, or one that a rep is put into. */
export function teamsOf({ teams, reps }: Configuration): readonly string[] {
  const ofReps = Object.values(reps).flatMap((versions) => versions.map(({ value }) => value.team));
  return [...new Set([...Object.keys(teams), ...ofReps])].toSorted();
}

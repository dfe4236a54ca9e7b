import { readAction, readListener } from '../alerts/ladder-words.js';
import type { Configuration, PolicyStep } from '../configuration/configuration.js';
import { inForce } from '../configuration/in-force.js';
import { defaultPolicy, stepsOf } from '../configuration/settings.js';

/**
 * Whom the policies in force at an instant (epoch ms) tell, in their own words, with the ids of those that do; the default counts as one without an
 * id. A step that names nobody tells the owner, or the manager if it does something; one that names nobody whom we know tells the manager.
 */
export function listenersNamed({ policies }: Configuration, at: number): ReadonlyMap<string, readonly (string | null)[]> {
  const named = new Map<string, readonly (string | null)[]>();
  const running = [
    ...Object.entries(policies).map(([id, versions]) => ({ id, settings: inForce(versions, at) })),
    { id: null, settings: defaultPolicy },
  ];
  for (const { id, settings } of running) {
    // one that matches nothing judges no lead
    if (settings === null || Object.values(settings.match).some((values) => values?.length === 0)) continue;
    const words = stepsOf(settings).flatMap(wordsOf);
    for (const word of new Set(words)) named.set(word, [...(named.get(word) ?? []), id]);
  }
  return named;
}

function wordsOf({ notify, action }: PolicyStep): readonly string[] {
  const known = notify.filter((word) => readListener(word) !== null);
  if (known.length > 0) return known;
  const acts = action !== null && readAction(action) !== null;
  return [notify.length > 0 || acts ? 'manager' : 'owner'];
}

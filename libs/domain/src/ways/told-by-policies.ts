import { EVERYBODY } from '../alerts/everybody.js';
import { readListener } from '../alerts/ladder-words.js';
import { isRep } from '../alerts/reaches.js';
import type { Configuration } from '../configuration/configuration.js';
import { listenersNamed } from './listeners-named.js';

/** Somebody whom policies tell, and what reaches them. */
export interface Told {
  /** as policies say it: `owner`, `manager`, `rep:ID`, `screen:ID`, `channel:ID` … */
  readonly listener: string;
  /** those that tell them; null: the default */
  readonly policies: readonly (string | null)[];
  /** the ways by which they hear it; none: no way reaches them */
  readonly ways: readonly string[];
  /** our pages reach them, too */
  readonly hasPage: boolean;
}

/** The listeners of the policies in force at an instant (epoch ms), with those of these ways that reach them: first who hears nothing at all. */
export function toldByPolicies(
  ways: readonly { readonly id: string; readonly listener: string }[],
  configuration: Configuration,
  at: number,
): readonly Told[] {
  const all = [...listenersNamed(configuration, at)].flatMap(([word, policies]): readonly Told[] => {
    const listener = readListener(word);
    if (listener === null) return [];
    const hearing = ways.filter((way) => hears(way.listener, listener)).map(({ id }) => id);
    return [{ listener: word, policies, ways: hearing, hasPage: listener.who !== 'channel' && listener.who !== 'screen' }];
  });
  const rank = (told: Told): number => (told.ways.length > 0 ? 2 : Number(told.hasPage));
  return all.toSorted((a, b) => rank(a) - rank(b) || (a.listener < b.listener ? -1 : 1));
}

/** Who owns a lead, has claimed it, or is in its team is known when it is late: one way to anybody of them counts. */
function hears(listener: string, told: NonNullable<ReturnType<typeof readListener>>): boolean {
  switch (told.who) {
    case 'owner':
    case 'claimant':
    case 'caller':
      return isRep(listener) || (told.who !== 'claimant' && listener === EVERYBODY);
    case 'team':
      return isRep(listener) || listener.startsWith('team:');
    case 'manager':
      return listener.startsWith('manager:');
    case 'rep':
      return listener === told.id;
    case 'screen':
    case 'channel':
      return listener === `${told.who}:${told.id}`;
  }
}

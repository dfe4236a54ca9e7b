import { EVERYBODY } from '../alerts/everybody.js';
import { readListener } from '../alerts/ladder-words.js';
import { isRep } from '../alerts/reaches.js';
import type { Configuration } from '../configuration/configuration.js';
import { listenersNamed } from './listeners-named.js';

/** Somebody whom policies tell and no way reaches. */
export interface Unheard {
  /** as policies say it: `owner`, `manager`, `rep:ID`, `screen:ID`, `channel:ID` … */
  readonly listener: string;
  /** those that tell them; null: the default */
  readonly policies: readonly (string | null)[];
  /** our pages reach them; false: nothing does */
  readonly hasPage: boolean;
}

/** The listeners of the policies in force at an instant (epoch ms) whom none of these ways reaches: first those who hear nothing at all. */
export function unheard(ways: readonly { readonly listener: string }[], configuration: Configuration, at: number): readonly Unheard[] {
  const all = [...listenersNamed(configuration, at)].flatMap(([word, policies]): readonly Unheard[] => {
    const listener = readListener(word);
    if (listener === null || ways.some((way) => hears(way.listener, listener))) return [];
    return [{ listener: word, policies, hasPage: listener.who !== 'channel' && listener.who !== 'screen' }];
  });
  return all.toSorted((a, b) => Number(a.hasPage) - Number(b.hasPage) || (a.listener < b.listener ? -1 : 1));
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

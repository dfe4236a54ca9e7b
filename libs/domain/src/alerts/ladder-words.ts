/** Whom a step of a policy tells. */
export type Listener =
  | { readonly who: 'owner' | 'claimant' | 'caller' | 'team' | 'manager' }
  | { readonly who: 'rep' | 'screen' | 'channel'; readonly id: string };

/** What a step does besides: gives the lead to the next of the rota, back to the pool, or sets its silent owner to "away". */
export const ladderActions = ['reassign', 'pool', 'away'] as const;
export type LadderAction = (typeof ladderActions)[number];

const roles = ['owner', 'claimant', 'caller', 'team', 'manager'] as const;
const named = ['rep', 'screen', 'channel'] as const;

/** The words that may stand in `notify`, as people are told of them. */
export const listenerWords: readonly string[] = [...roles, ...named.map((who) => `${who}:ID`)];

/** Reads a word of `notify`; null: nobody knows it, so that nobody is told. */
export function readListener(word: string): Listener | null {
  const role = roles.find((one) => one === word);
  if (role !== undefined) return { who: role };
  const who = named.find((one) => word.startsWith(`${one}:`));
  if (who === undefined) return null;
  const id = word.slice(who.length + 1);
  return id === '' ? null : { who, id };
}

/** Reads the word of `action`; null: nobody knows it, so that nothing is done. */
export const readAction = (word: string): LadderAction | null => ladderActions.find((action) => action === word) ?? null;

import type { LadderAction } from './ladder-words.js';

/** What a step does with a lead besides telling of it, and with whom. */
export type StepDeed =
  | { readonly does: 'reassign' /** whose rota it goes by */; readonly team: string }
  | { readonly does: 'pool' }
  | { readonly does: 'away'; readonly owner: string };

/** Stands for whoever will have a lead that a step gives to the next of a rota: nobody knows yet who that will be. */
export const NEXT_OWNER = 'owner:next';

/** What a step comes to: nobody's lead cannot go back to the pool nor its owner be set away, and without a team no rota takes it. null: it only tells. */
export function deedOf(action: LadderAction | null, owner: string | null, team: string | null): StepDeed | null {
  switch (action) {
    case null:
      return null;
    case 'pool':
      return owner === null ? null : { does: 'pool' };
    case 'away':
      return owner === null ? null : { does: 'away', owner };
    case 'reassign':
      return team === null ? null : { does: 'reassign', team };
  }
}

/** Whose the lead will be after that, as far as it can be known; null: nobody's. */
export function ownerAfter(deed: StepDeed | null, owner: string | null): string | null {
  if (deed?.does === 'pool') return null;
  return deed?.does === 'reassign' ? NEXT_OWNER : owner;
}

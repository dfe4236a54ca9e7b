import { remember, remembered } from '../console/remembered.js';

/** Who sits here, an id: said in the address, else as this browser remembers; null: nobody has said it yet. */
export const rememberedRep = (): string | null => new URLSearchParams(window.location.search).get('rep') || remembered('rep');

/** Says who sits here; null: nobody. The page begins anew, for another rep hears another stream. */
export function becomeRep(rep: string | null): void {
  remember('rep', rep);
  window.location.assign('/me');
}

import { remember, remembered } from '../console/remembered.js';

/** An id that the protocol can say. */
const LONGEST_ID = 200;

/** Who sits here, an id: said in the address, else as this browser remembers; null: nobody has said it yet. */
export function rememberedRep(): string | null {
  const known = remembered('rep');
  const asked = new URLSearchParams(window.location.search).get('rep') ?? '';
  if (asked === '' || asked.length > LONGEST_ID) return known;
  if (known === null) remember('rep', asked);
  return asked;
}

/** Says who sits here; null: nobody. The page begins anew, for another rep hears another stream. */
export function becomeRep(rep: string | null): void {
  remember('rep', rep);
  window.location.assign('/me');
}

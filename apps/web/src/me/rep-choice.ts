import { remember, remembered } from '../console/remembered.js';

/** An id that the protocol can say. */
const LONGEST_ID = 200;

/**
 * Who sits here, an id: said in the address as `rep`, else as this browser remembers, else whom the link of a message is `for`; null: nobody has said it
 * yet. A link goes on from hand to hand, so it never takes the place of who sits here.
 */
export function rememberedRep(): string | null {
  const known = remembered('rep');
  const rep = idIn('rep') ?? known ?? idIn('for');
  if (known === null && rep !== null) remember('rep', rep);
  return rep;
}

/** An id that the address holds under a name. */
function idIn(name: string): string | null {
  const id = new URLSearchParams(window.location.search).get(name) ?? '';
  return id === '' || id.length > LONGEST_ID ? null : id;
}

/** Says who sits here; null: nobody. The page begins anew, for another rep hears another stream. */
export function becomeRep(rep: string | null): void {
  remember('rep', rep);
  window.location.assign('/me');
}

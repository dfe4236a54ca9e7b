import { createStore } from 'zustand/vanilla';
import { linkStore } from '../console/console-link.js';
import { playHere } from '../console/sound-away.js';
import { announce } from '../ringing/announcer.js';
import { answeredHere } from './loop-desk.js';
import { nameOfOffer, type OfferedLead, offersOf, toldEnd } from './offers.js';
import { isSeated } from './seat.js';
import { own, rep } from './streams.js';

/** The offers to this rep, and how others have ended. */
export const offerStore = createStore<{ readonly toMe: readonly OfferedLead[]; readonly ended: readonly OfferedLead[] }>(() => ({
  toMe: [],
  ended: [],
}));

const told = new Set<string>();
const read = new Set<string>();
/** what was there when the page began is shown, and told of by no sound */
let begun = false;

/** Looks which offers are new, and which have ended; to be called whenever something was heard, and each second. */
export function lookForOffers(): void {
  const { state } = own.stream;
  if (state === null || !isSeated()) return offerStore.setState({ toMe: [], ended: [] });
  const { toMe, ended } = offersOf(state.agreed ?? {}, rep, linkStore.getState().asOf);
  const ends = ended.filter(({ offer }) => toldEnd(offer, rep, answeredHere(offer)) !== null && !read.has(nameOfOffer(offer)));
  const before = offerStore.getState();
  if (isOther(before.toMe, toMe) || isOther(before.ended, ends)) offerStore.setState({ toMe, ended: ends });
  for (const { lead, offer } of toMe) {
    if (told.has(nameOfOffer(offer))) continue;
    told.add(nameOfOffer(offer));
    announce({ what: 'offered', name: lead.name });
    if (begun) playHere('new');
  }
  begun = true;
}

/** How an offer ended has been read. */
export function endRead({ offer }: OfferedLead): void {
  read.add(nameOfOffer(offer));
  lookForOffers();
}

const isOther = (a: readonly OfferedLead[], b: readonly OfferedLead[]): boolean =>
  a.length !== b.length || a.some(({ lead }, index) => lead !== b[index]?.lead);

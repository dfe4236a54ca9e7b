import type { Offer } from '@leadclock/live-protocol/agreement.js';
import type { AgreedLead } from '@leadclock/live-protocol/queue-lead.js';

/** How long reps are told how an offer ended. */
export const END_SHOWN_MS = 60_000;

export interface OfferedLead {
  readonly lead: AgreedLead;
  readonly offer: Offer;
}

/** The offers that a rep has to do with, the oldest first. */
export interface Offers {
  /** he can accept them */
  readonly toMe: readonly OfferedLead[];
  /** those from or to him that have just ended */
  readonly ended: readonly OfferedLead[];
}

export function offersOf(agreed: Readonly<Record<string, AgreedLead>>, rep: string, asOf: number): Offers {
  const offered = Object.values(agreed)
    .flatMap((lead): OfferedLead[] => (lead.offer === undefined ? [] : [{ lead, offer: lead.offer }]))
    .filter(({ offer: { from, to } }) => from === rep || to === rep)
    .sort((a, b) => a.offer.since - b.offer.since || (a.lead.lead < b.lead.lead ? -1 : 1));
  return {
    toMe: offered.filter(({ offer }) => offer.to === rep && offer.ended === null),
    ended: offered.filter(({ offer: { ended } }) => ended !== null && ended.at > asOf - END_SHOWN_MS),
  };
}

/**
 * How an offer ended, as this rep is told. Who accepted knows it himself, and so does who declined or took back on this page (`here`): null.
 * That a rep declined and that the other took it back is one event: who it was this page knows only of itself.
 */
export function toldEnd({ to, ended }: Offer, rep: string, here: boolean): 'accepted' | 'declined' | 'takenBack' | 'lapsed' | null {
  if (ended === null || here) return null;
  if (ended.how === 'lapsed') return 'lapsed';
  if (ended.how === 'accepted') return to === rep ? null : 'accepted';
  return to === rep ? 'takenBack' : 'declined';
}

export const nameOfOffer = ({ event }: Offer): string => `${event.source} ${event.id}`;

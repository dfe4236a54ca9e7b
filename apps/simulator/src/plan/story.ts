import { drawEnquiry } from './enquiries.js';
import { tellFirstAnswer } from './first-answer.js';
import type { Floor } from './floor.js';
import { tellFollowUp } from './follow-up.js';
import { drawPerson } from './people.js';
import { isBefore, type Planned } from './planned.js';
import { randomOf } from './random.js';
import type { Rep } from './reps.js';
import { tellSale } from './sale.js';
import { createTale } from './tale.js';

export interface Arrival {
  readonly lead: string;
  readonly at: number;
  /** nobody hurries to it, whoever he is */
  readonly isForgotten: boolean;
}

/** All that will ever be told of a lead, in the order of delivery: a function of the floor and the arrival alone. */
export function storyOf(floor: Floor, reps: readonly [Rep, ...Rep[]], arrival: Arrival, historicalBefore: number): readonly Planned[] {
  const { lead, at, isForgotten } = arrival;
  const random = randomOf(floor.seed, lead);
  const tale = createTale({ floor, reps, random, lead, arrivedAt: at }, historicalBefore);
  const drawn = drawEnquiry(random);
  const enquiry = isForgotten ? { ...drawn, channel: 'web' as const, source: '/website' } : drawn;
  const { contact, message } = drawPerson(random, lead);
  const { origin, campaign, channel, source, product, segment } = enquiry;
  tale.tell('lead.created', source, at, {
    origin,
    ...(campaign !== undefined && { campaign }),
    channel,
    segment,
    product: product.id,
    contact,
  });
  if ((channel === 'web' || channel === 'email') && random.chance(0.4))
    tale.tell('touchpoint.recorded', source, at, {
      touchpoint: tale.nextId(),
      channel: channel === 'web' ? 'other' : 'email',
      direction: 'inbound',
      note: message,
    });
  const answered = tellFirstAnswer(tale, enquiry, isForgotten);
  const talkedAt = answered === null ? null : tellFollowUp(tale, answered);
  if (answered !== null && talkedAt !== null) tellSale(tale, enquiry, answered.rep, talkedAt);
  return tale.events.toSorted((a, b) => (isBefore(a, b) ? -1 : isBefore(b, a) ? 1 : 0));
}

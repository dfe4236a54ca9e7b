import { insertClaim, lockedClaim, NEVER_ASSIGNED, takeOver } from '@leadclock/read-model/outside/claim.table.js';
import { doneCommand, waitForTurn } from '@leadclock/read-model/outside/idempotency.table.js';
import type { EntityManager } from 'typeorm';
import type { BodyOf } from './command-bodies.js';
import { closedRefusal, givenBack, goneRefusal, holder, type Occasion, sameEvent } from './decide-owner.js';
import { type Missing, refuse, type Verdict } from './verdict.js';

type Handover = NonNullable<Occasion['standing']['handover']>;

/** Offers a lead to another rep: its owner may, and who has just claimed it. A later offer takes the place of the one before. */
export async function decideOffer(em: EntityManager, { rep, to }: BodyOf<'offer'>, { lead, standing, now }: Occasion): Promise<Verdict> {
  const unfit = closedRefusal(standing);
  if (unfit !== null) return unfit;
  if (to === rep) return { kind: 'wrong', problem: '$.to is the rep who offers the lead; name another one' };
  if (standing.isOtherGone) return refuse('rep_gone', 'to: the site has no active rep of this id (any more); choose another', to);
  const row = await lockedClaim(em, lead, standing.assignment ?? NEVER_ASSIGNED);
  if (row?.released === true) return givenBack(row);
  const [owner, since] = holder(row, standing);
  if (owner !== rep)
    return refuse(
      'not_yours',
      owner === null ? 'nobody has the lead' : 'somebody else has the lead; only he can hand it over',
      owner,
      since,
    );
  return { kind: 'write', type: 'lead.handover_offered', data: { from: rep, to }, time: now };
}

/** Takes a lead over that was offered. An offer is answered once; it holds while the lead is his who made it. */
export async function decideAccept(em: EntityManager, body: BodyOf<'accept'>, occasion: Occasion): Promise<Verdict> {
  const { rep } = body;
  const { lead, standing, event, now } = occasion;
  const unfit = closedRefusal(standing);
  if (unfit !== null) return unfit;
  const offer = offerIn(body, occasion);
  if (offer.kind !== 'offer') return offer;
  const { handover } = offer;
  if (handover.to !== rep) return refuse('not_yours', 'the lead was offered to somebody else', handover.to, handover.at);
  const before = await answerBefore(em, handover, occasion);
  if (before !== null) return before.how === 'accepted' ? { kind: 'done', event, at: before.at } : declined(handover, before.at);
  if (standing.isRepGone) return refuse('rep_gone', 'the site has no active rep of this id (any more); choose another');
  const assignment = standing.assignment ?? NEVER_ASSIGNED;
  const row = await lockedClaim(em, lead, assignment);
  if (row?.released === true) return givenBack(row);
  const [owner, since] = holder(row, standing);
  if (owner !== handover.from || !handover.isOpen) return refuse('lapsed', 'the lead has changed hands since it was offered', owner, since);
  const taken = { lead, assignment, rep, event, at: now };
  if (row !== null) await takeOver(em, taken);
  // somebody has claimed it, or given it back, since we looked: his row decides
  else if (!(await insertClaim(em, taken))) return decideAccept(em, body, occasion);
  return { kind: 'write', type: 'lead.handover_accepted', data: { from: handover.from, to: rep }, time: now };
}

/** Refuses an offer; or takes it back, which is for who made it. */
export async function decideDecline(em: EntityManager, body: BodyOf<'decline'>, occasion: Occasion): Promise<Verdict> {
  const { rep } = body;
  const { standing, event, now } = occasion;
  const gone = goneRefusal(standing);
  if (gone !== null) return gone;
  const offer = offerIn(body, occasion);
  if (offer.kind !== 'offer') return offer;
  const { handover } = offer;
  const { from, to, at } = handover;
  if (rep !== to && rep !== from) return refuse('not_yours', 'the lead was offered to somebody else', to, at);
  const before = await answerBefore(em, handover, occasion);
  if (before !== null)
    return before.how === 'declined' ? { kind: 'done', event, at: before.at } : refuse('accepted', 'the offer was accepted', to, before.at);
  if (!handover.isOpen) return refuse('lapsed', 'the lead has changed hands since it was offered', standing.owner, standing.ownerSince);
  return { kind: 'write', type: 'lead.handover_declined', data: { from, to }, time: now };
}

const NO_OFFER: Missing = {
  kind: 'missing',
  problem: 'offer names no offer of this lead; give event as the answer to offer had it, or source and id of its lead.handover_offered',
};

function offerIn({ offer }: BodyOf<'accept'>, { standing }: Occasion): { readonly kind: 'offer'; readonly handover: Handover } | Verdict {
  const { handover, offers } = standing;
  if (handover !== null && sameEvent(handover.event, offer)) return { kind: 'offer', handover };
  if (!offers.some((one) => sameEvent(one, offer))) return NO_OFFER;
  return refuse('lapsed', 'a later offer has taken its place', handover?.to ?? null, handover?.at ?? null);
}

const declined = ({ to }: Handover, at: number): Verdict => refuse('declined', 'the offer was declined or taken back', to, at);

/** How the offer was answered, also a moment ago, after waiting for others who are at it; null: not yet. */
async function answerBefore(em: EntityManager, { answer }: Handover, { lead, event }: Occasion): Promise<Handover['answer']> {
  await waitForTurn(em, event);
  if (answer !== null) return answer;
  for (const [command, how] of [
    ['accept', 'accepted'],
    ['decline', 'declined'],
  ] as const) {
    const done = await doneCommand(em, { lead, command, event });
    if (done !== null) return { how, at: done.at };
  }
  return null;
}

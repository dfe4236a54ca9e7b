import { whenOpen } from './busy-hours.js';
import type { Enquiry } from './enquiries.js';
import { day, hour, minute } from './floor.js';
import type { Rep } from './reps.js';
import { currency, stages } from './set-up.js';
import type { Tale } from './tale.js';
import { call, write } from './touches.js';

/** From the talk on: no interest, or a meeting, a qualification, a deal through its stages, won or lost. */
export function tellSale(tale: Tale, enquiry: Enquiry, first: Rep, talkedAt: number): void {
  const { random } = tale;
  const rep = handOver(tale, first, talkedAt);
  const next = random.unit();
  if (next < 0.3) {
    tale.tell('lead.disqualified', '/crm', talkedAt + random.between(2 * minute, 30 * minute), {
      rep: rep.id,
      reason: random.pick(noReasons),
    });
  } else if (next < 0.7) {
    const held = tellMeeting(tale, rep, talkedAt + random.between(1 * minute, 8 * minute));
    if (held !== null && random.chance(0.75)) tellDeal(tale, enquiry, rep, held + random.between(5 * minute, 50 * minute));
  } else if (random.chance(0.3)) {
    write(tale, 'email', 'outbound', talkedAt + random.between(5 * minute, 40 * minute), rep.id);
  }
}

const noReasons = ['no_interest', 'no_budget', 'not_a_fit', 'chose_another'] as const;
const lostReasons = ['price', 'competitor', 'timing', 'no_decision'] as const;

/** Some leads are offered to a colleague who knows the trade better; he takes it, or not. */
function handOver(tale: Tale, from: Rep, at: number): Rep {
  const { random, reps } = tale;
  const to = random.pick(reps);
  if (to.id === from.id || !random.chance(0.07)) return from;
  const names = { from: from.id, to: to.id };
  const decided = at + random.between(3 * minute, 20 * minute);
  tale.tell('lead.handover_offered', '/crm', at + random.between(1 * minute, 2 * minute), names);
  if (random.chance(0.75)) {
    tale.tell('lead.handover_accepted', '/crm', decided, names);
    return to;
  }
  tale.tell('lead.handover_declined', '/crm', decided, names);
  return from;
}

/** Booked, then held, missed or called off; who missed it may get another. Answers when one was held. */
function tellMeeting(tale: Tale, rep: Rep, bookedAt: number, isSecond = false): number | null {
  const { random, floor } = tale;
  const isSelfBooked = random.chance(0.1);
  const touch = {
    touchpoint: tale.nextId(),
    channel: random.weighted([
      { value: 'meeting' as const, weight: 5 },
      { value: 'demo' as const, weight: 4 },
      { value: 'visit' as const, weight: 1 },
    ]),
    direction: isSelfBooked ? ('inbound' as const) : ('outbound' as const),
    rep: rep.id,
  };
  tale.tell('touchpoint.recorded', '/calendar', bookedAt, { ...touch, outcome: 'booked', ...(isSelfBooked && { self_booked: true }) });
  const at = whenOpen(floor.zone, bookedAt + 45 * minute + random.exponential(14 * hour), random);
  const fate = random.unit();
  if (fate < 0.79) {
    tale.tell('touchpoint.recorded', '/calendar', at, { ...touch, outcome: 'held' });
    return at;
  }
  tale.tell('touchpoint.recorded', '/calendar', fate < 0.93 ? at : at - 30 * minute, {
    ...touch,
    outcome: fate < 0.93 ? 'no_show' : 'cancelled',
  });
  if (isSecond || !random.chance(0.6)) return null;
  const again = whenOpen(floor.zone, at + random.between(20 * minute, 4 * hour), random);
  return call(tale, rep.id, again) === 'connected' ? tellMeeting(tale, rep, again + 3 * minute, true) : null;
}

function tellDeal(tale: Tale, enquiry: Enquiry, rep: Rep, qualifiedAt: number): void {
  const { random, floor } = tale;
  const { product } = enquiry;
  const deal = `d${tale.nextId()}`;
  const paidIn = random.chance(0.06) ? 'USD' : currency;
  const price = (factor: number) => ({ amount: Math.max(1, Math.round((product.price * factor) / 10)) * 10, currency: paidIn });
  const factor = random.logNormal(1, 0.4);
  const later = (from: number) => whenOpen(floor.zone, from + random.between(1 * hour, 16 * hour), random);
  const close = new Date(qualifiedAt + 5 * day).toISOString().slice(0, 10);
  tale.tell('lead.qualified', '/crm', qualifiedAt, { rep: rep.id });
  let at = qualifiedAt + random.between(1 * minute, 15 * minute);
  tale.tell('deal.opened', '/crm', at, {
    deal,
    stage: stages[0],
    amount: price(factor),
    rep: rep.id,
    product: product.id,
    expected_close: close,
  });
  for (const stage of stages.slice(1)) {
    at = later(at);
    if (random.chance(0.22)) return tellLost(tale, deal, rep, at, later);
    tale.tell('deal.stage_changed', '/crm', at, { deal, stage, rep: rep.id });
    if (random.chance(0.2))
      tale.tell('deal.revised', '/crm', at + random.between(10 * minute, 50 * minute), {
        deal,
        amount: price(factor * random.between(0.75, 1.2)),
      });
    if (random.chance(0.5)) call(tale, rep.id, at + random.between(15 * minute, 55 * minute));
  }
  at = later(at);
  if (random.chance(rep.habit.wins)) {
    tale.tell('deal.won', '/crm', at, { deal, rep: rep.id });
    tellCustomer(tale, enquiry, rep, at, price(factor / 12));
  } else tellLost(tale, deal, rep, at, later);
}

/** Who buys subscribes; some buy more later, some less, some leave, and some say how it was. */
function tellCustomer(
  tale: Tale,
  { origin, product }: Enquiry,
  rep: Rep,
  wonAt: number,
  mrr: { readonly amount: number; readonly currency: string },
): void {
  const { random, lead } = tale;
  const customer = `c-${lead}`;
  const subscription = `sub-${lead}`;
  const startedAt = wonAt + random.between(10 * minute, 40 * minute);
  const { id } = product;
  tale.tellOf(subscription, 'subscription.started', '/billing', startedAt, {
    customer,
    mrr,
    product: id,
    lead,
    origin,
    rep: rep.id,
    team: rep.team,
  });
  const next = startedAt + random.exponential(1.5 * day) + 20 * minute;
  const fate = random.unit();
  if (fate < 0.15)
    tale.tellOf(subscription, 'subscription.changed', '/billing', next, {
      mrr: { ...mrr, amount: mrr.amount + 40 },
      kind: fate < 0.1 ? 'upsell' : 'cross_sell',
    });
  else if (fate < 0.2)
    tale.tellOf(subscription, 'subscription.changed', '/billing', next, {
      mrr: { ...mrr, amount: Math.max(10, mrr.amount - 20) },
      kind: 'contraction',
    });
  else if (fate < 0.3) tale.tellOf(subscription, 'subscription.cancelled', '/billing', next, { reason: random.pick(leavingReasons) });
  if (random.chance(0.5))
    tale.tellOf(`nps-${lead}`, 'survey.answered', '/survey', startedAt + random.exponential(8 * hour), {
      customer,
      score: random.weighted(scores),
      rep: rep.id,
      team: rep.team,
    });
}

const leavingReasons = ['price', 'no_use', 'competitor'] as const;
const scores = [
  { value: 10, weight: 4 },
  { value: 9, weight: 4 },
  { value: 8, weight: 3 },
  { value: 7, weight: 2 },
  { value: 6, weight: 1 },
  { value: 3, weight: 1 },
] as const;

/** What is lost is not always lost. */
function tellLost(tale: Tale, deal: string, rep: Rep, at: number, later: (from: number) => number): void {
  const { random } = tale;
  tale.tell('deal.lost', '/crm', at, { deal, rep: rep.id, reason: random.pick(lostReasons) });
  if (!random.chance(0.08)) return;
  const again = later(at);
  tale.tell('deal.reopened', '/crm', again, { deal, stage: stages[2] });
  tale.tell(random.chance(0.5) ? 'deal.won' : 'deal.lost', '/crm', later(again), { deal, rep: rep.id });
}

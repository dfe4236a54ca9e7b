import { z } from 'zod';
import { Amount, Currency } from './amount.js';
import { Day, Period } from './day.js';
import { Actor, Campaign, CustomerId, EventId, EventSource, LeadId, Origin, Product, RepId, TeamId } from './ids.js';
import { Code, line } from './text.js';

export const spendKinds = ['marketing', 'sales', 'operations'] as const;
export const changeKinds = ['upsell', 'cross_sell', 'contraction', 'price'] as const;
export const repStatuses = ['available', 'on_call', 'away'] as const;

/** Facts whose subject is no lead, and the retraction, whose subject is that of the event it takes back. */
export const otherEvents = {
  // a reversed range is taken in: it happened, and what is reckoned from it says so
  'spend.recorded': z.strictObject({
    origin: Origin.optional(),
    campaign: Campaign.optional(),
    kind: z.enum(spendKinds),
    amount: Amount,
    from: Day,
    to: Day,
  }),
  'subscription.started': z.strictObject({
    customer: CustomerId,
    mrr: Amount,
    product: Product.optional(),
    lead: LeadId.optional(),
    origin: Origin.optional(),
    rep: RepId.optional(),
    team: TeamId.optional(),
  }),
  'subscription.changed': z.strictObject({ mrr: Amount, kind: z.enum(changeKinds) }),
  'subscription.cancelled': z.strictObject({ reason: Code.optional() }),
  'survey.answered': z.strictObject({
    customer: CustomerId.optional(),
    score: z.int().min(0).max(10),
    rep: RepId.optional(),
    team: TeamId.optional(),
  }),
  'target.set': z.strictObject({
    kpi: line(),
    period: Period,
    value: z.number().min(-900_719_925_474).max(900_719_925_474),
    team: TeamId.optional(),
    rep: RepId.optional(),
  }),
  'forecast.submitted': z.strictObject({
    period: Period,
    amount: Amount,
    team: TeamId.optional(),
    rep: RepId.optional(),
  }),
  'rate.set': z.strictObject({ date: Day, to: Currency, rate: z.number().positive() }),
  'rep.status_changed': z.strictObject({ status: z.enum(repStatuses), by: Actor.optional() }),
  'rota.advanced': z.strictObject({ rep: RepId }),
  'event.retracted': z.strictObject({ source: EventSource, id: EventId, reason: Code.optional() }),
} as const;

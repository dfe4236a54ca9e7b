import { amountToUnits } from '../events/amount.js';
import type { DataOf } from '../events/catalogue.js';
import type { SubscriptionChange, SubscriptionStep } from './other-state.js';

type History = readonly SubscriptionChange[];

const never: SubscriptionChange = {
  at: 0,
  step: 'ignored',
  asked: 'ignored',
  since: null,
  customer: null,
  mrr: 0,
  currency: null,
  product: null,
  origin: null,
  rep: null,
  team: null,
};

/**
 * A subscription begins. Started again while it is live it is revised: it goes on for its customer with the new sum. What the event does not
 * name stays as it was named last.
 */
export function started(history: History, at: number, data: DataOf<'subscription.started'>): History {
  const last = history.at(-1) ?? never;
  const isLive = last.since !== null;
  const step: SubscriptionStep = isLive ? 'revised' : history.some((change) => change.since !== null) ? 'restarted' : 'started';
  const next: SubscriptionChange = {
    at,
    step,
    asked: step,
    since: last.since ?? at,
    customer: isLive ? last.customer : data.customer,
    mrr: amountToUnits(data.mrr),
    currency: data.mrr.currency,
    product: data.product ?? last.product,
    origin: data.origin ?? last.origin,
    rep: data.rep ?? last.rep,
    team: data.team ?? last.team,
  };
  return [...history, next];
}

/** Another sum a month; of a subscription that is not live it changes nothing. */
export function changed(history: History, at: number, { mrr, kind }: DataOf<'subscription.changed'>): History {
  const last = history.at(-1) ?? never;
  if (last.since === null) return [...history, { ...last, at, step: 'ignored', asked: kind }];
  return [...history, { ...last, at, step: kind, asked: kind, mrr: amountToUnits(mrr), currency: mrr.currency }];
}

/** It ends; cancelled twice, or before it began, it changes nothing. */
export function cancelled(history: History, at: number): History {
  const last = history.at(-1) ?? never;
  const step: SubscriptionStep = last.since === null ? 'ignored' : 'cancelled';
  return [...history, { ...last, at, step, asked: 'cancelled', since: null, mrr: 0 }];
}

import { cloudEventOf, type Planned } from '@leadclock/simulator/plan/planned.js';
import { type Random, randomOf } from '@leadclock/simulator/plan/random.js';
import { type Told, tellerOf } from './told.js';

interface Place {
  readonly subject: string;
  /** of a lead its arrival, of other subjects their first event */
  readonly at: number;
  readonly random: Random;
  /** what the floor told of the subject, in the order of time */
  readonly events: readonly Planned[];
  tell(type: string, at: number, data: object): void;
}

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const reps = ['ana', 'luis', 'mark', 'olga'] as const;

const touch = (touchpoint: string, channel: string, direction: string, more: object): object => ({
  touchpoint,
  channel,
  direction,
  ...more,
});
const dealOf = ({ events }: Place): { readonly deal: string; readonly closed: number | null; readonly opened: number } | null => {
  const opened = events.find(({ type }) => type === 'deal.opened');
  if (opened === undefined || !('deal' in opened.data)) return null;
  const closed = events.find(({ type }) => type === 'deal.won' || type === 'deal.lost');
  return { deal: opened.data.deal, opened: opened.time, closed: closed?.time ?? null };
};

/** What goes otherwise than a floor plans it: one of these happens to every third lead. */
const ofLeads: Readonly<Record<string, (place: Place) => void>> = {
  'a call before the arrival': ({ at, tell, random }) =>
    tell(
      'touchpoint.recorded',
      at - random.between(1, 40) * minute,
      touch('m1', 'call', 'outbound', { rep: random.pick(reps), outcome: 'no_answer' }),
    ),
  'a call that still goes on at the arrival': ({ at, tell, random }) =>
    tell(
      'touchpoint.recorded',
      at - 100 * second,
      touch('m1', 'call', 'inbound', { rep: 'ana', outcome: 'connected', duration_s: random.pick([60, 99, 100, 300]) }),
    ),
  'an e-mail that bounces': ({ at, tell, random }) => {
    const sent = at + random.between(2, 40) * second;
    tell('touchpoint.recorded', sent, touch('m1', 'email', 'outbound', { rep: 'mark', outcome: 'sent' }));
    tell(
      'touchpoint.recorded',
      sent + random.pick([30 * second, 10 * minute, 3 * day]),
      touch('m1', 'email', 'outbound', { outcome: 'bounced' }),
    );
  },
  'a task and a machine': ({ at, tell }) => {
    tell('touchpoint.recorded', at + second, touch('m1', 'task', 'outbound', { rep: 'ana' }));
    tell('touchpoint.recorded', at + 2 * second, touch('m2', 'chat', 'outbound', { actor: 'ai', outcome: 'sent' }));
    tell('touchpoint.recorded', at + 3 * second, touch('m3', 'chat', 'inbound', { outcome: 'replied' }));
  },
  'a touch of nobody, corrected to somebody': ({ at, tell, random }) => {
    tell('touchpoint.recorded', at + 20 * second, touch('m1', 'call', 'outbound', { outcome: 'no_answer' }));
    if (random.chance(0.5)) tell('touchpoint.corrected', at + day, { touchpoint: 'm1', rep: 'olga', outcome: 'connected', duration_s: 77 });
    else tell('touchpoint.corrected', at + 2 * day, { touchpoint: 'm1', channel: 'task' });
  },
  'a correction between two outcomes': ({ at, tell }) => {
    tell('touchpoint.recorded', at + 30 * second, touch('m1', 'call', 'outbound', { rep: 'luis', outcome: 'busy' }));
    tell('touchpoint.corrected', at + 5 * hour, { touchpoint: 'm1', outcome: 'connected' });
    tell('touchpoint.recorded', at + 9 * hour, touch('m1', 'call', 'outbound', { rep: 'luis', outcome: 'wrong_number' }));
    tell('touchpoint.corrected', at + 3 * day, { touchpoint: 'm1', outcome: 'voicemail' });
  },
  'a retraction too early, and a touch after one': ({ at, tell }) => {
    tell('touchpoint.retracted', at + second, { touchpoint: 'm1' });
    tell('touchpoint.recorded', at + 40 * second, touch('m1', 'call', 'outbound', { rep: 'ana', outcome: 'connected', duration_s: 9 }));
    tell('touchpoint.retracted', at + 2 * minute, { touchpoint: 'm1' });
    tell('touchpoint.recorded', at + 4 * minute, touch('m1', 'sms', 'outbound', { rep: 'luis', outcome: 'sent' }));
  },
  'told of twice, and more the second time': ({ at, tell }) => {
    tell('lead.created', at + day, { origin: 'other', campaign: 'second', segment: 'huge', team: 'partners', owner: 'mark' });
  },
  'created once more, before': ({ at, tell }) => tell('lead.created', at - 2 * hour, { campaign: 'first', owner: 'olga' }),
  'closed and taken back': ({ at, tell, random }) => {
    tell('lead.disqualified', at + random.between(1, 400) * second, { reason: 'spam' });
    if (random.chance(0.6)) tell('lead.qualified', at + random.between(500, 90_000) * second, {});
  },
  'paused twice, and once for ever': ({ at, tell, random }) => {
    tell('lead.paused', at + 5 * second, {});
    tell('lead.resumed', at + random.between(1, 30) * minute, {});
    tell('lead.paused', at + 31 * minute, {});
    if (random.chance(0.5)) tell('lead.resumed', at + 2 * day, {});
  },
  'claimed by three': ({ at, tell }) => {
    tell('lead.claimed', at + second, { rep: 'olga' });
    tell('lead.claimed', at + 2 * second, { rep: 'ana' });
    tell('lead.assigned', at + 3 * second, { owner: 'luis' });
    tell('lead.claimed', at + 4 * second, { rep: 'luis' });
    tell('lead.claimed', at + 5 * second, { rep: 'mark' });
  },
  'handed over, and to a team': ({ at, tell, random }) => {
    tell('lead.handover_accepted', at + random.between(1, 600) * second, { from: 'ana', to: 'mark' });
    tell('lead.assigned', at + day, { owner: 'mark', team: 'partners' });
  },
  'given to a team as it comes': ({ at, tell, random }) =>
    tell('lead.assigned', at + second / 2, { owner: random.pick(reps), team: random.pick(['partners', 'new-business']) }),
  'paused over its deadline': ({ at, tell, random }) => {
    tell('lead.paused', at + random.between(1, 250) * second, {});
    tell('lead.resumed', at + random.between(1, 20) * hour, {});
    tell('lead.paused', at + 21 * hour, {});
    tell('lead.resumed', at + 22 * hour, {});
  },
  'answered by a machine, by e-mail and by a busy line': ({ at, tell }) => {
    tell('touchpoint.recorded', at + 20 * second, touch('m1', 'email', 'outbound', { actor: 'ai', outcome: 'sent' }));
    tell('touchpoint.recorded', at + 40 * second, touch('m2', 'email', 'inbound', { rep: 'olga', outcome: 'connected' }));
    tell('touchpoint.recorded', at + 60 * second, touch('m3', 'call', 'outbound', { rep: 'luis', outcome: 'busy' }));
    tell('touchpoint.recorded', at + 80 * second, touch('m4', 'social', 'outbound', { rep: 'ana', outcome: 'sent' }));
  },
  'a renewal': ({ at, tell, random }) => {
    const amount = { amount: random.between(100, 900).toFixed(2), currency: 'EUR' };
    tell('deal.opened', at + hour, { deal: 'r', pipeline: 'renewals', stage: random.pick(['talk', 'proposal']), amount, rep: 'olga' });
    if (random.chance(0.7)) tell('deal.stage_changed', at + 2 * day, { deal: 'r', stage: 'proposal' });
    if (random.chance(0.6)) tell(random.pick(['deal.won', 'deal.lost'] as const), at + 4 * day, { deal: 'r' });
  },
  'a meeting held that nobody booked': ({ at, tell }) =>
    tell('touchpoint.recorded', at + 2 * hour, touch('m1', 'visit', 'inbound', { outcome: 'held' })),
  'a call in which a meeting is booked': ({ at, tell }) => {
    tell('touchpoint.recorded', at + 90 * second, touch('m1', 'call', 'inbound', { outcome: 'connected' }));
    tell('touchpoint.recorded', at + 20 * minute, touch('m1', 'call', 'inbound', { outcome: 'booked', self_booked: true }));
  },
  'the arrival is taken back': ({ tell, events, at }) => {
    const first = events.find(({ type }) => type === 'lead.created');
    if (first) tell('event.retracted', at + day, { source: first.source, id: first.id });
  },
  'a second deal': ({ at, tell, random }) => {
    tell('deal.opened', at + 3 * hour, { deal: 'x', stage: 'proposal', amount: { amount: 100.25, currency: 'USD' } });
    tell('deal.stage_changed', at + day, { deal: 'x', stage: 'discovery' });
    tell('deal.stage_changed', at + 2 * day, { deal: 'x', stage: random.pick(['proposal', 'signing']) });
  },
  'a deal won out of the blue': ({ at, tell, random }) => {
    tell('deal.won', at + 6 * hour, { deal: 'x', ...(random.chance(0.7) && { amount: { amount: '12.5', currency: 'EUR' } }) });
    if (random.chance(0.5))
      tell('deal.revised', at + 3 * day, { deal: 'x', amount: { amount: 20, currency: 'EUR' }, product: 'enterprise', rep: 'olga' });
  },
  'a win before the lead': ({ at, tell }) => {
    tell('deal.opened', at - day, { deal: 'x', stage: 'negotiation', rep: 'ana' });
    tell('deal.won', at - hour, { deal: 'x', amount: { amount: 0, currency: 'EUR' } });
  },
  'a deal in money without a rate': ({ at, tell, random }) => {
    tell('deal.opened', at + hour, { deal: 'x', stage: 'discovery', amount: { amount: 50, currency: 'GBP' } });
    if (random.chance(0.6)) tell(random.pick(['deal.won', 'deal.lost'] as const), at + day, { deal: 'x' });
  },
  'won twice, lost and won again': (place) => {
    const deal = dealOf(place);
    if (deal?.closed == null) return;
    const { closed } = deal;
    place.tell('deal.won', closed + hour, { deal: deal.deal, amount: { amount: 999, currency: 'EUR' } });
    place.tell('deal.won', closed + 2 * hour, { deal: deal.deal, amount: { amount: 1001, currency: 'EUR' }, rep: 'luis' });
    if (place.random.chance(0.5)) place.tell('deal.lost', closed + day, { deal: deal.deal });
    place.tell('deal.stage_changed', closed + 2 * day, { deal: deal.deal, stage: 'negotiation' });
  },
  'opened when it was closed': (place) => {
    const deal = dealOf(place);
    if (deal?.closed == null) return;
    place.tell('deal.opened', deal.closed + hour, { deal: deal.deal, stage: 'negotiation' });
    if (place.random.chance(0.5)) place.tell('deal.reopened', deal.closed + 2 * day, { deal: deal.deal, stage: 'discovery' });
  },
  'a stage that is not there': (place) => {
    const deal = dealOf(place);
    if (deal) place.tell('deal.stage_changed', deal.opened + 20 * minute, { deal: deal.deal, stage: 'signing' });
  },
};

/** The same for what is no lead. */
const ofOthers: Readonly<Record<string, (place: Place) => void>> = {
  'survey.answered': ({ at, tell, random }) => tell('survey.answered', at + random.between(1, 4) * day, { score: 2, rep: 'olga' }),
  'subscription.started': ({ at, tell, random, events }) => {
    const cancelled = events.find(({ type }) => type === 'subscription.cancelled')?.time ?? null;
    const [first] = events;
    const currency = first && 'mrr' in first.data ? first.data.mrr.currency : 'EUR';
    const mrr = { amount: random.between(10, 500).toFixed(2), currency };
    if (cancelled === null)
      tell('subscription.changed', at + random.between(1, 5) * day, {
        mrr,
        kind: random.pick(['price', 'upsell', 'contraction'] as const),
      });
    else if (random.chance(0.5)) tell('subscription.started', cancelled + day, { customer: `c-${random.pick(reps)}`, mrr });
    else tell('subscription.changed', cancelled + hour, { mrr, kind: 'upsell' });
  },
  'target.set': ({ at, tell, events }) => {
    const [first] = events;
    if (first && 'value' in first.data) tell('target.set', at + 9 * day, { ...first.data, value: 12_345 });
  },
};

/** The floor's events, and what goes wrong with every third lead and every fourth of the others, told the moment it happens. */
export function withMishaps(floor: readonly Planned[], until: number): readonly Told[] {
  const bySubject = new Map<string, Planned[]>();
  for (const event of floor) bySubject.set(event.subject, [...(bySubject.get(event.subject) ?? []), event]);
  const told: Told[] = floor.map((event) => ({ ...cloudEventOf(event), recordedtime: new Date(event.deliverAt).toISOString() }));
  const wrong = Object.entries(ofLeads);
  for (const [subject, unsorted] of bySubject) {
    const events = unsorted.toSorted((a, b) => a.time - b.time);
    const [first] = events;
    const random = randomOf(11, 'mishaps', subject);
    const happens =
      first?.type === 'lead.created'
        ? wrong[Math.floor(random.unit() * 3 * wrong.length)]
        : random.chance(0.25) && first
          ? (['', ofOthers[first.type]] as const)
          : undefined;
    const { told: tale, tell } = tellerOf('/mishap', `${subject}-mishap`);
    if (first)
      happens?.[1]?.({
        subject,
        at: first.time,
        random,
        events,
        tell: (type, at, data) => {
          if (at < until) tell(type, subject, at, data);
        },
      });
    told.push(...tale);
  }
  return told;
}

import { type SampleEvent, sample } from './sample-events.js';
import type { FloorTime } from './whole-floor.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

type Data = Readonly<Record<string, unknown>>;

/** Tells what happens to one lead, so many minutes after its arrival. */
class Tale {
  private readonly told: SampleEvent[] = [];

  constructor(
    private readonly lead: string,
    private readonly arrivedAt: number,
    private readonly isHistorical: boolean,
  ) {}

  tell(type: string, minutes: number, data: Data): this {
    const event = sample(`${this.lead}-${this.told.length}`, type, this.lead, this.arrivedAt + minutes * MINUTE, data);
    this.told.push(this.isHistorical ? { ...event, historical: true } : event);
    return this;
  }

  touch(minutes: number, rep: string, touch: Data): this {
    return this.tell('touchpoint.recorded', minutes, {
      touchpoint: `t${this.told.length}`,
      channel: 'call',
      direction: 'outbound',
      rep,
      ...touch,
    });
  }

  get events(): readonly SampleEvent[] {
    return this.told;
  }
}

export const firstNames = ['Ada', 'Bea', 'Cleo', 'Dina', 'Edgar', 'Fay', 'Gil', 'Hugo', 'Ivo', 'Jon', 'Kim', 'Lea'] as const;

const cycle = <T>(values: readonly [T, ...T[]], index: number): T => values[index % values.length] ?? values[0];

/** All leads of the floor: the everyday ones of six weeks, those that are odd, and those that wait now. */
export const leadsOfFloor = (time: FloorTime): readonly SampleEvent[] => [...everyday(time), ...odd(time), ...waiting(time)];

/** Two dozen leads, most of them answered in time; every second has a meeting, and two of three of those a deal. */
function everyday({ at }: FloorTime): readonly SampleEvent[] {
  return Array.from({ length: 24 }, (_, index) => {
    const lead = `lead-${String(index + 1).padStart(2, '0')}`;
    const rep = cycle(['ana', 'luis', 'mark', 'zoe'], index);
    const product = cycle(['crm', 'telephony'], index);
    const tale = new Tale(lead, at(42 - Math.floor(index * 1.5), 9 + (index % 8)), true);
    tale.tell('lead.created', 0, {
      origin: cycle(['organic_search', 'paid_search', 'referral'], index),
      ...(index % 3 === 1 && { campaign: 'autumn' }),
      channel: cycle(['web', 'phone'], index),
      segment: cycle(['small', 'large'], index),
      product,
      contact: { name: `${cycle(firstNames, index)} Lovelace` },
    });
    tale.tell('lead.assigned', 1, { owner: rep });
    const answered = cycle([2, 4, 8, 3, 30, 2, 5, 90], index);
    const outcome = index % 4 === 2 ? 'voicemail' : 'connected';
    tale.touch(answered, rep, { outcome, ...(outcome === 'connected' && { duration_s: 120 + index * 10 }) });
    tale.touch(answered + 60, rep, { channel: 'email', outcome: 'sent' });
    if (index % 2 === 0) return tale.events;
    const meeting = { touchpoint: 'meeting', channel: 'meeting' };
    tale.touch(24 * 60, rep, { ...meeting, outcome: 'booked' }).touch(48 * 60, rep, { ...meeting, outcome: 'held' });
    tale.tell('lead.qualified', 49 * 60, { rep });
    if (index % 3 === 0) return tale.events;
    const amount = { amount: 1_000 + index * 250, currency: index === 11 ? 'USD' : 'EUR' };
    tale.tell('deal.opened', 50 * 60, { deal: 'd', stage: 'discovery', amount, rep, product });
    tale.tell('deal.stage_changed', 74 * 60, { deal: 'd', stage: 'proposal' });
    if (index > 18) return tale.events;
    tale.tell('deal.stage_changed', 120 * 60, { deal: 'd', stage: 'negotiation' });
    return tale.tell(index % 5 === 0 ? 'deal.lost' : 'deal.won', 200 * 60, { deal: 'd' }).events;
  }).flat();
}

/** Leads for which this or that number has a reason to leave them out, and what was merged, retracted and corrected. */
function odd({ at, now }: FloorTime): readonly SampleEvent[] {
  const created = (more: Data = {}): Data => ({ origin: 'referral', channel: 'web', contact: { name: 'Olga Byron' }, ...more });
  const historical = (lead: string, arrivedAt: number): Tale => new Tale(lead, arrivedAt, true).tell('lead.created', 0, created());
  return [
    // touched before it arrived, and never since
    historical('early', at(20, 10)).touch(-30, 'ana', { outcome: 'connected' }).events,
    // closed before its deadline; closed unanswered after it
    historical('closed', at(19, 10)).tell('lead.disqualified', 2, { reason: 'spam' }).events,
    historical('given-up', at(18, 10)).tell('lead.assigned', 1, { owner: 'luis' }).tell('lead.disqualified', 60, { reason: 'no_interest' })
      .events,
    // nobody owned it, a machine wrote, a person wrote back later; it booked its meeting itself
    historical('self-booked', at(17, 10))
      .touch(1, 'luis', { channel: 'email', actor: 'automated', outcome: 'sent' })
      .touch(30, 'luis', { channel: 'email', outcome: 'sent' })
      .touch(60, 'luis', { touchpoint: 'demo', channel: 'demo', direction: 'inbound', outcome: 'booked', self_booked: true })
      .touch(3_000, 'luis', { touchpoint: 'demo', channel: 'demo', direction: 'inbound', outcome: 'held' }).events,
    // deals without an amount, in a currency without a rate, in a stage that nobody knows, and one that nobody has touched for weeks
    historical('deals', at(35, 9))
      .tell('lead.assigned', 1, { owner: 'mark' })
      .touch(3, 'mark', { outcome: 'connected', duration_s: 300 })
      .tell('deal.opened', 60, {
        deal: 'quiet',
        stage: 'proposal',
        amount: { amount: 4_000, currency: 'EUR' },
        rep: 'mark',
        product: 'crm',
      })
      .tell('deal.opened', 61, { deal: 'bare', stage: 'discovery', rep: 'mark', product: 'crm' })
      .tell('deal.opened', 62, { deal: 'swiss', stage: 'proposal', amount: { amount: 900, currency: 'CHF' }, rep: 'mark' })
      .tell('deal.opened', 63, { deal: 'strange', stage: 'limbo', amount: { amount: 700, currency: 'EUR' }, rep: 'mark' })
      .tell('deal.won', 90, { deal: 'given', rep: 'mark' })
      .tell('deal.opened', 95, { deal: 'alpine', stage: 'proposal', amount: { amount: 1_200, currency: 'CHF' }, rep: 'mark' })
      .tell('deal.won', 5_000, { deal: 'alpine' }).events,
    // it arrived, its answer was entered for the wrong lead and taken back, and it is the same enquiry as another
    historical('twin', at(16, 10))
      .touch(4, 'zoe', { touchpoint: 'wrong', outcome: 'connected' })
      .tell('touchpoint.retracted', 10, { touchpoint: 'wrong', reason: 'wrong_lead' })
      .tell('lead.merged', 20, { into: 'lead-16' }).events,
    // a deal without any lead that arrived
    new Tale('walk-in', at(12, 11), true)
      .tell('deal.opened', 0, { deal: 'd', stage: 'proposal', amount: { amount: 600, currency: 'EUR' }, rep: 'zoe', product: 'telephony' })
      .tell('deal.won', 30, { deal: 'd' }).events,
    new Tale('today', now - 40 * MINUTE, false)
      .tell('lead.created', 0, created({ owner: 'ana', contact: { name: 'Tom Byron' } }))
      .touch(3, 'ana', { outcome: 'connected', duration_s: 90 }).events,
  ].flat();
}

/** Three leads that nobody has answered: two are late, and one of these is nobody's. Their alerts go out as soon as they are heard of. */
function waiting({ now }: FloorTime): readonly SampleEvent[] {
  const lead = (name: string, ago: number, more: Data): readonly SampleEvent[] =>
    new Tale(name, now - ago, false).tell('lead.created', 0, { channel: 'web', contact: { name: 'Wanda Byron' }, ...more }).events;
  return [
    ...lead('patient', 2 * HOUR, { origin: 'organic_search' }),
    ...lead('late', 30 * MINUTE, { origin: 'paid_search', campaign: 'autumn', owner: 'luis' }),
    ...lead('fresh', 1 * MINUTE, { origin: 'referral', owner: 'zoe' }),
  ];
}

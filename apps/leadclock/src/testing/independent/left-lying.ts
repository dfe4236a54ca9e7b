import { randomOf } from '@leadclock/simulator/plan/random.js';
import { type Teller, type Told, tellerOf } from './told.js';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

type Fate = (lead: string, at: number, tell: Teller) => void;

const fates: readonly Fate[] = [
  () => undefined,
  (lead, at, tell) => tell('lead.assigned', lead, at + minute, { owner: 'ana', team: 'partners' }),
  (lead, at, tell) => tell('lead.claimed', lead, at + hour, { rep: 'mark' }),
  (lead, at, tell) => tell('lead.paused', lead, at + 20 * second, {}),
  (lead, at, tell) => {
    tell('lead.paused', lead, at + 50 * second, {});
    tell('lead.resumed', lead, at + 3 * day, {});
  },
  (lead, at, tell) => tell('lead.disqualified', lead, at + 2 * day, { reason: 'spam' }),
  (lead, at, tell) => {
    tell('lead.disqualified', lead, at + minute, { reason: 'spam' });
    tell('lead.qualified', lead, at + 4 * day, {});
  },
  (lead, at, tell) => {
    tell('lead.assigned', lead, at + minute, { owner: 'luis', team: 'new-business' });
    tell('lead.assigned', lead, at + 9 * day, { owner: null });
  },
  (lead, at, tell) => {
    tell('touchpoint.recorded', lead, at + minute, {
      touchpoint: 't',
      channel: 'email',
      direction: 'outbound',
      rep: 'olga',
      outcome: 'sent',
    });
    tell('touchpoint.recorded', lead, at + 5 * day, { touchpoint: 't', channel: 'email', direction: 'outbound', outcome: 'bounced' });
  },
  (lead, at, tell) => {
    tell('touchpoint.recorded', lead, at + day, { touchpoint: 't', channel: 'chat', direction: 'inbound', outcome: 'replied' });
    tell('lead.assigned', lead, at + 2 * day, { owner: 'olga', team: 'partners' });
  },
];

/** Leads that nobody answers for long: two on every day of the month and of the days before it, which have been looked at, given to somebody, closed or put off. */
export function leadsLeftLying(until: number): readonly Told[] {
  const { told, tell } = tellerOf('/lying', 'lying');
  const begin = Date.parse('2025-09-20T00:00:00+02:00');
  for (let i = 0; i < 80; i++) {
    const random = randomOf(11, 'left lying', i);
    const at = begin + (i * day) / 2 + random.between(0, 11) * hour;
    const lead = `lying-${i}`;
    const tellInTime: Teller = (type, subject, when, data) => {
      if (when < until) tell(type, subject, when, data);
    };
    tellInTime('lead.created', lead, at, {
      origin: random.pick(['paid_search', 'social', 'event', 'referral']),
      channel: random.pick(['web', 'email', 'chat']),
      segment: random.pick(['small', 'large']),
      product: random.pick(['starter', 'business']),
    });
    fates[i % fates.length]?.(lead, at, tellInTime);
  }
  return told;
}

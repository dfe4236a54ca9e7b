import { idOf } from './random.mjs';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export const REPS = Array.from({ length: 200 }, (_, i) => `rep-${String(i).padStart(3, '0')}`);
export const TEAMS = Array.from({ length: 10 }, (_, i) => `team-${i}`);
export const STAGES = [
  { id: 'discovery', name: 'Discovery', probability: 0.1 },
  { id: 'demo', name: 'Demo', probability: 0.3, role: 'opportunity' },
  { id: 'offer', name: 'Offer', probability: 0.6 },
  { id: 'contract', name: 'Contract', probability: 0.9 },
];
const teamOf = (rep) => TEAMS[Number(rep.slice(4)) % TEAMS.length];
const ORIGINS = ['organic_search', 'paid_search', 'referral', 'event', 'web_form', 'partner'];
const CAMPAIGNS = ['autumn-launch', 'spring-sale', 'webinar-june', 'newsletter'];
const SEGMENTS = ['smb', 'mid-market', 'enterprise'];
const PRODUCTS = ['gold', 'silver', 'platinum'];
const OUTCOMES = {
  call: ['connected', 'voicemail', 'no_answer', 'busy'],
  email: ['sent', 'opened', 'replied', 'bounced'],
  sms: ['sent', 'delivered'],
  chat: ['connected'],
  social: ['sent', 'replied'],
};
const CHANNELS = ['call', 'call', 'call', 'email', 'email', 'sms', 'chat', 'social'];

/** How a lead begins. */
export function created(random, lead, at) {
  const data = {
    origin: random.pick(ORIGINS),
    campaign: random.pick(CAMPAIGNS),
    channel: random.pick(['web', 'phone', 'chat', 'email']),
    team: random.pick(TEAMS),
    segment: random.pick(SEGMENTS),
    product: random.pick(PRODUCTS),
  };
  if (random.chance(0.5)) data.value = { amount: Math.round(random.between(200, 20_000)), currency: 'EUR' };
  return { type: 'lead.created', subject: lead, time: at, data };
}

/** One touch; some are booked first and held later, under the same id. */
export function touch(random, lead, at, rep, name) {
  if (random.chance(0.12)) {
    const meeting = { touchpoint: name, channel: random.pick(['meeting', 'demo']), direction: 'outbound', rep };
    const booked = {
      type: 'touchpoint.recorded',
      subject: lead,
      time: at,
      data: { ...meeting, outcome: 'booked', ...(random.chance(0.2) ? { self_booked: true } : {}) },
    };
    if (random.chance(0.4)) return [booked];
    return [
      booked,
      {
        type: 'touchpoint.recorded',
        subject: lead,
        time: at + random.between(2, 30) * HOUR,
        data: { ...meeting, outcome: random.pick(['held', 'held', 'held', 'no_show', 'cancelled']), duration_s: 1800 },
      },
    ];
  }
  const channel = random.pick(CHANNELS);
  const data = {
    touchpoint: name,
    channel,
    direction: random.chance(0.85) ? 'outbound' : 'inbound',
    ...(random.chance(0.1) ? { actor: 'automated' } : {}),
    rep,
    outcome: random.pick(OUTCOMES[channel]),
  };
  if (channel === 'call') data.duration_s = random.whole(900);
  return [{ type: 'touchpoint.recorded', subject: lead, time: at, data }];
}

function deal(random, lead, from, rep) {
  const id = `deal-${lead}`;
  const amount = () => ({ amount: Math.round(random.between(500, 40_000)), currency: 'EUR' });
  const events = [
    {
      type: 'deal.opened',
      subject: lead,
      time: from,
      data: { deal: id, stage: 'discovery', amount: amount(), rep, product: random.pick(PRODUCTS), expected_close: '2026-09-30' },
    },
  ];
  let at = from;
  for (const stage of STAGES.slice(1, 2 + random.whole(3)))
    events.push({
      type: 'deal.stage_changed',
      subject: lead,
      time: (at += random.between(1, 20) * HOUR),
      data: { deal: id, stage: stage.id, rep },
    });
  if (random.chance(0.2)) events.push({ type: 'deal.revised', subject: lead, time: (at += HOUR), data: { deal: id, amount: amount() } });
  if (random.chance(0.8)) {
    const won = random.chance(0.45);
    const data = won ? { deal: id, amount: amount(), rep } : { deal: id, reason: random.pick(['price', 'timing', 'competitor']), rep };
    events.push({ type: won ? 'deal.won' : 'deal.lost', subject: lead, time: at + random.between(1, 20) * HOUR, data });
  }
  return events;
}

/** All events of one lead within some days; `touches` of them are touches, as far as they are not meetings that were also held. */
export function lifeOf(random, lead, arrival, touches) {
  const events = [created(random, lead, arrival)];
  const rep = random.pick(REPS);
  const assigned = arrival + random.between(1, 600) * 1000;
  const way = random.next();
  if (way < 0.75)
    events.push({ type: 'lead.assigned', subject: lead, time: assigned, data: { owner: rep, team: teamOf(rep), by: 'rule:round-robin' } });
  else if (way < 0.95) events.push({ type: 'lead.claimed', subject: lead, time: assigned, data: { rep } });
  if (random.chance(0.15))
    events.push({ type: 'lead.viewed', subject: lead, time: assigned + random.between(5, 120) * 1000, data: { rep } });
  if (random.chance(0.03)) {
    const paused = assigned + random.between(1, 20) * 1000;
    events.push(
      { type: 'lead.paused', subject: lead, time: paused, data: { rep, reason: 'lead_asked' } },
      { type: 'lead.resumed', subject: lead, time: paused + random.between(1, 12) * HOUR, data: { rep } },
    );
  }
  let at = assigned;
  for (let i = 0; i < touches; i += 1) {
    at += i === 0 ? random.between(10, 1500) * 1000 : random.between(0.5, 20) * HOUR;
    const name = idOf('tp-', Math.floor(arrival / 1000) * 8 + i);
    events.push(...touch(random, lead, at, random.chance(0.9) ? rep : random.pick(REPS), name));
    if (random.chance(0.016))
      events.push({
        type: 'touchpoint.corrected',
        subject: lead,
        time: at + random.between(1, 60) * MINUTE,
        data: { touchpoint: name, duration_s: random.whole(600) },
      });
    else if (random.chance(0.002))
      events.push({ type: 'touchpoint.retracted', subject: lead, time: at + MINUTE, data: { touchpoint: name, reason: 'wrong_lead' } });
  }
  if (random.chance(0.1))
    events.push({
      type: 'lead.follow_up_set',
      subject: lead,
      time: at + MINUTE,
      data: { rep, at: new Date(at + DAY).toISOString(), reason: 'call_back' },
    });
  if (random.chance(0.25)) events.push({ type: 'lead.qualified', subject: lead, time: (at += HOUR), data: { rep } });
  else if (random.chance(0.16))
    events.push({ type: 'lead.disqualified', subject: lead, time: (at += HOUR), data: { rep, reason: 'no_budget' } });
  if (random.chance(0.18)) events.push(...deal(random, lead, at + HOUR, rep));
  return events;
}

/** Facts of subjects that are no leads. */
export function otherFact(random, number, at) {
  const subject = idOf('other-', number);
  const day = new Date(at).toISOString().slice(0, 10);
  const way = random.whole(3);
  if (way === 0)
    return {
      type: 'spend.recorded',
      subject,
      time: at,
      data: {
        origin: random.pick(ORIGINS),
        campaign: random.pick(CAMPAIGNS),
        kind: 'marketing',
        amount: { amount: random.whole(5000), currency: 'EUR' },
        from: day,
        to: day,
      },
    };
  if (way === 1) return { type: 'survey.answered', subject, time: at, data: { score: random.whole(11), rep: random.pick(REPS) } };
  return {
    type: 'subscription.started',
    subject,
    time: at,
    data: { customer: `c-${subject}`, mrr: { amount: random.whole(900), currency: 'EUR' }, product: random.pick(PRODUCTS) },
  };
}

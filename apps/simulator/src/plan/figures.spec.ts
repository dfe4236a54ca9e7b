import { configurationTypes, type EventType } from '@leadclock/domain/events/catalogue.js';
import { ask } from '@leadclock/domain/testing/ask-known.js';
import { knownFrom } from '@leadclock/domain/testing/known-facts.js';
import { heard } from '../testing/heard.js';
import { day, hour, minute, usualFloor } from './floor.js';
import { planOf } from './plan.js';

const now = Date.parse('2026-11-25T14:00:00Z');
const plan = [...planOf({ ...usualFloor, seed: 3, zone: 'Europe/Madrid' }, { from: now - 3 * day, until: now, liveFrom: now })];
const known = knownFrom(plan.map(heard));

const groupsOf = (kpi: string, query: Readonly<Record<string, string>> = {}) =>
  ask({ kpi, query: { as_of: new Date(now).toISOString(), ...query } }, () => known, now);
const valueOf = (kpi: string, query: Readonly<Record<string, string>> = {}): number => {
  const value = groupsOf(kpi, query)[0]?.value;
  if (typeof value !== 'number') throw new Error(`${kpi} has no value`);
  return value;
};

describe('the figures of a floor', () => {
  it('have between 85 and 95 of 100 leads answered in target', () => {
    const share = valueOf('answered-in-target');
    expect(share).toBeGreaterThan(0.85);
    expect(share).toBeLessThan(0.95);
  });

  it('have a median answer between one and two minutes, and fast and slow reps', () => {
    const median = valueOf('lead-response-time');
    expect(median).toBeGreaterThan(60);
    expect(median).toBeLessThan(120);
    const ofReps = groupsOf('lead-response-time', { by: 'rep' })
      .filter(({ n }) => n >= 20)
      .map(({ value }) => Number(value));
    expect(ofReps).toHaveLength(8);
    expect(Math.max(...ofReps)).toBeGreaterThan(2 * Math.min(...ofReps));
  });

  it('always have several leads waiting in a busy hour, and often a late one', () => {
    const instants = Array.from({ length: 36 }, (_, i) => new Date(now - 3 * hour + i * 5 * minute).toISOString());
    const waiting = instants.map((as_of) => valueOf('waiting-now', { as_of }));
    const late = instants.map((as_of) => valueOf('late-now', { as_of }));
    expect(waiting.filter((n) => n < 2).length).toBeLessThan(instants.length / 10);
    expect(waiting.reduce((sum, n) => sum + n, 0) / waiting.length).toBeGreaterThan(4);
    expect(late.filter((n) => n > 0).length).toBeGreaterThan(instants.length / 3);
  });

  it('leave no stage of the funnel empty, and each has fewer than what it follows', () => {
    const counts = groupsOf('funnel-volume').map(({ key, value }) => [key['stage'], Number(value)] as const);
    expect(counts.map(([stage]) => stage)).toEqual([
      'created',
      'answered',
      'contacted',
      'meeting',
      'qualified',
      'discovery',
      'proposal',
      'negotiation',
      'won',
      'lost',
    ]);
    for (const [, n] of counts) expect(n).toBeGreaterThan(20);
    const ofLeads = counts.slice(0, 5).map(([, n]) => n);
    expect(ofLeads).toEqual(ofLeads.toSorted((a, b) => b - a));
  });

  it('have revenue for each rep', () => {
    const revenue = groupsOf('won-revenue', { by: 'rep' });
    expect(revenue.filter(({ value }) => Number(value) > 0).length).toBeGreaterThanOrEqual(7);
  });

  it('have several origins, campaigns, channels and products', () => {
    for (const [dimension, least] of [
      ['origin', 5],
      ['campaign', 4],
      ['channel', 5],
      ['product', 3],
    ] as const)
      expect(groupsOf('leads-created', { by: dimension }).filter(({ value }) => Number(value) > 0).length).toBeGreaterThanOrEqual(least);
  });
});

describe('what is told of a floor', () => {
  it('has every outcome that the simulator knows', () => {
    const outcomes = new Set(plan.flatMap(({ data }) => ('outcome' in data && data.outcome !== undefined ? [data.outcome] : [])));
    for (const outcome of [
      'connected',
      'voicemail',
      'no_answer',
      'busy',
      'wrong_number',
      'sent',
      'opened',
      'bounced',
      'replied',
      'booked',
      'held',
      'no_show',
      'cancelled',
    ])
      expect(outcomes).toContain(outcome);
  });

  it('has claims, handovers, pauses, corrections, retractions, reopened deals, customers and books', () => {
    const types = new Set<EventType>(plan.map(({ type }) => type));
    const expected: readonly EventType[] = [
      'lead.created',
      'lead.assigned',
      'lead.claimed',
      'lead.viewed',
      'lead.handover_offered',
      'lead.handover_accepted',
      'lead.handover_declined',
      'lead.paused',
      'lead.resumed',
      'lead.follow_up_set',
      'lead.qualified',
      'lead.disqualified',
      'touchpoint.corrected',
      'touchpoint.retracted',
      'event.retracted',
      'deal.opened',
      'deal.stage_changed',
      'deal.revised',
      'deal.won',
      'deal.lost',
      'deal.reopened',
      'subscription.started',
      'subscription.changed',
      'subscription.cancelled',
      'survey.answered',
      'spend.recorded',
      'rate.set',
      'target.set',
      'forecast.submitted',
    ];
    for (const type of expected) expect(types).toContain(type);
    expect([...types].filter((type) => !configurationTypes.has(type))).toHaveLength(expected.length + 1);
  });

  it('has no promised call that nobody makes', () => {
    const promised = plan.filter(({ type, data }) => type === 'lead.follow_up_set' && Date.parse(Reflect.get(data, 'at')) < now);
    const isMade = ({ subject, data }: (typeof plan)[number]): boolean =>
      plan.some(
        (event) =>
          event.subject === subject &&
          event.type === 'touchpoint.recorded' &&
          Reflect.get(event.data, 'channel') === 'call' &&
          event.time >= Date.parse(Reflect.get(data, 'at')),
      );
    expect(promised.length).toBeGreaterThan(50);
    expect(promised.filter((one) => !isMade(one))).toEqual([]);
  });

  it('names people in Latin and Cyrillic letters', () => {
    const sent = JSON.stringify(plan.slice(0, 2_000).map(({ data }) => data));
    expect(sent).toMatch(/"name":"\p{Script=Cyrillic}+ \p{Script=Cyrillic}+"/u);
    expect(sent).toMatch(/"name":"\p{Script=Latin}+ [\p{Script=Latin}']+"/u);
  });
});

import { foldSubject } from '@leadclock/domain/lead/fold-subject.js';
import { heard } from '../testing/heard.js';
import { day, type Floor, hour, minute, type Span, target } from './floor.js';
import { planOf } from './plan.js';
import { cloudEventOf, type Planned } from './planned.js';
import { randomOf } from './random.js';

const now = Date.parse('2026-11-25T14:00:00Z');
const floor: Floor = { seed: 7, leadsPerHour: 40, reps: 8, zone: 'Europe/Madrid' };
const span: Span = { from: now - 2 * day, until: now, liveFrom: now };

const told = (planned: Iterable<Planned>) => Array.from(planned, (event) => JSON.stringify(cloudEventOf(event)));

function firstOf(plan: Generator<Planned, void>, count: number): Planned[] {
  return Array.from({ length: count }, () => plan.next().value).filter((event) => event !== undefined);
}

describe('the plan of a floor', () => {
  it('is the same, byte for byte, for the same seed, span and floor', () => {
    expect(told(planOf(floor, span))).toEqual(told(planOf(floor, span)));
  });

  it('is another for another seed', () => {
    expect(told(planOf({ ...floor, seed: 8 }, span))).not.toEqual(told(planOf(floor, span)));
  });

  it('comes in the order of delivery, and nothing is heard before it happens', () => {
    let last = 0;
    for (const { deliverAt, time } of planOf(floor, span)) {
      expect(deliverAt).toBeGreaterThanOrEqual(Math.max(last, time));
      last = deliverAt;
    }
    expect(last).toBeLessThan(now);
  });

  it('tells the configuration before anything else', () => {
    const types = Array.from(planOf(floor, span), ({ type }) => type);
    const configuration = types.filter((type) => /^(site|team|rep|pipeline|policy)\.set$/.test(type));
    expect(types.slice(0, configuration.length)).toEqual(configuration);
    expect(configuration).toHaveLength(1 + 2 + 8 + 1 + 1);
  });

  it('tells of a lead the same, whenever the plan begins', () => {
    const later = new Set(told(planOf(floor, { ...span, from: now - day })).filter((line) => line.includes('lead.created')));
    const earlier = new Set(told(planOf(floor, span)).filter((line) => line.includes('lead.created')));
    expect(later.size).toBeGreaterThan(100);
    expect([...later].filter((line) => !earlier.has(line))).toEqual([]);
  });

  it('goes on for ever without an end', () => {
    const events = firstOf(planOf(floor, { ...span, from: now, until: null, liveFrom: null }), 20_000);
    expect(events).toHaveLength(20_000);
    expect(events.at(-1)?.deliverAt).toBeGreaterThan(now + 2 * day);
  });

  it('of nobody is only the configuration', () => {
    const types = Array.from(planOf({ ...floor, leadsPerHour: 0 }, { ...span, liveFrom: null }), ({ type }) => type);
    expect(types.every((type) => type.endsWith('.set'))).toBe(true);
  });
});

describe('every event of a plan', () => {
  it.each([1, 2, 3])('of seed %i is taken by the door as it is', (seed) => {
    for (const planned of planOf({ ...floor, seed, reps: 15 }, span)) heard(planned);
  });

  it('comes now and then late, out of order, or twice', () => {
    const events = [...planOf(floor, span)];
    const late = events.filter(({ deliverAt, time }) => deliverAt - time > minute);
    const outOfOrder = events.filter(({ time }, i) => time < (events[i - 1]?.time ?? 0));
    const twice = events.length - new Set(events.map(({ id }) => id)).size;
    for (const some of [late.length, outOfOrder.length, twice]) {
      expect(some).toBeGreaterThan(events.length * 0.005);
    }
    expect(late.length).toBeLessThan(events.length * 0.08);
  });
});

describe('the leads of a plan', () => {
  it('come to the same whichever way their events arrive', () => {
    const bySubject = new Map<string, Planned[]>();
    for (const event of planOf(floor, span)) {
      if (!event.type.endsWith('.set')) bySubject.set(event.subject, [...(bySubject.get(event.subject) ?? []), event]);
    }
    const random = randomOf('shuffle');
    for (const events of bySubject.values()) {
      const there = events.map(heard);
      const shuffled = there.map((event) => ({ event, place: random.unit() })).toSorted((a, b) => a.place - b.place);
      expect(foldSubject(shuffled.map(({ event }) => event))).toEqual(foldSubject(there));
    }
  });

  it('are backfill when they came more than a target before the plan meets the clock, and live from then on', () => {
    const created = [...planOf(floor, { ...span, until: now + hour })].filter(({ type }) => type === 'lead.created');
    for (const { time, historical } of created) expect(historical).toBe(time < now - target);
    expect(created.some(({ historical }) => !historical)).toBe(true);
  });

  it('turn late before the eyes of whoever looks: three within six minutes of the start, none of them a backfill', () => {
    const opening = [...planOf(floor, { ...span, until: now + hour })].filter(({ subject }) => subject.includes('-opening-'));
    const created = opening.filter(({ type }) => type === 'lead.created');
    expect(new Set(created.map(({ subject }) => subject)).size).toBe(3);
    for (const { subject, time, historical } of created) {
      const answer = opening.find((event) => event.subject === subject && event.type === 'touchpoint.recorded' && 'rep' in event.data);
      expect(historical).toBe(false);
      expect(time + target).toBeGreaterThan(now + minute);
      expect(time + target).toBeLessThan(now + 6 * minute);
      expect(answer?.time).toBeGreaterThan(time + target + 2 * minute);
    }
  });
});

import { foldSubject } from '@leadclock/domain/lead/fold-subject.js';
import { knownFrom } from '@leadclock/domain/testing/known-facts.js';
import { heard } from '../testing/heard.js';
import { day, type Floor, type Span } from './floor.js';
import { planOf } from './plan.js';

const floor: Floor = { seed: 7, leadsPerHour: 20, reps: 5, zone: 'Europe/Madrid' };
const now = Date.parse('2026-11-25T14:00:00Z');
const span = (from: number): Span => ({ from, until: now, liveFrom: now });
const booksOf = (from: number) => [...planOf(floor, span(from))].filter(({ source }) => source === '/books');

describe('the books of a floor', () => {
  it('say each day what advertising costs, and the rate of the dollar', () => {
    const told = booksOf(now - 3 * day);
    const days = told.flatMap(({ type, data }) => (type === 'rate.set' && 'date' in data ? [data.date] : []));
    expect(days).toEqual(['2026-11-23', '2026-11-24', '2026-11-25']);
    expect(told.filter(({ type, subject }) => type === 'spend.recorded' && subject.includes('-ads-'))).toHaveLength(9);
  });

  it('say what the month aims at, also when the floor is set up in the middle of it', () => {
    const aims = booksOf(now - day).filter(({ type }) => type === 'target.set');
    // company, two teams, five reps, the pipeline
    expect(aims).toHaveLength(9);
    expect(new Set(aims.map(({ time }) => new Date(time).toISOString()))).toEqual(new Set(['2026-11-01T05:00:00.000Z']));
    expect(aims.every(({ deliverAt }) => deliverAt >= now - day)).toBe(true);
  });

  it('are the same, whenever the plan begins', () => {
    const names = (from: number) => booksOf(from).map(({ id, subject, data }) => JSON.stringify([id, subject, data]));
    const earlier = new Set(names(now - 3 * day));
    expect(names(now - day).filter((name) => !earlier.has(name))).toEqual([]);
  });

  it('and what customers do are taken in by the door, and fold', () => {
    const events = [...planOf(floor, span(now - 6 * day))].map(heard);
    const others = new Set(
      events.filter(({ type }) => type.startsWith('subscription.') || type.startsWith('survey.')).map(({ subject }) => subject),
    );
    expect(others.size).toBeGreaterThan(10);
    for (const subject of others) expect(() => foldSubject(events.filter((event) => event.subject === subject))).not.toThrow();
    expect(knownFrom(events).facts.length).toBeGreaterThan(events.length);
  });

  it('hold what teams expect of a month before it begins, so that it can be judged', () => {
    const forecasts = booksOf(now - day).filter(({ type }) => type === 'forecast.submitted');
    expect(forecasts.map(({ time }) => new Date(time).toISOString())).toEqual(['2026-10-31T20:00:00.000Z', '2026-10-31T20:00:00.000Z']);
  });
});

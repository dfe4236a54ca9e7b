import { buildConfiguration } from '../configuration/build-configuration.js';
import { at } from '../testing/clock-time.js';
import { factsOfStories } from '../testing/given.js';
import { lead, subject } from '../testing/story.js';
import { lateFrom, waitedAt } from './wait.facts.js';

const office = subject('office').tell('calendar.set', '08:00', { zone: 'UTC', week: { mon: [['09:10', '18:00']] }, holidays: [] });
const policy = subject('p').tell('policy.set', '08:00', { order: 1, match: {}, calendar: 'office', targets: {}, steps: [] });
const configuration = buildConfiguration([...office.events, ...policy.events]);
const minute = 60_000;

describe('the rows of a wait', () => {
  const waits = factsOfStories([
    office,
    policy,
    lead('ada').arrived('09:00').paused('09:20').resumed('09:50').called('10:00', 'ana'),
  ]).filter(({ kind }) => kind === 'wait');
  const rowAt = (time: string) => waits.find(({ from, until }) => from <= at(time) && (until === null || at(time) < until));
  const waited = (time: string, clock: 'working' | 'wall') => {
    const row = rowAt(time);
    return row === undefined ? null : waitedAt(row, clock, at(time), configuration) / minute;
  };

  it('show on the working clock what the office has been open, on the wall’s all but the pauses', () => {
    const times = ['09:00', '09:10', '09:15', '09:20', '09:35', '09:50', '09:59', '10:00'];
    expect(times.map((time) => waited(time, 'working'))).toEqual([0, 0, 5, 10, 10, 10, 19, null]);
    expect(times.map((time) => waited(time, 'wall'))).toEqual([0, 10, 15, 20, 20, 20, 29, null]);
  });

  it('are late from the deadline on, and never while paused', () => {
    const running = rowAt('09:00');
    expect(running?.part).toBe('running');
    expect(running && lateFrom(running)).toBe(at('09:15'));
    const paused = rowAt('09:35');
    expect(paused?.part).toBe('paused');
    expect(paused && lateFrom(paused)).toBe(Number.POSITIVE_INFINITY);
  });

  it('are never late without a deadline, and at once when it had passed before', () => {
    expect(lateFrom({ part: 'running', from: 10, due: null })).toBe(Number.POSITIVE_INFINITY);
    expect([lateFrom({ part: 'running', from: 10, due: 5 }), lateFrom({ part: 'running', from: 10, due: 20 })]).toEqual([10, 20]);
  });
});

import { policySettings } from '../configuration/settings.js';
import { at } from '../testing/clock-time.js';
import { subject } from '../testing/story.js';
import { ConfigurationHistory } from './configuration-history.js';

const web = (time: string, seconds: number, heard: string) =>
  subject('web').tell('policy.set', time, { order: 1, match: {}, targets: { answer_s: seconds }, steps: [] }, { id: `w${seconds}`, heard });

describe('the configuration as it was known', () => {
  const rep = subject('ana').tell('rep.set', '08:30', { name: 'Ana', team: 'north', active: true }, { heard: '11:00' });
  const events = [...web('08:00', 300, '08:00').events, ...rep.events, ...web('08:10', 60, '10:00').events];
  const targets = (history: ConfigurationHistory, time: string): number[] =>
    Object.values(history.at(at(time)).policies).flatMap((versions) => versions.map(({ value }) => value.answerSeconds));

  it('has what was recorded by then of all that can move a deadline, and of the rest everything', () => {
    const history = new ConfigurationHistory(events);
    expect(history.instants).toEqual([at('08:00'), at('10:00')]);
    expect([targets(history, '07:59'), targets(history, '09:59'), targets(history, '10:00')]).toEqual([[], [300], [300, 60]]);
    expect(Object.keys(history.at(at('07:59')).reps)).toEqual(['ana']);
    expect(history.at(at('08:00'))).toBe(history.at(at('09:00')));
  });

  it('has another policy in the place of the one of its id at all times', () => {
    const tried = policySettings({ order: 1, match: {}, targets: { answer_s: 900 }, steps: [] });
    const history = new ConfigurationHistory(events, new Map([['web', tried]]));
    expect([targets(history, '07:59'), targets(history, '10:00')]).toEqual([[900], [900]]);
  });
});

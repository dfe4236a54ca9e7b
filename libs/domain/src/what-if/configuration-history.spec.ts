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

  it('becomes known by each kind of event that can move a deadline, whichever was told of first', () => {
    const week = { mon: [['09:00', '17:00']] as [string, string][] };
    const known = [
      ...subject('office').tell('calendar.set', '08:00', { zone: 'UTC', week, holidays: [] }, { heard: '12:00' }).events,
      ...subject('north').tell('team.set', '08:00', { name: 'North' }, { heard: '11:00' }).events,
      ...subject('site').tell('site.set', '08:00', { name: 'Us', zone: 'UTC', locale: 'en', currency: 'EUR' }, { heard: '10:00' }).events,
      ...web('08:00', 300, '09:00').takenBack('08:30', 'w300', { heard: '13:00' }).events,
    ];
    const history = new ConfigurationHistory(known);
    expect(history.instants).toEqual(['09:00', '10:00', '11:00', '12:00', '13:00'].map(at));
    const sizes = (time: string) => {
      const { calendars, teams, site, policies } = history.at(at(time));
      return [Object.keys(calendars), Object.keys(teams), site, Object.keys(policies)].map(({ length }) => length);
    };
    expect(['08:59', '09:00', '10:00', '11:00', '12:00', '13:00'].map(sizes)).toEqual([
      [0, 0, 0, 0],
      [0, 0, 0, 1],
      [0, 0, 1, 1],
      [0, 1, 1, 1],
      [1, 1, 1, 1],
      [1, 1, 1, 0],
    ]);
  });
});

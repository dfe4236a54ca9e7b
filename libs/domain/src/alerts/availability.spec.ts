import { buildConfiguration } from '../configuration/build-configuration.js';
import { at } from '../testing/clock-time.js';
import { subject } from '../testing/story.js';
import { type RepStatus, whyUnavailable } from './availability.js';

const configuration = buildConfiguration(
  [
    subject('morning').tell('calendar.set', '08:00', { zone: 'UTC', week: { mon: [['09:00', '12:00']] }, holidays: [] }),
    subject('ana').tell('rep.set', '08:00', { name: 'Ana', team: 'north', active: true, days_off: ['2026-11-03'], calendar: 'morning' }),
    subject('luis').tell('rep.set', '08:00', { name: 'Luis', team: 'north', active: false }),
  ].flatMap(({ events }) => events),
);
const why = (rep: string, time = '09:00', status: RepStatus | null = null) => whyUnavailable(configuration, rep, status, at(time));

describe('why a rep gets no lead', () => {
  it('is nothing of one who is there in his hours, and never said anything or that he is available', () => {
    expect([why('ana'), why('ana', '11:59', 'available')]).toEqual([null, null]);
  });

  it('is that he has left, or is nobody who is known', () => {
    expect([why('luis'), why('rosa')]).toEqual(['gone', 'gone']);
  });

  it('is his day off before his hours, and those before what he says', () => {
    expect(why('ana', 'tue 09:00', 'away')).toBe('day_off');
    expect(why('ana', '12:00', 'away')).toBe('closed');
    expect([why('ana', '11:59', 'away'), why('ana', '11:59', 'on_call')]).toEqual(['away', 'on_call']);
  });
});

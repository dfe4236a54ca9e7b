import { at } from '../testing/clock-time.js';
import { factsOfStories } from '../testing/given.js';
import { type Story, subject } from '../testing/story.js';

const dollar = subject('USD');
const set = (story: Story, time: string, date: string, to: string, rate: number) => story.tell('rate.set', time, { date, to, rate });
const ratesOf = (story: Story) =>
  factsOfStories([story]).map(({ at: day, currency, item, from, until }) => ({ day, currency, item, from, until }));
const second = at('2026-11-02T00:00:00Z');

describe('facts of exchange rates', () => {
  it('hold until another rate is set for that day and currency', () => {
    expect(ratesOf(set(set(dollar, '09:00', '2026-11-02', 'EUR', 0.5), '10:00', '2026-11-02', 'EUR', 0.25))).toEqual([
      { day: second, currency: 'EUR', item: '0.5', from: at('09:00'), until: at('10:00') },
      { day: second, currency: 'EUR', item: '0.25', from: at('10:00'), until: null },
    ]);
  });

  it('are left alone by a rate of another day or into another currency', () => {
    const story = set(
      set(set(dollar, '09:00', '2026-11-02', 'EUR', 0.5), '10:00', '2026-11-03', 'EUR', 0.4),
      '11:00',
      '2026-11-02',
      'CHF',
      0.9,
    );
    expect(ratesOf(story).map(({ item, until }) => [item, until])).toEqual([
      ['0.5', null],
      ['0.4', null],
      ['0.9', null],
    ]);
  });
});

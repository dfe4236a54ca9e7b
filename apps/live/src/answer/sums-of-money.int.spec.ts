import { at } from '@leadclock/domain/testing/clock-time.js';
import { lead, type Story, subject } from '@leadclock/domain/testing/story.js';
import { Planted } from '../testing/planted.js';
import { answer } from './answer.js';

const of = (amount: number, currency = 'EUR') => ({ amount: { amount, currency } });
const site = subject('site').tell('site.set', 'mon 00:00', { name: 'Floor', zone: 'Europe/Madrid', locale: 'es-ES', currency: 'EUR' });
const dollars = subject('USD')
  .tell('rate.set', 'mon 00:00', { date: '2026-11-02', to: 'EUR', rate: 0.5 })
  .tell('rate.set', 'tue 00:00', { date: '2026-11-03', to: 'EUR', rate: 0.25 });
/** the largest amount that an event may have, three of which no double holds */
const largest = 900_719_925_474.0991;

describe('sums of money, made by the database', () => {
  it('are exact beyond what a double holds, negative ones too', async () => {
    const stories = [
      lead('a').won('mon 09:00', of(largest)),
      lead('b').won('mon 09:00', of(largest)),
      lead('c').won('mon 09:00', of(largest)),
      lead('d').won('mon 09:00', of(0.0001)),
      lead('e').won('mon 09:00', of(-3)),
    ];
    expect(await told([site, ...stories])).toEqual([{ key: {}, value: 2_702_159_776_419.2974, n: 5, excluded: {}, currency: 'EUR' }]);
    expect(await told([site, ...stories], 'average-deal-size')).toMatchObject([{ n: 5, total: 2_702_159_776_419.2974 }]);
  });

  it('take the rate of each day, and keep what has none apart', async () => {
    const stories = [
      lead('a').won('mon 09:00', of(100)),
      lead('b').won('mon 09:00', of(10, 'USD')),
      lead('c').won('tue 09:00', of(10, 'USD')),
      lead('d').won('tue 09:00', of(7, 'CHF')),
      lead('e').won('tue 10:00', of(8, 'CHF')),
      lead('f').won('tue 09:00'),
    ];
    expect(await told([site, dollars, ...stories])).toEqual([
      { key: {}, value: 107.5, n: 3, excluded: { no_rate: 2 }, currency: 'EUR' },
      { key: {}, value: 15, n: 2, excluded: {}, currency: 'CHF' },
    ]);
    expect(await told([site, dollars, ...stories], 'average-deal-size')).toMatchObject([
      { value: 107.5 / 3, n: 3, excluded: { no_amount: 1, no_rate: 2 } },
      { value: 7.5, n: 2 },
    ]);
  });

  it('stay apart by currency while no site says in which they are wanted', async () => {
    const stories = [
      lead('a').won('mon 09:00', of(100)),
      lead('b').won('mon 09:00', of(7, 'CHF')),
      lead('c').won('tue 09:00', of(8, 'CHF')),
    ];
    expect(await told(stories)).toMatchObject([
      { value: 15, n: 2, currency: 'CHF' },
      { value: 100, n: 1, currency: 'EUR' },
    ]);
  });

  it('of what stands open are those of each stage, by the rate of the day that is asked about', async () => {
    const stories = [
      lead('a').opened('mon 09:00', 'new', of(100)),
      lead('b').opened('mon 09:00', 'new', of(40, 'USD')),
      lead('c').opened('mon 09:00', 'offer', of(1)),
      lead('d').opened('mon 09:00', 'offer'),
    ];
    expect(await told([site, dollars, ...stories], 'pipeline-value', { by: 'stage' })).toMatchObject([
      { key: { stage: 'new' }, value: 110, n: 2 },
      { key: { stage: 'offer' }, value: 1, n: 1, excluded: { no_amount: 1 } },
    ]);
  });
});

/** The groups that a read model of these stories alone answers. */
async function told(stories: readonly Story[], kpi = 'won-revenue', params: Readonly<Record<string, string>> = {}) {
  const planted = await Planted.open();
  try {
    await planted.plant(...stories);
    const answered = await answer(planted.dataSource, kpi, params, { now: at('tue 12:00') });
    if (!answered.ok) throw new Error(`${answered.parameter}: ${answered.problem}`);
    return answered.body.groups;
  } finally {
    await planted.close();
  }
}

import { at } from '@leadclock/domain/testing/clock-time.js';
import { lead, subject } from '@leadclock/domain/testing/story.js';
import { Planted } from '../testing/planted.js';
import { missingRates } from './missing-rates.js';

let planted: Planted;
beforeAll(async () => {
  planted = await Planted.open();
});
afterAll(() => planted.close());

const ask = () => missingRates(planted.dataSource, { now: at('sun 12:00') });
const won = (name: string, time: string, currency: string, amount = 100) => lead(name).won(time, { amount: { amount, currency } });

describe('the rates that are missing', () => {
  it('are none where nothing is converted, or everything is in the home currency', async () => {
    await planted.plant(won('a', 'tue 09:00', 'EUR'));
    expect(await ask()).toMatchObject({ into: null, missing: [] });
    await planted.plant(subject('site').tell('site.set', 'mon 00:00', { name: 'F', zone: 'Europe/Madrid', locale: 'es', currency: 'EUR' }));
    expect(await ask()).toMatchObject({ into: 'EUR', missing: [] });
  });

  it('are told by currency, with how many amounts stand apart and their days', async () => {
    await planted.plant(won('b', 'tue 09:00', 'USD'), won('c', 'fri 23:30', 'USD'), won('d', 'wed 09:00', 'RUB'));
    // half past eleven at night in UTC is the next day in Madrid
    expect((await ask()).missing).toEqual([
      { currency: 'RUB', amounts: 1, from: '2026-11-04', to: '2026-11-04' },
      { currency: 'USD', amounts: 2, from: '2026-11-03', to: '2026-11-07' },
    ]);
  });

  it('are not those of amounts for whose day, or one of the seven before, there is a rate', async () => {
    await planted.plant(subject('USD').tell('rate.set', 'mon 00:00', { date: '2026-11-04', to: 'EUR', rate: 0.9 }));
    expect((await ask()).missing).toEqual([
      { currency: 'RUB', amounts: 1, from: '2026-11-04', to: '2026-11-04' },
      { currency: 'USD', amounts: 1, from: '2026-11-03', to: '2026-11-03' },
    ]);
  });

  it('are those of the day of the question for an amount that stands, whenever its deal was opened', async () => {
    await planted.plant(lead('e').opened('tue 09:00', 'new', { amount: { amount: 100, currency: 'GBP' } }));
    expect((await ask()).missing).toContainEqual({ currency: 'GBP', amounts: 1, from: '2026-11-08', to: '2026-11-08' });
  });
});

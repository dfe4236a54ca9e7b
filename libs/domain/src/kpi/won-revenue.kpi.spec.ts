import { asking, given } from '../testing/given.js';
import { lead, subject } from '../testing/story.js';
import { wonRevenue } from './won-revenue.kpi.js';

const site = subject('site').tell('site.set', '08:00', { name: 'S', zone: 'Europe/Berlin', locale: 'de-DE', currency: 'EUR' });
const of = (amount: number | string, currency = 'EUR') => ({ amount: { amount: Number(amount), currency } });
const dollar = (date: string, rate: number, time = '08:00') => subject('USD').tell('rate.set', time, { date, to: 'EUR', rate });

describe('won revenue', () => {
  it('is 0 in the site’s currency while nothing is won', () => {
    given(site).when(asking(wonRevenue)).then({ value: 0, n: 0, currency: 'EUR', excluded: {} });
  });

  it('counts the amount last named, also after the win, at the win', () => {
    const ada = lead('ada').opened('09:00', 'new', of(100)).won('10:00').revised('tue 10:00', of(120.5));
    given(site, ada).when(asking(wonRevenue)).then({ value: 120.5, n: 1 });
    given(site, ada)
      .when(asking(wonRevenue, {}, 'tue 09:59'))
      .then({ value: 100, n: 1 });
    given(site, ada)
      .when(asking(wonRevenue, { window: 'today' }, 'tue 12:00'))
      .then({ value: 0, n: 0 });
    given(site, ada)
      .when(asking(wonRevenue, {}, '09:59'))
      .then({ value: 0, n: 0 });
  });

  it('counts a deal of 0, and none without an amount', () => {
    given(site, lead('a').won('10:00', of(0)), lead('b').won('10:00'))
      .when(asking(wonRevenue))
      .then({ value: 0, n: 1 });
  });

  it('keeps the instant and the rep of the first win when it is won again', () => {
    const ada = lead('ada')
      .opened('09:00', 'new', { ...of(100), rep: 'ana' })
      .won('10:00')
      .won('tue 10:00', { ...of(110), rep: 'luis' });
    given(site, ada)
      .when(asking(wonRevenue, { by: 'rep' }))
      .then({ key: { rep: 'ana' }, value: 110 });
    given(site, ada)
      .when(asking(wonRevenue, { window: 'today', by: 'rep' }, 'tue 12:00'))
      .then();
  });

  it('takes back a win that was reopened, until it is won again', () => {
    const ada = lead('ada').opened('09:00', 'new', of(100)).won('10:00').reopened('11:00').won('12:00');
    given(site, ada)
      .when(asking(wonRevenue, {}, '11:30'))
      .then({ value: 0, n: 0 });
    given(site, ada).when(asking(wonRevenue)).then({ value: 100, n: 1 });
  });

  it('converts by the rate of the day of the win in the site’s zone, else the latest of seven days before', () => {
    const won = lead('ada').won('10:00', of(100, 'USD'));
    given(site, won, dollar('2026-11-02', 0.9)).when(asking(wonRevenue)).then({ value: 90, n: 1, currency: 'EUR', excluded: {} });
    given(site, won, dollar('2026-10-26', 0.8)).when(asking(wonRevenue)).then({ value: 80, n: 1 });
    given(site, won, dollar('2026-10-26', 0.8).tell('rate.set', '08:00', { date: '2026-10-30', to: 'EUR', rate: 0.7 }))
      .when(asking(wonRevenue))
      .then({ value: 70, n: 1 });
    const atNight = lead('ada').won('23:30', of(100, 'USD'));
    given(site, atNight, dollar('2026-11-03', 0.5)).when(asking(wonRevenue)).then({ value: 50, n: 1 });
  });

  it('has a group of its own for a currency whose rate is missing, too old, of tomorrow or the other way round', () => {
    const won = lead('ada').won('10:00', of(100, 'USD'));
    const alone = [
      { value: 0, n: 0, currency: 'EUR', excluded: { no_rate: 1 } },
      { value: 100, n: 1, currency: 'USD', excluded: {} },
    ];
    given(site, won)
      .when(asking(wonRevenue))
      .then(...alone);
    given(site, won, dollar('2026-10-25', 0.8))
      .when(asking(wonRevenue))
      .then(...alone);
    given(site, won, dollar('2026-11-03', 0.8))
      .when(asking(wonRevenue))
      .then(...alone);
    given(site, won, subject('EUR').tell('rate.set', '08:00', { date: '2026-11-02', to: 'USD', rate: 2 }))
      .when(asking(wonRevenue))
      .then(...alone);
  });

  it('knows a rate from when it was set, and replaces one that is set again for the day', () => {
    const won = lead('ada').won('10:00', of(100, 'USD'));
    const rates = dollar('2026-11-02', 0.9, '11:00').tell('rate.set', '12:00', { date: '2026-11-02', to: 'EUR', rate: 0.6 });
    given(site, won, rates)
      .when(asking(wonRevenue, {}, '10:59'))
      .then({ n: 0, excluded: { no_rate: 1 } }, { currency: 'USD' });
    given(site, won, rates)
      .when(asking(wonRevenue, {}, '11:59'))
      .then({ value: 90 });
    given(site, won, rates).when(asking(wonRevenue)).then({ value: 60 });
  });

  it('of a group without money names the one currency that others have, and none of several', () => {
    const zoe = subject('zoe').tell('rep.set', '08:00', { name: 'Zoe', active: true, team: 'north' });
    const luis = lead('ada').won('10:00', { ...of(5), rep: 'luis' });
    given(zoe, luis)
      .when(asking(wonRevenue, { by: 'rep' }))
      .then({ key: { rep: 'luis' }, value: 5, currency: 'EUR' }, { key: { rep: 'zoe' }, value: 0, n: 0, currency: 'EUR' });
    given(zoe, luis, lead('bob').won('10:00', { ...of(7, 'USD'), rep: 'ana' }))
      .when(asking(wonRevenue, { by: 'rep' }))
      .then(
        { key: { rep: 'ana' }, currency: 'USD' },
        { key: { rep: 'luis' }, currency: 'EUR' },
        { key: { rep: 'zoe' }, value: 0, n: 0, currency: null },
      );
    given(site, zoe, lead('bob').won('10:00', { ...of(7, 'USD'), rep: 'zoe' }))
      .when(asking(wonRevenue, { by: 'rep' }))
      .then(
        { key: { rep: 'zoe' }, value: 0, n: 0, currency: 'EUR', excluded: { no_rate: 1 } },
        { key: { rep: 'zoe' }, value: 7, n: 1, currency: 'USD', excluded: {} },
      );
  });

  it('is in the one currency there is where no site says which, else in a group for each', () => {
    const usd = lead('a').won('10:00', { ...of(5, 'USD'), rep: 'ana' });
    given(usd).when(asking(wonRevenue)).then({ value: 5, n: 1, currency: 'USD' });
    given(usd, lead('b').won('10:00', { ...of(7, 'EUR'), rep: 'luis' }))
      .when(asking(wonRevenue))
      .then({ value: 7, currency: 'EUR', excluded: {} }, { value: 5, currency: 'USD', excluded: {} });
  });
});

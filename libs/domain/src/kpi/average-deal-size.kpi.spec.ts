import { asking, given } from '../testing/given.js';
import { lead, subject } from '../testing/story.js';
import { averageDealSize } from './average-deal-size.kpi.js';

const site = subject('site').tell('site.set', '08:00', { name: 'S', zone: 'UTC', locale: 'de-DE', currency: 'EUR' });
const of = (amount: number, currency = 'EUR') => ({ amount: { amount, currency } });

describe('average deal size', () => {
  it('is null while nothing is won', () => {
    given(site, lead('ada').opened('09:00', 'new', of(100)).lost('10:00'))
      .when(asking(averageDealSize))
      .then({ value: null, n: 0, currency: 'EUR', excluded: {} });
  });

  it('is the won value over the won deals that have an amount: one of 0 counts, one without is left out', () => {
    given(site, lead('a').won('10:00', of(100)), lead('b').won('10:00', of(50)), lead('c').won('10:00'))
      .when(asking(averageDealSize))
      .then({ value: 75, n: 2, excluded: { no_amount: 1 } });
    given(site, lead('a').won('10:00', of(100)), lead('b').won('10:00', of(0)))
      .when(asking(averageDealSize))
      .then({ value: 50, n: 2, excluded: {} });
  });

  it('takes the amount last named, at the win', () => {
    const stories = [site, lead('a').won('10:00', of(100)).revised('tue 10:00', of(120)), lead('b').won('tue 11:00', of(10))];
    given(...stories)
      .when(asking(averageDealSize))
      .then({ value: 65, n: 2 });
    given(...stories)
      .when(asking(averageDealSize, { window: 'today' }, 'tue 12:00'))
      .then({ value: 10, n: 1 });
  });

  it('converts what has a rate on the day of the win, and shows the rest apart', () => {
    const dollar = subject('USD').tell('rate.set', '08:00', { date: '2026-11-02', to: 'EUR', rate: 0.5 });
    given(site, dollar, lead('a').won('10:00', of(100)), lead('b').won('10:00', of(100, 'USD')), lead('c').won('10:00', of(9, 'RUB')))
      .when(asking(averageDealSize))
      .then({ value: 75, n: 2, currency: 'EUR', excluded: { no_rate: 1 } }, { value: 9, n: 1, currency: 'RUB', excluded: {} });
  });

  it('forgets a win that was reopened', () => {
    given(site, lead('a').won('10:00', of(100)).reopened('11:00'), lead('b').won('10:00', of(40)))
      .when(asking(averageDealSize))
      .then({ value: 40, n: 1 });
  });
});

import { asking, given } from '../testing/given.js';
import { subject } from '../testing/story.js';
import { annualRecurringRevenue } from './annual-recurring-revenue.kpi.js';
import { monthlyRecurringRevenue } from './monthly-recurring-revenue.kpi.js';

const site = subject('site').tell('site.set', '08:00', { name: 'S', zone: 'UTC', locale: 'de', currency: 'EUR' });
const one = subject('s1').subscribed('09:00', 'k1', 100, { product: 'gold' });
const two = subject('s2')
  .subscribed('10:00', 'k1', 50, { product: 'silver' })
  .repriced('tue 10:00', 80, 'upsell')
  .unsubscribed('wed 10:00');

describe('monthly and annual recurring revenue', () => {
  it('are 0 while nothing is live', () => {
    given(site).when(asking(monthlyRecurringRevenue)).then({ value: 0, n: 0, currency: 'EUR' });
    given(site).when(asking(annualRecurringRevenue)).then({ value: 0, n: 0, currency: 'EUR' });
  });

  it('are what live subscriptions pay as of an instant, the end excluded; a year is twelve months', () => {
    given(site, one, two)
      .when(asking(monthlyRecurringRevenue, {}, '10:00'))
      .then({ value: 150, n: 2 });
    given(site, one, two)
      .when(asking(monthlyRecurringRevenue, {}, 'tue 10:00'))
      .then({ value: 180, n: 2 });
    given(site, one, two)
      .when(asking(annualRecurringRevenue, {}, 'wed 09:59'))
      .then({ value: 2160, n: 2 });
    given(site, one, two)
      .when(asking(monthlyRecurringRevenue, {}, 'wed 10:00'))
      .then({ value: 100, n: 1 });
  });

  it('stand under the product that the subscription names', () => {
    given(site, one, two)
      .when(asking(annualRecurringRevenue, { by: 'product' }, 'tue 09:59'))
      .then({ key: { product: 'gold' }, value: 1200 }, { key: { product: 'silver' }, value: 600 });
  });

  it('go by the rate of the day asked about, not of the start', () => {
    const rates = subject('USD')
      .tell('rate.set', '08:00', { date: '2026-11-02', to: 'EUR', rate: 0.5 })
      .tell('rate.set', 'tue 08:00', { date: '2026-11-03', to: 'EUR', rate: 0.75 });
    const story = subject('s1').subscribed('09:00', 'k1', 0, { mrr: { amount: 100, currency: 'USD' } });
    given(site, rates, story)
      .when(asking(monthlyRecurringRevenue, {}, '12:00'))
      .then({ value: 50 });
    given(site, rates, story)
      .when(asking(annualRecurringRevenue, {}, 'tue 12:00'))
      .then({ value: 900 });
    given(site, story)
      .when(asking(annualRecurringRevenue, {}, 'tue 12:00'))
      .then({ value: 0, currency: 'EUR', excluded: { no_rate: 1 } }, { value: 1200, currency: 'USD' });
  });

  it('are not moved by a change before the start or a second end', () => {
    const story = subject('s1')
      .repriced('08:00', 500)
      .subscribed('09:00', 'k1', 100)
      .unsubscribed('10:00')
      .unsubscribed('11:00')
      .subscribed('12:00', 'k1', 70);
    given(site, story)
      .when(asking(monthlyRecurringRevenue, {}, '11:30'))
      .then({ value: 0, n: 0 });
    given(site, story).when(asking(monthlyRecurringRevenue)).then({ value: 70, n: 1 });
  });
});

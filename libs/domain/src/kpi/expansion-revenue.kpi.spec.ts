import { asking, given } from '../testing/given.js';
import { subject } from '../testing/story.js';
import { expansionRevenue } from './expansion-revenue.kpi.js';

const site = subject('site').tell('site.set', '08:00', { name: 'S', zone: 'UTC', locale: 'de', currency: 'EUR' });
const one = subject('s1').subscribed('09:00', 'k1', 100, { product: 'gold' });
const two = subject('s2').subscribed('09:00', 'k2', 50, { product: 'silver' });

describe('expansion revenue', () => {
  it('is 0 while nothing grew', () => {
    given(site, one).when(asking(expansionRevenue)).then({ value: 0, n: 0, upsell: 0, cross_sell: 0, currency: 'EUR' });
  });

  it('is what upsells and cross-sells add, together and apart, at the change', () => {
    const stories = [site, one.repriced('10:00', 150, 'upsell'), two.repriced('tue 10:00', 90, 'cross_sell')];
    given(...stories)
      .when(asking(expansionRevenue))
      .then({ value: 90, n: 2, upsell: 50, cross_sell: 40 });
    given(...stories)
      .when(asking(expansionRevenue, { window: 'today' }, 'tue 12:00'))
      .then({ value: 40, n: 1, upsell: 0, cross_sell: 40 });
    given(...stories)
      .when(asking(expansionRevenue, { by: 'product' }))
      .then({ key: { product: 'gold' }, value: 50 }, { key: { product: 'silver' }, value: 40 });
  });

  it('leaves out an upsell that lowers, a rise of another kind and a start', () => {
    given(site, one.repriced('10:00', 80, 'upsell').repriced('11:00', 200, 'price'))
      .when(asking(expansionRevenue))
      .then({ value: 0, n: 0 });
  });

  it('excludes what was not live, and a change into another currency', () => {
    given(site, subject('s3').repriced('10:00', 70, 'upsell'))
      .when(asking(expansionRevenue))
      .then({ value: 0, n: 0, excluded: { not_live: 1 } });
    given(site, one.tell('subscription.changed', '10:00', { mrr: { amount: 500, currency: 'USD' }, kind: 'upsell' }))
      .when(asking(expansionRevenue))
      .then({ value: 0, n: 0, excluded: { currency_changed: 2 } });
  });

  it('stays in the currencies of the subscriptions while no site says which is home', () => {
    const grown = (name: string, currency: string, by: number, kind: 'upsell' | 'cross_sell') =>
      subject(name)
        .subscribed('09:00', name, 0, { mrr: { amount: 10, currency } })
        .tell('subscription.changed', '10:00', { mrr: { amount: 10 + by, currency }, kind });
    given(grown('a', 'USD', 7, 'upsell'), grown('b', 'CHF', 3, 'upsell'), grown('c', 'USD', 2, 'cross_sell'))
      .when(asking(expansionRevenue))
      .then({ value: 3, currency: 'CHF', upsell: 3, cross_sell: 0 }, { value: 9, currency: 'USD', upsell: 7, cross_sell: 2 });
  });

  it('has a group of its own for a currency without a rate', () => {
    const usd = (amount: number) => ({ mrr: { amount, currency: 'USD' } });
    const dollars = subject('s4')
      .subscribed('09:00', 'k4', 0, usd(10))
      .tell('subscription.changed', '10:00', { ...usd(17), kind: 'cross_sell' });
    given(site, one.repriced('10:00', 101, 'upsell'), dollars)
      .when(asking(expansionRevenue))
      .then(
        { value: 1, currency: 'EUR', upsell: 1, cross_sell: 0, excluded: { no_rate: 1 } },
        { value: 7, currency: 'USD', upsell: 0, cross_sell: 7, excluded: {} },
      );
  });
});

import { asking, given } from '../testing/given.js';
import { subject } from '../testing/story.js';
import { churnRate } from './churn-rate.kpi.js';
import { customerRetention } from './customer-retention.kpi.js';
import { shareInterval } from './interval.js';

const site = subject('site').tell('site.set', '2026-09-01T08:00:00Z', { name: 'S', zone: 'UTC', locale: 'de', currency: 'EUR' });
const early = '2026-10-01T00:00:00Z';
const window = { from: '2026-11-02T00:00:00Z', to: '2026-11-06T00:00:00Z' };
const customer = (name: string, amount: number, product = 'gold') => subject(`s-${name}`).subscribed(early, name, amount, { product });

/** Four customers; the one who pays 70 of 100 leaves. */
const four = [customer('a', 10), customer('b', 10), customer('c', 10), customer('d', 70, 'silver').unsubscribed('tue 10:00')];

describe('churn rate and customer retention', () => {
  it('are null while nobody was a customer at the start', () => {
    given(site, subject('s').subscribed('tue 09:00', 'a', 5))
      .when(asking(churnRate, window))
      .then({ value: null, n: 0 });
    given(site).when(asking(customerRetention)).then({ value: null, n: 0 });
  });

  it('are the shares of customers lost and kept, or of what they paid at the start', () => {
    given(site, ...four)
      .when(asking(churnRate, window))
      .then({ value: 0.25, n: 4, lost: 1 });
    given(site, ...four)
      .when(asking(customerRetention, window))
      .then({ value: 0.75, n: 4 });
    given(site, ...four)
      .when(asking(churnRate, { ...window, basis: 'revenue' }))
      .then({ value: 0.7, n: 4, lost: 70 });
    given(site, ...four)
      .when(asking(customerRetention, { ...window, basis: 'revenue' }))
      .then({ value: 0.3 });
  });

  it('lie each within the bounds of its own share', () => {
    const within = (hits: number) => {
      const { low, high } = shareInterval(hits, 4);
      return { low, high };
    };
    given(site, ...four)
      .when(asking(churnRate, window))
      .then(within(1));
    given(site, ...four)
      .when(asking(customerRetention, window))
      .then(within(3));
  });

  it('of money are 0 where nothing was lost, or nothing was kept', () => {
    const revenue = { ...window, basis: 'revenue' };
    const gone = customer('e', 10).unsubscribed('tue 10:00');
    given(site, customer('a', 10)).when(asking(churnRate, revenue)).then({ value: 0, n: 1, lost: 0 });
    given(site, customer('a', 10)).when(asking(customerRetention, revenue)).then({ value: 1, n: 1 });
    given(site, gone).when(asking(churnRate, revenue)).then({ value: 1, n: 1, lost: 10 });
    given(site, gone).when(asking(customerRetention, revenue)).then({ value: 0, n: 1 });
  });

  it('keep a customer who has another subscription, came back, or left only after the end', () => {
    const other = subject('s2').subscribed('wed 09:00', 'd', 5);
    given(site, ...four, other)
      .when(asking(churnRate, window))
      .then({ value: 0, n: 4 });
    const back = customer('a', 10).unsubscribed('tue 09:00').subscribed('wed 09:00', 'a', 10);
    given(site, back).when(asking(churnRate, window)).then({ value: 0, n: 1 });
    given(site, customer('a', 10).unsubscribed('sat 00:00')).when(asking(churnRate, window)).then({ value: 0, n: 1 });
  });

  it('count who begins just at the start as nobody, who ends just at the end as lost', () => {
    given(site, subject('s').subscribed('00:00', 'a', 5))
      .when(asking(churnRate, window))
      .then({ value: null, n: 0 });
    given(site, subject('s').subscribed('2026-11-01T23:59:59.999Z', 'a', 5))
      .when(asking(churnRate, window))
      .then({ value: 0, n: 1 });
    given(site, customer('a', 10).unsubscribed('fri 00:00')).when(asking(churnRate, window)).then({ value: 1, n: 1 });
    given(site, customer('a', 10).unsubscribed('00:00')).when(asking(churnRate, window)).then({ value: null, n: 0 });
  });

  it('look back thirty days without a window, and no further than as_of', () => {
    given(site, ...four)
      .when(asking(churnRate, {}, 'sun 23:59'))
      .then({ value: 0.25, n: 4 });
    given(site, ...four)
      .when(asking(churnRate, {}, '2026-12-03T10:00:00Z'))
      .then({ value: 0, n: 3 });
    given(site, ...four)
      .when(asking(churnRate, window, 'tue 09:59'))
      .then({ value: 0, n: 4 });
  });

  it('put a customer into one slice: that of the subscription that began first', () => {
    const more = subject('s9').subscribed('2026-10-05T00:00:00Z', 'a', 1, { product: 'silver' });
    given(site, ...four, more)
      .when(asking(churnRate, { ...window, by: 'product' }))
      .then({ key: { product: 'gold' }, value: 0, n: 3 }, { key: { product: 'silver' }, value: 1, n: 1 });
    given(site, ...four, more)
      .when(asking(customerRetention, { ...window, product: 'silver' }))
      .then({ value: 0, n: 1 });
  });

  it('of subscriptions that began together take the one of the lower id', () => {
    const together = (name: string, product: string) => subject(name).subscribed(early, 'x', 10, { product });
    // within a product too the lowest id stands for its customer: s1 of gold, before s2 of silver
    given(site, together('s3', 'gold'), together('s2', 'silver'), together('s1', 'gold'))
      .when(asking(churnRate, { ...window, by: 'product' }))
      .then({ key: { product: 'gold' }, value: 0, n: 1 });
    given(site, together('s1', 'gold'), together('s3', 'gold'), together('s2', 'silver'))
      .when(asking(churnRate, { ...window, by: 'product' }))
      .then({ key: { product: 'gold' }, value: 0, n: 1 });
    given(site, together('s3', 'gold'), together('s1', 'silver'), together('s2', 'gold'))
      .when(asking(churnRate, { ...window, by: 'product' }))
      .then({ key: { product: 'silver' }, value: 0, n: 1 });
  });

  it('go by the rate of the day of the start, in the site’s zone', () => {
    const dollars = subject('usd')
      .subscribed(early, 'u', 0, { mrr: { amount: 90, currency: 'USD' } })
      .unsubscribed('tue 10:00');
    const rate = (date: string, value: number) => ['rate.set', `${date}T08:00:00Z`, { date, to: 'EUR', rate: value }] as const;
    const rates = subject('USD')
      .tell(...rate('2026-11-01', 0.1))
      .tell(...rate('2026-11-02', 1))
      .tell(...rate('2026-11-03', 10));
    given(site, customer('a', 10), dollars, rates)
      .when(asking(churnRate, { ...window, basis: 'revenue' }))
      .then({ value: 0.9, n: 2, lost: 90, excluded: {} });
  });

  it('have a share of money only in one currency, while no site says which is home', () => {
    const dollars = subject('usd').subscribed(early, 'u', 0, { mrr: { amount: 900, currency: 'USD' } });
    given(...four)
      .when(asking(churnRate, { ...window, basis: 'revenue' }))
      .then({ value: 0.7, n: 4, lost: 70 });
    given(...four, dollars)
      .when(asking(churnRate, { ...window, basis: 'revenue' }))
      .then({ value: null, n: 5, lost: null });
    given(...four, dollars)
      .when(asking(churnRate, window))
      .then({ value: 0.2, n: 5 });
  });

  it('leave money without a rate out of the money alone', () => {
    const dollars = subject('usd').subscribed(early, 'u', 0, { mrr: { amount: 900, currency: 'USD' } });
    given(site, ...four, dollars)
      .when(asking(churnRate, window))
      .then({ value: 0.2, n: 5, excluded: {} });
    given(site, ...four, dollars)
      .when(asking(churnRate, { ...window, basis: 'revenue' }))
      .then({ value: 0.7, excluded: { no_rate: 1 } });
  });
});

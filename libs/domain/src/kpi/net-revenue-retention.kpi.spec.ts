import { asking, given } from '../testing/given.js';
import { subject } from '../testing/story.js';
import { netRevenueRetention } from './net-revenue-retention.kpi.js';

const site = subject('site').tell('site.set', '2026-09-01T08:00:00Z', { name: 'S', zone: 'UTC', locale: 'de', currency: 'EUR' });
const early = '2026-10-01T00:00:00Z';
const window = { from: '2026-11-02T00:00:00Z', to: '2026-11-06T00:00:00Z' };
const a = subject('a').subscribed(early, 'a', 100, { product: 'gold' });
const b = subject('b').subscribed(early, 'b', 100, { product: 'silver' });

describe('net revenue retention', () => {
  it('is null while nobody pays at the start', () => {
    given(site).when(asking(netRevenueRetention)).then({ value: null, gross: null, n: 0 });
    given(site, subject('z').subscribed(early, 'z', 0))
      .when(asking(netRevenueRetention, window))
      .then({ value: null, gross: null, n: 1 });
  });

  it('goes by the sign of each change, whatever its kind', () => {
    given(site, a.repriced('10:00', 150, 'contraction'), b.repriced('11:00', 80, 'upsell'))
      .when(asking(netRevenueRetention, window))
      .then({ value: 1.15, gross: 0.9, n: 2 });
    given(site, a.repriced('10:00', 150).repriced('11:00', 120), b)
      .when(asking(netRevenueRetention, window))
      .then({ value: 1.1, gross: 0.85 });
  });

  it('counts an end as a fall, and a new or restarted subscription of such a customer as a rise', () => {
    const second = subject('a2').subscribed('tue 09:00', 'a', 30);
    const back = b.unsubscribed('tue 10:00').subscribed('wed 10:00', 'b', 60);
    given(site, a, second, back).when(asking(netRevenueRetention, window)).then({ value: 0.95, gross: 0.5, n: 2 });
  });

  it('knows nothing of customers who come later, and of changes after the end', () => {
    const late = subject('c').subscribed('tue 09:00', 'c', 500);
    given(site, a.repriced('sat 10:00', 900), b, late).when(asking(netRevenueRetention, window)).then({ value: 1, gross: 1, n: 2 });
  });

  it('has a change just at the start in the start, one just at the end in the end, and a subscription that begins at the start as a rise', () => {
    given(site, a.repriced('00:00', 200)).when(asking(netRevenueRetention, window)).then({ value: 1 });
    given(site, a.repriced('fri 00:00', 200)).when(asking(netRevenueRetention, window)).then({ value: 2 });
    given(site, a, subject('a2').subscribed('00:00', 'a', 40))
      .when(asking(netRevenueRetention, window))
      .then({ value: 1.4, gross: 1 });
  });

  it('keeps all changes of a customer in his slice, also of another product', () => {
    given(site, a, b, subject('a2').subscribed('tue 09:00', 'a', 20, { product: 'silver' }))
      .when(asking(netRevenueRetention, { ...window, by: 'product' }))
      .then({ key: { product: 'gold' }, value: 1.2, n: 1 }, { key: { product: 'silver' }, value: 1, n: 1 });
  });

  it('without a site adds up changes of the one currency there is, and none of several', () => {
    const dollars = subject('d').subscribed(early, 'd', 0, { mrr: { amount: 7, currency: 'USD' } });
    given(a.repriced('10:00', 150), b.repriced('11:00', 80))
      .when(asking(netRevenueRetention, window))
      .then({ value: 1.15, gross: 0.9, n: 2 });
    given(a.repriced('10:00', 150), dollars).when(asking(netRevenueRetention, window)).then({ value: null, gross: null, n: 2 });
    const moved = a.tell('subscription.changed', 'tue 10:00', { mrr: { amount: 300, currency: 'USD' }, kind: 'price' });
    given(moved).when(asking(netRevenueRetention, window)).then({ value: null, gross: null, n: 1 });
  });

  it('has nothing of a change of what is not live', () => {
    given(site, a, b.unsubscribed('mon 09:00').repriced('tue 10:00', 500))
      .when(asking(netRevenueRetention, window))
      .then({ value: 0.5, gross: 0.5, n: 2, excluded: {} });
  });

  it('follows a move into another currency by the rates, and leaves out what has none', () => {
    const moved = a.tell('subscription.changed', 'tue 10:00', { mrr: { amount: 300, currency: 'USD' }, kind: 'price' });
    const dollar = subject('USD').tell('rate.set', '08:00', { date: '2026-11-02', to: 'EUR', rate: 0.5 });
    given(site, moved, dollar).when(asking(netRevenueRetention, window)).then({ value: 1.5, gross: 0, excluded: {} });
    given(site, moved)
      .when(asking(netRevenueRetention, window))
      .then({ value: 0, gross: 0, excluded: { no_rate: 1 } });
  });
});

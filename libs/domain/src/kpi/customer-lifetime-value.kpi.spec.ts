import { asking, given } from '../testing/given.js';
import { lead, subject } from '../testing/story.js';
import { clvToCac } from './clv-to-cac.kpi.js';
import { customerLifetimeValue } from './customer-lifetime-value.kpi.js';

const site = subject('site').tell('site.set', '2026-01-01T08:00:00Z', { name: 'S', zone: 'UTC', locale: 'es', currency: 'EUR' });
const early = '2026-07-01T00:00:00Z';
const stay = ['a', 'b', 'c'].map((name) => subject(name).subscribed(early, name, 100, { origin: 'web' }));
const gone = subject('d').subscribed(early, 'd', 500, { origin: 'event' }).unsubscribed('10:00');
const eur = (amount: number) => ({ amount: { amount, currency: 'EUR' } });

describe('customer lifetime value', () => {
  it('is null while nobody is live, nobody was 90 days before, or nobody left', () => {
    given(site).when(asking(customerLifetimeValue)).then({ value: null, n: 0 });
    given(site, subject('a').subscribed('09:00', 'a', 100))
      .when(asking(customerLifetimeValue))
      .then({ value: null, n: 1 });
    given(site, ...stay)
      .when(asking(customerLifetimeValue))
      .then({ value: null, n: 3, churn: 0 });
    given(site, gone).when(asking(customerLifetimeValue)).then({ value: null, n: 0 });
  });

  it('is the monthly sum per live customer over a third of the churn of 90 days', () => {
    given(site, ...stay, gone)
      .when(asking(customerLifetimeValue))
      .then({ value: 1200, n: 3, churn: 0.25, currency: 'EUR' });
    const second = subject('a2').subscribed('tue 09:00', 'a', 60);
    given(site, ...stay, gone, second)
      .when(asking(customerLifetimeValue))
      .then({ value: 1440, n: 3 });
    given(site, ...stay, gone, subject('e').subscribed('tue 09:00', 'e', 20))
      .when(asking(customerLifetimeValue))
      .then({ value: 960, n: 4 });
  });

  it('stands by slice, each with its own churn', () => {
    given(site, ...stay, gone)
      .when(asking(customerLifetimeValue, { by: 'origin' }))
      .then({ key: { origin: 'event' }, value: null, n: 0, churn: 1 }, { key: { origin: 'web' }, value: null, n: 3, churn: 0 });
  });

  it('by deals is won revenue so far per customer won, money without a rate apart', () => {
    const ada = lead('ada')
      .won('09:00', eur(100))
      .tell('deal.won', '10:00', { deal: 'd2', ...eur(50) });
    const bob = lead('bob').won('09:00', { amount: { amount: 8, currency: 'USD' } });
    given(site, ada)
      .when(asking(customerLifetimeValue, { basis: 'deals' }))
      .then({ value: 150, n: 1 });
    given(site, ada, bob)
      .when(asking(customerLifetimeValue, { basis: 'deals' }))
      .then({ value: 75, n: 2, currency: 'EUR', excluded: { no_rate: 1 } }, { value: 4, n: 2, currency: 'USD' });
    given(site, ada, ...stay)
      .when(asking(customerLifetimeValue, { basis: 'deals' }))
      .then({ value: 50, n: 3 });
    given(site)
      .when(asking(customerLifetimeValue, { basis: 'deals' }))
      .then({ value: null, n: 0 });
    given(site, subject('s').subscribed('09:00', 'cyd', 5, { product: 'tin' }))
      .when(asking(customerLifetimeValue, { basis: 'deals', by: 'product' }))
      .then({ key: { product: 'tin' }, value: 0, n: 1, currency: 'EUR' });
  });

  it('by deals stands by slice, those with customers or with revenue alone among them, in the order of their names', () => {
    const won = (name: string, origin: string, amount: number) => lead(name).arrived('08:00', { origin }).won('09:00', eur(amount));
    const customer = (name: string, origin: string) => subject(name).subscribed(early, name, 1, { origin });
    given(site, won('ada', 'zoo', 90), won('bob', 'mail', 60), customer('x', 'mail'), customer('y', 'mail'), customer('w', 'ads'))
      .when(asking(customerLifetimeValue, { basis: 'deals', by: 'origin' }))
      .then(
        { key: { origin: 'ads' }, value: 0, n: 1, currency: 'EUR' },
        { key: { origin: 'mail' }, value: 30, n: 2, currency: 'EUR' },
        { key: { origin: 'zoo' }, value: null, n: 0, currency: 'EUR' },
      );
  });

  it('by deals of a filter counts the leads of that filter', () => {
    const won = (name: string, origin: string, amount: number) => lead(name).arrived('08:00', { origin }).won('09:00', eur(amount));
    given(site, won('ada', 'web', 90), won('bob', 'web', 30), won('cleo', 'mail', 60))
      .when(asking(customerLifetimeValue, { basis: 'deals', origin: 'web' }))
      .then({ value: 60, n: 2 });
  });

  it('is null where customers pay in several currencies and no site says which is home', () => {
    const inTwo = (name: string) => [
      subject(`${name}1`).subscribed(early, name, 10),
      subject(`${name}2`).subscribed(early, name, 0, { mrr: { amount: 20, currency: 'USD' } }),
    ];
    given(...inTwo('a'), gone)
      .when(asking(customerLifetimeValue))
      .then({ value: null, n: 1, churn: 0.5, currency: null, excluded: {} });
  });

  it('counts what is paid from the very instant on', () => {
    given(site, ...stay, gone, subject('e').subscribed('tue 09:00', 'e', 20))
      .when(asking(customerLifetimeValue, {}, 'tue 09:00'))
      .then({ value: 960, n: 4 });
  });
});

describe('lifetime value to acquisition cost', () => {
  const spend = subject('m').spent('08:00', 600, '2026-11-02', '2026-11-02');
  const newcomers = ['x', 'y'].map((name) => subject(name).subscribed('tue 09:00', name, 100));

  it('divides the value as of now by the cost of the window', () => {
    const stories = [site, ...stay, gone, ...newcomers, spend];
    given(...stories)
      .when(asking(clvToCac, { from: '2026-11-02', to: '2026-11-07' }))
      .then({ value: 4, n: 5, clv: 1200, cac: 300, currency: 'EUR' });
    given(...stories)
      .when(asking(clvToCac))
      .then({ value: 12, cac: 100 });
  });

  it('stands by slice, each value over its own cost', () => {
    const web = subject('w').spent('08:00', 300, '2026-11-02', '2026-11-02', { origin: 'web' });
    const more = subject('x').subscribed('tue 09:00', 'x', 100, { origin: 'web' });
    const left = subject('e').subscribed(early, 'e', 100, { origin: 'web' }).unsubscribed('10:00');
    given(site, ...stay, more, left, gone, web)
      .when(asking(clvToCac, { by: 'origin', from: '2026-11-02', to: '2026-11-07' }))
      .then({ key: { origin: 'event' }, value: null, n: 0 }, { key: { origin: 'web' }, value: 4, n: 4, clv: 1200, cac: 300 });
  });

  it('is null where one of them is, or the cost is 0', () => {
    given(site, ...stay, spend)
      .when(asking(clvToCac))
      .then({ value: null, n: 3, clv: null, cac: 200 });
    given(site, ...stay, gone)
      .when(asking(clvToCac))
      .then({ value: null, clv: 1200, cac: 0, currency: 'EUR' });
  });

  it('says what either of the two leaves out', () => {
    const dollars = subject('u').subscribed(early, 'u', 0, { origin: 'web', mrr: { amount: 900, currency: 'USD' } });
    const reversed = subject('r').spent('08:00', 5, '2026-11-04', '2026-11-02');
    given(site, ...stay, gone, dollars, spend, reversed)
      .when(asking(clvToCac))
      .then({ n: 4, excluded: { no_rate: 1, reversed_range: 1 } });
  });

  it('divides no currency by another, while no site says which is home', () => {
    const dollars = subject('m').spent('08:00', 0, '2026-11-02', '2026-11-02', { amount: { amount: 600, currency: 'USD' } });
    given(...stay, gone, ...newcomers, spend)
      .when(asking(clvToCac))
      .then({ value: 12, clv: 1200, cac: 100, currency: 'EUR' });
    given(...stay, gone, ...newcomers, dollars)
      .when(asking(clvToCac))
      .then({ value: null, clv: 1200, cac: 100 });
  });

  it('goes by deals on that basis, in the site’s currency alone', () => {
    const won = [lead('ada').won('09:00', eur(900)), lead('bob').won('09:00', { amount: { amount: 8, currency: 'USD' } })];
    given(site, ...won, spend)
      .when(asking(clvToCac, { basis: 'deals' }))
      .then({ value: 1.5, n: 2, clv: 450, cac: 300 });
  });
});

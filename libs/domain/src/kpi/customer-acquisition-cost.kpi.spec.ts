import { asking, given } from '../testing/given.js';
import { lead, subject } from '../testing/story.js';
import { customerAcquisitionCost } from './customer-acquisition-cost.kpi.js';

const site = subject('site').tell('site.set', '2026-10-01T08:00:00Z', { name: 'S', zone: 'UTC', locale: 'es', currency: 'EUR' });
const marketing = subject('m').spent('08:00', 300, '2026-11-02', '2026-11-02');
const sales = subject('s').spent('08:00', 600, '2026-11-02', '2026-11-02', { kind: 'sales' });
const three = ['a', 'b', 'c'].map((name) => subject(name).subscribed('tue 09:00', name, 10, { origin: name === 'c' ? 'event' : 'web' }));
const today = { from: '2026-11-02', to: '2026-11-04' };

describe('customer acquisition cost', () => {
  it('is null while no customer is won', () => {
    given(site, marketing).when(asking(customerAcquisitionCost)).then({ value: null, n: 0, spend: 300 });
    given(site).when(asking(customerAcquisitionCost)).then({ value: null, n: 0 });
  });

  it('is spend of every kind over customers whose first subscription starts in the window', () => {
    given(site, marketing, sales, ...three)
      .when(asking(customerAcquisitionCost, today))
      .then({ value: 300, n: 3 });
  });

  it('counts a customer once, at the first start, however many subscriptions and restarts follow', () => {
    const again = subject('a2').subscribed('wed 09:00', 'a', 5);
    const restarted = subject('b').subscribed('tue 09:00', 'b', 10).unsubscribed('tue 10:00').subscribed('wed 10:00', 'b', 10);
    given(site, marketing, again, subject('a').subscribed('tue 09:00', 'a', 5), restarted)
      .when(asking(customerAcquisitionCost))
      .then({ value: 150, n: 2 });
    const before = subject('old').subscribed('2026-10-20T00:00:00Z', 'a', 10);
    given(site, marketing, sales, before, ...three)
      .when(asking(customerAcquisitionCost, today))
      .then({ value: 450, n: 2 });
  });

  it('counts a customer who begins with a subscription that another one had ended', () => {
    const taken = subject('a').subscribed('tue 09:00', 'a', 10).unsubscribed('tue 10:00').subscribed('wed 10:00', 'z', 10);
    given(site, marketing, taken).when(asking(customerAcquisitionCost)).then({ value: 150, n: 2 });
    given(site, marketing, taken)
      .when(asking(customerAcquisitionCost, { from: '2026-11-04', to: '2026-11-05' }))
      .then({ value: 0, n: 1 });
  });

  it('counts who is won at the very start of the window, and not who is at its end', () => {
    const [start, end] = ['2026-11-02T00:00:00Z', '2026-11-04T00:00:00Z'];
    given(site, marketing, subject('a').subscribed(start, 'a', 10), subject('b').subscribed(end, 'b', 10))
      .when(asking(customerAcquisitionCost, today))
      .then({ value: 300, n: 1 });
    given(site, marketing, lead('ada').won(start), lead('bob').won(end))
      .when(asking(customerAcquisitionCost, today))
      .then({ value: 300, n: 1 });
  });

  it('of several subscriptions goes by the first, and by the lower id if they start together', () => {
    const web = { origin: 'web' };
    const event = { origin: 'event' };
    given(site, subject('z').subscribed('tue 09:00', 'a', 5, web), subject('b').subscribed('wed 09:00', 'a', 5, event))
      .when(asking(customerAcquisitionCost, { by: 'origin' }))
      .then({ key: web, n: 1 });
    given(site, subject('s2').subscribed('tue 09:00', 'a', 5, event), subject('s1').subscribed('tue 09:00', 'a', 5, web))
      .when(asking(customerAcquisitionCost, { by: 'origin' }))
      .then({ key: web, n: 1 });
  });

  it('stands by origin or campaign in the order of their names, those with spend alone among them', () => {
    const spent = (name: string) => subject(name).spent('08:00', 80, '2026-11-02', '2026-11-02', { origin: name, campaign: name });
    given(site, spent('zoo'), spent('ads'), subject('a').subscribed('tue 09:00', 'a', 5, { origin: 'mail' }))
      .when(asking(customerAcquisitionCost, { by: 'origin' }))
      .then(
        { key: { origin: 'ads' }, value: null, n: 0, spend: 80, currency: 'EUR' },
        { key: { origin: 'mail' }, value: 0, n: 1, spend: 0, currency: 'EUR' },
        { key: { origin: 'zoo' }, value: null, n: 0, spend: 80, currency: 'EUR' },
      );
    given(site, spent('zoo'), spent('ads'))
      .when(asking(customerAcquisitionCost, { by: 'campaign' }))
      .then({ key: { campaign: 'ads' }, spend: 80 }, { key: { campaign: 'zoo' }, spend: 80 });
  });

  it('puts a customer into the slice of the first subscription', () => {
    const later = subject('a2').subscribed('wed 09:00', 'a', 5, { origin: 'event' });
    given(site, subject('w').spent('08:00', 80, '2026-11-02', '2026-11-02', { origin: 'web' }), later, ...three)
      .when(asking(customerAcquisitionCost, { by: 'origin' }))
      .then({ key: { origin: 'event' }, value: 0, n: 1 }, { key: { origin: 'web' }, value: 40, n: 2 });
    given(site, subject('w').spent('08:00', 80, '2026-11-02', '2026-11-02', { origin: 'web' }), later, ...three)
      .when(asking(customerAcquisitionCost, { origin: 'web' }))
      .then({ value: 40, n: 2 });
  });

  it('counts leads by their first won deal where no subscription ever started', () => {
    const ada = lead('ada').opened('09:00').won('tue 09:00').tell('deal.won', 'wed 09:00', { deal: 'd2' });
    const bob = lead('bob').won('2026-10-20T00:00:00Z').tell('deal.won', 'tue 09:00', { deal: 'd2' });
    const eve = lead('eve').won('tue 09:00').reopened('tue 10:00');
    given(site, marketing, ada, bob, eve).when(asking(customerAcquisitionCost, today)).then({ value: 300, n: 1 });
    given(site, marketing, ada, bob).when(asking(customerAcquisitionCost)).then({ value: 150, n: 2 });
    given(site, marketing, ada, bob, ...three)
      .when(asking(customerAcquisitionCost))
      .then({ value: 100, n: 3 });
  });

  it('counts leads of the origin and the campaign that are asked for, each by the first of its wins', () => {
    const won = (name: string, origin: string, campaign: string, ...times: readonly string[]) =>
      times.reduce(
        (story, time, index) => story.tell('deal.won', time, { deal: `d${index}` }),
        lead(name).arrived('2026-10-01T00:00:00Z', { origin, campaign }),
      );
    const leads = [
      won('ada', 'web', 'spring', 'wed 09:00', 'tue 09:00'),
      won('bob', 'web', 'autumn', 'tue 09:00', '2026-10-20T00:00:00Z'),
      won('cleo', 'fair', 'spring', 'tue 09:00'),
    ];
    const counted = (params: Record<string, string>, n: number) =>
      given(site, ...leads)
        .when(asking(customerAcquisitionCost, { ...today, ...params }))
        .then({ n });
    counted({}, 2);
    counted({ origin: 'web' }, 1);
    counted({ origin: 'fair' }, 1);
    counted({ campaign: 'spring' }, 2);
    counted({ campaign: 'autumn' }, 0);
    given(site, ...leads, lead('dan').lost('tue 09:00'), lead('eva').lost('tue 09:00').tell('deal.won', 'thu 09:00', { deal: 'd2' }))
      .when(asking(customerAcquisitionCost, today))
      .then({ n: 2 });
  });
});

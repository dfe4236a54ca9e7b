import { asking, given } from '../testing/given.js';
import { lead, subject } from '../testing/story.js';
import { costPerLead } from './cost-per-lead.kpi.js';

const site = subject('site').tell('site.set', '2026-10-01T08:00:00Z', { name: 'S', zone: 'Europe/Madrid', locale: 'es', currency: 'EUR' });
const spring = { campaign: 'spring' };
const leads = ['a', 'b', 'c', 'd'].map((name) => lead(name).arrived('2026-11-05T12:00:00Z', name === 'd' ? {} : spring));

describe('cost per lead', () => {
  it('is null without leads, 0 without spend', () => {
    given(site, subject('s').spent('08:00', 300, '2026-11-02', '2026-11-02'))
      .when(asking(costPerLead))
      .then({ value: null, n: 0, spend: 300 });
    given(site, ...leads)
      .when(asking(costPerLead))
      .then({ value: 0, n: 4, currency: 'EUR' });
  });

  it('leaves a lead that has not arrived out, and says so', () => {
    given(site, subject('s').spent('08:00', 300, '2026-11-02', '2026-11-02'), lead('x').called('09:00', 'ana'), ...leads)
      .when(asking(costPerLead))
      .then({ value: 75, n: 4, excluded: { no_arrival: 1 } });
  });

  it('takes the days of the window, marketing alone', () => {
    const spend = subject('s').spent('2026-11-01T08:00:00Z', 300, '2026-11-01', '2026-11-30');
    const sales = subject('t').spent('2026-11-01T08:00:00Z', 900, '2026-11-01', '2026-11-30', { kind: 'sales' });
    given(site, spend, sales, ...leads)
      .when(asking(costPerLead, { from: '2026-11-01', to: '2026-11-11' }, '2026-12-01T00:00:00Z'))
      .then({ value: 25, n: 4, spend: 100 });
  });

  it('counts a day once it has begun in the site’s zone, and spend once it is heard of', () => {
    const ahead = subject('s').spent('2026-11-01T08:00:00Z', 8, '2026-11-05', '2026-11-06');
    given(site, ahead, ...leads)
      .when(asking(costPerLead, {}, '2026-11-05T22:59:59.999Z'))
      .then({ value: 1 });
    given(site, ahead, ...leads)
      .when(asking(costPerLead, {}, '2026-11-05T23:00:00Z'))
      .then({ value: 2 });
    const behind = subject('s').spent('2026-11-07T08:00:00Z', 8, '2026-11-05', '2026-11-06');
    given(site, behind, ...leads)
      .when(asking(costPerLead, {}, '2026-11-07T07:00:00Z'))
      .then({ value: 0 });
  });

  it('is null for a window shorter than a day', () => {
    const spend = subject('s').spent('08:00', 8, '2026-11-05', '2026-11-05');
    const day = { from: '2026-11-04T23:00:00Z', to: '2026-11-05T23:00:00Z' };
    given(site, spend, ...leads)
      .when(asking(costPerLead, day))
      .then({ value: 2, n: 4 });
    given(site, spend, ...leads)
      .when(asking(costPerLead, { ...day, to: '2026-11-05T22:59:59.999Z' }))
      .then({ value: null, n: 4 });
  });

  it('meets spend and leads by their campaign', () => {
    given(
      site,
      subject('s').spent('08:00', 99.99, '2026-11-02', '2026-11-04', spring),
      subject('t').spent('08:00', 7, '2026-11-02', '2026-11-02', { origin: 'event' }),
      ...leads,
    )
      .when(asking(costPerLead, { by: 'campaign' }))
      .then({ key: { campaign: 'spring' }, value: 33.33, n: 3 }, { key: { campaign: null }, value: 7, n: 1 });
  });

  it('meets them by where they came from too, leads without spend and spend without leads', () => {
    const [web, fair] = [
      lead('w').arrived('09:00', { origin: 'web' }),
      subject('f').spent('08:00', 7, '2026-11-02', '2026-11-02', { origin: 'fair' }),
    ];
    given(site, web, fair)
      .when(asking(costPerLead, { by: 'origin' }))
      .then(
        { key: { origin: 'fair' }, value: null, n: 0, spend: 7, currency: 'EUR' },
        { key: { origin: 'web' }, value: 0, n: 1, spend: 0, currency: 'EUR' },
      );
  });

  it('takes money that came back off, and excludes what has no rate or is spread over more than ten years', () => {
    const back = subject('s').spent('08:00', 100, '2026-11-02', '2026-11-02');
    const minus = subject('t').spent('08:00', -40, '2026-11-02', '2026-11-02');
    const dollars = subject('u').spent('08:00', 0, '2026-11-02', '2026-11-03', { amount: { amount: 9, currency: 'USD' } });
    const slip = subject('v').spent('08:00', 1000, '2006-11-02', '2026-11-03');
    given(site, back, minus, dollars, slip, ...leads)
      .when(asking(costPerLead))
      .then({ value: 15, n: 4, excluded: { no_rate: 2, too_long: 1 } });
  });
});

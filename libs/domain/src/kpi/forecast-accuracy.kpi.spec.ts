import { asking, given } from '../testing/given.js';
import { lead, subject } from '../testing/story.js';
import { forecastAccuracy } from './forecast-accuracy.kpi.js';

const site = subject('site').tell('site.set', '2026-10-01T08:00:00Z', { name: 'S', zone: 'Europe/Madrid', locale: 'es', currency: 'EUR' });
const won = (name: string, time: string, amount: number, by?: string, currency = 'EUR') =>
  lead(name).won(time, { amount: { amount, currency }, ...(by !== undefined && { rep: by }) });
const before = '2026-10-30T08:00:00Z';
const first = ['2026-11-02', '2026-11-08'] as const;
const second = ['2026-11-09', '2026-11-15'] as const;
const later = '2026-11-20T00:00:00Z';
const deals = [won('a', 'tue 10:00', 1000, 'ana'), won('b', 'tue+1 10:00', 1000, 'luis')];

describe('forecast accuracy', () => {
  it('is null without a forecast, before its period has ended, and when nothing came', () => {
    given(site, ...deals)
      .when(asking(forecastAccuracy, {}, later))
      .then({ value: null, bias: null, n: 0 });
    const story = subject('f').foresaw(before, 1200, ...first);
    given(site, story, ...deals)
      .when(asking(forecastAccuracy, {}, '2026-11-08T22:59:59.999Z'))
      .then({ value: null, n: 0 });
    given(site, story, ...deals)
      .when(asking(forecastAccuracy, {}, '2026-11-08T23:00:00Z'))
      .then({ value: 0.8, bias: 0.2, n: 1 });
    given(site, story)
      .when(asking(forecastAccuracy, {}, later))
      .then({ value: null, bias: null, n: 1 });
  });

  it('counts the revenue of the period’s days alone, its first and its last', () => {
    const story = subject('f').foresaw(before, 1200, ...first);
    const outside = [won('y', '2026-11-01T22:59:59Z', 400), won('z', '2026-11-08T23:00:00Z', 400)];
    const inside = [won('c', '2026-11-01T23:00:00Z', 400), won('d', '2026-11-08T22:59:59Z', 200)];
    given(site, story, ...outside, ...inside)
      .when(asking(forecastAccuracy, {}, later))
      .then({ value: 0, bias: 1, n: 1 });
  });

  it('sums the misses of several periods, so that one cannot hide another; the bias lets them', () => {
    given(site, subject('f').foresaw(before, 1200, ...first), subject('g').foresaw(before, 700, ...second), ...deals)
      .when(asking(forecastAccuracy, {}, later))
      .then({ value: 0.75, bias: -0.05, n: 2 });
  });

  it('takes the last forecast before the period’s start, whichever it is named', () => {
    const twice = subject('f')
      .foresaw(before, 5000, ...first)
      .foresaw('2026-11-01T22:59:59Z', 900, ...first);
    given(site, twice, ...deals)
      .when(asking(forecastAccuracy, {}, later))
      .then({ value: 0.9, n: 1 });
    given(site, subject('z').foresaw(before, 5000, ...first), subject('f').foresaw('2026-10-31T08:00:00Z', 900, ...first), ...deals)
      .when(asking(forecastAccuracy, {}, later))
      .then({ value: 0.9, n: 1 });
    given(site, twice.foresaw('2026-11-01T23:00:00Z', 1000, ...first), ...deals)
      .when(asking(forecastAccuracy, {}, later))
      .then({ value: 0.9, n: 1, excluded: { after_start: 1 } });
  });

  it('takes periods that lie in the window whole', () => {
    const story = subject('f').foresaw(before, 1200, ...first);
    given(site, story, ...deals)
      .when(asking(forecastAccuracy, { from: '2026-11-02', to: '2026-11-09' }, later))
      .then({ n: 1 });
    given(site, story, ...deals)
      .when(asking(forecastAccuracy, { from: '2026-11-03', to: '2026-11-09' }, later))
      .then({ n: 0 });
    given(site, story, ...deals)
      .when(asking(forecastAccuracy, { from: '2026-11-02', to: '2026-11-08' }, later))
      .then({ n: 0 });
  });

  it('compares a rep’s and a team’s with their own revenue, and counts every one', () => {
    const reps = ['ana', 'luis'].map((name) =>
      subject(name).tell('rep.set', '2026-10-01T08:00:00Z', { name, team: name === 'ana' ? 'north' : 'south', active: true }),
    );
    const period = ['2026-11-02', '2026-11-15'] as const;
    const stories = [
      site,
      ...reps,
      won('a', 'tue 10:00', 1000, 'ana'),
      won('b', 'tue+1 10:00', 600, 'luis'),
      subject('c').foresaw(before, 2200, ...period),
      subject('r').foresaw(before, 700, ...period, { rep: 'ana' }),
      subject('t').foresaw(before, 1500, ...period, { team: 'south' }),
    ];
    given(...stories)
      .when(asking(forecastAccuracy, {}, later))
      .then({ value: 0.4375, bias: 0.375, n: 3 });
    given(...stories)
      .when(asking(forecastAccuracy, { by: 'rep' }, later))
      .then(
        { key: { rep: 'ana' }, value: 0.7, n: 1 },
        { key: { rep: 'luis' }, n: 0, value: null },
        { key: { rep: null }, n: 2, value: expect.closeTo(1 - 1500 / 2200, 12) },
      );
    given(...stories)
      .when(asking(forecastAccuracy, { team: 'south' }, later))
      .then({ value: -0.5, n: 1 });
  });

  it('holds no currency against another, while no site says which is home', () => {
    const euros = subject('f').foresaw(before, 900, ...first);
    const dollars = subject('g').foresaw(before, 0, ...first, { amount: { amount: 900, currency: 'USD' } });
    given(euros, ...deals)
      .when(asking(forecastAccuracy, {}, later))
      .then({ value: 0.9, bias: -0.1, n: 1 });
    given(dollars, ...deals)
      .when(asking(forecastAccuracy, {}, later))
      .then({ value: null, bias: null, n: 1 });
    given(euros, dollars)
      .when(asking(forecastAccuracy, {}, later))
      .then({ value: null, bias: null });
  });

  it('goes by the rate of the period’s first day, and leaves out what has none', () => {
    const dollars = subject('f').foresaw(before, 0, ...first, { amount: { amount: 900, currency: 'USD' } });
    const rate = subject('USD').tell('rate.set', before, { date: '2026-11-02', to: 'EUR', rate: 0.5 });
    given(site, dollars, rate, ...deals)
      .when(asking(forecastAccuracy, {}, later))
      .then({ value: 0.45, n: 1, excluded: {} });
    given(site, dollars, ...deals)
      .when(asking(forecastAccuracy, {}, later))
      .then({ value: null, n: 0, excluded: { no_rate: 1 } });
    given(site, subject('f').foresaw(before, 500, ...first), ...deals, won('usd', '10:00', 7, 'ana', 'USD'))
      .when(asking(forecastAccuracy, {}, later))
      .then({ value: 0.5, n: 1, excluded: { no_rate: 1 } });
  });
});

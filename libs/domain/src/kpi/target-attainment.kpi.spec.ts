import { asking, given } from '../testing/given.js';
import { lead, subject } from '../testing/story.js';
import { targetAttainment } from './target-attainment.kpi.js';

const site = subject('site').tell('site.set', '2026-10-01T08:00:00Z', { name: 'S', zone: 'Europe/Madrid', locale: 'es', currency: 'EUR' });
const rep = (name: string, team: string) => subject(name).tell('rep.set', '2026-10-01T08:00:00Z', { name, team, active: true });
const won = (name: string, time: string, amount: number, by = 'ana') =>
  lead(name).won(time, { amount: { amount, currency: 'EUR' }, rep: by });
const november = { from: '2026-11-01', to: '2026-12-01' };
const later = '2026-12-05T00:00:00Z';
const goal = (name: string, value: number, from = '2026-11-01', to = '2026-11-30', time = '2026-10-20T08:00:00Z') =>
  subject(name).aimed(time, value, from, to);
const deals = [won('a', 'tue 10:00', 500), won('b', 'wed 10:00', 250, 'luis')];

describe('target attainment', () => {
  it('is null without a window, a target, or with a target of 0', () => {
    given(site, goal('t', 3000), ...deals)
      .when(asking(targetAttainment))
      .then({ value: null, n: 0, pace: null });
    given(site, ...deals)
      .when(asking(targetAttainment, november, later))
      .then({ value: null, n: 2, target: null, revenue: 750 });
    given(site, goal('t', 0), ...deals)
      .when(asking(targetAttainment, november, later))
      .then({ value: null, n: 2 });
  });

  it('is revenue so far over the target of exactly the window; the pace is what it comes to at this rate', () => {
    given(site, goal('t', 3000), ...deals, won('late', '2026-11-20T10:00:00Z', 9000))
      .when(asking(targetAttainment, november, '2026-11-10T23:00:00Z'))
      .then({ value: 0.25, n: 2, pace: 0.75, target: 3000, revenue: 750, currency: 'EUR' });
    given(site, goal('t', 3000), ...deals)
      .when(asking(targetAttainment, november, later))
      .then({ value: 0.25, pace: 0.25 });
    given(site, goal('t', 3000), ...deals)
      .when(asking(targetAttainment, { from: '2026-11-01', to: '2026-11-30' }, later))
      .then({ value: null });
    given(site, goal('t', 3000))
      .when(asking(targetAttainment, november, '2026-10-25T00:00:00Z'))
      .then({ value: 0, pace: null });
  });

  it('holds a calendar window against the whole calendar period', () => {
    given(site, goal('t', 3000), ...deals)
      .when(asking(targetAttainment, { window: 'month' }, '2026-11-10T23:00:00Z'))
      .then({ value: 0.25, pace: 0.75 });
  });

  it('adds up targets that tile the window, the fewest of them, and none where a day is missing', () => {
    const halves = [goal('h1', 100, '2026-11-01', '2026-11-15'), goal('h2', 150, '2026-11-16', '2026-11-30')];
    given(site, ...halves, ...deals)
      .when(asking(targetAttainment, november, later))
      .then({ value: 3, target: 250 });
    const thirds = [goal('x', 1, '2026-11-01', '2026-11-10'), goal('y', 1, '2026-11-11', '2026-11-15')];
    given(site, ...halves, ...thirds, ...deals)
      .when(asking(targetAttainment, november, later))
      .then({ target: 250 });
    given(site, goal('h1', 100, '2026-11-01', '2026-11-14'), halves[1] ?? site, ...deals)
      .when(asking(targetAttainment, november, later))
      .then({ value: null });
    given(site, ...halves, goal('whole', 500), ...deals)
      .when(asking(targetAttainment, november, later))
      .then({ value: 1.5, target: 500 });
  });

  it('takes the last set by the period’s end: of one target, of several, and never one set later', () => {
    const raised = goal('t', 3000).aimed('2026-11-10T08:00:00Z', 1500, '2026-11-01', '2026-11-30');
    given(site, raised, ...deals)
      .when(asking(targetAttainment, november, '2026-11-10T07:59:00Z'))
      .then({ value: 0.25 });
    given(site, raised, ...deals)
      .when(asking(targetAttainment, november, later))
      .then({ value: 0.5 });
    const tooLate = goal('t', 3000).aimed('2026-12-02T08:00:00Z', 75, '2026-11-01', '2026-11-30');
    given(site, tooLate, ...deals)
      .when(asking(targetAttainment, november, later))
      .then({ value: 0.25, excluded: { after_period: 1 } });
    given(site, goal('t', 3000), goal('z', 1000, '2026-11-01', '2026-11-30', '2026-10-21T08:00:00Z'), ...deals)
      .when(asking(targetAttainment, november, later))
      .then({ value: 0.75 });
    const atOnce = (name: string, id: string, value: number) =>
      subject(name).tell(
        'target.set',
        '2026-10-20T08:00:00Z',
        { kpi: 'won-revenue', period: { from: '2026-11-01', to: '2026-11-30' }, value },
        { id },
      );
    given(site, atOnce('t', 'b', 1000), atOnce('z', 'a', 3000), ...deals)
      .when(asking(targetAttainment, november, later))
      .then({ value: 0.75 });
  });

  it('compares exactly the team, the rep or the company with its own target', () => {
    const stories = [
      site,
      rep('ana', 'north'),
      rep('luis', 'south'),
      goal('company', 3000),
      subject('ta').aimed('2026-10-20T08:00:00Z', 400, '2026-11-01', '2026-11-30', { rep: 'ana' }),
      subject('tl').aimed('2026-10-20T08:00:00Z', 1000, '2026-11-01', '2026-11-30', { rep: 'luis' }),
      subject('tm').aimed('2026-10-20T08:00:00Z', 10, '2026-11-01', '2026-11-30', { rep: 'mark' }),
      subject('tn').aimed('2026-10-20T08:00:00Z', 1000, '2026-11-01', '2026-11-30', { team: 'north' }),
      ...deals,
      lead('nobody').won('10:00', { amount: { amount: 5, currency: 'EUR' } }),
    ];
    given(...stories)
      .when(asking(targetAttainment, { ...november, by: 'rep' }, later))
      .then(
        { key: { rep: 'ana' }, value: 1.25, n: 1, reps_at_target: null },
        { key: { rep: 'luis' }, value: 0.25, n: 1 },
        { key: { rep: 'mark' }, value: 0, n: 0 },
        { key: { rep: null }, value: null, n: 1 },
      );
    given(...stories)
      .when(asking(targetAttainment, { ...november, by: 'team' }, later))
      .then({ key: { team: 'north' }, value: 0.5 }, { key: { team: 'south' }, value: null, n: 1 }, { key: { team: null }, value: null });
    given(...stories)
      .when(asking(targetAttainment, { ...november, rep: 'ana' }, later))
      .then({ value: 1.25, n: 1 });
    given(...stories)
      .when(asking(targetAttainment, { ...november, rep: 'ana,luis' }, later))
      .then({ value: null, n: 2 });
    given(...stories)
      .when(asking(targetAttainment, november, later))
      .then({ value: 755 / 3000, reps_at_target: 1 / 3 });
  });

  it('has a rep at exactly his target reach it, and no share of reps where none has a target of his own', () => {
    const own = (name: string, value: number, more: { rep: string; team?: string }) =>
      subject(name).aimed('2026-10-20T08:00:00Z', value, '2026-11-01', '2026-11-30', more);
    given(site, own('ta', 500, { rep: 'ana' }), own('tl', 250.01, { rep: 'luis' }), ...deals)
      .when(asking(targetAttainment, november, later))
      .then({ reps_at_target: 0.5 });
    given(site, goal('t', 3000), ...deals)
      .when(asking(targetAttainment, november, later))
      .then({ reps_at_target: null });
    given(site, own('ta', 0, { rep: 'ana' }), own('tn', 1, { rep: 'luis', team: 'north' }), ...deals)
      .when(asking(targetAttainment, november, later))
      .then({ reps_at_target: null });
  });

  it('says that a target came too late of the whole alone', () => {
    const tooLate = goal('t', 3000).aimed('2026-12-02T08:00:00Z', 75, '2026-11-01', '2026-11-30');
    given(site, rep('ana', 'north'), tooLate, won('a', 'tue 10:00', 500))
      .when(asking(targetAttainment, { ...november, by: 'rep' }, later))
      .then({ key: { rep: 'ana' }, n: 1, excluded: {} });
  });

  it('leaves a target of another KPI and money without a rate out', () => {
    const volume = subject('v').tell('target.set', '2026-10-20T08:00:00Z', {
      kpi: 'pipeline-value',
      period: { from: '2026-11-01', to: '2026-11-30' },
      value: 1,
    });
    const dollars = lead('usd').won('10:00', { amount: { amount: 900, currency: 'USD' } });
    given(site, volume, goal('t', 1000), dollars, ...deals)
      .when(asking(targetAttainment, november, later))
      .then({ value: 0.75, n: 2, excluded: { no_rate: 1 } });
  });
});

import { asking, given } from '../testing/given.js';
import { lead, subject } from '../testing/story.js';
import { pipelineVsTarget } from './pipeline-vs-target.kpi.js';

const site = subject('site').tell('site.set', '2026-10-01T08:00:00Z', { name: 'S', zone: 'Europe/Madrid', locale: 'es', currency: 'EUR' });
const deal = (name: string, amount: number | null, rep = 'ana', currency = 'EUR') =>
  lead(name).opened('09:00', 'new', { rep, ...(amount !== null && { amount: { amount, currency } }) });
const november = { from: '2026-11-01', to: '2026-11-30' };
const wanted = (
  name: string,
  kpi: string,
  value: number,
  more: { rep?: string; team?: string; period?: { from: string; to: string }; time?: string } = {},
) => {
  const { time = '2026-10-20T08:00:00Z', period = november, ...owner } = more;
  return subject(name).tell('target.set', time, { kpi, period, value, ...owner });
};
const deals = [
  deal('a', 3000),
  deal('b', 2000, 'luis'),
  deal('c', null),
  lead('d')
    .opened('09:00', 'new', { amount: { amount: 9999, currency: 'EUR' } })
    .won('10:00'),
];

describe('pipeline against target', () => {
  it('is null without a target, with one of 0, or one of another KPI', () => {
    given(site, ...deals)
      .when(asking(pipelineVsTarget))
      .then({ value: null, volume: null, n: 2 });
    given(site, ...deals, wanted('t', 'pipeline-value', 0), wanted('u', 'won-revenue', 5))
      .when(asking(pipelineVsTarget))
      .then({ value: null, volume: null });
  });

  it('is the value, and the number, of open deals over the targets that hold at the instant', () => {
    const targets = [wanted('t', 'pipeline-value', 20_000), wanted('u', 'pipeline-volume', 12)];
    given(site, ...deals, ...targets)
      .when(asking(pipelineVsTarget))
      .then({ value: 0.25, volume: 0.25, n: 2, excluded: { no_amount: 1 } });
    given(site, ...deals, ...targets)
      .when(asking(pipelineVsTarget, {}, '2026-11-30T22:59:59.999Z'))
      .then({ value: 0.25 });
    given(site, ...deals, ...targets)
      .when(asking(pipelineVsTarget, {}, '2026-11-30T23:00:00Z'))
      .then({ value: null, volume: null });
    given(site, ...deals, ...targets)
      .when(asking(pipelineVsTarget, {}, '2026-10-31T22:59:59.999Z'))
      .then({ value: null, n: 0 });
  });

  it('takes the last set of several that hold it', () => {
    const quarter = wanted('q', 'pipeline-value', 50_000, {
      period: { from: '2026-10-01', to: '2026-12-31' },
      time: '2026-10-21T08:00:00Z',
    });
    given(site, ...deals, wanted('t', 'pipeline-value', 20_000), quarter)
      .when(asking(pipelineVsTarget))
      .then({ value: 0.1 });
  });

  it('compares exactly the rep asked for', () => {
    const targets = [
      wanted('t', 'pipeline-value', 20_000),
      wanted('r', 'pipeline-value', 6000, { rep: 'ana' }),
      wanted('x', 'pipeline-value', 1, { rep: 'ana', team: 'north' }),
    ];
    given(site, ...deals, ...targets)
      .when(asking(pipelineVsTarget, { by: 'rep' }))
      .then({ key: { rep: 'ana' }, value: 0.5, n: 1 }, { key: { rep: 'luis' }, value: null, n: 1 });
    given(site, ...deals, ...targets)
      .when(asking(pipelineVsTarget, { rep: 'ana' }))
      .then({ value: 0.5 });
  });

  it('counts the targets that came after their period as left out, of the whole alone', () => {
    const october = { period: { from: '2026-10-01', to: '2026-10-31' }, time: '2026-11-01T08:00:00Z' };
    const late = [
      wanted('t', 'pipeline-value', 5, october),
      wanted('u', 'pipeline-volume', 5, october),
      wanted('w', 'won-revenue', 5, october),
    ];
    given(site, ...deals, ...late)
      .when(asking(pipelineVsTarget))
      .then({ value: null, n: 2, excluded: { after_period: 2, no_amount: 1 } });
    given(site, ...deals, ...late)
      .when(asking(pipelineVsTarget, { by: 'rep' }))
      .then({ key: { rep: 'ana' }, excluded: { no_amount: 1 } }, { key: { rep: 'luis' }, excluded: {} });
  });

  it('takes of several set at one instant the last by the order of events, whichever its period', () => {
    const quarter = { from: '2026-10-01', to: '2026-12-31' };
    const set = (name: string, id: string, value: number, period: typeof quarter, source = '/story') =>
      subject(name).tell('target.set', '2026-10-20T08:00:00Z', { kpi: 'pipeline-value', period, value }, { id, source });
    given(site, ...deals, set('t', 'a', 20_000, november), set('q', 'b', 50_000, quarter))
      .when(asking(pipelineVsTarget))
      .then({ value: 0.1 });
    given(site, ...deals, set('t', 'b', 20_000, november), set('q', 'a', 50_000, quarter))
      .when(asking(pipelineVsTarget))
      .then({ value: 0.25 });
    given(site, ...deals, set('t', 'b', 20_000, november, '/a'), set('q', 'a', 50_000, quarter, '/b'))
      .when(asking(pipelineVsTarget))
      .then({ value: 0.1 });
  });

  it('leaves money without a rate out of the value', () => {
    given(site, ...deals, deal('usd', 700, 'ana', 'USD'), wanted('t', 'pipeline-value', 20_000), wanted('u', 'pipeline-volume', 8))
      .when(asking(pipelineVsTarget))
      .then({ value: 0.25, volume: 0.5, n: 2, excluded: { no_amount: 1, no_rate: 1 } });
  });
});

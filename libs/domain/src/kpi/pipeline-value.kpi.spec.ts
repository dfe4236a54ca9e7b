import { asking, given } from '../testing/given.js';
import { lead, subject } from '../testing/story.js';
import { pipelineValue } from './pipeline-value.kpi.js';

const site = subject('site').tell('site.set', '08:00', { name: 'S', zone: 'UTC', locale: 'de-DE', currency: 'EUR' });
const of = (amount: number, currency = 'EUR') => ({ amount: { amount, currency } });
const stages = (offer: number) => [
  { id: 'new', name: 'New', probability: 0.3 },
  { id: 'offer', name: 'Offer', probability: offer },
];
const sales = subject('default').tell('pipeline.set', '08:00', { stages: stages(0.6) });

describe('pipeline value', () => {
  it('is 0 in the site’s currency while nothing is open', () => {
    given(site, lead('ada').opened('09:00', 'new', of(100)).won('10:00'))
      .when(asking(pipelineValue))
      .then({ value: 0, n: 0, currency: 'EUR', excluded: {} });
  });

  it('adds up the amounts of open deals, or each times the probability of its stage', () => {
    const stories = [site, sales, lead('a').opened('09:00', 'new', of(100)), lead('b').opened('09:00', 'offer', of(200))];
    given(...stories)
      .when(asking(pipelineValue))
      .then({ value: 300, n: 2 });
    given(...stories)
      .when(asking(pipelineValue, { weighted: 'true' }))
      .then({ value: 150, n: 2 });
  });

  it('takes the amount that was last named by then, and counts a deal of 0 but none without an amount', () => {
    const stories = [
      site,
      lead('a').opened('09:00', 'new', of(100)).revised('11:00', of(120.5)),
      lead('b').opened('09:00', 'new', of(0)),
      lead('c').opened('09:00').revised('12:00', of(7)),
    ];
    given(...stories)
      .when(asking(pipelineValue, {}, '10:59'))
      .then({ value: 100, n: 2, excluded: { no_amount: 1 } });
    given(...stories)
      .when(asking(pipelineValue, {}, '11:00'))
      .then({ value: 120.5, n: 2, excluded: { no_amount: 1 } });
    given(...stories)
      .when(asking(pipelineValue, {}, '12:00'))
      .then({ value: 127.5, n: 3, excluded: {} });
  });

  it('counts an amount also after the deal went back to a stage or to somebody else', () => {
    const ada = lead('ada').arrived('08:30', { owner: 'ana' }).opened('09:00', 'new', of(100)).moved('10:00', 'offer');
    given(site, sales, ada.assigned('11:00', 'luis').moved('12:00', 'new').revised('13:00', of(110)))
      .when(asking(pipelineValue, { by: 'rep,stage', weighted: 'true' }))
      .then({ key: { rep: 'luis', stage: 'new' }, value: 33, n: 1 });
  });

  it('leaves a stage that the pipeline lacks, or none at all, out of the weighted value alone', () => {
    const stories = [
      site,
      sales,
      lead('a').opened('09:00', 'new', of(100)),
      lead('b').opened('09:00', 'limbo', of(50)),
      lead('c').revised('09:00', of(20)),
    ];
    given(...stories)
      .when(asking(pipelineValue))
      .then({ value: 170, n: 3, excluded: {} });
    given(...stories)
      .when(asking(pipelineValue, { weighted: 'true' }))
      .then({ value: 30, n: 1, excluded: { unknown_stage: 2 } });
  });

  it('weighs by the probabilities that are in force at the instant', () => {
    const changed = sales.tell('pipeline.set', 'tue 08:00', { stages: stages(0.5) });
    const stories = [site, changed, lead('a').opened('09:00', 'offer', of(100))];
    given(...stories)
      .when(asking(pipelineValue, { weighted: 'true' }, 'tue 07:59'))
      .then({ value: 60 });
    given(...stories)
      .when(asking(pipelineValue, { weighted: 'true' }, 'tue 08:00'))
      .then({ value: 50 });
  });

  it('converts by the rate of the day of the question, not of the deal; an amount without one stands apart', () => {
    const dollar = (date: string, rate: number) => subject('USD').tell('rate.set', '08:00', { date, to: 'EUR', rate });
    const stories = [site, lead('a').opened('09:00', 'new', of(100, 'USD')), lead('b').opened('09:00', 'new', of(5, 'RUB'))];
    given(...stories, dollar('2026-11-02', 0.9).tell('rate.set', '08:00', { date: '2026-11-04', to: 'EUR', rate: 0.8 }))
      .when(asking(pipelineValue, {}, 'wed 10:00'))
      .then({ value: 80, n: 1, currency: 'EUR', excluded: { no_rate: 1 } }, { value: 5, n: 1, currency: 'RUB' });
  });
});

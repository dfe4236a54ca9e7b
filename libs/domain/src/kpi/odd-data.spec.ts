import { asking, given } from '../testing/given.js';
import { lead, subject } from '../testing/story.js';
import { averageDealSize } from './average-deal-size.kpi.js';
import { churnRate } from './churn-rate.kpi.js';
import { contactRate } from './contact-rate.kpi.js';
import { costPerLead } from './cost-per-lead.kpi.js';
import { customerAcquisitionCost } from './customer-acquisition-cost.kpi.js';
import { customerRetention } from './customer-retention.kpi.js';
import { leadCloseRatio } from './lead-close-ratio.kpi.js';
import { leadResponseTime } from './lead-response-time.kpi.js';
import { leadToOpportunity } from './lead-to-opportunity.kpi.js';
import { monthlyRecurringRevenue } from './monthly-recurring-revenue.kpi.js';
import { pipelineValue } from './pipeline-value.kpi.js';
import { responseBands } from './response-bands.kpi.js';
import { salesCycleLength } from './sales-cycle-length.kpi.js';
import { stageConversion } from './stage-conversion.kpi.js';
import { timeInStage } from './time-in-stage.kpi.js';
import { timeToContact } from './time-to-contact.kpi.js';
import { touchesPerLead } from './touches-per-lead.kpi.js';
import { touchesToFirstMeeting } from './touches-to-first-meeting.kpi.js';
import { winRatio } from './win-ratio.kpi.js';
import { wonRevenue } from './won-revenue.kpi.js';

const site = subject('site').tell('site.set', 'mon 00:00', { name: 'S', zone: 'UTC', locale: 'de-DE', currency: 'EUR' });
const eur = (amount: number) => ({ amount: { amount, currency: 'EUR' } });
const hour = 3600;

describe('spend over a reversed range', () => {
  const reversed = subject('ads').tell('spend.recorded', 'mon 09:00', {
    kind: 'marketing',
    from: '2026-11-06',
    to: '2026-11-03',
    ...eur(400),
  });
  const fair = subject('fair').tell('spend.recorded', 'mon 09:00', { kind: 'marketing', from: '2026-11-03', to: '2026-11-04', ...eur(40) });
  const arrived = [lead('a').arrived('09:00'), lead('b').arrived('10:00')];

  it('is left out of what a lead costs, and said to be', () => {
    given(site, reversed, fair, ...arrived)
      .when(asking(costPerLead))
      .then({ value: 20, n: 2, excluded: { reversed_range: 1 } });
  });

  it('is left out of what a customer costs', () => {
    given(site, reversed, fair, subject('s').subscribed('tue 09:00', 'c', 5))
      .when(asking(customerAcquisitionCost))
      .then({ value: 40, n: 1, excluded: { reversed_range: 1 } });
  });

  it('is left out in the window of the day on which it says to begin', () => {
    given(site, reversed, fair, ...arrived)
      .when(asking(costPerLead, { from: '2026-11-02', to: '2026-11-05' }))
      .then({ value: 20, excluded: {} });
  });
});

describe('a negative amount', () => {
  const back = lead('a').won('10:00', eur(-20));
  const won = lead('b').won('10:00', eur(50));

  it('counts as it is in sums and means: money goes back', () => {
    given(site, back, won).when(asking(wonRevenue)).then({ value: 30, n: 2, excluded: {} });
    given(site, back, won).when(asking(averageDealSize)).then({ value: 15, n: 2, excluded: {} });
    given(site, lead('c').opened('10:00', 'new', eur(-20)), lead('d').opened('10:00', 'new', eur(50)))
      .when(asking(pipelineValue))
      .then({ value: 30, n: 2, excluded: {} });
    given(site, subject('s').subscribed('tue 09:00', 'c', -5), subject('t').subscribed('tue 09:00', 'c', 15))
      .when(asking(monthlyRecurringRevenue))
      .then({ value: 10, n: 2, excluded: {} });
  });

  it('takes off the side that it is on, and has no share where a side comes to less than nothing', () => {
    const lost = lead('c').lost('11:00', { amount: { amount: 30, currency: 'EUR' } });
    given(site, back, won, lost)
      .when(asking(winRatio))
      .then({ value: 2 / 3, by_value: 0.5 });
    given(site, back, lost).when(asking(winRatio)).then({ value: 0.5, n: 2, by_value: null });
    given(site, won, lead('d').lost('11:00', { amount: { amount: -30, currency: 'EUR' } }))
      .when(asking(winRatio))
      .then({ value: 0.5, n: 2, by_value: null });
  });

  it('is no share of the customers’ money that left or stayed', () => {
    const early = '2026-10-01T00:00:00Z';
    const window = { from: '2026-11-02T00:00:00Z', to: '2026-11-06T00:00:00Z', basis: 'revenue' };
    const [gone, stays] = [subject('s').subscribed(early, 'a', -10).unsubscribed('tue 10:00'), subject('t').subscribed(early, 'b', 40)];
    given(site, gone, stays).when(asking(churnRate, window)).then({ value: null, n: 2, lost: -10 });
    given(site, gone, stays).when(asking(customerRetention, window)).then({ value: null, n: 2 });
    given(site, subject('s').subscribed(early, 'a', 40).unsubscribed('tue 10:00'), subject('t').subscribed(early, 'b', -10))
      .when(asking(churnRate, window))
      .then({ value: null, n: 2, lost: 40 });
  });
});

describe('a currency that nobody told a rate of', () => {
  it('stands apart in every sum, counted in the others', () => {
    const yen = lead('a').won('10:00', { amount: { amount: 900, currency: 'JPY' } });
    given(site, yen, lead('b').won('10:00', eur(50)))
      .when(asking(wonRevenue))
      .then({ value: 50, n: 1, currency: 'EUR', excluded: { no_rate: 1 } }, { value: 900, n: 1, currency: 'JPY', excluded: {} });
  });
});

describe('a stage that its pipeline lacks', () => {
  const pipeline = subject('default').tell('pipeline.set', 'mon 00:00', {
    stages: [
      { id: 'new', name: 'New', probability: 0.2 },
      { id: 'talk', name: 'Talk', probability: 0.5, role: 'opportunity' },
    ],
  });
  const dream = lead('a').arrived('09:00').opened('10:00', 'dream', eur(100));

  it('is left out where the order of stages matters, and of the weighted sum', () => {
    given(site, pipeline, dream, lead('b').opened('10:00', 'new', eur(50)))
      .when(asking(pipelineValue, { weighted: 'true' }))
      .then({ value: 10, n: 1, excluded: { unknown_stage: 1 } });
    given(site, pipeline, dream)
      .when(asking(stageConversion, { stage: 'dream' }))
      .then({ key: { stage: 'dream' }, value: null, n: 0, excluded: { unknown_stage: 1 } });
  });

  it('makes no opportunity, and is timed as any other', () => {
    given(site, pipeline, dream).when(asking(leadToOpportunity)).then({ value: 0, n: 1 });
    given(site, pipeline, dream.moved('13:00', 'new'))
      .when(asking(timeInStage, { stage: 'dream' }))
      .then({ value: 3 * hour, n: 1, excluded: {} });
  });
});

describe('a meeting held before it was booked', () => {
  const meeting = { touchpoint: 'm', channel: 'meeting' } as const;
  const met = lead('a')
    .arrived('09:00')
    .called('09:10', 'ana', 'no_answer')
    .touched('10:00', { ...meeting, outcome: 'held' })
    .called('11:00', 'ana', 'no_answer')
    .touched('12:00', { ...meeting, outcome: 'booked' });

  it('was held after one touch, and booked after two and itself', () => {
    given(met)
      .when(asking(touchesToFirstMeeting, { basis: 'held' }))
      .then({ value: 1, n: 1 });
    given(met)
      .when(asking(touchesToFirstMeeting, { basis: 'booked' }))
      .then({ value: 3, n: 1 });
  });

  it('is contact when it was held', () => {
    given(met).when(asking(timeToContact)).then({ value: hour });
    given(met).when(asking(contactRate)).then({ value: 1, n: 1 });
    given(met)
      .when(asking(contactRate, {}, '09:59'))
      .then({ value: 0, n: 1 });
  });
});

describe('a deal won twice', () => {
  const twice = lead('a').arrived('09:00').called('09:01', 'ana').won('10:00', eur(5)).won('12:00', eur(7));

  it('is won once, at the first, for the sum named last', () => {
    given(site, twice).when(asking(wonRevenue)).then({ value: 7, n: 1 });
    given(site, twice)
      .when(asking(wonRevenue, {}, '11:00'))
      .then({ value: 5, n: 1 });
    given(site, twice)
      .when(asking(wonRevenue, { from: '2026-11-02T11:00:00Z', to: '2026-11-02T13:00:00Z' }))
      .then({ value: 0, n: 0 });
    given(site, twice).when(asking(winRatio)).then({ value: 1, n: 1, won: 1 });
    given(site, twice).when(asking(salesCycleLength)).then({ value: hour, n: 1 });
    given(site, twice).when(asking(leadCloseRatio)).then({ value: 1, n: 1 });
  });
});

describe('an answer before the arrival', () => {
  const early = lead('a').called('08:50', 'ana', 'connected').arrived('09:00');

  it('answers nothing, and is counted as the reason', () => {
    given(early)
      .when(asking(leadResponseTime))
      .then({ value: null, n: 0, excluded: { before_arrival: 1 } });
    given(early, lead('b').arrived('09:00'))
      .when(asking(leadResponseTime))
      .then({ value: null, n: 0, excluded: { before_arrival: 1, unanswered: 1 } });
  });

  it('is no band, no contact, and no counted touch', () => {
    given(early)
      .when(asking(responseBands, {}, '12:00'))
      .then({ value: 0 }, { value: 0 }, { value: 0 }, { value: 0 }, { key: { band: 'unanswered' }, value: 1 });
    given(early).when(asking(contactRate)).then({ value: 0, n: 1 });
    given(early).when(asking(touchesPerLead)).then({ value: null, n: 0 });
  });
});

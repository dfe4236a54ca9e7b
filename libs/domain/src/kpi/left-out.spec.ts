import { buildConfiguration } from '../configuration/build-configuration.js';
import { ratesAt } from '../money/rates.js';
import { at } from '../testing/clock-time.js';
import { asking, factsOfStories, given } from '../testing/given.js';
import { lead, type Story, subject } from '../testing/story.js';
import { rowsBehind } from './answer.js';
import { type AskingParams, parseAsking } from './asking.js';
import { averageDealSize } from './average-deal-size.kpi.js';
import type { Aggregate } from './kpi.js';
import { leadResponseTime } from './lead-response-time.kpi.js';
import { leftOut } from './left-out.js';
import { monthlyRecurringRevenue } from './monthly-recurring-revenue.kpi.js';
import { pipelineValue } from './pipeline-value.kpi.js';
import { startAnswer } from './running-answer.js';
import { counts } from './selection.js';
import { wonRevenue } from './won-revenue.kpi.js';

const site = subject('site').tell('site.set', '2026-10-01T08:00:00Z', { name: 'S', zone: 'Asia/Tokyo', locale: 'ja', currency: 'EUR' });
const won = (name: string, time: string, currency: string) => lead(name).won(time, { amount: { amount: 5, currency } });
const paid = (name: string, currency: string) => subject(name).subscribed('mon 10:00', name, 0, { mrr: { amount: 5, currency } });
/** A rate that holds for seven days after its own. */
const dollar = (date: string) => subject('USD').tell('rate.set', `${date}T01:00:00Z`, { date, to: 'EUR', rate: 0.5 });

/** The rows behind a number, with why each is left out of it. */
function rows(kpi: Aggregate, stories: readonly Story[], asOf = 'sun 23:59', params: AskingParams = {}) {
  const configuration = buildConfiguration(stories.flatMap(({ events }) => events));
  const facts = factsOfStories(stories);
  const parsed = parseAsking(kpi, params, { configuration, now: at(asOf) });
  if (!parsed.ok) throw new Error(parsed.problem);
  const why = leftOut(kpi, parsed.asking, { configuration, rates: ratesAt(facts, at(asOf)) });
  return Object.fromEntries(rowsBehind(kpi, parsed.asking, facts).map((fact) => [fact.subject, why(fact)]));
}

describe('why a row is left out', () => {
  it('is said by the number for itself', () => {
    const told = [lead('ada').arrived('09:00'), lead('bob').arrived('09:00').called('09:01', 'ana')];
    expect(rows(leadResponseTime, told)).toEqual({ ada: 'unanswered', bob: null });
  });

  it('of an amount is that no rate of the week before its own day is known, in the site’s zone', () => {
    const told = [site, won('own', '10:00', 'EUR'), won('yen', '10:00', 'JPY'), lead('bare').won('10:00')];
    expect(rows(averageDealSize, told)).toEqual({ own: null, yen: 'no_rate', bare: 'no_amount' });
    // Monday 15:00 in UTC is Tuesday in Tokyo: eight days after the rate
    const rated = [site, dollar('2026-10-26'), won('last', 'mon 14:59', 'USD'), won('late', 'mon 15:00', 'USD')];
    expect(rows(wonRevenue, rated)).toEqual({ last: null, late: 'no_rate' });
  });

  it('of what stands is that none is known on the day that is asked about', () => {
    const told = [site, dollar('2026-10-31'), paid('own', 'EUR'), paid('usd', 'USD')];
    expect(rows(monthlyRecurringRevenue, told, 'sat 14:59')).toEqual({ own: null, usd: null });
    expect(rows(monthlyRecurringRevenue, told, 'sat 15:00')).toEqual({ own: null, usd: 'no_rate' });
  });

  it('of a weighted amount is that its stage has no weight, before it is that it has no rate', () => {
    const stages = [{ id: 'new', name: 'New', probability: 0.5 }];
    const open = (name: string, stage: string, currency: string) => lead(name).opened('09:00', stage, { amount: { amount: 5, currency } });
    const told = [
      site,
      subject('default').tell('pipeline.set', '08:00', { stages }),
      open('own', 'new', 'EUR'),
      open('limbo', 'limbo', 'EUR'),
      open('yen', 'new', 'JPY'),
      open('both', 'limbo', 'JPY'),
    ];
    expect(rows(pipelineValue, told)).toEqual({ own: null, limbo: null, yen: 'no_rate', both: 'no_rate' });
    expect(rows(pipelineValue, told, 'sun 23:59', { weighted: 'true' })).toEqual({
      own: null,
      limbo: 'unknown_stage',
      yen: 'no_rate',
      both: 'unknown_stage',
    });
  });

  it('is counted in the sum of the site’s currency alone, not in those that stand beside it', () => {
    const stages = [{ id: 'new', name: 'New', probability: 0.5 }];
    const open = (name: string, stage: string, currency: string) => lead(name).opened('09:00', stage, { amount: { amount: 8, currency } });
    const sales = subject('default').tell('pipeline.set', '08:00', { stages });
    given(site, won('own', '10:00', 'EUR'), won('yen', '10:00', 'JPY'), lead('bare').won('10:00'))
      .when(asking(averageDealSize))
      .then({ value: 5, currency: 'EUR', excluded: { no_amount: 1, no_rate: 1 } }, { value: 5, currency: 'JPY', excluded: {} });
    given(site, sales, open('own', 'new', 'EUR'), open('limbo', 'limbo', 'EUR'), open('yen', 'new', 'JPY'))
      .when(asking(pipelineValue, { weighted: 'true' }))
      .then({ value: 4, currency: 'EUR', excluded: { no_rate: 1, unknown_stage: 1 } }, { value: 4, currency: 'JPY', excluded: {} });
  });

  it('changes at midnight of the site, though nothing came or went', () => {
    const told = [site, dollar('2026-10-31'), paid('own', 'EUR'), paid('usd', 'USD')];
    const configuration = buildConfiguration(told.flatMap(({ events }) => events));
    const facts = factsOfStories(told);
    const parsed = parseAsking(monthlyRecurringRevenue, {}, { configuration, now: at('sat 14:58') });
    if (!parsed.ok) throw new Error(parsed.problem);
    const running = startAnswer(monthlyRecurringRevenue, parsed.asking, { configuration, rates: ratesAt(facts, at('sat 14:58')) });
    for (const fact of facts.filter(counts(monthlyRecurringRevenue, parsed.asking))) running.add(fact);
    const main = (time: string) => running.groups(at(time))[0];
    expect([main('sat 14:58')?.value, main('sat 14:59:59.999')?.value, main('sat 15:00')?.value]).toEqual([7.5, 7.5, 5]);
    expect(main('sat 15:00')?.excluded).toEqual({ no_rate: 1 });
  });

  it('is never a rate while no site says which currency is home', () => {
    expect(rows(wonRevenue, [won('eur', '10:00', 'EUR'), won('usd', '10:00', 'USD')])).toEqual({ eur: null, usd: null });
  });
});

import { buildConfiguration } from '../configuration/build-configuration.js';
import { noRates } from '../money/rates.js';
import { at } from '../testing/clock-time.js';
import { asking, factsOfStories, given } from '../testing/given.js';
import { lead, type Story, subject } from '../testing/story.js';
import { answerKpi } from './answer.js';
import { parseAsking } from './asking.js';
import { numberIn } from './group-field.js';
import { stageConversion } from './stage-conversion.kpi.js';

const pipeline = (name: string, ...stages: string[]) =>
  subject(name).tell('pipeline.set', '08:00', { stages: stages.map((id) => ({ id, name: id, probability: 0.5 })) });
const sales = pipeline('default', 'new', 'talk', 'offer', 'closing');

/** `reached/cohort` of each stage that has a cohort. */
function conversions(stories: readonly Story[], params: Readonly<Record<string, string>> = {}, asOf = 'sun 23:59'): Record<string, string> {
  const configuration = buildConfiguration(stories.flatMap(({ events }) => events));
  const parsed = parseAsking(stageConversion, params, { configuration, now: at(asOf) });
  if (!parsed.ok) throw new Error(parsed.problem);
  const { groups } = answerKpi(stageConversion, parsed.asking, factsOfStories(stories), { configuration, rates: noRates });
  const some = groups.filter(({ n }) => n > 0);
  return Object.fromEntries(some.map((group) => [String(group.key['stage']), `${numberIn(group, 'reached') ?? '-'}/${group.n}`]));
}

const strict = { mode: 'strict' };
/** of a lead that never arrives the deals alone are in the funnel */
const deal = (name = 'ada'): Story => lead(name).opened('09:00');

describe('stage conversion of deals', () => {
  it('has one group for each stage, without won and lost', () => {
    given(sales)
      .when(asking(stageConversion))
      .then(
        ...['created', 'answered', 'contacted', 'meeting', 'qualified', 'new', 'talk', 'offer', 'closing'].map((stage) => ({
          key: { stage },
          value: null,
          n: 0,
        })),
      );
  });

  it('is how many reached more, of how many were in the stage', () => {
    given(pipeline('default', 'new', 'talk'), deal('a').moved('10:00', 'talk'), deal('b'), deal('c'), deal('d'))
      .when(asking(stageConversion, { stage: 'new' }))
      .then({ key: { stage: 'new' }, value: 0.25, n: 4, reached: 1 });
  });

  it('is the share of those in a stage that came to a later one, or were won; strict: to the very next one', () => {
    const stories = [
      sales,
      deal('a').moved('10:00', 'talk'),
      deal('b').moved('10:00', 'offer'),
      deal('c').won('10:00'),
      deal('d').lost('10:00'),
      deal('e'),
    ];
    expect(conversions(stories)).toEqual({ new: '3/5', talk: '1/2', offer: '0/1' });
    expect(conversions(stories, strict)).toEqual({ new: '1/5', talk: '0/1', offer: '0/1' });
    expect(conversions(stories, {}, '09:30')).toEqual({ new: '0/5' });
  });

  it('has a deal that skipped a stage in its cohort from that instant, and not again when it comes back to it', () => {
    const ada = deal().moved('mon 10:00', 'offer').moved('tue 10:00', 'talk');
    expect(conversions([sales, ada])).toEqual({ new: '1/1', talk: '1/1', offer: '0/1' });
    expect(conversions([sales, ada], { window: 'today' }, 'mon 12:00')).toEqual({ new: '1/1', talk: '1/1', offer: '0/1' });
    expect(conversions([sales, ada], { window: 'today' }, 'tue 12:00')).toEqual({});
    // strictly it entered the stage on Tuesday; it had been in the next one before
    expect(conversions([sales, ada], { ...strict, window: 'today' }, 'tue 12:00')).toEqual({ talk: '1/1' });
  });

  it('has a deal that enters two stages at one instant in each of them once', () => {
    expect(conversions([sales, deal().moved('09:00', 'talk').moved('09:00', 'offer')])).toEqual({ new: '1/1', talk: '1/1', offer: '0/1' });
    const back = lead('ada').opened('09:00', 'offer').moved('09:00', 'new');
    expect(conversions([sales, back])).toEqual({ new: '1/1', talk: '1/1', offer: '0/1' });
  });

  it('undoes nothing by going back, by a loss or by a win that was taken back', () => {
    const ada = deal().moved('10:00', 'talk').moved('11:00', 'new').won('12:00').reopened('13:00', 'talk').lost('14:00');
    expect(conversions([sales, ada])).toEqual({ new: '1/1', talk: '1/1' });
    expect(conversions([sales, ada], strict)).toEqual({ new: '1/1', talk: '0/1' });
    expect(conversions([sales, ada], {}, '11:30')).toEqual({ new: '1/1', talk: '0/1' });
  });

  it('takes a win for the stage after the last', () => {
    const stories = [sales, lead('a').opened('09:00', 'closing').won('10:00'), lead('b').opened('09:00', 'closing').lost('10:00')];
    expect(conversions(stories, strict)).toEqual({ closing: '1/2' });
  });

  it('says of a stage that its pipeline lacks only that there it has no order', () => {
    const stories = [sales, deal().moved('10:00', 'limbo').moved('11:00', 'talk')];
    expect(conversions(stories)).toEqual({ new: '1/1', talk: '0/1' });
    given(...stories)
      .when(asking(stageConversion, { stage: 'new,limbo' }))
      .then({ key: { stage: 'new' }, n: 1, excluded: {} }, { key: { stage: 'limbo' }, value: null, n: 0, excluded: { unknown_stage: 1 } });
  });

  it('compares stages within their pipeline alone', () => {
    const renewal = pipeline('renewal', 'talk', 'agreed');
    given(sales, renewal, deal().moved('10:00', 'agreed', { pipeline: 'renewal' }))
      .when(asking(stageConversion, { stage: 'new,talk,agreed' }))
      .then(
        { key: { stage: 'new', pipeline: 'default' }, value: 0, n: 1 },
        { key: { stage: 'talk', pipeline: 'default' }, n: 0 },
        { key: { stage: 'talk', pipeline: 'renewal' }, value: 1, n: 1 },
        { key: { stage: 'agreed', pipeline: 'renewal' }, value: 0, n: 1 },
      );
  });

  it('lists behind a stage the rows of those that skipped it', () => {
    given(sales, deal().moved('10:00', 'offer'))
      .when(asking(stageConversion, { stage: 'talk' }))
      .then({ key: { stage: 'talk' }, value: 1, n: 1, reached: 1 });
  });

  it('credits who had the deal at the entry', () => {
    const ada = lead('ada').arrived('08:00', { owner: 'ana' }).opened('09:00').assigned('10:00', 'luis').moved('11:00', 'offer');
    given(sales, ada)
      .when(asking(stageConversion, { by: 'rep', stage: 'new,talk' }))
      .then(
        { key: { rep: 'ana', stage: 'new' }, value: 1, n: 1 },
        { key: { rep: 'ana', stage: 'talk' }, n: 0 },
        { key: { rep: 'luis', stage: 'new' }, n: 0 },
        { key: { rep: 'luis', stage: 'talk' }, value: 1, n: 1 },
      );
  });
});

describe('stage conversion of leads', () => {
  const ada = lead('ada').arrived('09:00');

  it('goes from created to answered, contacted, meeting and qualified', () => {
    const reached = ada.called('09:10', 'ana').called('09:30', 'ana', 'connected').touched('10:00', { channel: 'demo', outcome: 'booked' });
    expect(conversions([reached, lead('ben').arrived('09:00')], {}, '09:05')).toEqual({ created: '0/2' });
    expect(conversions([reached, lead('ben').arrived('09:00')])).toEqual({
      created: '1/2',
      answered: '1/1',
      contacted: '1/1',
      meeting: '0/1',
    });
    expect(conversions([reached.qualified('11:00')], strict)).toEqual({
      created: '1/1',
      answered: '1/1',
      contacted: '1/1',
      meeting: '1/1',
      qualified: '0/1',
    });
  });

  it('has a lead that skipped stages in their cohorts, but strictly neither there nor past the first', () => {
    expect(conversions([ada.qualified('10:00')])).toEqual({
      created: '1/1',
      answered: '1/1',
      contacted: '1/1',
      meeting: '1/1',
      qualified: '0/1',
    });
    expect(conversions([ada.qualified('10:00')], strict)).toEqual({ created: '0/1', qualified: '0/1' });
  });

  it('has a lead that is answered after it was qualified in the cohort of the answered once, at the earlier', () => {
    const late = ada.qualified('mon 10:00').called('tue 10:00', 'ana');
    expect(conversions([late])).toMatchObject({ created: '1/1', answered: '1/1' });
    expect(conversions([late], { window: 'today' }, 'tue 12:00')).toEqual({});
    expect(conversions([late], { ...strict, window: 'today' }, 'tue 12:00')).toEqual({ answered: '0/1' });
  });

  it('takes a win for a later stage than any', () => {
    const won = ada.called('09:10', 'ana').opened('09:20').won('09:30').reopened('09:40');
    expect(conversions([sales, won], {}, '09:25')).toMatchObject({ created: '1/1', answered: '0/1' });
    expect(conversions([sales, won])).toMatchObject({ created: '1/1', answered: '1/1', new: '1/1' });
    expect(conversions([sales, ada.qualified('10:00').won('11:00')], strict)).toEqual({ created: '0/1', qualified: '1/1' });
  });

  it('leaves out a lead that never arrived', () => {
    expect(conversions([lead('ada').called('09:10', 'ana').qualified('10:00')])).toEqual({});
  });

  it('takes an answer back that failed later', () => {
    const mailed = ada.touched('09:10', { channel: 'email', outcome: 'sent' }).touched('10:00', { channel: 'email', outcome: 'bounced' });
    expect(conversions([mailed], {}, '09:30')).toEqual({ created: '1/1', answered: '0/1' });
    expect(conversions([mailed])).toEqual({ created: '0/1' });
  });
});

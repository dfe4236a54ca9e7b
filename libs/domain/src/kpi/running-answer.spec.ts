import { buildConfiguration } from '../configuration/build-configuration.js';
import { noRates, ratesAt } from '../money/rates.js';
import { busyWeeks, busyWeeksAnywhere } from '../testing/busy-weeks.js';
import { at } from '../testing/clock-time.js';
import { asking, factsOfStories, given } from '../testing/given.js';
import { knownFrom } from '../testing/known-facts.js';
import { lead, type Story, subject } from '../testing/story.js';
import { answerKpi, rowsBehind } from './answer.js';
import { parseAsking } from './asking.js';
import { kpis } from './catalogue.js';
import { type Aggregate, isFormula } from './kpi.js';
import { leadResponseTime } from './lead-response-time.kpi.js';
import { leadsCreated } from './leads-created.kpi.js';
import { oldestWaiting } from './oldest-waiting.kpi.js';
import { partsOf } from './parts.js';
import { pipelineVolume } from './pipeline-volume.kpi.js';
import { startAnswer } from './running-answer.js';
import { counts } from './selection.js';

const rep = (name: string, active = true) => subject(name).tell('rep.set', '08:00', { name, team: 'north', active });
const money = (amount: number, currency: string) => ({ amount: { amount, currency } });
const euros = subject('site').tell('site.set', '08:00', { name: 'S', zone: 'Europe/Berlin', locale: 'de-DE', currency: 'EUR' });
const half = { rateOn: (currency: string) => (currency === 'USD' ? 5n * 10n ** 23n : null) };
const groupsOf = (kpi: Aggregate, stories: readonly Story[]) => {
  const configuration = buildConfiguration([]);
  const parsed = parseAsking(kpi, {}, { configuration, now: at('12:00') });
  if (!parsed.ok) throw new Error(parsed.problem);
  return answerKpi(kpi, parsed.asking, factsOfStories(stories), { configuration, rates: noRates }).groups;
};
const byRep = asking(leadsCreated, { by: 'rep' });

describe('the groups of an answer', () => {
  it('are one without a slice, also when nothing counts', () => {
    given().when(asking(leadsCreated)).then({ key: {}, value: 0, n: 0, excluded: {} });
  });

  it('are one for each value, no value last, and an empty one for each active rep', () => {
    given(rep('zoe'), rep('gone', false), lead('a').arrived('09:00', { owner: 'luis' }), lead('b').arrived('09:00'))
      .when(byRep)
      .then({ key: { rep: 'luis' }, n: 1 }, { key: { rep: 'zoe' }, n: 0 }, { key: { rep: null }, n: 1 });
  });

  it('tell a rep called null from none', () => {
    given(lead('a').arrived('09:00', { owner: 'null' }), lead('b').arrived('09:00'))
      .when(byRep)
      .then({ key: { rep: 'null' }, n: 1 }, { key: { rep: null }, n: 1 });
  });

  it('of two slices are keyed in the order asked, without empty ones', () => {
    given(rep('zoe'), lead('a').arrived('09:00', { owner: 'luis', origin: 'web' }))
      .when(asking(leadsCreated, { by: 'origin,rep' }))
      .then({ key: { origin: 'web', rep: 'luis' }, n: 1 });
  });

  it('of two slices are those that occur, also where the first is one of reps', () => {
    given(rep('zoe'), lead('a').arrived('09:00', { owner: 'luis', origin: 'web' }))
      .when(asking(leadsCreated, { by: 'rep,origin' }))
      .then({ key: { rep: 'luis', origin: 'web' }, n: 1 });
  });

  it('are an empty one for each team and each stage that the configuration knows', () => {
    const team = (name: string) => subject(name).tell('team.set', '08:00', { name });
    given(team('south'), team('north'), lead('a').arrived('09:00', { team: 'south' }))
      .when(asking(leadsCreated, { by: 'team' }))
      .then({ key: { team: 'north' }, value: 0, n: 0 }, { key: { team: 'south' }, value: 1, n: 1 });
    const stages = ['new', 'talk'].map((id) => ({ id, name: id, probability: 0.5 }));
    given(subject('default').tell('pipeline.set', '08:00', { stages }), lead('a').opened('09:00', 'talk'))
      .when(asking(pipelineVolume, { by: 'stage' }))
      .then({ key: { stage: 'new' }, n: 0 }, { key: { stage: 'talk' }, n: 1 });
  });

  it('count what they leave out in the order of its reasons', () => {
    const { excluded = {} } =
      groupsOf(leadResponseTime, [
        lead('a').arrived('09:00'),
        lead('b').called('09:00', 'ana'),
        lead('c').called('08:00', 'ana').arrived('09:00'),
      ])[0] ?? {};
    expect(Object.keys(excluded)).toEqual(['before_arrival', 'no_arrival', 'unanswered']);
  });

  it('of a filtered slice are those of the filter', () => {
    given(rep('zoe'), rep('ana'), lead('a').arrived('09:00', { owner: 'luis' }))
      .when(asking(leadsCreated, { by: 'rep', rep: 'ana' }))
      .then({ key: { rep: 'ana' }, n: 0 });
  });

  it.each(kpis.flatMap((kpi) => (isFormula(kpi) ? [] : [kpi])))('of $name say of facts that are alike what they say of each', (kpi) => {
    const told = factsOfStories([
      rep('ana'),
      lead('a').arrived('09:00', { owner: 'luis' }).called('09:02', 'ana', 'connected').opened('10:00').won('11:00', money(120, 'EUR')),
      lead('b').arrived('09:00').called('09:07', 'ana', 'connected').opened('10:00', 'new', money(7, 'CHF')).won('11:00'),
      lead('d').opened('10:00', 'new', money(9, 'EUR')).won('11:00', money(80.5, 'USD')),
      lead('e').opened('10:00', 'new', money(9, 'USD')),
      lead('c').arrived('11:30'),
    ]);
    const parsed = parseAsking(kpi, { by: 'rep' }, { configuration: buildConfiguration([]), now: at('12:00') });
    if (!parsed.ok) throw new Error(parsed.problem);
    const contexts = [
      { configuration: buildConfiguration([]), rates: noRates },
      { configuration: buildConfiguration(euros.events), rates: half },
    ];
    const answers = ['one by one', 'at once', 'as sums'].map((way) =>
      contexts.map((context) => {
        const running = startAnswer(kpi, parsed.asking, context);
        for (const fact of told.filter(counts(kpi, parsed.asking))) {
          const sum = { ...fact, value: fact.value === null ? null : 3 * fact.value };
          if (way === 'at once') running.add(fact, 3);
          else if (way === 'as sums' && running.addSum !== undefined) running.addSum(sum, 3);
          else for (let times = 0; times < 3; times++) running.add(fact);
        }
        return running.groups(at('12:00'));
      }),
    );
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  it('refuse to lose a fact that they never had', () => {
    const configuration = buildConfiguration([]);
    const parsed = parseAsking(leadsCreated, { by: 'rep' }, { configuration, now: at('12:00') });
    const [fact] = factsOfStories([lead('a').arrived('09:00', { owner: 'luis' })]).filter(({ kind }) => kind === 'arrival');
    if (!parsed.ok || fact === undefined) throw new Error('no story');
    const running = startAnswer(leadsCreated, parsed.asking, { configuration, rates: noRates });
    expect(() => running.remove(fact)).toThrow('removing a fact of a group that has none: luis');
  });

  it('can be worked out one after the other, so that little is left when all are asked for', () => {
    let made = 0;
    const counted: Aggregate = {
      ...leadsCreated,
      tallies: () => () => ({
        moves: 'with_own_facts',
        add: () => undefined,
        remove: () => undefined,
        parts: () => {
          made++;
          return [{ key: {}, value: made, n: 1, fields: {} }];
        },
      }),
    };
    const parsed = parseAsking(counted, { by: 'rep' }, { configuration: buildConfiguration([]), now: at('12:00') });
    if (!parsed.ok) throw new Error(parsed.problem);
    const running = startAnswer(counted, parsed.asking, { configuration: buildConfiguration([]), rates: noRates });
    const facts = factsOfStories(['ana', 'bo', 'cy'].map((owner) => lead(owner).arrived('09:00', { owner })));
    for (const fact of facts) if (fact.kind === 'arrival') running.add(fact);
    const madeAfter: number[] = [];
    const steps = running.steps(at('12:00'));
    while (steps.next().done !== true) madeAfter.push(made);
    expect(madeAfter).toEqual([1, 2, 3]);
    expect(running.groups(at('12:00')).map(({ value }) => value)).toEqual([1, 2, 3]);
    expect([...running.steps(at('12:00'))]).toEqual([]);
    expect(made).toBe(3);
  });

  it('are not made again while nothing that they are made of moves', () => {
    const started = (kpi: Aggregate, now: string) => {
      const configuration = buildConfiguration(
        subject('zoe').tell('rep.set', '13:00', { name: 'Zoe', team: 'north', active: true }).events,
      );
      const parsed = parseAsking(kpi, { by: 'rep' }, { configuration, now: at(now) });
      if (!parsed.ok) throw new Error(parsed.problem);
      return startAnswer(kpi, parsed.asking, { configuration, rates: noRates });
    };
    const facts = factsOfStories([lead('a').arrived('09:00', { owner: 'luis' })]);
    const [arrival] = facts.filter(({ kind }) => kind === 'arrival');
    const [wait] = facts.filter(({ kind }) => kind === 'wait');
    if (arrival === undefined || wait === undefined) throw new Error('no story');
    const created = started(leadsCreated, '12:00');
    const before = created.groups(at('12:00'));
    expect(created.groups(at('12:59:59'))).toBe(before);
    expect(created.groups(at('13:00'))).not.toBe(before);
    const later = created.groups(at('13:00'));
    created.add(arrival);
    expect(created.groups(at('13:00'))).toMatchObject([{ key: { rep: 'luis' }, n: 1 }, { key: { rep: 'zoe' } }]);
    created.remove(arrival);
    expect(created.groups(at('13:00'))).toEqual(later);
    const oldest = started(oldestWaiting, '12:00');
    oldest.add(wait);
    expect(oldest.groups(at('12:00'))[0]?.value).toBe(3 * 3600);
    expect(oldest.groups(at('12:01'))[0]?.value).toBe(3 * 3600 + 60);
  });
});

describe.each([
  ['of a site', busyWeeks],
  ['of no site', busyWeeksAnywhere],
])('a running answer over two busy weeks %s', (_name, stories) => {
  const known = knownFrom(stories.flatMap(({ events }) => events));
  const asOf = at('mon+3 12:00');
  const context = { configuration: known.configuration, rates: ratesAt(known.facts, asOf) };

  it.each(kpis.map((kpi) => [kpi.name, kpi] as const))('has of %s what is left, whatever came and went', (_kpi, kpi) => {
    const usual = Object.fromEntries(Object.entries(kpi.parameters).map(([name, { default: value }]) => [name, value]));
    const others = Object.entries(kpi.parameters).flatMap(([name, { values }]) => values.map((value) => ({ ...usual, [name]: value })));
    let met = 0;
    for (const params of [usual, ...others, { ...usual, from: '2026-11-02', to: '2026-11-09' }]) {
      const parsed = parseAsking(kpi, params, { configuration: known.configuration, now: asOf });
      if (!parsed.ok) throw new Error(parsed.problem);
      for (const { of, asking: asked } of partsOf(kpi, parsed.asking, context)) {
        const rows = rowsBehind(of, asked, known.facts);
        met += rows.length;
        const fresh = (facts: typeof rows) => {
          const answer = startAnswer(of, asked, context);
          for (const fact of facts) answer.add(fact);
          return answer.groups(asOf);
        };
        const running = startAnswer(of, asked, context);
        for (const fact of rows) running.add(fact);
        for (const [index, fact] of rows.entries()) {
          running.remove(fact);
          expect(running.groups(asOf)).toEqual(fresh(rows.slice(index + 1)));
        }
        for (const fact of rows.toReversed()) running.add(fact);
        expect(running.groups(asOf)).toEqual(fresh(rows));
      }
    }
    expect(met).toBeGreaterThan(0);
  });
});

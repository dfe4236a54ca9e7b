import { factsOfStories } from '../testing/given.js';
import { type Story, subject } from '../testing/story.js';
import { oddDataCodes, oddFacts, subjectNames } from './odd-facts.js';

/** What the facts of a story are odd by: the code, and what it is said of. Of facts that were replaced, those that stand alone count where the rule says so. */
const odd = (story: Story): readonly string[] => {
  const found = factsOfStories([story]).flatMap((fact) =>
    oddFacts
      .filter(
        ({ kind, part, excluded, negative, standing }) =>
          kind === fact.kind &&
          (part === undefined || part === fact.part) &&
          (excluded === undefined || excluded === fact.excluded) &&
          (negative !== true || (fact.value ?? 0) < 0) &&
          (standing !== true || fact.until === null),
      )
      .map(({ oddity, kind }) => `${oddity} ${subjectNames[kind] ?? 'lead'}`),
  );
  return [...new Set(found)];
};
const namedSubjects: Readonly<Record<string, string | undefined>> = subjectNames;
const usd = { mrr: { amount: 20, currency: 'USD' }, kind: 'price' } as const;
const started = subject('s').subscribed('09:00', 'acme', 10);

describe('odd data of what is no lead', () => {
  it.each<[string, Story]>([
    ['reversed_range spend', subject('s').spent('09:00', 5, '2026-11-04', '2026-11-02')],
    ['too_long spend', subject('s').spent('09:00', 5, '2006-11-02', '2026-11-02')],
    ['negative_amount spend', subject('s').spent('09:00', -5, '2026-11-02', '2026-11-02')],
    ['negative_amount subscription', subject('s').subscribed('09:00', 'acme', -10)],
    ['not_live subscription', subject('s').repriced('09:00', 10)],
    ['not_live subscription', started.unsubscribed('10:00').unsubscribed('11:00')],
    ['currency_changed subscription', started.tell('subscription.changed', '10:00', usd)],
    ['negative_amount target', subject('t').aimed('09:00', -5, '2026-12-01', '2026-12-31')],
    ['after_period target', subject('t').aimed('09:00', 5, '2026-10-01', '2026-10-31')],
    ['negative_amount forecast', subject('f').foresaw('09:00', -5, '2026-12-01', '2026-12-31')],
    ['after_start forecast', subject('f').foresaw('09:00', 5, '2026-11-01', '2026-11-30')],
  ])('is %s', (code, story) => {
    expect(odd(story)).toEqual([code]);
  });

  it.each<[string, Story]>([
    ['spend of a day', subject('s').spent('09:00', 5, '2026-11-02', '2026-11-02')],
    ['a subscription that falls', started.repriced('10:00', 4).unsubscribed('11:00')],
    ['a target told in its period', subject('t').aimed('09:00', 5, '2026-11-01', '2026-11-30')],
    ['a forecast told before its period', subject('f').foresaw('09:00', 5, '2026-12-01', '2026-12-31')],
  ])('is not %s', (_name, story) => {
    expect(odd(story)).toEqual([]);
  });

  it('is mended by what replaces it, but for what a subscription has been', () => {
    expect(odd(subject('s').spent('09:00', -5, '2026-11-02', '2026-11-02').spent('10:00', 5, '2026-11-02', '2026-11-02'))).toEqual([]);
    expect(odd(subject('s').spent('09:00', 5, '2026-11-04', '2026-11-02').spent('10:00', 5, '2026-11-02', '2026-11-04'))).toEqual([]);
    expect(odd(subject('s').spent('09:00', 5, '2006-11-02', '2026-11-02').spent('10:00', 5, '2026-11-02', '2026-11-04'))).toEqual([]);
    expect(odd(subject('t').aimed('09:00', -5, '2026-12-01', '2026-12-31').aimed('10:00', 5, '2026-12-01', '2026-12-31'))).toEqual([]);
    expect(odd(subject('f').foresaw('09:00', -5, '2026-12-01', '2026-12-31').foresaw('10:00', 5, '2026-12-01', '2026-12-31'))).toEqual([]);
    expect(odd(subject('s').subscribed('09:00', 'acme', -10).repriced('10:00', 10))).toEqual(['negative_amount subscription']);
  });

  it('is said of what the subject is: a lead where nothing else is named', () => {
    expect(['spend', 'subscription', 'survey', 'goal', 'forecast', 'arrival'].map((kind) => namedSubjects[kind] ?? 'lead')).toEqual([
      'spend',
      'subscription',
      'survey',
      'target',
      'forecast',
      'lead',
    ]);
  });

  it('is listed in the order of its codes, each once, a currency without rates too', () => {
    const others = ['reversed_range', 'too_long', 'not_live', 'currency_changed', 'after_period', 'after_start', 'unknown_currency'];
    expect(oddDataCodes).toEqual([...new Set(oddDataCodes)].toSorted());
    expect(others.filter((code) => !oddDataCodes.includes(code))).toEqual([]);
    expect(oddDataCodes.filter((code) => code === 'negative_amount')).toHaveLength(1);
  });
});

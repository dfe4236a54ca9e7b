import { buildConfiguration } from '../configuration/build-configuration.js';
import type { Fact } from '../facts/fact.js';
import { factsOf } from '../facts/facts-of.js';
import { type Answer, answerKpi } from '../kpi/answer.js';
import { parseAsking } from '../kpi/asking.js';
import type { Kpi } from '../kpi/kpi.js';
import { foldSubject } from '../lead/fold-subject.js';
import { ratesAt } from '../money/rates.js';
import { at } from './clock-time.js';
import type { Story } from './story.js';

/** A question of a story: which KPI, with which parameters, asked when (left out: the Sunday night after). */
export interface Question {
  readonly kpi: Kpi;
  readonly params: Readonly<Record<string, string>>;
  readonly asOf: string;
}

export const asking = (kpi: Kpi, params: Readonly<Record<string, string>> = {}, asOf = 'sun 23:59'): Question => ({
  kpi,
  params,
  asOf,
});

/** Given the stories of leads and of configuration, when we ask, then the groups have these fields (and no others are there). */
export function given(...stories: readonly Story[]) {
  return {
    when: (question: Question) => ({
      then: (...expected: readonly Readonly<Record<string, unknown>>[]): void => {
        const { groups } = answerOf(question, stories);
        expect(groups).toEqual(expected.map((fields) => expect.objectContaining({ ...fields })));
      },
    }),
  };
}

/** The facts that stories come to. */
export function factsOfStories(stories: readonly Story[]): readonly Fact[] {
  const configuration = buildConfiguration(stories.flatMap(({ events }) => events));
  return subjectsOf(stories).flatMap((events) => factsOf(foldSubject(events).state, configuration));
}

function answerOf({ kpi, params, asOf }: Question, stories: readonly Story[]): Answer {
  const configuration = buildConfiguration(stories.flatMap(({ events }) => events));
  const parsed = parseAsking(kpi, params, { configuration, now: at(asOf) });
  if (!parsed.ok) throw new Error(`${parsed.parameter} ${parsed.problem}`);
  const facts = factsOfStories(stories);
  return answerKpi(kpi, parsed.asking, facts, { configuration, rates: ratesAt(facts, at(asOf)) });
}

function subjectsOf(stories: readonly Story[]) {
  const events = stories.flatMap((story) => story.events);
  return [...new Set(events.map(({ subject }) => subject))].map((subject) => events.filter((event) => event.subject === subject));
}

import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { LeadclockEvent } from '../events/event.js';
import { kpiNamed } from '../kpi/catalogue.js';
import { ask, type Question, readEvents } from './ask-known.js';
import { differences, type Expected } from './differences.js';
import { type Known, knownFrom } from './known-facts.js';

/** Data sets that an independent program has answered; they lie beside the checkout, or where DATA_SETS says. */
const folder = resolve(process.env.DATA_SETS ?? '../shared/data');
const now = Date.now();

type ExpectedAnswer = Question & { readonly expected: Expected };

describe.each(['edges', 'edtech', 'maven-crm'])('the data set %s', (set) => {
  const path = resolve(folder, set, 'expected.json');
  if (!existsSync(path)) {
    it.skip(`is not there (${path})`, () => undefined);
    return;
  }
  const { answers } = JSON.parse(readFileSync(path, 'utf8')) as { answers: readonly ExpectedAnswer[] };
  const ours = answers.filter(({ kpi }) => kpiNamed(kpi) !== null);
  let events: readonly LeadclockEvent[] = [];
  const known = new Map<number | null, Known>();

  beforeAll(() => {
    events = readEvents(resolve(folder, set, 'events.jsonl'), now);
  });

  /** What the events recorded by an instant come to. */
  const knownAt = (instant: number | null): Known => {
    const there = known.get(instant);
    if (there !== undefined) return there;
    const made = knownFrom(instant === null ? events : events.filter(({ recordedTime }) => recordedTime <= instant));
    known.set(instant, made);
    return made;
  };

  it.each(ours.map((answer) => [`${answer.kpi} ${JSON.stringify(answer.query)}`, answer] as const))('answers %s', (_name, answer) => {
    expect(differences(ask(answer, knownAt, now), answer.expected)).toEqual([]);
  });
});

import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { LeadclockEvent } from '../events/event.js';
import { parseEvent } from '../events/parse-event.js';
import { answerKpi } from '../kpi/answer.js';
import { parseAsking } from '../kpi/asking.js';
import { kpiNamed } from '../kpi/catalogue.js';
import type { GroupAnswer } from '../kpi/running-answer.js';
import { ratesAt } from '../money/rates.js';
import { differences, type Expected } from './differences.js';
import { type Known, knownFrom } from './known-facts.js';
import { mergedByHand } from './merged-by-hand.js';

/** Data sets that an independent program has answered; they lie beside the checkout, or where DATA_SETS says. */
const folder = resolve(process.env.DATA_SETS ?? '../shared/data');
const now = Date.now();

interface ExpectedAnswer {
  readonly kpi: string;
  readonly query: Readonly<Record<string, unknown>>;
  readonly expected: Expected;
}

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
    events = readEvents(resolve(folder, set, 'events.jsonl'));
  });

  /** What the events recorded by an instant come to. */
  const knownAt = (instant: number | null): Known => {
    const there = known.get(instant);
    if (there !== undefined) return there;
    const made = knownFrom(mergedByHand(instant === null ? events : events.filter(({ recordedTime }) => recordedTime <= instant)));
    known.set(instant, made);
    return made;
  };

  it.each(ours.map((answer) => [`${answer.kpi} ${JSON.stringify(answer.query)}`, answer] as const))('answers %s', (_name, answer) => {
    expect(differences(ask(answer, knownAt), answer.expected)).toEqual([]);
  });
});

function ask({ kpi: name, query }: ExpectedAnswer, knownAt: (instant: number | null) => Known): readonly GroupAnswer[] {
  const kpi = kpiNamed(name);
  if (kpi === null) throw new Error(`no KPI ${name}`);
  const params = Object.fromEntries(Object.entries(query).map(([key, value]) => [key, parameter(value)]));
  const parse = (known: Known) => {
    const parsed = parseAsking(kpi, params, { configuration: known.configuration, now });
    if (!parsed.ok) throw new Error(`${parsed.parameter}: ${parsed.problem}`);
    return parsed.asking;
  };
  const known = knownAt(parse(knownAt(null)).knownAt);
  const asking = parse(known);
  const rates = ratesAt(known.facts, asking.asOf);
  return answerKpi(kpi, asking, known.facts, { configuration: known.configuration, rates }).groups;
}

const parameter = (value: unknown): string => (Array.isArray(value) ? value.map((one) => parameter(one)).join(',') : String(value));

function readEvents(path: string): readonly LeadclockEvent[] {
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return lines.map((line) => {
    const parsed = parseEvent(JSON.parse(line), { now, recordedTime: now, keepRecordedTime: true, allowProductTypes: true });
    if (!parsed.ok) throw new Error(`${parsed.id ?? '?'} ${parsed.path} ${parsed.problem}`);
    return parsed.event;
  });
}

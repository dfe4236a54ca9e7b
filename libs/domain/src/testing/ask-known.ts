import { readFileSync } from 'node:fs';
import type { LeadclockEvent } from '../events/event.js';
import { parseEvent } from '../events/parse-event.js';
import { answerKpi } from '../kpi/answer.js';
import { parseAsking } from '../kpi/asking.js';
import { kpiNamed } from '../kpi/catalogue.js';
import type { GroupAnswer } from '../kpi/running-answer.js';
import { ratesAt } from '../money/rates.js';
import type { Known } from './known-facts.js';

export interface Question {
  readonly kpi: string;
  readonly query: Readonly<Record<string, unknown>>;
}

/** Asks a KPI of what is known, in memory; `knownAt` answers what the events recorded by an instant come to, or all of them. */
export function ask({ kpi: name, query }: Question, knownAt: (instant: number | null) => Known, now: number): readonly GroupAnswer[] {
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

/** The events of a file, taken in as an import takes them. */
export function readEvents(path: string, now: number): readonly LeadclockEvent[] {
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return lines.map((line) => {
    const parsed = parseEvent(JSON.parse(line), { now, recordedTime: now, keepRecordedTime: true, allowProductTypes: true });
    if (!parsed.ok) throw new Error(`${parsed.id ?? '?'} ${parsed.path} ${parsed.problem}`);
    return parsed.event;
  });
}

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freshDatabase } from '@leadclock/runtime/testing/fresh-database.js';
import type { Floor } from '@leadclock/simulator/plan/floor.js';
import { planOf } from '@leadclock/simulator/plan/plan.js';
import { ByHand } from './testing/independent/by-hand.js';
import { type Answered, compared } from './testing/independent/compared.js';
import { leadsLeftLying } from './testing/independent/left-lying.js';
import { mergesOf } from './testing/independent/merges.js';
import { withMishaps } from './testing/independent/mishaps.js';
import { officeBooks } from './testing/independent/office-books.js';
import { asksOf, type Question, questions, windows } from './testing/independent/questions.js';
import { rulesOfTheMonth } from './testing/independent/rules.js';
import type { Told } from './testing/independent/told.js';
import { type ProgramProcess, runCommand, startProcess } from './testing/program-process.js';

/** October in Madrid, which ends summer time on its last Sunday, and some hours more; rules change in its midst, leads are merged, and much goes wrong. */
const floor: Floor = { seed: 11, leadsPerHour: 8, reps: 6, zone: 'Europe/Madrid' };
const span = { from: Date.parse('2025-10-01T00:00:00+02:00'), until: Date.parse('2025-11-01T12:00:00Z'), liveFrom: null };

const dataFolder = mkdtempSync(path.join(tmpdir(), 'leadclock-independent-'));
let program: ProgramProcess;
let exported: readonly Told[];

beforeAll(async () => {
  const file = path.join(dataFolder, 'month.jsonl');
  const plan = [...planOf(floor, span)];
  const until = span.until;
  const told = [
    ...rulesOfTheMonth(),
    ...withMishaps(plan, until),
    ...leadsLeftLying(until),
    ...mergesOf(plan, until),
    ...officeBooks(plan, until),
  ];
  writeFileSync(file, told.map((event) => `${JSON.stringify(event)}\n`).join(''));
  program = await startProcess({ dataFolder });
  expect(await runCommand({ dataFolder }, ['import', file])).toMatchObject({ code: 0 });
  const { stdout } = await runCommand({ dataFolder }, ['export']);
  exported = stdout
    .trim()
    .split('\n')
    .map((line): Told => JSON.parse(line));
}, 180_000);
afterAll(async () => {
  await program?.stop();
  rmSync(dataFolder, { recursive: true, force: true });
});

async function answerOf(
  question: Question,
  by: readonly string[],
  window: keyof typeof windows,
  instants: Readonly<Record<string, string>>,
): Promise<readonly Answered[]> {
  const words = new URLSearchParams({ ...instants, ...question.params, ...windows[window].params });
  if (by.length > 0 && question.isSlicedUnasked !== true) words.set('by', by.join(','));
  const response = await fetch(`${program.url}/v1/kpis/${question.kpi}?${words}`);
  expect(response.status).toBe(200);
  const { groups }: { groups: readonly Answered[] } = await response.json();
  const { stagesOf } = question;
  return stagesOf === undefined ? groups : groups.filter(({ key }) => (key['pipeline'] === null) === (stagesOf === 'leads'));
}

const titleOf = ({ kpi, params, stagesOf }: Question): string =>
  [kpi, ...Object.values(params ?? {}), ...(stagesOf === undefined ? [] : [`of ${stagesOf}`])].join(' ');
const cases = questions.map((question): [string, Question] => [titleOf(question), question]);

const middle = '2025-10-17T13:20:00Z';
const end = '2025-11-01T09:00:00Z';

describe.each([
  { title: `as of the middle of the month`, asOf: middle, knownAt: null },
  { title: `as of its end`, asOf: end, knownAt: null },
  { title: `as it was known in the middle`, asOf: middle, knownAt: middle },
])('$title, plain SQL over the exported events of a month gives the same', ({ asOf, knownAt }) => {
  let byHand: ByHand;
  beforeAll(async () => {
    const heard = exported.filter(({ recordedtime }) => knownAt === null || Date.parse(recordedtime) <= Date.parse(knownAt));
    byHand = await ByHand.open(await freshDatabase(), heard);
    await byHand.lookAt(asOf);
  }, 60_000);
  afterAll(() => byHand?.close());

  // what was known then is worked out anew for every question, so each KPI is asked its usual one
  it.each(knownAt === null ? cases : cases.filter(([, { params }]) => params === undefined))('%s', async (_, question) => {
    const wrong: string[] = [];
    let figures = 0;
    // and of it the whole, in the last of its windows
    const asked = asksOf(question, asOf === middle ? 0 : 1);
    const asks = knownAt === null ? asked : asked.filter(([slice]) => slice === question.slices[0]).slice(-1);
    for (const [by, window] of asks) {
      const { query = question.kpi, tally, clock = 'working' } = question;
      const sum = await byHand.groupsOf({ query, tally, by, window: windows[window].sql, clock });
      figures += sum.filter((group) => typeof group.figures['value'] === 'number').length;
      const answer = await answerOf(question, by, window, { as_of: asOf, ...(knownAt !== null && { known_at: knownAt }) });
      for (const difference of compared(answer, sum, by, question.unjudged)) wrong.push(`by ${by.join()} in ${window}: ${difference}`);
    }
    expect(wrong).toEqual([]);
    // what is nowhere a figure proves nothing
    expect(figures).toBeGreaterThan(0);
  });
});

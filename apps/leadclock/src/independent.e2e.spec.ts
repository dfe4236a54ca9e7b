import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freshDatabase } from '@leadclock/runtime/testing/fresh-database.js';
import type { Floor } from '@leadclock/simulator/plan/floor.js';
import { planOf } from '@leadclock/simulator/plan/plan.js';
import { cloudEventOf } from '@leadclock/simulator/plan/planned.js';
import { ByHand } from './testing/independent/by-hand.js';
import { type Answered, compared } from './testing/independent/compared.js';
import { asksOf, type Question, questions, windows } from './testing/independent/questions.js';
import { type ProgramProcess, runCommand, startProcess } from './testing/program-process.js';

/** October in Madrid, which ends summer time on its last Sunday, and some hours more. */
const floor: Floor = { seed: 11, leadsPerHour: 8, reps: 6, zone: 'Europe/Madrid' };
const span = { from: Date.parse('2025-10-01T00:00:00+02:00'), until: Date.parse('2025-11-01T12:00:00Z'), liveFrom: null };

const dataFolder = mkdtempSync(path.join(tmpdir(), 'leadclock-independent-'));
let program: ProgramProcess;
let byHand: ByHand;

beforeAll(async () => {
  const file = path.join(dataFolder, 'month.jsonl');
  const heard = Array.from(planOf(floor, span), (event) => ({
    ...cloudEventOf(event),
    recordedtime: new Date(event.deliverAt).toISOString(),
  }));
  writeFileSync(file, heard.map((event) => `${JSON.stringify(event)}\n`).join(''));
  program = await startProcess({ dataFolder });
  expect(await runCommand({ dataFolder }, ['import', file])).toMatchObject({ code: 0 });
  const { stdout } = await runCommand({ dataFolder }, ['export']);
  byHand = await ByHand.open(await freshDatabase(), stdout.trim().split('\n'));
}, 180_000);
afterAll(async () => {
  await byHand?.close();
  await program?.stop();
  rmSync(dataFolder, { recursive: true, force: true });
});

/** A KPI whose slices are its stages is sliced by them unasked. */
const isFunnel = ({ slices }: Question): boolean => slices.every(([first]) => first === 'stage');

async function answerOf(
  question: Question,
  by: readonly string[],
  window: keyof typeof windows,
  asOf: string,
): Promise<readonly Answered[]> {
  const words = new URLSearchParams({ as_of: asOf, ...question.params, ...windows[window].params });
  if (by.length > 0 && !isFunnel(question)) words.set('by', by.join(','));
  const response = await fetch(`${program.url}/v1/kpis/${question.kpi}?${words}`);
  expect(response.status).toBe(200);
  const { groups }: { groups: readonly Answered[] } = await response.json();
  const { stages } = question;
  return stages === undefined ? groups : groups.filter(({ key }) => stages.includes(`${key['stage']}`));
}

const titleOf = ({ kpi, params }: Question): string => [kpi, ...Object.values(params ?? {})].join(' ');
const cases = questions.map((question): [string, Question] => [titleOf(question), question]);

describe.each(['2025-10-17T13:20:00Z', '2025-11-01T09:00:00Z'])(
  'of a month of the floor, as of %s, plain SQL over the exported events gives the same',
  (asOf) => {
    beforeAll(() => byHand.lookAt(asOf), 60_000);

    it.each(cases)('%s', async (_, question) => {
      const wrong: string[] = [];
      let figures = 0;
      for (const [by, window] of asksOf(question)) {
        const sum = await byHand.groupsOf({
          query: question.query ?? question.kpi,
          tally: question.tally,
          by,
          window: windows[window].sql,
        });
        figures += sum.filter((group) => typeof group.figures['value'] === 'number').length;
        for (const difference of compared(await answerOf(question, by, window, asOf), sum, by))
          wrong.push(`by ${by.join()} in ${window}: ${difference}`);
      }
      expect(wrong).toEqual([]);
      // what is nowhere a figure proves nothing
      expect(figures).toBeGreaterThan(0);
    });
  },
);

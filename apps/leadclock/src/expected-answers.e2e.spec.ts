import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Question } from '@leadclock/domain/testing/ask-known.js';
import { differences, type Expected } from '@leadclock/domain/testing/differences.js';
import { describeKafka } from '@leadclock/event-log/testing/describe-kafka.js';
import { type Place, type ProgramProcess, runCommand, startProcess } from './testing/program-process.js';

/** Data sets that an independent program has answered; they lie beside the checkout, or where DATA_SETS says. */
const FOLDER = path.resolve(process.env['DATA_SETS'] ?? '../shared/data');

type ExpectedAnswer = Question & { readonly expected: Expected };

const folders: string[] = [];
const newFolder = () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'leadclock-expected-'));
  folders.push(folder);
  return folder;
};
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Every line twice, in an order that is the same in every run. */
function shuffledTwice(lines: readonly string[]): readonly string[] {
  let seed = 7;
  const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
  return [...lines, ...lines]
    .map((line) => ({ line, rank: random() }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ line }) => line);
}

const queryOf = (query: ExpectedAnswer['query']) =>
  new URLSearchParams(
    Object.entries(query).map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : String(value)]),
  ).toString();

/** How a set's events come in. */
const ways = {
  'as they were written': (lines: readonly string[]) => lines,
  'every event twice and in any order': shuffledTwice,
} as const;
type Way = keyof typeof ways;

function answersLike(set: string, way: Way, start: () => Promise<{ place: Place; program: ProgramProcess }>): void {
  const folder = path.join(FOLDER, set);
  if (!existsSync(folder)) {
    it.skip(`SKIPPED: ${folder} is not there`, () => undefined);
    return;
  }
  it(`${set}, ${way}, gives the answers of an independent program, and verify is clean`, async () => {
    const { place, program } = await start();
    const lines = readFileSync(path.join(folder, 'events.jsonl'), 'utf8').trim().split('\n');
    const file = path.join(newFolder(), 'events.jsonl');
    writeFileSync(file, `${ways[way](lines).join('\n')}\n`);
    expect(await runCommand(place, ['import', file])).toMatchObject({ code: 0, stderr: '' });

    const known = new Set((await (await fetch(`${program.url}/v1/kpis`)).json()).kpis.map(({ name }: { name: string }) => name));
    const { answers }: { answers: readonly ExpectedAnswer[] } = JSON.parse(readFileSync(path.join(folder, 'expected.json'), 'utf8'));
    const wrong: string[] = [];
    for (const { kpi, query, expected } of answers.filter((answer) => known.has(answer.kpi))) {
      const { groups } = await (await fetch(`${program.url}/v1/kpis/${kpi}?${queryOf(query)}`)).json();
      for (const difference of differences(groups, expected)) wrong.push(`${kpi} ${JSON.stringify(query)}: ${difference}`);
    }
    const verified = JSON.parse((await runCommand(place, ['verify', '--json'])).stdout);
    await program.stop();
    expect(wrong).toEqual([]);
    expect(verified).toMatchObject({ differing: 0, pendingSubjects: 0 });
  }, 180_000);
}

const shuffled = 'every event twice and in any order';
/** The smallest set, which has every edge, also comes in as it was written. */
const sets: readonly { readonly set: string; readonly way: Way }[] = [
  { set: 'edges', way: 'as they were written' },
  { set: 'edges', way: shuffled },
  { set: 'edtech', way: shuffled },
  { set: 'maven-crm', way: shuffled },
];

describe.each(sets)('on the embedded log, the data set', ({ set, way }) => {
  answersLike(set, way, async () => {
    const place = { dataFolder: newFolder() };
    return { place, program: await startProcess(place) };
  });
});

/** What another log can do is hand over in another order, and again: it is asked of the set with every edge, and of a real one. */
const onKafka = sets.filter(({ set, way }) => way === shuffled && set !== 'maven-crm');

describeKafka('on Apache Kafka, the data set', (brokers) => {
  for (const [i, { set, way }] of onKafka.entries()) {
    answersLike(set, way, async () => {
      const environment = { KAFKA_BROKERS: brokers.join(','), KAFKA_TOPIC: `expected.${process.pid}.${i}` };
      const place = { dataFolder: newFolder(), environment };
      expect(await runCommand(place, ['topics'])).toMatchObject({ code: 0 });
      return { place, program: await startProcess(place) };
    });
  }
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { until } from '@leadclock/runtime/testing/until.js';
import { keyOf, type ProgramProcess, runCommand, startProcess } from './testing/program-process.js';
import { post, sample } from './testing/sample-events.js';

const dataFolder = mkdtempSync(path.join(tmpdir(), 'leadclock-kpi-'));
const place = { dataFolder };
const minute = 60_000;
let program: ProgramProcess;

beforeAll(async () => {
  program = await startProcess(place);
  const key = await keyOf(place);
  const now = Date.now();
  const answered = (lead: string, minutesAgo: number, after: number) => [
    sample(`${lead}-1`, 'lead.created', lead, now - minutesAgo * minute, { origin: 'web_form', owner: 'ana' }),
    sample(`${lead}-2`, 'touchpoint.recorded', lead, now - (minutesAgo - after) * minute, {
      touchpoint: 't',
      channel: 'call',
      direction: 'outbound',
      rep: 'ana',
      outcome: 'connected',
    }),
  ];
  await post(program.url, key, [
    ...answered('ada', 50, 2),
    ...answered('bob', 40, 4),
    ...answered('cy', 24 * 60 + 30, 8),
    sample('goal-1', 'target.set', 'goal', now - minute, {
      kpi: 'leads-created',
      period: { from: `${new Date(now).getUTCFullYear()}-01-01`, to: `${new Date(now).getUTCFullYear()}-12-31` },
      value: 1_000,
    }),
    sample('dee-1', 'lead.created', 'dee', now - 20 * minute, { origin: 'event' }),
  ]);
  await until('the number to hold the leads', async () => (await said('leads-created')).groups[0].n === 4);
});
afterAll(async () => {
  await program.stop();
  rmSync(dataFolder, { recursive: true, force: true });
});

const said = async (query: string) => (await fetch(`${program.url}/v1/kpis/${query}`)).json();
const kpi = async (...words: string[]) => {
  const ran = await runCommand(place, ['kpi', ...words]);
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  return ran.stdout;
};

it('a number stands beside what it was, in a table or as HTTP has it', async () => {
  const lines = (await kpi('leads-created', '--window', '24h', '--compare')).split('\n').map((line) => line.trim().split(/ {2,}/));
  expect(lines.slice(0, 2)).toEqual([
    ['now', 'before', 'change', 'same weekday', 'change', 'last year', 'change'],
    ['3', '1', '+200.0%', '0', '–', '0', '–'],
  ]);
  const as_of = new Date().toISOString();
  const compared = await kpi('leads-created', '--window', '24h', '--as-of', as_of, '--compare', '--json');
  expect(JSON.parse(compared)).toEqual(await said(`leads-created/compare?window=24h&as_of=${as_of}`));
  expect(await kpi('leads-created', '--compare')).toContain('before: no window was asked');
});

it('the milestones of a target stand line by line, or as HTTP has them', async () => {
  await until('the target to be there', async () => (await said('leads-created/milestones?window=year')).groups.length === 1);
  const lines = (await kpi('leads-created', '--window', 'year', '--milestones')).split('\n').map((line) => line.trim().split(/ {2,}/));
  expect(lines.slice(1, 5).map(([whose, , target, share, amount]) => [whose, target, share, amount])).toEqual([
    ['all', '1000', '25%', '250'],
    ['all', '1000', '50%', '500'],
    ['all', '1000', '75%', '750'],
    ['all', '1000', '100%', '1000'],
  ]);
  const as_of = new Date().toISOString();
  const told = await kpi('leads-created', '--window', 'year', '--as-of', as_of, '--milestones', '--json');
  expect(JSON.parse(told)).toEqual(await said(`leads-created/milestones?window=year&as_of=${as_of}`));
  expect(await kpi('leads-created', '--window', 'today', '--milestones')).toContain('no target above 0 is set for this period');
});

it('a number is explained', async () => {
  const text = await kpi('lead-response-time', '--explain');
  expect(text).toContain('the median of 3 = 240 (s)');
  expect(text).toContain('left out 1: not answered by then');
  expect(text).toContain('4 rows');
});

it('what was said at the end of a window stands beside what is said now', async () => {
  const to = new Date(Date.now() - 30 * minute).toISOString();
  const text = await kpi('lead-response-time', '--from', '2020-01-01', '--to', to, '--revisions');
  // everything was heard only now, after that window had ended
  expect(text).toContain('changed since: 3 (late 3)');
  expect(text).toMatch(/ada +late/);
});

it.each([
  ['--jsonl', 0],
  ['--csv', 1],
])('all rows come as %s', async (format, head) => {
  const lines = (await kpi('lead-response-time', '--rows', format)).trimEnd().split('\n');
  expect(lines.slice(head).map((line) => /"?(ada|bob|cy|dee)\b/.exec(line)?.[1])).toEqual(['ada', 'bob', 'cy', 'dee']);
});

it.each([
  [['--rows', '--trend'], '--rows and --trend exclude each other'],
  [['--rows', '--jsonl', '--by', 'colour'], 'by: lead-response-time cannot be sliced by colour'],
  [['--revisions', '--from', '2020-01-01', '--to', '2120-01-01'], 'to: this has not ended yet'],
  [['--from', '2026-11-02', '--to', '2026-11-01'], 'from: from lies after to'],
])('%j is a wrong use that names what is allowed', async (words, problem) => {
  const { code, stdout, stderr } = await runCommand(place, ['kpi', 'lead-response-time', ...words]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(problem);
  expect(stderr).toContain('allowed');
});

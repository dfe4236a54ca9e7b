import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type ProgramProcess, runCommand, startProcess } from './testing/program-process.js';

const dataFolder = mkdtempSync(path.join(tmpdir(), 'leadclock-targets-'));
const place = { dataFolder };
const file = path.join(dataFolder, 'goals.yaml');
// a period that is over would be warned of
const year = new Date().getFullYear() + 1;
const goals = (target: number): string => `- goal: November
  kpi: won-revenue
  target: ${target}
  period: ${year}-11
  owner: company
- goal: Ana's November
  kpi: won-revenue
  target: 100
  period: ${year}-11
  owner: {rep: ana}
`;
let program: ProgramProcess;

beforeAll(async () => {
  program = await startProcess(place);
});
afterAll(async () => {
  await program.stop();
  rmSync(dataFolder, { recursive: true, force: true });
});

async function apply(...words: readonly string[]) {
  const ran = await runCommand(place, ['targets', 'apply', file, '--json', ...words]);
  expect([ran.code, ran.stderr]).toEqual([0, '']);
  const { accepted, unchanged, goals: rows } = JSON.parse(ran.stdout);
  return { accepted, unchanged, changes: rows.map(({ change }: { change: string }) => change) };
}

it('a file of goals is applied: what it would change is shown, the second time nothing is sent, and a changed goal is one event', async () => {
  writeFileSync(file, goals(3000));
  expect(await apply('--dry-run')).toEqual({ accepted: 0, unchanged: 0, changes: ['added', 'added'] });
  expect(await apply()).toEqual({ accepted: 2, unchanged: 0, changes: ['added', 'added'] });
  expect(await apply()).toEqual({ accepted: 0, unchanged: 2, changes: ['none', 'none'] });
  writeFileSync(file, goals(4000));
  expect(await apply()).toEqual({ accepted: 1, unchanged: 1, changes: ['changed', 'none'] });
  const exported = await runCommand(place, ['export']);
  expect(exported.stdout.match(/"type":"target\.set"/g)).toHaveLength(3);
});

it('a table is printed for people', async () => {
  const ran = await runCommand(place, ['targets', 'apply', file, '--dry-run']);
  expect(ran.stdout).toMatch(new RegExp(`Ana's November\\s+won-revenue\\s+rep ana\\s+${year}-11-01 – ${year}-11-30\\s+100\\s+100\\s+none`));
  expect(ran.stdout).toContain('0 targets would be set, 2 stand already');
});

it('a goal whose period is over is set all the same, with a warning: it rewrites nothing', async () => {
  writeFileSync(file, `goal: The year before last\nkpi: won-revenue\ntarget: 7\nperiod: ${year - 3}\nowner: company\n`);
  for (const words of [['--dry-run'], []]) {
    const ran = await runCommand(place, ['targets', 'apply', file, ...words]);
    expect(ran.code).toBe(0);
    expect(ran.stderr).toContain(
      'goals.yaml:1: warning: the period of The year before last is over: its target is kept, and rewrites nothing',
    );
  }
  // what stands already is no news
  expect((await runCommand(place, ['targets', 'apply', file])).stderr).toBe('');
});

it('a file with a mistake changes nothing: each is named with its line', async () => {
  writeFileSync(file, `${goals(5000)}- goal: C\n  kpi: nothing\n  target: 1\n  period: 2026-13\n  owner: company\n`);
  const ran = await runCommand(place, ['targets', 'apply', file]);
  expect(ran.code).toBe(2);
  expect(ran.stderr).toContain('goals.yaml:12: kpi: there is no KPI nothing');
  expect(ran.stderr).toContain('goals.yaml:14: period: 2026-13 is no period');
  expect((await runCommand(place, ['targets', 'apply', 'nowhere.yaml'])).code).toBe(3);
});

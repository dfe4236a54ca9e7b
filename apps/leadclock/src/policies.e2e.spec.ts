import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { keyOf, type ProgramProcess, runCommand, startProcess } from './testing/program-process.js';

const dataFolder = mkdtempSync(path.join(tmpdir(), 'leadclock-policies-'));
const place = { dataFolder };
const file = path.join(dataFolder, 'policies.yaml');
const policies = (answer: number): string => `- policy: web
  order: 10
  match: {origin: [web_form]}
  targets: {answer_s: ${answer}}
  steps:
    - {id: late, clock: lead, of: answer, at_percent: 100, notify: [owner, team]}
- policy: rest
  order: 20
  targets: {answer_s: 900}
`;
let program: ProgramProcess;
let key: string;

beforeAll(async () => {
  program = await startProcess(place);
  key = await keyOf(place);
});
afterAll(async () => {
  await program.stop();
  rmSync(dataFolder, { recursive: true, force: true });
});

const policy = (...words: readonly string[]) => runCommand(place, ['policy', ...words]);

async function arrive(lead: string, origin: string): Promise<void> {
  const event = { specversion: '1.0', id: lead, source: '/website', type: 'lead.created', subject: lead, time: new Date().toISOString() };
  const response = await fetch(`${program.url}/v1/events`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/cloudevents+json' },
    body: JSON.stringify({ ...event, data: { origin } }),
  });
  expect(response.status).toBe(202);
}
const asked = async (address: string) => (await fetch(program.url + address)).json();
/** Which policy judges a lead, in which version, and its target. */
async function judgedBy(lead: string) {
  const { policy: chosen } = await asked(`/v1/leads/${lead}`);
  return [chosen.id, chosen.version, chosen.answer_seconds];
}

it('a file of policies is applied: what it would match is shown, nothing of the past is judged anew, and the second time nothing is set', async () => {
  writeFileSync(file, policies(60));
  await arrive('before', 'web_form');
  const dry = await policy('apply', file, '--dry-run');
  expect([dry.code, dry.stderr]).toEqual([0, '']);
  expect(dry.stdout).toMatch(/web\s+added\s+\S+Z\s+1\s+1\s+\(default\) 1\n/);
  expect(dry.stdout).toMatch(/rest\s+added\s+\S+Z\s+1\s+0\s+\(default\) 1\n/);
  expect(dry.stdout).toMatch(/2 policies would be set, 0 stand already; of 1 leads that came from .* another policy would have judged 1\n/);
  expect((await asked('/v1/policies')).policies).toEqual([]);

  const set = await policy('apply', file);
  expect([set.code, set.stderr]).toEqual([0, '']);
  expect(set.stdout).toContain('2 policies set, 0 stood already');
  await arrive('after', 'web_form');
  expect((await policy('apply', file)).stdout).toContain('0 policies set, 2 stood already');
  expect([await judgedBy('before'), await judgedBy('after')]).toEqual([
    [null, null, 300],
    ['web', 2, 60],
  ]);
});

it('what is in force is printed for people, and as a file that changes nothing', async () => {
  const table = (await policy('list')).stdout;
  expect(table).toMatch(/10\s+web\s+2 of 2\s+\S+Z\s+–\s+origin web_form\s+60\s+–\s+late\n/);
  expect(table).toMatch(/–\s+\(default\)\s+–\s+–\s+–\s+any lead\s+300\s+–\s+due\n/);
  const listed = path.join(dataFolder, 'listed.yaml');
  writeFileSync(listed, (await policy('list', '--yaml')).stdout);
  expect((await policy('apply', listed)).stdout).toContain('0 policies set, 2 stood already');
});

it('a changed policy is a new version, and the verdict on a lead that came before it stays', async () => {
  writeFileSync(file, policies(30));
  const report = JSON.parse((await policy('apply', file, '--json')).stdout);
  expect(report.policies.map(({ change }: { change: string }) => change)).toEqual(['changed', 'none']);
  await arrive('later', 'web_form');
  await policy('apply', file);
  expect([await judgedBy('after'), await judgedBy('later')]).toEqual([
    ['web', 2, 60],
    ['web', 3, 30],
  ]);
});

it('a file with a mistake sets nothing: each is named with its line, also what only the program can know', async () => {
  writeFileSync(file, policies(10).replace('clock: lead', 'clok: lead'));
  const misspelt = await policy('apply', file);
  expect([misspelt.code, misspelt.stdout]).toEqual([2, '']);
  expect(misspelt.stderr).toContain('policies.yaml:6: steps[0].clok: is not a field here; did you mean clock?');
  writeFileSync(file, `${policies(10).replace('team]', 'boss]')}- policy: more\n  order: 20\n  targets: {answer_s: 5}\n`);
  for (const words of [[], ['--dry-run']]) {
    const wrong = await policy('apply', file, ...words);
    expect([wrong.code, wrong.stdout]).toEqual([2, '']);
    expect(wrong.stderr).toContain('policies.yaml:6: steps[0].notify[1]: is nobody; it can be owner, claimant, caller, team');
    expect(wrong.stderr).toContain('policies.yaml:8: order: is that of the policy more');
    expect(wrong.stderr).toContain('policies.yaml:11: order: is that of the policy rest');
  }
  expect(JSON.parse((await policy('list', '--json')).stdout).policies[0].settings.targets.answer_s).toBe(30);
});

it('a policy that somebody else has set since is not written over, where the file says what was seen', async () => {
  const listed = (await policy('list', '--versions')).stdout;
  expect(listed).toMatch(/^- policy: web\n  seen: 3\n/);
  writeFileSync(file, policies(45));
  await policy('apply', file);
  writeFileSync(file, listed.replace('answer_s: 30', 'answer_s: 90'));
  const second = await policy('apply', file);
  expect([second.code, second.stdout]).toEqual([2, '']);
  expect(second.stderr).toMatch(/policies\.yaml:2: seen: is 3, but somebody has set this policy since: there are 4 versions by now/);
});

it('a policy is taken away, also by a file: later leads are the next one’s, and the verdicts before stay', async () => {
  const dry = await policy('remove', 'web', '--dry-run');
  expect(dry.stdout).toMatch(/web\s+removed\s+\S+Z\s+\d+\s+0\s/);
  expect((await policy('remove', 'web', '--seen', '3')).stderr).toContain('--seen is 3, but somebody has set this policy since');
  const removed = await policy('remove', 'web');
  expect([removed.code, removed.stderr]).toEqual([0, '']);
  expect(removed.stdout).toMatch(/web\s+removed\s+\S+Z\n/);
  await arrive('last', 'web_form');
  writeFileSync(file, '- {policy: rest, removed: true}\n');
  expect((await policy('apply', file)).stdout).toContain('1 policies set, 0 stood already');
  expect([await judgedBy('later'), await judgedBy('last')]).toEqual([
    ['web', 3, 30],
    ['rest', 2, 900],
  ]);
  expect((await policy('list', '--yaml')).stdout).toBe('[]\n');
  const never = await policy('remove', 'nobody');
  expect([never.code, never.stderr]).toEqual([2, expect.stringContaining('nobody is none that was set, so that it cannot be taken away')]);
});

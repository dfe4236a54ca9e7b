import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { until } from '@leadclock/runtime/testing/until.js';
import { keyOf, type ProgramProcess, runCommand, startProcess } from './testing/program-process.js';
import { post, sample } from './testing/sample-events.js';

const dataFolder = mkdtempSync(path.join(tmpdir(), 'leadclock-odd-'));
const place = { dataFolder };
const hour = 3_600_000;
let program: ProgramProcess;

afterAll(async () => {
  await program.stop();
  rmSync(dataFolder, { recursive: true, force: true });
});

const get = async (address: string) => (await fetch(`${program.url}${address}`)).json();
const groups = async (question: string) => (await get(`/v1/kpis/${question}`)).groups;

const now = Date.now() - 10 * hour;
const eur = (amount: number) => ({ amount, currency: 'EUR' });
const stage = (id: string) => ({ id, name: id, probability: 0.5 });
const day = (ahead: number) => new Date(now + ahead * 24 * hour).toISOString().slice(0, 10);
const meeting = { touchpoint: 'm', channel: 'meeting', direction: 'outbound', rep: 'ana' };

/** One thing of each kind that hardly can be so, and a lead to which nothing odd has happened. */
const told = [
  sample('1', 'site.set', 'site', now, { name: 'F', zone: 'UTC', locale: 'en', currency: 'EUR' }),
  sample('2', 'pipeline.set', 'default', now, { stages: [stage('new')] }),
  sample('3', 'spend.recorded', 'backwards', now, { kind: 'marketing', amount: eur(70), from: day(0), to: day(-3) }),
  sample('4', 'lead.created', 'fair', now, {}),
  sample('5', 'deal.won', 'fair', now + hour, { deal: 'd', amount: eur(40) }),
  sample('6', 'lead.created', 'less', now, { contact: { name: 'Ada Lovelace' } }),
  sample('7', 'deal.won', 'less', now + hour, { deal: 'd', amount: eur(-10) }),
  sample('8', 'lead.created', 'yen', now, {}),
  sample('9', 'deal.won', 'yen', now + hour, { deal: 'd', amount: { amount: 900, currency: 'JPY' } }),
  sample('10', 'lead.created', 'dream', now, {}),
  sample('11', 'deal.opened', 'dream', now + hour, { deal: 'd', stage: 'dreamt', amount: eur(5) }),
  sample('12', 'lead.created', 'met', now, {}),
  sample('13', 'touchpoint.recorded', 'met', now + hour, { ...meeting, outcome: 'held' }),
  sample('14', 'touchpoint.recorded', 'met', now + 2 * hour, { ...meeting, outcome: 'booked' }),
  sample('15', 'lead.created', 'twice', now, {}),
  sample('16', 'deal.won', 'twice', now + hour, { deal: 'd', amount: eur(1) }),
  sample('17', 'deal.won', 'twice', now + 2 * hour, { deal: 'd', amount: eur(2) }),
  sample('18', 'lead.created', 'early', now, {}),
  sample('19', 'touchpoint.recorded', 'early', now - hour, { touchpoint: 't', channel: 'call', direction: 'outbound', rep: 'ana' }),
];

beforeAll(async () => {
  program = await startProcess(place);
  const answer = await post(program.url, await keyOf(place), told);
  expect(answer.status).toBe(202);
  expect(JSON.parse(answer.body)).toMatchObject({ accepted: told.length, rejected: [] });
  await until('all of it is counted', async () => (await get('/v1/odd-data')).oddities.length === 7);
});

it('what hardly can be so is taken in, listed, and leads to its leads', async () => {
  const { as_of, oddities } = await get('/v1/odd-data');
  expect(Date.parse(as_of)).toBeGreaterThan(now);
  const lead = (id: string, name = expect.any(String)) => ({ kind: 'lead', id, name });
  expect(oddities).toEqual([
    { oddity: 'answer_before_arrival', count: 1, subjects: [lead('early')], next: null },
    { oddity: 'held_before_booked', count: 1, subjects: [lead('met')], next: null },
    { oddity: 'negative_amount', count: 1, subjects: [lead('less', 'Ada L.')], next: null },
    { oddity: 'reversed_range', count: 1, subjects: [{ kind: 'spend', id: 'backwards' }], next: null },
    { oddity: 'unknown_currency', count: 1, subjects: [lead('yen')], next: null },
    { oddity: 'unknown_stage', count: 1, subjects: [lead('dream')], next: null },
    { oddity: 'won_twice', count: 1, subjects: [lead('twice')], next: null },
  ]);
  expect(await get('/v1/leads/twice')).toMatchObject({ lead: 'twice' });
  expect((await get('/v1/leads?state=odd')).leads).toHaveLength(5);
});

it('each number follows its rule for it, and counts what it leaves out', async () => {
  expect(await groups('cost-per-lead')).toMatchObject([{ excluded: { reversed_range: 1 } }]);
  expect(await groups('won-revenue')).toMatchObject([
    { value: 32, n: 3, currency: 'EUR', excluded: { no_rate: 1 } },
    { value: 900, n: 1, currency: 'JPY' },
  ]);
  expect(await groups('win-ratio')).toMatchObject([{ value: 1, won: 4 }]);
  expect(await groups('pipeline-value?weighted=true')).toMatchObject([{ value: 0, n: 0, excluded: { unknown_stage: 1 } }]);
  expect(await groups('touches-to-first-meeting?basis=held')).toMatchObject([{ value: 0, n: 1 }]);
  expect(await groups('touches-to-first-meeting')).toMatchObject([{ value: 1, n: 1 }]);
  expect(await groups('lead-response-time')).toMatchObject([{ n: 1, excluded: { before_arrival: 1, unanswered: 5 } }]);
});

it('the rows behind a number name what is left out, and why', async () => {
  const { rows } = await get('/v1/kpis/pipeline-value/rows?weighted=true&excluded=unknown_stage');
  expect(rows).toMatchObject([{ subject: 'dream', excluded: 'unknown_stage' }]);
  const spent = await get('/v1/kpis/cost-per-lead/rows?of=spend&excluded=reversed_range');
  expect(spent.rows).toMatchObject([{ subject: 'backwards', excluded: 'reversed_range' }]);
});

it('the command line lists it, and the doctor mentions it', async () => {
  const listed = await runCommand(place, ['odd']);
  expect(listed).toMatchObject({ code: 0, stderr: '' });
  expect(listed.stdout).toMatch(/^reversed_range +spend +backwards +–$/m);
  const one = await runCommand(place, ['odd', 'won_twice', '--json']);
  expect(JSON.parse(one.stdout).oddities).toMatchObject([{ oddity: 'won_twice', subjects: [{ id: 'twice' }] }]);
  expect(await runCommand(place, ['odd', 'spooky'])).toMatchObject({ code: 2, stderr: expect.stringContaining('won_twice') });
  const { stdout } = await runCommand(place, ['doctor', '--json']);
  const findings: readonly { what: string; well: boolean; says: string }[] = JSON.parse(stdout);
  expect(findings.find(({ what }) => what === 'odd data')).toMatchObject({ well: true, says: expect.stringContaining('1 × won_twice') });
});

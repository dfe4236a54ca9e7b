import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createDataSource } from '@leadclock/read-model/data-source.js';
import { findProgram } from '@leadclock/runtime/data-folder.js';
import { until } from '@leadclock/runtime/testing/until.js';
import { keyOf, type ProgramProcess, startProcess } from './testing/program-process.js';
import { post, sample } from './testing/sample-events.js';

const dataFolder = mkdtempSync(path.join(tmpdir(), 'leadclock-page-'));
const place = { dataFolder };
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

/** What a browser says of a page that the program served. */
const fromPage = () => ({ 'sec-fetch-site': 'same-origin', origin: program.url });
const ask = async (where: string, headers: Record<string, string> = fromPage()) => {
  const response = await fetch(`${program.url}/v1/leads/${where}`, { headers });
  return { status: response.status, body: await response.json() };
};
const claim = async (lead: string, rep: string, idempotencyKey: string, headers: Record<string, string> = fromPage()) => {
  const response = await fetch(`${program.url}/v1/leads/${lead}/claim`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': idempotencyKey, ...headers },
    body: JSON.stringify({ rep }),
  });
  return { status: response.status, body: await response.json() };
};
const arrive = async (lead: string, data: object = {}) => {
  await post(program.url, key, [sample(randomUUID(), 'lead.created', lead, Date.now() - 60_000, { origin: 'web_form', ...data })]);
  await until(`${lead} to be known`, async () => (await ask(lead)).status === 200);
};
const claimsOf = async (lead: string): Promise<number> =>
  (await ask(`${lead}/timeline`)).body.events.filter(({ type }: { type: string }) => type === 'lead.claimed').length;

it('a page of ours claims and sees the person; another page does neither, and nothing of the person is in the log of the program', async () => {
  await arrive('ada', { contact: { name: 'Ada Lovelace', phone: '+34 600 000 001' } });
  expect(await claim('ada', 'ana', 'k1')).toMatchObject({ status: 202 });
  expect(await ask('ada/contact')).toMatchObject({ status: 200, body: { name: 'Ada Lovelace', phone: '+34 600 000 001', email: null } });

  const foreign = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' };
  expect(await claim('ada', 'luis', 'k2', foreign)).toMatchObject({ status: 403 });
  expect(await ask('ada/contact', foreign)).toMatchObject({ status: 403 });
  expect(await ask('ada/contact', {})).toMatchObject({ status: 401 });
  await post(program.url, key, [sample(randomUUID(), 'lead.erased', 'ada', Date.now(), {})]);
  await until('the details to be gone', async () => (await ask('ada/contact')).body.reason === 'erased');
  expect(await claim('ada', 'luis', 'k3')).toMatchObject({ status: 409, body: { reason: 'erased' } });
  expect(program.log()).not.toMatch(/Lovelace|600 000/);
});

it('a claim that is cut off in the middle by kill -9 is done once when the page sends it again', async () => {
  await arrive('bob');
  const outside = await createDataSource(findProgram(dataFolder)?.databaseUrl ?? '').initialize();
  // holds the claim where its key is taken and nothing is decided yet
  const holding = outside.createQueryRunner();
  await holding.startTransaction();
  await holding.query('lock table claim in exclusive mode');
  const cut = claim('bob', 'ana', 'cut').catch(() => null);
  await until('the claim to wait in its transaction', async () => {
    const [row] = await outside.query<{ waiting: boolean }[]>(
      `select exists (select from pg_locks where not granted and relation = 'claim'::regclass) as waiting`,
    );
    return row?.waiting === true;
  });
  await program.kill9();
  expect(await cut).toBeNull();
  await holding.release().catch(() => undefined);
  await outside.destroy().catch(() => undefined);

  program = await startProcess(place);
  const again = await claim('bob', 'ana', 'cut');
  expect(again).toMatchObject({ status: 202 });
  expect(await claim('bob', 'ana', 'cut')).toEqual(again);
  await until('ana to own the lead', async () => (await ask('bob')).body.state.owner === 'ana');
  expect(await claimsOf('bob')).toBe(1);
});

it('all that a page may send and ask stands in the OpenAPI document, with and without a key', async () => {
  const { paths } = await (await fetch(`${program.url}/docs/openapi.json`)).json();
  for (const name of ['claim', 'release', 'touchpoints', 'undo', 'acknowledge', 'shown']) {
    const { post: operation } = paths[`/v1/leads/{lead}/${name}`];
    expect(operation.security).toEqual([{ apiKey: [] }, {}]);
    expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(['202', '401', '403', '404', '409', '422', '503']));
  }
  const { get } = paths['/v1/leads/{lead}/contact'];
  expect(get.security).toEqual([{ apiKey: [] }, {}]);
  expect(Object.keys(get.responses)).toEqual(expect.arrayContaining(['200', '401', '403', '404']));
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { headerOf, Mailbox } from '@leadclock/alerts/testing/mailbox.js';
import { Receiver } from '@leadclock/alerts/testing/receiver.js';
import { until } from '@leadclock/runtime/testing/until.js';
import { Webhook } from 'standardwebhooks';
import { keyOf, type ProgramProcess, runCommand, startProcess } from './testing/program-process.js';
import { post, sample } from './testing/sample-events.js';

const dataFolder = mkdtempSync(path.join(tmpdir(), 'leadclock-ways-'));
let mailbox: Mailbox;
let receiver: Receiver;
let program: ProgramProcess;
let place: { readonly dataFolder: string; readonly environment: Readonly<Record<string, string>> };

beforeAll(async () => {
  [mailbox, receiver] = await Promise.all([Mailbox.open(), Receiver.open()]);
  const environment = {
    LEADCLOCK_SMTP_URL: mailbox.url,
    LEADCLOCK_MAIL_FROM: 'leads@example.com',
    LEADCLOCK_WEBHOOK_ALLOW: '127.0.0.0/8',
    LEADCLOCK_PUBLIC_URL: 'https://leads.example.com',
  };
  place = { dataFolder, environment };
  program = await startProcess(place);
  const ana = sample('r', 'rep.set', 'ana', Date.now() - 60_000, { name: 'Ana', team: 'north', active: true });
  expect((await post(program.url, await keyOf(place), [ana])).status).toBe(202);
});
afterAll(async () => {
  await program.stop();
  await Promise.all([mailbox.close(), receiver.close()]);
  rmSync(dataFolder, { recursive: true, force: true });
});

/** Many commands, each a process of its own. */
const limitMs = 180_000;
const way = (...words: readonly string[]) => runCommand(place, ['way', ...words]);
const list = async () => JSON.parse((await way('list', '--json')).stdout).ways;

it(
  'ways are set up, tried and listed; a mistake is named, and no address is shown',
  async () => {
    expect(await way('add', 'ana', '--email', 'ana@example.com', '--for', 'rep:ana', '--language', 'es')).toMatchObject({
      code: 0,
      stderr: '',
    });
    expect((await way('add', 'all', '--webhook', `${receiver.url}/all`, '--for', 'everybody')).stdout).toMatch(/^whsec_/);
    const inside = await way('add', 'inside', '--webhook', 'https://10.0.0.1/x', '--for', 'channel:x');
    expect(inside).toMatchObject({ code: 2, stderr: expect.stringContaining('LEADCLOCK_WEBHOOK_ALLOW') });
    // nobody listens there
    await way('add', 'dead', '--webhook', 'http://127.0.0.1:1/x', '--for', 'channel:x');
    expect(await way('add', 'ana', '--email', 'other@example.com', '--for', 'rep:ana')).toMatchObject({ code: 2 });
    expect((await way('add', 'bob', '--email', 'bob', '--for', 'rep:bob')).stderr).toContain('--email: is no e-mail address');
    expect((await way('add', 'bob', '--email', 'bob@example.com', '--for', 'boss')).stderr).toContain('must be one of rep:ID');
    expect(await way('test', 'ana')).toMatchObject({ code: 0, stdout: 'ana works: the message was taken\n' });
    expect(await way('test', 'dead')).toMatchObject({ code: 1, stdout: expect.stringContaining('ECONNREFUSED') });
    expect(await way('test', 'nobody')).toMatchObject({ code: 2 });
    expect(mailbox.mails.map((mail) => [mail.to, headerOf(mail, 'Subject')])).toEqual([
      ['ana@example.com', 'Mensaje de prueba de Leadclock'],
    ]);
    expect(await list()).toMatchObject([
      { way: 'all', for: 'everybody', to: `${receiver.url}/…`, succeeded_at: null },
      { way: 'ana', kind: 'email', for: 'rep:ana', to: 'a…@example.com', waiting: 0, succeeded_at: expect.any(String), failed_at: null },
      { way: 'dead', failed_at: expect.any(String), failure: 'ECONNREFUSED' },
    ]);
    const doctor: readonly { what: string; well: boolean; says: string }[] = JSON.parse(
      (await runCommand(place, ['doctor', '--json'])).stdout,
    );
    expect(doctor.find(({ what }) => what === 'ways')).toMatchObject({
      well: false,
      says: expect.stringContaining('dead: ECONNREFUSED'),
    });
    expect(JSON.parse((await way('log', 'dead', '--json')).stdout)).toMatchObject({
      deliveries: [{ what: 'test', tries: [{ failure: 'ECONNREFUSED' }], ended: 'given up' }],
    });
    // a test that failed is no message that anybody missed
    expect((await way('replay', 'dead')).stdout).toBe('0 messages are sent again by dead\n');
    expect(await way('log', 'nobody')).toMatchObject({ code: 2 });
    expect(await way('remove', 'dead')).toMatchObject({ code: 0 });
    expect(await way('remove', 'dead')).toMatchObject({ code: 2 });
    expect(program.log()).not.toContain('ana@example.com');
  },
  limitMs,
);

it(
  'a late lead is told of by mail, to a program once more after a kill -9, and its answer to the program alone',
  async () => {
    const now = Date.now();
    mailbox.mails.splice(0);
    receiver.answer('/crm', (response, before) => (before === 0 ? undefined : response.writeHead(200).end()));
    const policy = {
      order: 1,
      match: {},
      targets: { answer_s: 2 },
      steps: [{ id: 'late', clock: 'lead', of: 'answer', at_s: 2, notify: ['owner'] }],
    };
    const secret = (await way('add', 'crm', '--webhook', `${receiver.url}/crm`, '--for', 'rep:ana')).stdout.trim();
    const key = await keyOf(place);
    const events = [sample('p', 'policy.set', 'fast', now - 60_000, policy), sample('c', 'lead.created', 'lead-1', now, { owner: 'ana' })];
    expect((await post(program.url, key, events)).status).toBe(202);
    await until('the mail', () => mailbox.mails.length > 0);
    await until('the first try', () => receiver.at('/crm').length === 1);
    expect(headerOf(mailbox.mails[0]!, 'To')).toBe('ana@example.com');
    await program.kill9();
    program = await startProcess(place);
    await until('the second try', () => receiver.at('/crm').length === 2);
    const call = { touchpoint: 't', channel: 'call', direction: 'outbound', rep: 'ana', outcome: 'connected' };
    await post(program.url, key, [sample('t', 'touchpoint.recorded', 'lead-1', Date.now(), call)]);
    await until('the end', () => receiver.at('/crm').length === 3);
    const told = receiver.at('/crm').map(({ body }) => JSON.parse(body));
    expect(told.map(({ type }) => type)).toEqual(['alert.raised', 'alert.raised', 'alert.resolved']);
    expect(new Set(told.map(({ data }) => data.alert_id)).size).toBe(1);
    // the kill may have come between a mail and its note: it is sent again, as one and the same mail
    expect(new Set(mailbox.mails.map((mail) => headerOf(mail, 'Message-ID'))).size).toBe(1);
    for (const { body, headers } of receiver.at('/crm')) expect(new Webhook(secret).verify(body, headers)).toEqual(JSON.parse(body));
  },
  limitMs,
);

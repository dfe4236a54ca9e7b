import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { answerAs, slack, teams } from '@leadclock/alerts/testing/chat-services.js';
import { Receiver } from '@leadclock/alerts/testing/receiver.js';
import { until } from '@leadclock/runtime/testing/until.js';
import { keyOf, type ProgramProcess, runCommand, startProcess } from './testing/program-process.js';
import { post, sample } from './testing/sample-events.js';

const dataFolder = mkdtempSync(path.join(tmpdir(), 'leadclock-chats-'));
const place = {
  dataFolder,
  environment: { LEADCLOCK_WEBHOOK_ALLOW: '127.0.0.0/8', LEADCLOCK_PUBLIC_URL: 'https://leads.example.com' },
};
let receiver: Receiver;
let program: ProgramProcess;
let key: string;

/** Each command is a process of its own. */
const limitMs = 180_000;
const way = (...words: readonly string[]) => runCommand(place, ['way', ...words]);
/** The path is the name of the way, and holds what is as secret as Slack's. */
const urlOf = (name: string): string => `${receiver.url}/${name}/T0SECRET`;
const came = (name: string) => receiver.at(`/${name}/T0SECRET`).map(({ body }) => JSON.parse(body));
const answers = (name: string, answer: Parameters<Receiver['answer']>[1]): void => receiver.answer(`/${name}/T0SECRET`, answer);

interface Listed {
  readonly way: string;
  readonly waiting: number;
  readonly failure: string | null;
  readonly succeeded_at: string | null;
}
const list = async (): Promise<readonly Listed[]> => JSON.parse((await way('list', '--json')).stdout).ways;
const log = async (name: string) => JSON.parse((await way('log', name, '--json')).stdout).deliveries;
const ended = (...names: readonly string[]) =>
  until(`all by ${names.join(', ')} to have ended`, async () =>
    (await list()).filter((one) => names.includes(one.way)).every(({ waiting }) => waiting === 0),
  );

/** A lead of Ana's whose target passes in two seconds, under a policy of its own. */
async function late(lead: string, origin: string, notify: readonly string[]): Promise<void> {
  const now = Date.now();
  const policy = {
    order: 1,
    match: { origin: [origin] },
    targets: { answer_s: 2 },
    steps: [{ id: 'late', clock: 'lead', of: 'answer', at_s: 2, notify }],
  };
  const events = [
    sample(`${origin}-p`, 'policy.set', origin, now - 60_000, policy),
    sample(`${origin}-c`, 'lead.created', lead, now, { owner: 'ana', origin }),
  ];
  expect(await post(program.url, key, events)).toMatchObject({ status: 202 });
}

beforeAll(async () => {
  receiver = await Receiver.open();
  program = await startProcess(place);
  key = await keyOf(place);
  const ana = sample('r', 'rep.set', 'ana', Date.now() - 120_000, { name: 'Ana', team: 'north', active: true });
  expect((await post(program.url, key, [ana])).status).toBe(202);
}, limitMs);
afterAll(async () => {
  await program.stop();
  await receiver.close();
  rmSync(dataFolder, { recursive: true, force: true });
});

it(
  'an alert reaches a channel of Slack and, once Teams takes more, a rep there, in a form that both take; nothing in the lead’s id is a sign',
  async () => {
    const lead = '[x](http://evil.example) *<!channel>*';
    const cameAt: number[] = [];
    answers('sales', (response, _before, received) => answerAs(slack, response, received));
    answers('ana', (response, before, received) => {
      cameAt.push(Date.now());
      if (before === 0) response.writeHead(429, { 'retry-after': '7' }).end('throttled');
      else answerAs(teams, response, received);
    });
    expect((await way('add', 'sales', '--slack', urlOf('sales'), '--for', 'channel:sales')).code).toBe(0);
    expect((await way('add', 'ana', '--teams', urlOf('ana'), '--for', 'rep:ana', '--language', 'es')).code).toBe(0);
    await late(lead, 'form', ['owner', 'channel:sales']);
    await until('the try that Teams does not take', () => cameAt.length === 1);
    await until('what came of both to be put down', async () => {
      const [ofAna, ofSales] = await list();
      return ofAna?.failure === 'answered 429' && ofAna.waiting === 1 && ofSales?.succeeded_at !== null;
    });
    await ended('ana', 'sales');
    const [first = 0, second = 0] = cameAt;
    // not one second sooner than it asked for, nor when the usual pause of five is over
    expect(second - first).toBeGreaterThanOrEqual(7_000);
    const [toSlack] = came('sales');
    const [block] = toSlack.blocks;
    expect(toSlack.text).toBe('Lead [x](http://evil.example) *&lt;!channel&gt;* is late: nobody has answered it');
    expect(block.elements[0].elements[0].text).toBe(`Lead ${lead} is late: nobody has answered it`);
    const led = (url: string) => [new URL(url).pathname, Object.fromEntries(new URL(url).searchParams)];
    expect(led(block.elements[0].elements.at(-1).url)).toEqual(['/team', { lead }]);
    const [, toTeams] = came('ana');
    const { content } = toTeams.attachments[0];
    expect(content.body[0].inlines[0].text).toBe(`El lead ${lead} lleva retraso: nadie lo ha respondido`);
    expect(led(content.actions[0].url)).toEqual(['/me', { for: 'ana', lead }]);
    expect(await list()).toMatchObject([
      { way: 'ana', state: 'works', given_up: 0 },
      { way: 'sales', failure: null, given_up: 0 },
    ]);
    expect(await log('ana')).toMatchObject([{ ended: 'delivered', tries: [{ failure: 'answered 429' }, { failure: null }] }]);
  },
  limitMs,
);

it(
  'what a chat refuses for good is tried once, shown with its reason at the way and in its log, and sent again once that is put right',
  async () => {
    const refusals = {
      archived: [410, 'channel_is_archived', 'answered 410: channel_is_archived'],
      gone: [404, 'no_service', 'answered 404: no_service'],
      odd: [400, 'invalid_payload', 'answered 400: invalid_payload'],
      off: [400, '{"error":{"code":"WorkflowTriggerIsNotEnabled","message":"…"}}', 'answered 400: WorkflowTriggerIsNotEnabled'],
    } as const;
    const names = Object.keys(refusals);
    for (const [name, [status, body]] of Object.entries(refusals)) {
      answers(name, (response) => response.writeHead(status).end(body));
      const kind = name === 'off' ? '--teams' : '--slack';
      expect((await way('add', name, kind, urlOf(name), '--for', `channel:${name}`)).code).toBe(0);
    }
    const tested = await way('test', 'gone');
    expect(tested).toMatchObject({ code: 1, stdout: 'gone does not work: answered 404: no_service\n' });
    await late(
      'lead-2',
      'chat',
      names.map((name) => `channel:${name}`),
    );
    await until('each to have been asked', () => names.every((name) => came(name).length === (name === 'gone' ? 2 : 1)));
    await ended(...names);
    const listed = await list();
    for (const [name, [, , failure]] of Object.entries(refusals)) {
      expect(listed.find((one) => one.way === name)).toMatchObject({ failure, given_up: 1, waiting: 0, succeeded_at: null });
      expect((await log(name))[0]).toMatchObject({ what: 'raised', ended: 'given up', failure, tries: [{ failure }] });
    }
    expect((await way('log', 'archived')).stdout).toMatch(/raised .* 1 +given up .* answered 410: channel_is_archived/);
    // somebody has put the channel back
    answers('archived', (response, _before, received) => answerAs(slack, response, received));
    expect((await way('replay', 'archived')).stdout).toBe('1 messages are sent again by archived\n');
    await ended('archived');
    expect(await list()).toContainEqual(expect.objectContaining({ way: 'archived', given_up: 0, succeeded_at: expect.any(String) }));
    expect((await log('archived'))[0]).toMatchObject({ ended: 'delivered', failure: null });
    expect(came('archived')).toHaveLength(2);
    expect(program.log()).not.toContain('T0SECRET');
  },
  limitMs,
);

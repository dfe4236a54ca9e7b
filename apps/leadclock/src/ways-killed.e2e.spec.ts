import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { headerOf, Mailbox } from '@leadclock/alerts/testing/mailbox.js';
import { Receiver } from '@leadclock/alerts/testing/receiver.js';
import { freshDatabase } from '@leadclock/runtime/testing/fresh-database.js';
import { until } from '@leadclock/runtime/testing/until.js';
import { Client } from 'pg';
import { keyOf, type Place, type ProgramProcess, startProcess } from './testing/program-process.js';
import { post, sample } from './testing/sample-events.js';

/** How often the process is killed at each point; WAYS_KILLS=20 for the long run. */
const KILLS = Number(process.env['WAYS_KILLS'] ?? 1);

/** Where a process is held until it is dead: it has claimed a message and not sent it; it has sent it and not kept that. */
const gates = { claimed: 1, sent: 2 } as const;
type Gate = keyof typeof gates;
/** A webhook and a mail of each alert. */
const CHANNELS = 2;

const folder = mkdtempSync(path.join(tmpdir(), 'leadclock-ways-killed-'));
let client: Client;
let mailbox: Mailbox;
let receiver: Receiver;
let door: ProgramProcess | null = null;
let alerts: ProgramProcess | null = null;
let key: string;
let environment: Readonly<Record<string, string>>;

const placeOf = (name: string): Place => ({ dataFolder: path.join(folder, name), environment });
const startAlerts = () => startProcess(placeOf('alerts'), ['start', '--only', 'alerts']);

beforeAll(async () => {
  const url = await freshDatabase();
  [mailbox, receiver] = await Promise.all([Mailbox.open(), Receiver.open()]);
  environment = {
    DATABASE_URL: url,
    LEADCLOCK_SMTP_URL: mailbox.url,
    LEADCLOCK_MAIL_FROM: 'leads@example.com',
    LEADCLOCK_WEBHOOK_ALLOW: '127.0.0.0/8',
  };
  door = await startProcess(placeOf('door'), ['start', '--only', 'ingest,projector']);
  key = await keyOf(placeOf('door'));
  const early = Date.now() - 60_000;
  const target = { steps: [{ id: 'late', clock: 'lead', of: 'answer', at_s: 1, notify: ['owner'] }], targets: { answer_s: 1 } };
  await told([
    sample('r', 'rep.set', 'ana', early, { name: 'Ana', team: 'north', active: true }),
    sample('p', 'policy.set', 'fast', early, { order: 1, match: {}, ...target }),
  ]);
  await until('the ways', async () => {
    const mail = await addWay({ way: 'mail', kind: 'email', address: 'ana@example.com' });
    return mail === 201 && (await addWay({ way: 'crm', kind: 'webhook', address: `${receiver.url}/crm` })) === 201;
  });
  client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`
create schema story;
create function story.hold() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock_shared(tg_argv[0]::integer, hashtext((select lead from alert where id = new.alert)));
  return new;
end $$;
create constraint trigger claimed after update on delivery deferrable initially deferred for each row
  when (new.tries > old.tries) execute function story.hold(${gates.claimed});
create trigger sent before update on delivery for each row when (new.ended = 'delivered') execute function story.hold(${gates.sent});`);
  alerts = await startAlerts();
}, 90_000);
afterAll(async () => {
  await Promise.all([alerts?.kill9(), door?.kill9()]);
  await client?.end();
  await Promise.all([mailbox.close(), receiver.close()]);
  rmSync(folder, { recursive: true, force: true });
});

async function told(events: Parameters<typeof post>[2]): Promise<void> {
  expect(await post(door?.url ?? '', key, events)).toMatchObject({ status: 202 });
}

async function addWay(way: object): Promise<number> {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  return (await fetch(`${door?.url}/v1/ways`, { method: 'POST', headers, body: JSON.stringify({ ...way, for: 'rep:ana' }) })).status;
}

/** Holds the process at a gate with both messages of a late lead, and kills it there; what it has said to the database by then holds or not. */
async function kill(gate: Gate, lead: string): Promise<void> {
  const lock = [gates[gate], lead];
  await client.query('select pg_advisory_lock($1::integer, hashtext($2))', lock);
  await told([sample(`${lead}-c`, 'lead.created', lead, Date.now(), { owner: 'ana' })]);
  const held = await until(`both messages of ${lead} at ${gate}`, async () => {
    const { rows } = await client.query<{ pid: number }>(
      `select pid from pg_locks where locktype = 'advisory' and not granted and classid = $1::integer::oid and objid = hashtext($2)::oid
          and database = (select oid from pg_database where datname = current_database())`,
      lock,
    );
    return rows.length === CHANNELS ? rows : null;
  });
  await alerts?.kill9();
  // a claim is committed by its backend, which hears of the death later; that a message was sent is never kept
  if (gate === 'sent') for (const { pid } of held) await client.query('select pg_terminate_backend($1)', [pid]);
  await client.query('select pg_advisory_unlock($1::integer, hashtext($2))', lock);
  alerts = await startAlerts();
}

/** What came of a lead's alert: how many postings and mails, under how many names. */
function heard(lead: string) {
  const posted = receiver.at('/crm').flatMap(({ body }) => (JSON.parse(body).data.lead === lead ? [JSON.parse(body).data.alert_id] : []));
  const mailed = mailbox.mails.filter((mail) => headerOf(mail, 'Subject')?.includes(`${lead} `));
  const alertOf = (mail: (typeof mailed)[number]) => headerOf(mail, 'X-Leadclock-Alert');
  return {
    least: Math.min(posted.length, mailed.length),
    alerts: new Set([...posted, ...mailed.map(alertOf)]).size,
    mails: new Set(mailed.map((mail) => headerOf(mail, 'Message-ID'))).size,
  };
}

it(
  'a message whose sender is killed with -9 after it has claimed it, or after it has sent it, is sent by the next: none is lost, and repeats are told by alert_id',
  async () => {
    const points = ['claimed', 'sent'] as const;
    const kills = Array.from({ length: KILLS }, (_, round) => points.map((gate) => ({ gate, lead: `${gate}-${round}` }))).flat();
    for (const { gate, lead } of kills) await kill(gate, lead);
    // what a dead one had claimed is left to it for as long as its try might have taken
    await until(
      'all messages to be delivered',
      async () => {
        const { rows } = await client.query<{ ended: string | null; n: number }>(
          'select ended, count(*)::int as n from delivery group by 1',
        );
        return rows.length === 1 && rows[0]?.ended === 'delivered' && rows[0].n === CHANNELS * kills.length;
      },
      90_000,
    );
    const counts = [receiver.at('/crm').length, mailbox.mails.length];
    process.stderr.write(`${kills.length} kills: of ${kills.length} alerts came ${counts[0]} postings and ${counts[1]} mails\n`);
    for (const { gate, lead } of kills) {
      const { least, ...names } = heard(lead);
      expect({ lead, ...names }).toEqual({ lead, alerts: 1, mails: 1 });
      // one that had waited beside it may come twice, too
      expect([lead, least >= (gate === 'sent' ? 2 : 1)]).toEqual([lead, true]);
    }
    const { rows } = await client.query<{ n: number }>(
      'select count(*)::int as n from delivery d where d.tries <= (select count(*) from delivery_try t where t.delivery = d.id)',
    );
    // each was cut off, and its log says so
    expect(rows[0]?.n).toBe(0);
  },
  120_000 + KILLS * 40_000,
);

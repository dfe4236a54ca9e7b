import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { headerOf, Mailbox } from '@leadclock/alerts/testing/mailbox.js';
import { Receiver } from '@leadclock/alerts/testing/receiver.js';
import { createDataSource } from '@leadclock/read-model/data-source.js';
import { openInstallation } from '@leadclock/read-model/installation.js';
import { migrate } from '@leadclock/read-model/migrate.js';
import { addWay } from '@leadclock/read-model/outside/way.table.js';
import { plantAlerts } from '@leadclock/read-model/testing/plant-alerts.js';
import { freshDatabase } from '@leadclock/runtime/testing/fresh-database.js';
import { until } from '@leadclock/runtime/testing/until.js';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { type Place, type ProgramProcess, startProcess } from './testing/program-process.js';

/** How often the process is killed at each point; WAYS_KILLS=20 for the long run. */
const KILLS = Number(process.env['WAYS_KILLS'] ?? 1);

/** Where a process is held until it is dead: it has claimed a message and not sent it; it has sent it and not kept that. */
const gates = { claimed: 1, sent: 2 } as const;
type Gate = keyof typeof gates;
/** A webhook and a mail of each alert. */
const CHANNELS = 2;

const folder = mkdtempSync(path.join(tmpdir(), 'leadclock-ways-killed-'));
let dataSource: DataSource;
let client: Client;
let mailbox: Mailbox;
let receiver: Receiver;
let place: Place;
let program: ProgramProcess | null = null;

beforeAll(async () => {
  const url = await freshDatabase();
  dataSource = await createDataSource(url).initialize();
  await migrate(dataSource);
  await openInstallation(dataSource, { partitions: 12 });
  [mailbox, receiver] = await Promise.all([Mailbox.open(), Receiver.open()]);
  client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`
create schema story;
create function story.hold() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock_shared(tg_argv[0]::integer, hashtext(new.alert));
  return new;
end $$;
create constraint trigger claimed after update on delivery deferrable initially deferred for each row
  when (new.tries > old.tries) execute function story.hold(${gates.claimed});
create trigger sent before update on delivery for each row when (new.ended = 'delivered') execute function story.hold(${gates.sent});`);
  await addWay(dataSource, { id: 'mail', kind: 'email', listener: 'ana', address: 'ana@example.com', language: 'en', secret: null });
  await addWay(dataSource, { id: 'crm', kind: 'webhook', listener: 'ana', address: `${receiver.url}/crm`, language: 'en', secret: null });
  place = {
    dataFolder: folder,
    environment: {
      DATABASE_URL: url,
      LEADCLOCK_SMTP_URL: mailbox.url,
      LEADCLOCK_MAIL_FROM: 'leads@example.com',
      LEADCLOCK_WEBHOOK_ALLOW: '127.0.0.0/8',
    },
  };
  program = await startProcess(place, ['start', '--only', 'alerts']);
}, 60_000);
afterAll(async () => {
  await program?.kill9();
  await client.end();
  await dataSource.destroy();
  await Promise.all([mailbox.close(), receiver.close()]);
  rmSync(folder, { recursive: true, force: true });
});

/** Holds the process at a gate with both messages of an alert, and kills it there; what it has said to the database by then holds or not. */
async function kill(gate: Gate, alert: string): Promise<void> {
  const lock = [gates[gate], alert];
  await client.query('select pg_advisory_lock($1::integer, hashtext($2))', lock);
  const now = Date.now();
  await plantAlerts(dataSource, {
    id: alert,
    lead: `lead-${alert}`,
    step: 'due',
    dueAt: now,
    raisedAt: now,
    rep: 'ana',
    unconfirmed: false,
  });
  const held = await until(`both messages of ${alert} at ${gate}`, async () => {
    const { rows } = await client.query<{ pid: number }>(
      `select pid from pg_locks where locktype = 'advisory' and not granted and classid = $1::integer::oid and objid = hashtext($2)::oid
          and database = (select oid from pg_database where datname = current_database())`,
      lock,
    );
    return rows.length === CHANNELS ? rows : null;
  });
  await program?.kill9();
  // a claim is committed by its backend, which hears of the death later; that a message was sent is never kept
  if (gate === 'sent') for (const { pid } of held) await client.query('select pg_terminate_backend($1)', [pid]);
  await client.query('select pg_advisory_unlock($1::integer, hashtext($2))', lock);
  program = await startProcess(place, ['start', '--only', 'alerts']);
}

const heard = (alert: string) => ({
  crm: receiver.at('/crm').filter(({ body }) => JSON.parse(body).data.alert_id === alert).length,
  mail: mailbox.mails.filter((mail) => headerOf(mail, 'X-Leadclock-Alert') === alert).length,
});

it(
  'a message whose sender is killed with -9 after it has claimed it, or after it has sent it, is sent by the next: none is lost, and repeats are told by alert_id',
  async () => {
    const kills = Array.from({ length: KILLS }, (_, round) =>
      (['claimed', 'sent'] as const).map((gate) => ({ gate, alert: `${gate}-${round}` })),
    ).flat();
    for (const { gate, alert } of kills) await kill(gate, alert);
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
    const told = kills.map(({ gate, alert }) => ({ gate, ...heard(alert) }));
    process.stderr.write(
      `${kills.length} kills, ${receiver.at('/crm').length} postings and ${mailbox.mails.length} mails for ${kills.length} alerts\n`,
    );
    // one that had waited with it may be sent twice, too
    for (const { gate, crm, mail } of told)
      expect({ gate, least: Math.min(crm, mail) >= (gate === 'sent' ? 2 : 1) }).toEqual({ gate, least: true });
    expect(new Set(mailbox.mails.map((mail) => headerOf(mail, 'Message-ID'))).size).toBe(kills.length);
    const { rows } = await client.query<{ n: number }>(
      `select count(*)::int as n from delivery d where d.tries <= (select count(*) from delivery_try t where t.delivery = d.id)`,
    );
    // each was cut off, and its log says so
    expect(rows[0]?.n).toBe(0);
  },
  120_000 + KILLS * 40_000,
);

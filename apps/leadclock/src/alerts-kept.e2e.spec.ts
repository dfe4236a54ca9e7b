import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findProgram } from '@leadclock/runtime/data-folder.js';
import { until } from '@leadclock/runtime/testing/until.js';
import { Client } from 'pg';
import { keyOf, type Place, type ProgramProcess, runCommand, startProcess } from './testing/program-process.js';
import { post, type SampleEvent, sample } from './testing/sample-events.js';

/** the target of who has set no policy */
const TARGET_MS = 300_000;
const parent = mkdtempSync(path.join(tmpdir(), 'leadclock-kept-'));
const opened: Floor[] = [];
afterAll(async () => {
  for (const floor of opened) await floor.close();
  rmSync(parent, { recursive: true, force: true });
});

interface AlertRow {
  readonly id: string;
  readonly lead: string;
  readonly ended: string | null;
  readonly unconfirmed: boolean;
  readonly change_no: number;
  readonly owners: readonly string[] | null;
}

/** A program of its own, its people and its table of alerts. */
class Floor {
  private constructor(
    readonly place: Place,
    private readonly program: ProgramProcess,
    private readonly key: string,
    private readonly client: Client,
  ) {}

  static async open(name: string): Promise<Floor> {
    const place = { dataFolder: path.join(parent, name) };
    const program = await startProcess(place);
    const client = new Client({ connectionString: findProgram(place.dataFolder)?.databaseUrl });
    await client.connect();
    const floor = new Floor(place, program, await keyOf(place), client);
    opened.push(floor);
    return floor;
  }

  async close(): Promise<void> {
    await this.client.end();
    await this.program.stop();
  }

  async send(...events: SampleEvent[]): Promise<void> {
    expect((await post(this.program.url, this.key, events)).status).toBe(202);
  }

  async command(lead: string, name: string, body: object): Promise<void> {
    const headers = { authorization: `Bearer ${this.key}`, 'content-type': 'application/json', 'idempotency-key': randomUUID() };
    const answer = await fetch(`${this.program.url}/v1/leads/${lead}/${name}`, { method: 'POST', headers, body: JSON.stringify(body) });
    expect(answer.status).toBe(202);
  }

  async alerts(): Promise<readonly AlertRow[]> {
    const { rows } = await this.client.query<{ row: AlertRow }>('select row_to_json(a) as row from alert a order by lead, raised_at');
    return rows.map(({ row }) => row);
  }

  /** How the alerts of a lead have ended, in the order in which they were raised. */
  async ends(lead: string): Promise<string> {
    const rows = (await this.alerts()).filter((alert) => alert.lead === lead);
    return rows.map(({ ended }) => ended ?? 'open').join(' ');
  }

  /** The log, an event a line. */
  async log(): Promise<readonly string[]> {
    const exported = await runCommand(this.place, ['export']);
    expect(exported.code).toBe(0);
    return exported.stdout.split('\n').filter((line) => line !== '');
  }

  /** Rings for a lead that falls due when all who wait for their partition have been tried again: who was to be rung for an older one has been. */
  async ring(lead: string): Promise<void> {
    await this.send(sample(lead, 'lead.created', lead, Date.now() - TARGET_MS + 3_000, {}));
    await until(`the alert of ${lead}`, async () => (await this.ends(lead)) === 'open');
  }
}

const called = (id: string, lead: string, at: number) =>
  sample(id, 'touchpoint.recorded', lead, at, { touchpoint: id, channel: 'call', direction: 'outbound', rep: 'ana', outcome: 'connected' });
const toldOf = (log: readonly string[], type: string): number => log.filter((line) => line.includes(`"type":"alert.${type}"`)).length;
const markers = ['rebuilt', 'imported'];
const withoutMarkers = (alerts: readonly AlertRow[]) => alerts.filter(({ lead }) => !markers.includes(lead));
const eventsBefore = (log: readonly string[]) =>
  log.filter((line) => !markers.some((lead) => line.includes(`"subject":"${lead}"`))).toSorted();
/** What another database has as well: its lane has numbers of its own; that an alert was in doubt when it was raised, and whose its lead was, is no event. */
const saidOf = (alerts: readonly AlertRow[]) =>
  withoutMarkers(alerts).map(({ change_no: _lane, unconfirmed: _doubt, owners: _whose, ...said }) => said);

/** Alerts of every kind: open, shown and acknowledged; resolved; taken back; taken back, raised a second time, resolved. */
async function tellOfFour(floor: Floor): Promise<void> {
  const arrived = Date.now() - TARGET_MS + 1_500;
  await floor.send(
    ...['ada', 'bob', 'cy', 'dan', 'eve'].map((lead) =>
      sample(lead, 'lead.created', lead, arrived, lead === 'bob' ? {} : { owner: 'ana' }),
    ),
    called('dan-in-time', 'dan', arrived + 1),
  );
  for (const lead of ['ada', 'bob', 'cy', 'eve']) await until(`the alert of ${lead}`, async () => (await floor.ends(lead)) === 'open');
  const alert = (await floor.alerts()).find(({ lead }) => lead === 'ada')?.id;
  await floor.command('ada', 'shown', { rep: 'ana', alert });
  await floor.command('ada', 'acknowledge', { rep: 'luis', alert });
  await floor.send(
    called('bob-late', 'bob', Date.now()),
    called('cy-in-time', 'cy', arrived + 1),
    called('eve-in-time', 'eve', arrived + 1),
  );
  await until('bob to be answered', async () => (await floor.ends('bob')) === 'resolved');
  for (const lead of ['cy', 'eve']) await until(`that of ${lead} to be taken back`, async () => (await floor.ends(lead)) === 'retracted');
  await floor.send(sample('cy-not', 'event.retracted', 'cy', Date.now(), { source: '/test', id: 'cy-in-time' }));
  await until('a second round', async () => (await floor.ends('cy')) === 'retracted open');
  await floor.send(called('cy-late', 'cy', Date.now()));
  await until('its end', async () => (await floor.ends('cy')) === 'retracted resolved');
}

it('what people were told stays as it was through a rebuild, and through export and import into an empty folder; nobody is rung anew', async () => {
  const first = await Floor.open('first');
  await tellOfFour(first);
  const log = await until('all that was told to be in the log', async () => {
    const lines = await first.log();
    const counts = ['raised', 'shown', 'acknowledged', 'resolved', 'retracted'].map((type) => toldOf(lines, type));
    return counts.join() === '5,1,1,2,2' ? lines : null;
  });
  const told = await until('the open alert to be certain', async () => {
    const rows = await first.alerts();
    return rows.some(({ ended, unconfirmed }) => ended === null && unconfirmed) ? null : rows;
  });
  expect(told.map(({ lead, ended }) => [lead, ended])).toEqual([
    ['ada', null],
    ['bob', 'resolved'],
    ['cy', 'retracted'],
    ['cy', 'resolved'],
    ['eve', 'retracted'],
  ]);

  expect(await runCommand(first.place, ['rebuild'])).toMatchObject({ code: 0, stderr: '' });
  await first.ring('rebuilt');
  expect(withoutMarkers(await first.alerts())).toEqual(told);
  expect(eventsBefore(await first.log())).toEqual(eventsBefore(log));

  const second = await Floor.open('second');
  expect(await runCommand(second.place, ['import', '-'], `${log.join('\n')}\n`)).toMatchObject({ code: 0 });
  await second.ring('imported');
  expect(saidOf(await second.alerts())).toEqual(saidOf(told));
  expect(eventsBefore(await second.log())).toEqual(eventsBefore(log));
  expect(await runCommand(second.place, ['verify'])).toMatchObject({ code: 0 });
}, 120_000);

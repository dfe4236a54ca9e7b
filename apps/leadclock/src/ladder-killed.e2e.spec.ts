import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describeKafka } from '@leadclock/event-log/testing/describe-kafka.js';
import { until } from '@leadclock/runtime/testing/until.js';
import type { Client } from 'pg';
import { type KafkaBroker, startKafkaIfPossible } from '../../../tools/kafka/start-kafka.js';
import { closeGate, type GateName, heldAt, installGates, openGate } from './testing/kills/gates.js';
import { alertsOf, judge, missingOf, type Outage } from './testing/kills/judged-floor.js';
import { KilledServers, type Member } from './testing/kills/killed-servers.js';
import { RunningFloor } from './testing/kills/running-floor.js';

/** How often each of them is killed at each point; ALERT_KILLS=20 for the long run. Unset: the few that belong together, once. */
const KILLS = Number(process.env['ALERT_KILLS'] ?? 0);
/** Beside the rest of the suite the machine itself is late; in the long run, which has it alone, this is what is promised. */
const LATEST_MS = KILLS > 0 ? 1_000 : 10_000;

const victims = ['alerts', 'both', 'projector', 'database'] as const;
type Victim = (typeof victims)[number] | 'broker';
const points = ['claim', 'commit', 'relay', 'unsent', 'logged', 'folding'] as const satisfies readonly GateName[];
type Kill = readonly [point: GateName, victim: Victim];

const few: readonly Kill[] = [
  ['claim', 'alerts'],
  ['commit', 'alerts'],
  ['commit', 'database'],
  ['relay', 'both'],
  ['unsent', 'alerts'],
  ['logged', 'projector'],
  ['folding', 'projector'],
];
const fewOfBroker: readonly Kill[] = [
  ['claim', 'broker'],
  ['relay', 'broker'],
];
const all = (whom: readonly Victim[]): readonly Kill[] =>
  Array.from({ length: KILLS }, () => points.flatMap((point) => whom.map((victim): Kill => [point, victim]))).flat();

const parent = mkdtempSync(path.join(tmpdir(), 'leadclock-ladder-'));
const opened: KilledServers[] = [];
const floors: RunningFloor[] = [];
afterAll(async () => {
  for (const floor of floors) floor.stop();
  for (const servers of opened) await servers.stop();
  rmSync(parent, { recursive: true, force: true });
});

/** A floor whose parts are killed, one after the other. */
class KilledFloor {
  readonly outages: Outage[] = [];
  private constructor(
    readonly servers: KilledServers,
    readonly floor: RunningFloor,
    private client: Client,
  ) {}

  static async open(name: string, broker: KafkaBroker | null): Promise<KilledFloor> {
    const servers = await KilledServers.open(path.join(parent, name), broker);
    opened.push(servers);
    const client = await servers.connect();
    await installGates(client);
    // quiet until the next minute but a few seconds: what is quiet then is told while others are killed, or after
    const quietUntil = Math.ceil((Date.now() + 5_000) / 60_000) * 60_000;
    const floor = new RunningFloor(servers.url, servers.key, Date.now(), quietUntil);
    floors.push(floor);
    await until('the first alerts', async () => (await alertsOf(client)).length > 10);
    return new KilledFloor(servers, floor, client);
  }

  async kill([point, victim]: Kill): Promise<void> {
    const from = Date.now();
    await closeGate(this.client, point);
    const held = await heldAt(this.client, point);
    const killed = await this.strike(victim, held);
    // its backend finds its client gone and goes back, or had its statement already and commits it
    if (victim !== 'database') await openGate(this.client, point);
    const released = Date.now();
    await this.bringBack(victim, killed);
    const otherGoesOn = victim === 'alerts';
    this.outages.push({ from, to: otherGoesOn ? released : Date.now(), kill: `${victim} at ${point}` });
  }

  private async strike(victim: Victim, held: Member): Promise<readonly Member[]> {
    const members: readonly Member[] =
      victim === 'alerts'
        ? [held === 'projector' ? 'one' : held]
        : victim === 'both'
          ? ['one', 'two']
          : victim === 'projector'
            ? ['projector']
            : [];
    for (const member of members) await this.servers.kill(member);
    if (victim === 'database') await this.servers.killDatabase();
    if (victim === 'broker') await this.servers.broker?.kill9();
    return members;
  }

  private async bringBack(victim: Victim, members: readonly Member[]): Promise<void> {
    if (victim === 'database') {
      await this.servers.startDatabase();
      this.client = await this.servers.connect();
    }
    if (victim === 'broker') await this.servers.broker?.restart();
    await Promise.all(members.map((member) => this.servers.start(member)));
  }

  /** Lets the floor come to its end, and looks at what became of it. */
  async judged() {
    this.floor.end();
    await until('the floor to be told of', () => this.floor.isDone);
    await until('all that is due', async () => missingOf(this.floor, await alertsOf(this.client)).length === 0, 90_000);
    await until('all of it to be folded', async () => {
      const { rows } = await this.client.query<{ n: number }>(
        `select (select count(*) from spool) + (select count(*) from alert a where not exists (
           select from set_1.timeline t where t.subject = a.lead and t.type = 'alert.raised' and t.body::text like '%' || a.id || '%')) as n`,
      );
      return Number(rows[0]?.n) === 0;
    });
    const judged = await judge(this.client, this.floor, this.outages);
    await this.client.end();
    process.stderr.write(`${this.outages.length} kills: ${JSON.stringify(judged)}\n`);
    return judged;
  }
}

async function tellsTheStory(name: string, broker: KafkaBroker | null, kills: readonly Kill[]): Promise<void> {
  const floor = await KilledFloor.open(name, broker);
  for (const kill of kills) await floor.kill(kill);
  const judged = await floor.judged();
  expect(judged).toMatchObject({ missing: [], doubled: [], wrong: [], falselyRung: [], misdone: [] });
  expect(judged.due).toBeGreaterThan(50);
  expect(judged.worst).toBeLessThanOrEqual(LATEST_MS);
}

it(
  'of two alert processes, the projector and the database any is killed between due and shown: each alert of a ladder is there once, on time, and what it does is done once',
  () => tellsTheStory('embedded', null, KILLS === 0 ? few : all(victims)),
  180_000 + KILLS * 24 * 20_000,
);

describeKafka('on Apache Kafka', () => {
  let broker: KafkaBroker | null = null;
  afterAll(() => broker?.stop());

  it(
    'the broker may be killed there, too',
    async () => {
      broker = await startKafkaIfPossible({ dir: path.join(parent, 'kafka') });
      // KAFKA_BROKERS may point to somebody else's broker, which a test does not kill
      if (broker !== null) await tellsTheStory('kafka', broker, KILLS === 0 ? fewOfBroker : all(['broker']));
    },
    180_000 + KILLS * 6 * 20_000,
  );
});

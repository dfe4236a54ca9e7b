import path from 'node:path';
import { freePort } from '@leadclock/runtime/free-port.js';
import { type EmbeddedPostgres, startPostgres } from '@leadclock/runtime/postgres/start-postgres.js';
import { until } from '@leadclock/runtime/testing/until.js';
import { Client } from 'pg';
import type { KafkaBroker } from '../../../../../tools/kafka/start-kafka.js';
import { keyOf, type Place, type ProgramProcess, runCommand, startProcess } from '../program-process.js';

/** The processes of the floor; each has a database user of its own, so that it can be told who does what. */
export const memberNames = ['one', 'two', 'projector', 'door', 'screens'] as const;
export type Member = (typeof memberNames)[number];

const words: Readonly<Record<Member, string>> = { one: 'alerts', two: 'alerts', projector: 'projector', door: 'ingest', screens: 'live' };

/** A PostgreSQL of its own, two alert processes, a projector, a door and one that serves the screens: all to be killed, and back on the same ports. */
export class KilledServers {
  key = '';
  private readonly running = new Map<Member, ProgramProcess>();
  private readonly ports = new Map<Member, number>();
  private port = 0;
  private server: EmbeddedPostgres | null = null;

  private constructor(
    private readonly folder: string,
    readonly broker: KafkaBroker | null,
  ) {}

  static async open(folder: string, broker: KafkaBroker | null): Promise<KilledServers> {
    const servers = new KilledServers(folder, broker);
    servers.port = await freePort();
    for (const member of ['door', 'screens'] as const) servers.ports.set(member, await freePort());
    await servers.startDatabase();
    const client = await servers.connect();
    for (const member of memberNames) await client.query(`create role ${member} login superuser password 'story'`);
    await client.end();
    if (broker !== null) await runCommand(servers.placeOf('door'), ['topics']);
    await servers.start('door');
    servers.key = await keyOf(servers.placeOf('door'));
    await Promise.all((['projector', 'one', 'two', 'screens'] as const).map((member) => servers.start(member)));
    return servers;
  }

  /** Where a member listens. */
  urlOf(member: 'door' | 'screens'): string {
    return `http://127.0.0.1:${this.ports.get(member)}`;
  }

  private placeOf(member: Member): Place {
    const environment = {
      DATABASE_URL: `postgres://${member}:story@127.0.0.1:${this.port}/postgres`,
      PORT: String(this.ports.get(member) ?? 0),
      ...(this.broker !== null && { KAFKA_BROKERS: this.broker.brokers, KAFKA_TOPIC: 'killed' }),
    };
    return { dataFolder: path.join(this.folder, member), environment };
  }

  /** A connection of the story's own, as the server's first user. */
  async connect(): Promise<Client> {
    const url = new URL(this.server?.url ?? '');
    url.port = String(this.port);
    const client = new Client({ connectionString: url.href });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  }

  async start(member: Member): Promise<void> {
    this.running.set(member, await startProcess(this.placeOf(member), ['start', '--only', words[member]]));
  }

  async kill(member: Member): Promise<void> {
    await this.running.get(member)?.kill9();
  }

  /** Stops a process where it stands, until it is killed or let go on. */
  freeze(member: Member): void {
    this.signal(member, 'SIGSTOP');
  }

  unfreeze(member: Member): void {
    this.signal(member, 'SIGCONT');
  }

  async killDatabase(): Promise<void> {
    if (this.server === null) return;
    process.kill(this.server.pid, 'SIGKILL');
    await this.server.ended;
  }

  async startDatabase(): Promise<void> {
    // its backends may need a moment to see that their server is gone
    this.server = await until('PostgreSQL', () =>
      startPostgres({ folder: path.join(this.folder, 'postgres'), flags: [`port=${this.port}`, 'fsync=off'] }),
    );
  }

  async stop(): Promise<void> {
    for (const member of this.running.values()) await member.kill9();
    await this.server?.stop();
  }

  /** Whether the door writes into the log itself: while it was away, what it takes goes by the spool. */
  get writesLog(): boolean {
    const log = this.running.get('door')?.log() ?? '';
    return log.lastIndexOf('the log answers again') >= log.lastIndexOf('the log does not answer');
  }

  /** The ends of what the members have logged. */
  lastWords(): readonly string[] {
    return [...this.running].map(([member, program]) => `${member}: ${program.log().slice(-2_000)}`);
  }

  private signal(member: Member, signal: NodeJS.Signals): void {
    const pid = this.running.get(member)?.pid;
    // it leads a group of its own
    if (pid !== undefined) process.kill(-pid, signal);
  }
}

import { Client } from 'pg';
import type { Bell } from '../bell.js';
import { partitionOf } from '../partition.js';
import { CHANNEL } from './channel.js';

export interface SessionSettings {
  readonly database: string;
  readonly topic: string;
  readonly topicId: number;
  readonly group: string | null;
  /** Rung when the topic has grown, a member came or went, or the session is lost. */
  readonly bell: Bell;
}

/** The second number of a member's own lock; no partition is called so. */
const PRESENCE = 2_147_483_647;
const ANSWER_LIMIT_MS = 5000;

const membersOf = (topicId: number) => `${topicId} members`;

/**
 * One connection that listens, and holds a group's advisory locks: one that says we are here, one for each partition of ours.
 * When it ends, for whatever reason, PostgreSQL lets go of the locks and others take over.
 */
export class Session {
  private last: Promise<unknown> = Promise.resolve();
  private ended = false;
  /** Somebody says that he came, went or let go of a partition; whoever acts on it sets it back. */
  membersChanged = true;

  private constructor(
    private readonly client: Client,
    private readonly groupLock: number,
    private readonly pid: number,
    private readonly topicId: number,
  ) {}

  /** Throws when the database cannot be reached. */
  static async open({ database, topic, topicId, group, bell }: SessionSettings): Promise<Session> {
    const client = new Client({
      connectionString: database,
      application_name: group === null ? 'leadclock log' : `leadclock log ${group}`,
      keepAlive: true,
      connectionTimeoutMillis: ANSWER_LIMIT_MS,
      query_timeout: ANSWER_LIMIT_MS,
    });
    client.on('error', () => undefined); // 'end' follows
    try {
      await client.connect();
      const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
      const session = new Session(client, partitionOf(`${topic} ${group ?? ''}`, 2 ** 31), rows[0]?.pid ?? 0, topicId);
      client.on('end', () => {
        session.ended = true;
        bell.ring();
      });
      client.on('notification', ({ payload }) => {
        if (payload === membersOf(topicId)) session.membersChanged = true;
        else if (payload !== String(topicId)) return;
        bell.ring();
      });
      // the server notices a machine that vanished, and with it its locks, within 15 s
      await client.query('set tcp_keepalives_idle = 5; set tcp_keepalives_interval = 2; set tcp_keepalives_count = 5');
      await client.query(`listen ${CHANNEL}`);
      if (group !== null) {
        await client.query('select pg_advisory_lock_shared($1, $2)', [session.groupLock, PRESENCE]);
        await client.query('select pg_notify($1, $2)', [CHANNEL, membersOf(topicId)]);
      }
      return session;
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
  }

  get lost(): boolean {
    return this.ended;
  }

  /** How many members the group has, and our place among them. */
  async membership(): Promise<{ rank: number; members: number }> {
    const rows = await this.query<{ pid: number }>(
      `select pid from pg_locks where locktype = 'advisory' and granted and objsubid = 2 and classid = $1::integer::oid and objid = $2::integer::oid
       and database = (select oid from pg_database where datname = current_database()) order by pid`,
      [this.groupLock, PRESENCE],
    );
    return { rank: rows.findIndex(({ pid }) => pid === this.pid), members: rows.length };
  }

  /** Takes those of the partitions that nobody else holds. */
  async take(partitions: readonly number[]): Promise<readonly number[]> {
    if (partitions.length === 0) return [];
    const rows = await this.query<{ partition: number; ours: boolean }>(
      'select partition, pg_try_advisory_lock($1, partition) as ours from unnest($2::integer[]) as partition',
      [this.groupLock, partitions],
    );
    return rows.filter(({ ours }) => ours).map(({ partition }) => partition);
  }

  async release(partition: number): Promise<void> {
    await this.query('select pg_advisory_unlock($1, $2), pg_notify($3, $4)', [this.groupLock, partition, CHANNEL, membersOf(this.topicId)]);
  }

  /** Lets go of all locks and says so to the others. */
  async end(): Promise<void> {
    const alive = !this.ended;
    this.ended = true;
    // where this fails the connection is gone, and the locks with it
    if (alive)
      await this.query('select pg_advisory_unlock_all(), pg_notify($1, $2)', [CHANNEL, membersOf(this.topicId)]).catch(() => undefined);
    await this.client.end().catch(() => undefined);
  }

  /** One query at a time. Also the heartbeat: rejects when there is no answer within 5 s. */
  async query<Row extends object>(text: string, values: readonly unknown[]): Promise<Row[]> {
    const work = this.last.then(async () => (await this.client.query<Row>(text, [...values])).rows);
    this.last = work.catch(() => undefined);
    return work;
  }
}

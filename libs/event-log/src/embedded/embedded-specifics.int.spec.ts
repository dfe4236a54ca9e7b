import { freshDatabase } from '@leadclock/runtime/testing/fresh-database.js';
import { until } from '@leadclock/runtime/testing/until.js';
import { Client } from 'pg';
import type { EventLog } from '../event-log.js';
import { Notebook } from '../testing/notebook.js';
import { silentLines } from '../testing/silent-lines.js';
import { createEmbeddedLog } from './embedded-log.js';
import { shareOf } from './shares.js';

describe('the embedded log besides the contract', () => {
  let database: string;
  const opened: EventLog[] = [];
  const open = async () => {
    const log = await createEmbeddedLog({ database, topic: 'events', partitions: 4, logger: silentLines });
    opened.push(log);
    return log;
  };
  const query = async (sql: string, values: readonly unknown[] = [], url = database) => {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query(sql, [...values])).rows;
    } finally {
      await client.end();
    }
  };

  beforeEach(async () => {
    database = await freshDatabase();
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((log) => log.close()));
  });

  it('makes its tables once, though many programs start at the same time', async () => {
    const logs = await Promise.all(Array.from({ length: 5 }, open));
    await Promise.all(logs.map((log, i) => log.append([{ key: `lead-${i}`, value: String(i) }])));
    const ranges = await logs[0]?.ranges();
    expect(ranges?.reduce((sum, { next }) => sum + next, 0)).toBe(5);
  });

  it('gives up partitions with a connection that is cut, and takes its share again', async () => {
    const checkpoints = new Map<number, number>();
    const [first, second] = [new Notebook(checkpoints), new Notebook(checkpoints)];
    const revoked: number[] = [];
    first.revoked = async (partition) => {
      first.ours.delete(partition);
      revoked.push(partition);
    };
    const log = await open();
    const one = await log.follow('cut', first);
    await until('the first member to have all', () => first.ours.size === 4);
    const [row] = await query(`select pid from pg_stat_activity where application_name = 'leadclock log cut'`);
    const two = await (await open()).follow('cut', second);
    await until('an even split', () => first.ours.size === 2 && second.ours.size === 2);
    revoked.length = 0;
    await query('select pg_terminate_backend($1)', [row.pid]);
    await until('the first member to give up what it held', () => revoked.length >= 2);
    await until('an even split again', () => first.ours.size === 2 && second.ours.size === 2);
    await log.append(Array.from({ length: 40 }, (_, i) => ({ key: `lead-${i}`, value: String(i) })));
    await until('all records', () => first.values.length + second.values.length >= 40);
    expect(new Set([...first.values, ...second.values]).size).toBe(40);
    expect([first.failure, second.failure]).toEqual([null, null]);
    await one.stop();
    await two.stop();
  });

  it('goes on without its wake-up calls', async () => {
    const log = await open();
    const notebook = new Notebook();
    const following = await log.follow(null, notebook);
    await until('the follower', () => notebook.ours.size === 4);
    // as append does it, but without the notification
    await query(`
      with head as (update log.partition set next = next + 1 where partition = 2 returning topic, partition, next - 1 as place)
      insert into log.record (topic, partition, "offset", key, value) select topic, partition, place, 'lead', 'quiet' from head`);
    await until('the quiet record', () => notebook.values.length === 1);
    await following.stop();
  });

  it('names a right that is missing', async () => {
    const name = new URL(database).pathname.slice(1);
    const user = `${name}_guest`;
    await query(`create role ${user} login password 'guest'`);
    const guest = new URL(database);
    guest.username = user;
    guest.password = 'guest';
    const opening = createEmbeddedLog({ database: guest.href, topic: 'events', partitions: 4, logger: silentLines });
    await expect(opening).rejects.toThrow('the database user may not make the schema "log"');
    await query(`drop role ${user}`);
  });

  it('refuses bytes that a table cannot hold, and goes on', async () => {
    const log = await open();
    await expect(log.append([{ key: 'lead', value: 'nul \u0000' }])).rejects.toThrow('invalid byte sequence');
    await log.append([{ key: 'lead', value: 'fine' }]);
  });

  it.each([1, 2, 5, 6])('shares the partitions evenly among %i members, each to one', (members) => {
    const shares = Array.from({ length: members }, (_, rank) => shareOf(rank, members, 4));
    expect(shares.flat().toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3]);
    const sizes = shares.map((share) => share.length);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
  });
});

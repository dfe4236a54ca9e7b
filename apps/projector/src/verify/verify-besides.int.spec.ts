import { encodeEvent } from '@leadclock/domain/events/encode-event.js';
import type { LeadclockEvent } from '@leadclock/domain/events/event.js';
import { lead, subject } from '@leadclock/domain/testing/story.js';
import { TestInstallation } from '../testing/installation.js';
import { verify } from './verify.js';

const bob = lead('bob').arrived('09:01').called('09:20', 'ana');
const euro = subject('EUR').tell('rate.set', '08:00', { date: '2026-11-01', to: 'USD', rate: 1.1 });
const policy = subject('fast').tell('policy.set', '08:00', { order: 1, match: {}, targets: { answer_s: 600 }, steps: [] });
const other = { ...bob.events[0], data: { origin: 'event' }, recordedTime: (bob.events[0]?.recordedTime ?? 0) + 5 } as LeadclockEvent;

describe('verify, of what a set holds besides the rows of its leads', () => {
  const tables = ['conflict', 'other_subject', 'parked', 'config_event'];
  let installation: TestInstallation;
  beforeAll(async () => {
    installation = await TestInstallation.open();
    await installation.append(...policy.events, ...bob.events, other, ...euro.events);
    await installation.configLog.append([{ key: 'fast', value: 'no event' }]);
    await installation.eventsLog.append([{ key: 'cleo', value: 'no event' }]);
    installation.start();
    await installation.caughtUp();
    for (const table of tables) await installation.dataSource.query(`create table whole_${table} as table set_1.${table}`);
  });
  afterEach(async () => {
    for (const table of tables)
      await installation.dataSource.query(`truncate set_1.${table}; insert into set_1.${table} table whole_${table}`);
  });
  afterAll(() => installation.close());

  it('finds nothing where all of it is what the logs say', async () => {
    expect(await verify(installation)).toMatchObject({ differing: 0, differences: [], pending: [{ subject: 'cleo', reason: 'parked' }] });
  });

  it.each([
    ['a conflict that is gone', 'delete from set_1.conflict', { table: 'conflict', subject: 'bob', problem: 'missing' }],
    [
      'a conflict that nobody sent',
      `insert into set_1.conflict values ('bob', '/story', 'e2', 'digest')`,
      { table: 'conflict', subject: 'bob', row: '/story e2 digest', problem: 'unexpected' },
    ],
    [
      'a subject, not a lead, that is gone',
      'delete from set_1.other_subject',
      { table: 'other_subject', subject: 'EUR', problem: 'missing' },
    ],
    [
      'a parked record that is gone',
      `delete from set_1.parked where topic = 'leadclock.events'`,
      { table: 'parked', problem: 'missing', row: expect.stringMatching(/^leadclock\.events \d 0$/) },
    ],
    [
      'a parked record for another reason',
      `update set_1.parked set reason = 'schema', value = 'other bytes' where topic = 'leadclock.events'`,
      { table: 'parked', subject: 'cleo', problem: 'different', columns: ['reason', 'value'] },
    ],
    [
      'a parked record that does not lie in the log',
      `insert into set_1.parked (topic, partition, "offset", reason, problem) values ('leadclock.events', 3, 700, 'bytes', 'planted')`,
      { table: 'parked', row: 'leadclock.events 3 700', problem: 'unexpected' },
    ],
    [
      'a configuration event that is gone',
      'delete from set_1.config_event',
      { table: 'config_event', subject: 'fast', problem: 'missing', row: expect.stringMatching(/^\/story e1 /) },
    ],
    [
      'a configuration event that was heard at another time',
      `update set_1.config_event set recorded_at = recorded_at + interval '1 s'`,
      { table: 'config_event', subject: 'fast', problem: 'different', columns: ['recorded_at'] },
    ],
    [
      'a configuration event that nobody sent',
      `insert into set_1.config_event select 'slow', source, id, digest, type, happened_at, recorded_at, body from set_1.config_event`,
      { table: 'config_event', subject: 'slow', problem: 'unexpected' },
    ],
    [
      'a parked record of the configuration that is gone',
      `delete from set_1.parked where topic = 'leadclock.config'`,
      { table: 'parked', row: 'leadclock.config 0 1', problem: 'missing' },
    ],
  ])('finds %s', async (_what, plant, difference) => {
    await installation.dataSource.query(plant);
    expect(await verify(installation)).toMatchObject({ differing: 1, differences: [difference] });
  });

  it('lists as pending what is parked though it can be read by now, until a projector has taken it up', async () => {
    const [created] = lead('dora').arrived('09:00').events;
    if (created === undefined) throw new Error('the story has an event');
    await installation.append(created);
    await installation.caughtUp();
    const { dataSource } = installation;
    const [{ partition, next }] = await dataSource.query<[{ partition: number; next: number }]>(
      `select partition, next_offset as next from set_1.checkpoint join set_1.lead using (partition) where subject = 'dora'`,
    );
    // as an older program would have left it
    await dataSource.query(
      `insert into set_1.parked (topic, partition, "offset", reason, problem, value) values ('leadclock.events', $1, $2, 'type', 'unknown', $3)`,
      [partition, next - 1, Buffer.from(encodeEvent(created))],
    );
    expect(await verify(installation)).toMatchObject({
      differing: 0,
      pendingSubjects: 2,
      pending: [{ subject: 'cleo' }, { subject: `leadclock.events ${partition}/${next - 1}`, reason: 'parked' }],
    });
  });
});

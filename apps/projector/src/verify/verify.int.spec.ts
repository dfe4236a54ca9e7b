import { lead, subject } from '@leadclock/domain/testing/story.js';
import { rebuild } from '../rebuild/rebuild.js';
import { TestInstallation } from '../testing/installation.js';
import { verify } from './verify.js';

const stories = [
  lead('ada')
    .arrived('09:00', { origin: 'referral' })
    .assigned('09:02', 'luis')
    .called('09:04', 'luis', 'connected')
    .opened('09:10')
    .won('09:30'),
  lead('bob').arrived('09:01').called('09:20', 'ana'),
  lead('cleo').arrived('09:05'),
  subject('EUR').tell('rate.set', '08:00', { date: '2026-11-01', to: 'USD', rate: 1.1 }),
  subject('p').tell('policy.set', '08:00', { order: 1, match: {}, targets: { answer_s: 600 }, steps: [] }),
];

describe('verify', () => {
  let installation: TestInstallation;
  beforeEach(async () => {
    installation = await TestInstallation.open();
    await installation.append(...stories.flatMap((story) => story.events));
    installation.start();
    await installation.caughtUp();
  });
  afterEach(() => installation.close());

  it('finds nothing where the read model is what the log says', async () => {
    expect(await verify(installation)).toMatchObject({
      set: 'set_1',
      events: 9,
      subjects: 4,
      differing: 0,
      differences: [],
      pendingSubjects: 0,
    });
  });

  it.each([
    [
      'a fact that says otherwise',
      `update set_1.fact set due = 1 where subject = 'ada' and kind = 'arrival' and n = 0`,
      { table: 'fact', subject: 'ada', row: 'arrival 0', problem: 'different', columns: ['due'] },
    ],
    [
      'a fact too many',
      `insert into set_1.fact (subject, kind, n, "from") values ('bob', 'rate', 7, 0)`,
      { table: 'fact', subject: 'bob', row: 'rate 7', problem: 'unexpected', columns: [] },
    ],
    [
      'an event that is gone',
      `delete from set_1.timeline where subject = 'bob' and id = 'e2'`,
      { table: 'timeline', subject: 'bob', problem: 'missing' },
    ],
    [
      'a lead with another owner',
      `update set_1.lead set owner = 'ana' where subject = 'ada'`,
      { table: 'lead', subject: 'ada', row: '', problem: 'different', columns: ['owner'] },
    ],
    [
      'a deadline that is gone',
      `delete from set_1.deadline where lead = 'cleo'`,
      { table: 'deadline', subject: 'cleo', row: 'due', problem: 'missing' },
    ],
    [
      'a deadline that names another policy',
      `update set_1.deadline set policy = '{"id":"p","source":"/x"}' where lead = 'cleo'`,
      { table: 'deadline', subject: 'cleo', row: 'due', problem: 'different', columns: ['policy'] },
    ],
    [
      'rows of a lead that the log does not know',
      `insert into set_1.deadline (lead, step, due_at, policy, clock) values ('zoe', 'due', now(), 'default', 'lead')`,
      { table: 'deadline', subject: 'zoe', problem: 'unexpected' },
    ],
  ])('finds %s', async (_what, plant, difference) => {
    await installation.dataSource.query(plant);
    const report = await verify(installation);
    expect(report).toMatchObject({ differing: 1, differences: [difference] });
  });

  it('lists as pending what it cannot judge: an event is parked', async () => {
    await installation.eventsLog.append([{ key: 'ada', value: '{}' }]);
    await installation.caughtUp();
    expect(await verify(installation)).toMatchObject({ differing: 0, pending: [{ subject: 'ada', reason: 'parked' }] });
  });

  it('lists as pending what a sweep has still to look at', async () => {
    await installation.dataSource.query('update set_1.checkpoint set config_offset = 0');
    expect(await verify(installation)).toMatchObject({ differing: 0, pendingSubjects: 4 });
  });
});

describe('rebuild', () => {
  let installation: TestInstallation;
  beforeEach(async () => {
    installation = await TestInstallation.open();
  });
  afterEach(() => installation.close());

  it('comes to the same rows in a new set, which the running projector goes on with', async () => {
    await installation.append(...stories.flatMap((story) => story.events));
    installation.start();
    await installation.caughtUp();
    const before = await installation.rows();
    expect(await rebuild(installation)).toMatchObject({ from: 'set_1', to: 'set_2', compared: 3, differing: 0, dropped: [] });
    expect(await installation.rows('set_2')).toEqual(before);
    await installation.append(...lead('dora').arrived('10:00').called('10:01', 'ana').events);
    await installation.caughtUp();
    expect((await installation.rows('set_2'))['lead']).toHaveLength(4);
    expect((await installation.rows('set_1'))['lead']).toHaveLength(3);
    expect(await verify(installation)).toMatchObject({ set: 'set_2', differing: 0 });
    expect(await rebuild(installation)).toMatchObject({ to: 'set_3', dropped: ['set_1'] });
  });

  it.each([
    ['a row that says otherwise', `update set_1.fact set value = value + 1 where subject = 'ada' and kind = 'response' and n = 0`],
    ['a row that is not there', `delete from set_1.timeline where subject = 'ada' and type = 'lead.assigned'`],
    ['a lead that stands otherwise', `update set_1.lead set touches = touches + 1 where subject = 'ada'`],
  ])('counts %s in the set before', async (_, damage) => {
    await installation.append(...stories.flatMap((story) => story.events));
    const projector = installation.start();
    await installation.caughtUp();
    await installation.stop(projector);
    await installation.dataSource.query(damage);
    expect(await rebuild(installation)).toMatchObject({ compared: 3, differing: 1 });
  });

  it('loses and doubles nothing while events go on coming in', async () => {
    const { eventsLog } = installation;
    installation.start({ batchLimit: 50 });
    const told = Array.from({ length: 400 }, (_, i) =>
      lead(`lead-${i}`).arrived('09:00').called('09:02', 'luis').called('09:03', 'ana', 'connected'),
    );
    let rebuilding: Promise<unknown> = Promise.resolve();
    for (const [i, story] of told.entries()) {
      await installation.append(...story.events);
      if (i === 150) rebuilding = rebuild(installation);
    }
    await rebuilding;
    await installation.caughtUp();
    const [{ n }] = await installation.dataSource.query<[{ n: number }]>('select count(*) as n from set_2.timeline');
    expect(n).toBe(1200);
    expect((await eventsLog.ranges()).reduce((sum, range) => sum + range.next, 0)).toBe(1200);
    expect(await verify(installation)).toMatchObject({ set: 'set_2', differing: 0, pendingSubjects: 0 });
  });
});

import { lead } from '@leadclock/domain/testing/story.js';
import { partitionOf } from '@leadclock/event-log/partition.js';
import { describeKafka } from '@leadclock/event-log/testing/describe-kafka.js';
import { until } from '@leadclock/runtime/testing/until.js';
import { Projector } from '../follow/projector.js';
import { DealtLog } from '../testing/dealt-log.js';
import { PARTITIONS, TestInstallation } from '../testing/installation.js';
import { kafkaLogs } from '../testing/kafka-logs.js';
import { verify } from '../verify/verify.js';

const ada = lead('ada').arrived('09:10').called('09:14', 'luis', 'connected');
const bob = lead('bob').arrived('09:00', { owner: 'ana' }).tell('lead.merged', '10:00', { into: 'ada' });
const homeOf = (subject: string): number => partitionOf(subject, PARTITIONS);
const all = [0, 1, 2, 3];

describe('merged leads whose partitions two projectors write', () => {
  let installation: TestInstallation;
  let dealt: DealtLog;
  let projectors: Projector[] = [];

  const begin = (): Projector => {
    const { dataSource, configLog, logger } = installation;
    const projector = new Projector({
      dataSource,
      eventsLog: dealt.forNext(),
      configLog,
      logger,
      report: () => undefined,
      lookEveryMs: 50,
    });
    projector.start();
    projectors.push(projector);
    return projector;
  };

  beforeEach(async () => {
    installation = await TestInstallation.open();
    dealt = new DealtLog(installation.eventsLog);
    begin();
    begin();
    await until('both follow', () => dealt.following === 2);
  });
  afterEach(async () => {
    for (const projector of projectors) await projector.stop();
    projectors = [];
    await installation.close();
  });

  const waiting = async (): Promise<string> => {
    const rows = await installation.dataSource.query<{ subject: string }[]>('select distinct subject from set_1.refold order by subject');
    return rows.map(({ subject }) => subject).join(' ');
  };
  const leads = async (): Promise<readonly object[]> =>
    installation.dataSource.query('select subject, events from set_1.lead order by subject');

  it('are folded by who writes the root, as soon as the other one has stored what concerns it', async () => {
    expect(homeOf('ada')).not.toBe(homeOf('bob'));
    await installation.append(...ada.events);
    for (const partition of all) await dealt.give(partition === homeOf('bob') ? 1 : 0, partition);
    await installation.caughtUp();
    await installation.append(...bob.events);
    for (const partition of all) await dealt.give(partition === homeOf('bob') ? 1 : 0, partition);
    await installation.caughtUp();
    expect(await leads()).toEqual([{ subject: 'ada', events: 4 }]);
    expect(await verify(installation)).toMatchObject({ differing: 0, pendingSubjects: 0 });
  });

  it('wait for who writes the root, are pending until then, and are folded by whoever takes it up', async () => {
    await installation.append(...ada.events);
    for (const partition of all) await dealt.give(0, partition);
    await installation.caughtUp();
    await dealt.take(0, homeOf('ada'));
    await installation.append(...bob.events);
    await dealt.give(0, homeOf('bob'));
    // its own part is done: bob has gone, and who wrote that may end now
    await until('only the root waits', async () => (await waiting()) === 'ada' && (await leads()).length === 1);
    await projectors[0]?.stop();
    expect(await leads()).toEqual([{ subject: 'ada', events: 2 }]);
    const pending = await verify(installation);
    expect(pending).toMatchObject({ differing: 0 });
    expect(pending.pending.map(({ subject, reason }) => `${subject} ${reason}`)).toEqual(['ada refold', 'bob refold']);
    for (const partition of all) await dealt.give(1, partition);
    await installation.caughtUp();
    expect(await leads()).toEqual([{ subject: 'ada', events: 4 }]);
    expect(await verify(installation)).toMatchObject({ differing: 0, pendingSubjects: 0 });
  });

  it('come to the rows of one projector while partitions go there and back between their events', async () => {
    const more = bob
      .called('09:05', 'eva', 'connected')
      .tell('lead.merged', '10:30', { into: null })
      .tell('lead.merged', '10:40', { into: 'ada' });
    const events = [...ada.opened('09:20').won('09:30').events, ...more.events].toSorted((a, b) => a.id.localeCompare(b.id));
    for (const [i, event] of events.entries()) {
      await installation.append(event);
      const who = (partition: number): number => (i + partition) % 2;
      for (const partition of all) await dealt.give(who(partition), partition);
      // every other time they part with work undone
      if (i % 2 === 0) await installation.caughtUp();
      for (const partition of all) await dealt.take(who(partition), partition);
    }
    for (const partition of all) await dealt.give(partition % 2, partition);
    await installation.caughtUp();
    const alone = await TestInstallation.open();
    try {
      await alone.append(...events);
      alone.start();
      await alone.caughtUp();
      expect(await installation.rows()).toEqual(await alone.rows());
    } finally {
      await alone.close();
    }
  });

  it('are written by one of two that both think the root is theirs', async () => {
    await installation.append(...ada.events, ...bob.events);
    await Promise.all([0, 1].flatMap((who) => all.map((partition) => dealt.give(who, partition))));
    await installation.caughtUp();
    expect(await leads()).toEqual([{ subject: 'ada', events: 4 }]);
    expect(await verify(installation)).toMatchObject({ differing: 0, pendingSubjects: 0 });
  });
});

describeKafka('merged leads on Apache Kafka', (brokers) => {
  it('come to the rows of the embedded log, written by two projectors that share the partitions', async () => {
    const stories = [
      ada.won('09:50'),
      bob.tell('lead.merged', '10:20', { into: null }).called('09:05', 'eva', 'connected').tell('lead.merged', '10:30', { into: 'cleo' }),
      lead('cleo').arrived('09:05').tell('lead.merged', '10:40', { into: 'ada' }),
      lead('dora').arrived('09:06').tell('lead.merged', '10:50', { into: 'dora' }),
    ];
    const events = stories.flatMap((story) => story.events).toSorted((a, b) => a.id.localeCompare(b.id));
    const [here, alone] = [await TestInstallation.open(() => kafkaLogs(brokers)), await TestInstallation.open()];
    try {
      here.start();
      for (const [i, event] of events.entries()) {
        if (i === Math.floor(events.length / 2)) here.start();
        await here.append(event);
      }
      await alone.append(...events);
      alone.start();
      await Promise.all([here.caughtUp(), alone.caughtUp()]);
      expect(await here.rows()).toEqual(await alone.rows());
      expect(await verify(here)).toMatchObject({ differing: 0, pendingSubjects: 0 });
    } finally {
      await here.close();
      await alone.close();
    }
  }, 60_000);
});

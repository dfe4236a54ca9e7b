import { lead, subject } from '@leadclock/domain/testing/story.js';
import { LogGap } from '@leadclock/event-log/event-log.js';
import { createTopics } from '@leadclock/event-log/kafka/create-topics.js';
import { partitionOf } from '@leadclock/event-log/partition.js';
import { describeKafka } from '@leadclock/event-log/testing/describe-kafka.js';
import { silentLines } from '@leadclock/event-log/testing/silent-lines.js';
import { until } from '@leadclock/runtime/testing/until.js';
import { Kafka, logLevel } from 'kafkajs';
import { rebuild } from '../rebuild/rebuild.js';
import { embeddedLogs, PARTITIONS, TestInstallation, type TestLogs } from '../testing/installation.js';
import { kafkaLogs } from '../testing/kafka-logs.js';
import { verify } from '../verify/verify.js';

/** A kind of log, and how its records below `first` are lost, as by a retention limit or by hand. */
interface Losing {
  open(databaseUrl: string): Promise<TestLogs>;
  lose(installation: TestInstallation, topic: string, partition: number, first: number): Promise<void>;
}

const ada = lead('ada')
  .arrived('09:00')
  .assigned('09:01', 'luis')
  .called('09:04', 'luis')
  .called('09:06', 'luis', 'connected')
  .qualified('09:10');
const HOME = partitionOf('ada', PARTITIONS);

function tellsTheStory({ open, lose }: Losing): void {
  let installation: TestInstallation;
  beforeEach(async () => {
    installation = await TestInstallation.open(open);
  });
  afterEach(() => installation.close());

  /** A projector that has read the first `n` events and was stopped. */
  const hasRead = async (n: number): Promise<void> => {
    await installation.append(...ada.events.slice(0, n));
    const projector = installation.start();
    await installation.caughtUp();
    await installation.stop(projector);
  };
  const stopped = () => until('it has stopped', () => /^the projector stopped: (.*)$/.exec(installation.reports.at(-1) ?? '')?.[1]);
  const next = async (): Promise<number | undefined> => {
    const rows = await installation.dataSource.query<{ next: number }[]>(
      'select next_offset as next from set_1.checkpoint where partition = $1',
      [HOME],
    );
    return rows[0]?.next;
  };
  const sets = () => installation.dataSource.query(`select nspname as name from pg_namespace where nspname like 'set_%'`);

  it('stops where records were lost that it has not read, says what to do, and skips nothing', async () => {
    await hasRead(2);
    const before = await installation.rows();
    await installation.append(...ada.events.slice(2));
    await lose(installation, installation.eventsLog.topic, HOME, 4);
    installation.start();
    expect(await stopped()).toMatch(
      /partition \d begins at offset 4, but offset 2 is needed: records were deleted; restore the topic, or export/,
    );
    expect([await installation.rows(), await next()]).toEqual([before, 2]);
  });

  it('goes on where lost records are in the set already, which neither verify nor a rebuild takes for a smaller log', async () => {
    await hasRead(2);
    await lose(installation, installation.eventsLog.topic, HOME, 2);
    installation.start();
    await installation.append(...ada.events.slice(2));
    await installation.caughtUp();
    expect((await installation.rows())['timeline']).toHaveLength(5);
    await expect(verify(installation)).rejects.toThrow(LogGap);
    await expect(rebuild(installation)).rejects.toThrow('begins at offset 2, but offset 0 is needed');
    expect(await sets()).toEqual([{ name: 'set_1' }]);
    expect((await installation.rows())['timeline']).toHaveLength(5);
  });

  it('stops at a checkpoint beyond the log, and reads nothing of a log that is another one', async () => {
    await installation.append(...ada.events);
    await installation.dataSource.query('update set_1.checkpoint set next_offset = 7 where partition = $1', [HOME]);
    installation.start();
    expect(await stopped()).toMatch(
      /partition \d ends at offset 5, but the checkpoint says 7: .*leadclock rebuild; then start the program again$/,
    );
    expect([(await installation.rows())['timeline'], await next()]).toEqual([[], 7]);

    // the way out that it names
    expect(await rebuild(installation)).toMatchObject({ from: 'set_1', to: 'set_2', events: 5 });
    installation.start();
    await installation.append(...lead('bob').arrived('10:00').events);
    await installation.caughtUp();
    expect(await verify(installation)).toMatchObject({ set: 'set_2', events: 6, differing: 0, pendingSubjects: 0 });
  });

  it('stops when the configuration lost its beginning: no lead is judged by a part of it', async () => {
    const policy = subject('fast').tell('policy.set', '08:00', { order: 1, match: {}, targets: { answer_s: 600 }, steps: [] });
    await installation.append(...policy.events, ...subject('north').tell('team.set', '08:00', { name: 'North' }).events, ...ada.events);
    await lose(installation, installation.configLog.topic, 0, 1);
    installation.start();
    expect(await stopped()).toMatch(/partition 0 begins at offset 1, but offset 0 is needed: records were deleted/);
    expect((await installation.rows())['lead']).toEqual([]);
  });
}

describe('a projector on an embedded log that lost records', () => {
  tellsTheStory({
    open: embeddedLogs,
    lose: async ({ dataSource }, topic, partition, first) => {
      const ours = 'topic = (select id from log.topic where name = $1) and partition = $2';
      await dataSource.query(`delete from log.record where ${ours} and "offset" < $3`, [topic, partition, first]);
      await dataSource.query(`update log.partition set first = $3 where ${ours}`, [topic, partition, first]);
    },
  });
});

describeKafka('a projector on Apache Kafka that lost records', (brokers) => {
  const admin = new Kafka({ brokers: [...brokers], logLevel: logLevel.NOTHING }).admin();
  beforeAll(() => admin.connect());
  afterAll(() => admin.disconnect());

  const kafka = { brokers };
  const open = (): Promise<TestLogs> => kafkaLogs(brokers);

  it('stops when the topic is deleted under it and made again', async () => {
    const installation = await TestInstallation.open(open);
    const { topic } = installation.eventsLog;
    await installation.append(...ada.events);
    installation.start();
    await installation.caughtUp();
    const before = await installation.rows();
    await admin.deleteTopics({ topics: [topic] });
    await until('the topic to be gone', async () => !(await admin.listTopics()).includes(topic));
    await createTopics(kafka, [{ topic, partitions: PARTITIONS }], silentLines);
    await until('it has stopped', () =>
      /^the projector stopped: .* ends at offset 0, but the checkpoint says 5/.test(installation.reports.at(-1) ?? ''),
    );
    expect(await installation.rows()).toEqual(before);
    await installation.close();
  });

  tellsTheStory({
    open,
    lose: async (_, topic, partition, first) => {
      await admin.fetchTopicOffsets(topic); // kafkajs must have heard of the topic before it can find the partition's leader
      await admin.deleteTopicRecords({ topic, partitions: [{ partition, offset: String(first) }] });
    },
  });
});

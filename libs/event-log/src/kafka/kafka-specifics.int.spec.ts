import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { until } from '@leadclock/runtime/testing/until.js';
import kafkajs, { type Admin, CompressionTypes, Kafka, logLevel } from 'kafkajs';
import { type EventLog, LogUnavailable, WrongPartitions } from '../event-log.js';
import { describeKafka } from '../testing/describe-kafka.js';
import { Gate } from '../testing/gate.js';
import { Notebook } from '../testing/notebook.js';
import { silentLines } from '../testing/silent-lines.js';
import { storedAsSnappy } from '../testing/snappy.js';
import { createTopics } from './create-topics.js';
import { createKafkaLog, type KafkaLogSettings } from './kafka-log.js';
import { KeptMember } from './kept-member.js';

/** Longer than the story may take: who waits for it is seen. */
const SESSION_MS = 30_000;

describeKafka('Apache Kafka besides the contract', (brokers) => {
  const client = new Kafka({ brokers: [...brokers], logLevel: logLevel.NOTHING });
  const opened: EventLog[] = [];
  let admin: Admin;
  const freshName = () => `leadclock.test-${randomBytes(6).toString('hex')}`;
  const folder = mkdtempSync(path.join(tmpdir(), 'leadclock-members-'));
  const open = (topic: string, at: readonly string[] = brokers, more: Partial<KafkaLogSettings> = {}) => {
    const log = createKafkaLog({
      kafka: { brokers: at },
      topic,
      partitions: 1,
      logger: silentLines,
      appendTimeoutMs: 1000,
      sessionTimeoutMs: 6000,
      watchMs: 1000,
      ...more,
    });
    opened.push(log);
    return log;
  };
  const made = async () => {
    const topic = freshName();
    await createTopics({ brokers }, [{ topic, partitions: 1 }], silentLines);
    return topic;
  };

  beforeAll(async () => {
    admin = client.admin();
    await admin.connect();
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((log) => log.close()));
  });
  afterAll(async () => {
    await admin.disconnect();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Joins a group in a process of its own, which is killed with -9 then. Answers which member it was. */
  async function killedMember(groupId: string, topic: string): Promise<string> {
    const script = `
      const { Kafka, logLevel } = require('kafkajs');
      const consumer = new Kafka({ brokers: ${JSON.stringify(brokers)}, logLevel: logLevel.NOTHING }).consumer({ groupId: '${groupId}', sessionTimeout: ${SESSION_MS} });
      consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => process.stdout.write(payload.memberId));
      consumer.connect()
        .then(() => consumer.subscribe({ topics: ['${topic}'] }))
        .then(() => consumer.run({ eachMessage: async () => undefined }));`;
    const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [member]: Buffer[] = await once(child.stdout, 'data');
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
    return String(member);
  }

  it('comes back to its group as the member that it was when it was killed with -9: the group waits for nobody', async () => {
    const topic = await made();
    const groupId = `killed.${topic}`;
    const kept = new KeptMember(folder, groupId, silentLines);
    kept.write(await killedMember(groupId, topic));
    const log = open(topic, brokers, { sessionTimeoutMs: SESSION_MS, membersFolder: folder });
    await log.append([{ key: 'lead', value: 'while it was dead' }]);
    const notebook = new Notebook();
    const following = await log.follow('killed', notebook);
    await until('the records, long before the session of the dead is over', () => notebook.values.length === 1, SESSION_MS / 2);
    const { groups } = await admin.describeGroups([groupId]);
    expect(groups[0]?.members).toHaveLength(1);
    await following.stop();
    // who has left comes as a new one, and so does who has been away for longer than a session
    expect(readdirSync(folder)).toEqual([]);
    kept.write('leadclock-nobody-knows-it');
    const again = new Notebook();
    const next = await log.follow('killed', again);
    await until('the records once more', () => again.values.length === 1, SESSION_MS / 2);
    await next.stop();
    expect(again.failure).toBeNull();
  }, 60_000);

  it('is a member by itself again where two processes are one by mistake, and both have their part', async () => {
    const topic = freshName();
    await createTopics({ brokers }, [{ topic, partitions: 2 }], silentLines);
    const groupId = `twice.${topic}`;
    const members = async () => {
      const { groups } = await admin.describeGroups([groupId]);
      return groups[0]?.state === 'Stable' ? groups[0].members.map(({ memberId }) => memberId) : [];
    };
    const [one, other] = [new Notebook(), new Notebook()];
    const first = await open(topic, brokers, { partitions: 2 }).follow('twice', one);
    await until('the first to have joined', async () => (await members()).length === 1);
    const [member] = await members();
    new KeptMember(folder, groupId, silentLines).write(member ?? '');
    const second = await open(topic, brokers, { partitions: 2, membersFolder: folder }).follow('twice', other);
    await until('them to be two', async () => (await members()).length === 2, 40_000);
    await until('each to have a part', () => one.ours.size === 1 && other.ours.size === 1);
    await Promise.all([first.stop(), second.stop()]);
  }, 80_000);

  it('makes topics that keep everything, once', async () => {
    const topic = freshName();
    const plan = [{ topic, partitions: 5 }];
    expect(await createTopics({ brokers }, plan, silentLines)).toEqual([
      expect.objectContaining({ topic, partitions: 5, made: true, warnings: [] }),
    ]);
    expect(await createTopics({ brokers }, plan, silentLines)).toEqual([expect.objectContaining({ made: false, warnings: [] })]);
    await expect(createTopics({ brokers }, [{ topic, partitions: 6 }], silentLines)).rejects.toThrow(WrongPartitions);
    const { resources } = await admin.describeConfigs({
      includeSynonyms: false,
      resources: [
        { type: kafkajs.ConfigResourceTypes.TOPIC, name: topic, configNames: ['retention.ms', 'retention.bytes', 'compression.type'] },
      ],
    });
    expect(Object.fromEntries(resources[0]?.configEntries.map(({ configName, configValue }) => [configName, configValue]) ?? [])).toEqual({
      'retention.ms': '-1',
      'retention.bytes': '-1',
      'compression.type': 'uncompressed',
    });
  });

  it('warns of a topic that somebody else made so that it forgets', async () => {
    const topic = freshName();
    await admin.createTopics({ topics: [{ topic, numPartitions: 1, configEntries: [{ name: 'retention.ms', value: '604800000' }] }] });
    const [report] = await createTopics({ brokers }, [{ topic, partitions: 1 }], silentLines);
    expect(report?.warnings).toEqual([`${topic} has retention.ms=604800000 and will lose events: set retention.ms=-1`]);
  });

  it('never makes a topic by itself, and says how to make it', async () => {
    const topic = freshName();
    const log = open(topic);
    await expect(log.append([{ key: 'lead', value: '1' }])).rejects.toThrow(LogUnavailable);
    await expect(log.ranges()).rejects.toThrow('the topic is not on the brokers; make it with');
    const notebook = new Notebook();
    const following = await log.follow('early', notebook);
    expect(await admin.listTopics()).not.toContain(topic);
    await createTopics({ brokers }, [{ topic, partitions: 1 }], silentLines);
    await until('an append', () => log.append([{ key: 'lead', value: '1' }]).then(() => true));
    await until('the follower that came before the topic', () => notebook.values.length === 1);
    expect(notebook.failure).toBeNull();
    await following.stop();
  });

  it('starts without a broker: appends reject in time, ranges say so, nothing fails for good', async () => {
    const log = open(freshName(), ['127.0.0.1:1']);
    const notebook = new Notebook();
    const following = await log.follow('lonely', notebook);
    const asked = Date.now();
    await expect(log.append([{ key: 'lead', value: '1' }])).rejects.toThrow(LogUnavailable);
    await expect(log.append([{ key: 'lead', value: '1' }])).rejects.toThrow('was away a moment ago');
    // it has a second; a busy machine may stand still, too
    expect(Date.now() - asked).toBeLessThan(10_000);
    await expect(log.ranges()).rejects.toThrow(LogUnavailable);
    expect(notebook.failure).toBeNull();
    await following.stop();
  });

  it('refuses a record that the broker will never take, and goes on', async () => {
    const log = open(await made());
    await expect(log.append([{ key: 'lead', value: 'x'.repeat(2_000_000) }])).rejects.toThrow('refuses a record');
    await log.append([{ key: 'lead', value: 'small' }]);
    expect(await log.ranges()).toEqual([{ partition: 0, first: 0, next: 1 }]);
  });

  it('hands over what somebody else wrote as it lies there, without key or value', async () => {
    const topic = await made();
    const producer = client.producer({ createPartitioner: () => () => 0 });
    await producer.connect();
    await producer.send({ topic, messages: [{ value: Buffer.from([0xff, 0x00]) }, { key: 'lead', value: null }] });
    await producer.disconnect();
    const records: unknown[] = [];
    await open(topic).read(0, 0, 2, async (batch) => void records.push(...batch.map(({ offset, key, value }) => ({ offset, key, value }))));
    expect(records).toEqual([
      { offset: 0, key: null, value: Buffer.from([0xff, 0x00]) },
      { offset: 1, key: 'lead', value: null },
    ]);
  });

  it('goes over the marks that another program’s transactions leave in the log', async () => {
    const topic = await made();
    const log = open(topic);
    const notebook = new Notebook();
    const following = await log.follow('marks', notebook);
    const producer = client.producer({
      transactionalId: freshName(),
      maxInFlightRequests: 1,
      idempotent: true,
      createPartitioner: () => () => 0,
    });
    await producer.connect();
    for (const [value, keep] of [
      ['kept', true],
      ['dropped', false],
      ['kept too', true],
    ] as const) {
      const transaction = await producer.transaction();
      await transaction.send({ topic, messages: [{ key: 'lead', value }] });
      await (keep ? transaction.commit() : transaction.abort());
    }
    await producer.disconnect();
    await log.append([{ key: 'lead', value: 'ours' }]);
    await until('our record behind the marks', () => notebook.values.includes('ours'));
    expect(notebook.values).toEqual(['kept', 'kept too', 'ours']);
    expect(notebook.failure).toBeNull();
    await following.stop();
  });

  it('fails with the way out when another program sends a compression that kafkajs cannot open', async () => {
    const topic = freshName();
    await admin.createTopics({ topics: [{ topic, numPartitions: 1, configEntries: [{ name: 'compression.type', value: 'producer' }] }] });
    const missing = kafkajs.CompressionCodecs[CompressionTypes.Snappy];
    kafkajs.CompressionCodecs[CompressionTypes.Snappy] = () => ({
      compress: async ({ buffer }: { buffer: Buffer }) => storedAsSnappy(buffer),
    });
    try {
      const producer = client.producer({ createPartitioner: () => () => 0 });
      await producer.connect();
      await producer.send({ topic, compression: CompressionTypes.Snappy, messages: [{ key: 'lead', value: 'x'.repeat(300) }] });
      await producer.disconnect();
    } finally {
      // other files of this process have the same kafkajs
      kafkajs.CompressionCodecs[CompressionTypes.Snappy] = missing;
    }

    const notebook = new Notebook();
    const following = await open(topic).follow('readers', notebook);
    const failure = await until('the failure', () => notebook.failure);
    expect(failure.message).toMatch(/Snappy compression not implemented: .*compression.type=uncompressed/);
    await following.stop();
  });

  it('keeps its place in the group while a follower is slower than the session may be silent', async () => {
    const topic = await made();
    const log = open(topic);
    await log.append([{ key: 'lead', value: '1' }]);
    const notebook = new Notebook();
    const slow = new Gate();
    notebook.before = () => slow.promise;
    const following = await log.follow('slow-follower', notebook);
    await until('the records in hand', () => notebook.calls.length === 1);
    const since = Date.now();
    // the broker's own view: a member that is silent for 6 s is no member any more
    const members = async () => (await admin.describeGroups([`slow-follower.${topic}`])).groups[0]?.members.length;
    await until('more than the session timeout', async () => (await members()) === 1 && Date.now() - since > 7000, 20_000);
    expect([...notebook.ours]).toEqual([0]);
    slow.open();
    await log.append([{ key: 'lead', value: '2' }]);
    await until('both', () => notebook.values.length === 2);
    expect(notebook.calls.map(({ offsets }) => offsets[0])).toEqual([0, 1]);
    await following.stop();
  });
});

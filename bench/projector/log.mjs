import { performance } from 'node:perf_hooks';
import kafkajs from 'kafkajs';
import { built } from '../measure/built.mjs';

const { encodeEvent } = await built('libs/domain/src/events/encode-event.js');
const { partitionOf } = await built('libs/event-log/src/partition.js');
const { createTopics } = await built('libs/event-log/src/kafka/create-topics.js');
const { fixKafkajsIdleLoop } = await built('libs/event-log/src/kafka/kafkajs-idle-fix.js');

export const PARTITIONS = 12;
const BATCH = 1000;
const IN_FLIGHT = 4;
const quiet = { logLevel: kafkajs.logLevel.NOTHING };
const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {}, child: () => silent };

const clientOf = (brokers) => {
  fixKafkajsIdleLoop();
  return new kafkajs.Kafka({ brokers: [brokers], clientId: 'bench', ...quiet, retry: { maxRetryTime: 1000, retries: 10 } });
};

/** The topics of one run: `topic` for events, and its configuration's. */
export async function makeTopics(brokers, topic) {
  const plans = [
    { topic, partitions: PARTITIONS },
    { topic: `${topic}.config`, partitions: 1 },
  ];
  await createTopics({ brokers: [brokers] }, plans, silent);
}

/** A producer that knows where events belong. */
export async function openProducer(brokers) {
  const producer = clientOf(brokers).producer({ allowAutoTopicCreation: false });
  await producer.connect();
  const messageOf = (event, partitions) => ({
    key: event.subject,
    value: encodeEvent(event),
    partition: partitionOf(event.subject, partitions),
  });
  const send = (topic, events, partitions = PARTITIONS) =>
    producer.send({ topic, acks: -1, messages: events.map((event) => messageOf(event, partitions)) });
  return {
    send,
    /** Sends all of them, in order; answers how many. */
    async sendAll(topic, events, partitions = PARTITIONS) {
      const flying = [];
      let batch = [];
      let count = 0;
      const flush = async () => {
        if (batch.length === 0) return;
        count += batch.length;
        // a partition's records must not overtake each other: one request at a time is under way, the next is encoded meanwhile
        const messages = batch.map((event) => messageOf(event, partitions));
        batch = [];
        await flying.shift();
        flying.push(producer.send({ topic, acks: -1, messages }));
      };
      for (const event of events) if (batch.push(event) === BATCH * IN_FLIGHT) await flush();
      await flush();
      await Promise.all(flying);
      return count;
    },
    close: () => producer.disconnect(),
  };
}

/** A kafkajs consumer that reads the topic from its beginning and counts: events a second from its first fetch on, and its CPU. */
export async function countOnly(brokers, topic, events) {
  const consumer = clientOf(brokers).consumer({ groupId: `count-${performance.now()}`, allowAutoTopicCreation: false });
  await consumer.connect();
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  let counted = 0;
  let began = 0;
  let cpu;
  const took = await new Promise((resolve, reject) => {
    consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
    consumer.on(consumer.events.FETCH_START, () => {
      began ||= performance.now();
      cpu ??= process.cpuUsage();
    });
    void consumer.run({
      autoCommit: false,
      partitionsConsumedConcurrently: PARTITIONS,
      eachBatch: async ({ batch }) => {
        counted += batch.messages.length;
        if (counted >= events) resolve((performance.now() - began) / 1000);
      },
    });
  });
  const { user, system } = process.cpuUsage(cpu);
  await consumer.disconnect();
  return { events_per_s: Math.round(counted / took), node_us: Number(((user + system) / counted).toFixed(2)) };
}

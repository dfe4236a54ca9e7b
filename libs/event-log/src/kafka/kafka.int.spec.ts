import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Kafka, logLevel } from 'kafkajs';
import { startKafkaIfPossible } from '../../../../tools/kafka/start-kafka.js';
import { describeKafka } from '../testing/describe-kafka.js';
import { eventLogContract } from '../testing/event-log-contract.js';
import type { LogHarness } from '../testing/log-harness.js';
import { APPEND_TIMEOUT_MS } from '../testing/outage-contract.js';
import { silentLines } from '../testing/silent-lines.js';
import { createTopics } from './create-topics.js';
import { createKafkaLog } from './kafka-log.js';

/** A broker of our own where that is possible: it gets killed. Else the one of KAFKA_BROKERS, which is not ours to kill. */
async function startHarness(shared: readonly string[]): Promise<LogHarness> {
  const dir = mkdtempSync(path.join(tmpdir(), 'leadclock-kafka-'));
  const own = await startKafkaIfPossible({ dir });
  const kafka = { brokers: own ? [own.brokers] : shared };
  const admin = new Kafka({ brokers: [...kafka.brokers], logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  return {
    freshTopic: async (partitions) => {
      const topic = `leadclock.test-${randomBytes(6).toString('hex')}`;
      await createTopics(kafka, [{ topic, partitions }], silentLines);
      return topic;
    },
    open: async (topic, partitions) =>
      createKafkaLog({ kafka, topic, partitions, logger: silentLines, appendTimeoutMs: APPEND_TIMEOUT_MS }),
    trim: async (topic, partition, first) => {
      await admin.fetchTopicOffsets(topic); // kafkajs must have heard of the topic before it can find the partition's leader
      await admin.deleteTopicRecords({ topic, partitions: [{ partition, offset: String(first) }] });
    },
    killServer: own ? () => own.kill9() : null,
    restartServer: async () => own?.restart(),
    end: async () => {
      await admin.disconnect();
      await own?.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

describeKafka('the log on Apache Kafka', (brokers) => eventLogContract(() => startHarness(brokers)));

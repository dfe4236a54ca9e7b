import { randomBytes } from 'node:crypto';
import { createTopics } from '@leadclock/event-log/kafka/create-topics.js';
import { createKafkaLog } from '@leadclock/event-log/kafka/kafka-log.js';
import { silentLines } from '@leadclock/event-log/testing/silent-lines.js';
import { PARTITIONS, type TestLogs } from './installation.js';

/** Logs on topics of their own. */
export async function kafkaLogs(brokers: readonly string[]): Promise<TestLogs> {
  const kafka = { brokers };
  const topic = `leadclock.story-${randomBytes(6).toString('hex')}`;
  const plans = [
    { topic, partitions: PARTITIONS },
    { topic: `${topic}.config`, partitions: 1 },
  ] as const;
  await createTopics(kafka, plans, silentLines);
  const settings = { kafka, logger: silentLines, watchMs: 1_000 };
  return { eventsLog: createKafkaLog({ ...settings, ...plans[0] }), configLog: createKafkaLog({ ...settings, ...plans[1] }) };
}

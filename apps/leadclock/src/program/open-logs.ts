import { createEmbeddedLog } from '@leadclock/event-log/embedded/embedded-log.js';
import type { EventLog } from '@leadclock/event-log/event-log.js';
import { createTopics } from '@leadclock/event-log/kafka/create-topics.js';
import { createKafkaLog } from '@leadclock/event-log/kafka/kafka-log.js';
import type { Settings } from '@leadclock/runtime/settings.js';
import type { Logger } from 'pino';

/** Fixed when an installation is made: another number is a new installation. */
export const EVENT_PARTITIONS = 12;
export const CONFIG_PARTITIONS = 1;

export interface OpenLogs {
  readonly eventsLog: EventLog;
  readonly configLog: EventLog;
  close(): Promise<void>;
}

/**
 * Opens both topics on Kafka when KAFKA_BROKERS is set, else on the append-only tables of the database. `membersFolder`: the data folder, if this process
 * alone has it.
 */
export async function openLogs(settings: Settings, databaseUrl: string, logger: Logger, membersFolder?: string): Promise<OpenLogs> {
  const topics = [
    { topic: settings.topic, partitions: EVENT_PARTITIONS },
    { topic: settings.configTopic, partitions: CONFIG_PARTITIONS },
  ] as const;
  const open = ({ topic, partitions }: { topic: string; partitions: number }): Promise<EventLog> => {
    if (settings.kafka === null) return createEmbeddedLog({ database: databaseUrl, topic, partitions, logger });
    return Promise.resolve(
      createKafkaLog({ kafka: kafkaOf(settings.kafka), topic, partitions, logger, ...(membersFolder && { membersFolder }) }),
    );
  };
  const eventsLog = await open(topics[0]);
  const configLog = await open(topics[1]);
  return {
    eventsLog,
    configLog,
    close: async () => {
      await eventsLog.close();
      await configLog.close();
    },
  };
}

/** The job that makes the topics on Kafka; the program itself never does. Answers one line a topic, warnings among them. */
export async function makeTopics(settings: Settings, logger: Logger): Promise<readonly string[]> {
  if (settings.kafka === null) throw new Error('KAFKA_BROKERS is not set: the embedded log makes its tables by itself');
  const reports = await createTopics(
    kafkaOf(settings.kafka),
    [
      { topic: settings.topic, partitions: EVENT_PARTITIONS },
      { topic: settings.configTopic, partitions: CONFIG_PARTITIONS },
    ],
    logger,
  );
  return reports.flatMap((report) => [
    `${report.topic}: ${report.made ? 'made' : 'was there'}, ${report.partitions} partitions, ${report.replication} replicas`,
    ...report.warnings.map((warning) => `${report.topic}: ${warning}`),
  ]);
}

function kafkaOf(kafka: NonNullable<Settings['kafka']>) {
  return { brokers: kafka.brokers, ssl: kafka.ssl, ...(kafka.sasl ? { sasl: kafka.sasl } : {}) };
}

import { Kafka, type KafkaConfig, type LogEntry, logLevel } from 'kafkajs';
import type { LogLines } from '../log-lines.js';
import type { KafkaSettings } from './kafka-settings.js';
import { fixKafkajsIdleLoop } from './kafkajs-idle-fix.js';
import { fixKafkajsMembers } from './kafkajs-member-fix.js';

export interface ClientLimits {
  readonly requestTimeoutMs: number;
  /** How often kafkajs tries by itself; the pause between tries grows to `LONGEST_RETRY_MS`, not to its usual 30 s. */
  readonly retries: number;
}

/** An outage must not outlast itself: who fell due in it is to be told within a second of its end. */
export const LONGEST_RETRY_MS = 300;

/** A kafkajs client whose lines go to our log and whose retries are short. */
export function createClient(settings: KafkaSettings, logger: LogLines, limits: ClientLimits): Kafka {
  fixKafkajsIdleLoop();
  fixKafkajsMembers();
  const { brokers, clientId = 'leadclock', ssl = false, sasl } = settings;
  const config: KafkaConfig = {
    clientId,
    brokers: [...brokers],
    ssl: ssl === true || ssl === false ? ssl : { ...ssl },
    connectionTimeout: 1000,
    requestTimeout: limits.requestTimeoutMs,
    retry: { initialRetryTime: 100, maxRetryTime: LONGEST_RETRY_MS, retries: limits.retries },
    logLevel: logLevel.WARN,
    logCreator: () => linesOf(logger),
  };
  if (sasl) config.sasl = saslOf(sasl);
  return new Kafka(config);
}

function saslOf({ mechanism, username, password }: NonNullable<KafkaSettings['sasl']>): NonNullable<KafkaConfig['sasl']> {
  switch (mechanism) {
    case 'plain':
      return { mechanism, username, password };
    case 'scram-sha-256':
      return { mechanism, username, password };
    case 'scram-sha-512':
      return { mechanism, username, password };
  }
}

/** What kafkajs calls an error though it is how a group or a new cluster works; it tries again by itself, or we say it ourselves. */
const USUAL =
  /Consumer: Crash|group coordinator is not available|rebalanc|is not aware of this member|not the leader for|Response (Heartbeat|JoinGroup|SyncGroup|LeaveGroup|FindCoordinator)/i;

/** The same line again within this time is not said again: an outage is one piece of news, not one a try. */
const SAY_AGAIN_MS = 60_000;

/** kafkajs retries nearly all that it reports: what ends a consumer or an append is said by those who see it end. */
function linesOf(logger: LogLines): (entry: LogEntry) => void {
  const saidAt = new Map<string, number>();
  return ({ level, namespace, log }) => {
    const text = `kafka${namespace ? ` ${namespace}` : ''}: ${log.message}${typeof log['error'] === 'string' ? `: ${log['error']}` : ''}`;
    const news = level === logLevel.ERROR && !USUAL.test(text) && Date.now() - (saidAt.get(text) ?? 0) > SAY_AGAIN_MS;
    if (!news) return logger.debug(fieldsOf(log), text);
    if (saidAt.size > 100) saidAt.clear();
    saidAt.set(text, Date.now());
    logger.warn(fieldsOf(log), text);
  };
}

const fieldsOf = ({ broker, groupId, topic, partition, retryCount }: LogEntry['log']) => ({
  broker,
  groupId,
  topic,
  partition,
  retryCount,
});

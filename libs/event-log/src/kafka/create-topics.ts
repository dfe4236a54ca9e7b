import kafkajs, { type Admin } from 'kafkajs';
import { WrongPartitions } from '../event-log.js';
import type { LogLines } from '../log-lines.js';
import { createClient } from './kafka-client.js';
import type { KafkaSettings } from './kafka-settings.js';
import { explain } from './kafka-trouble.js';

export interface TopicPlan {
  readonly topic: string;
  readonly partitions: number;
}

export interface TopicReport extends TopicPlan {
  /** False: it was there already, and left as it is. */
  readonly made: boolean;
  readonly replication: number;
  /** What about the topic can lose events, and the fix; empty when all is well. */
  readonly warnings: readonly string[];
}

/** What every topic of ours must be, whoever made it: nothing expires, nothing is compacted away. */
const KEEPS_ALL = { 'retention.ms': '-1', 'retention.bytes': '-1', 'cleanup.policy': 'delete' } as const;
/** And what we set besides: whatever codec another program uses, the broker stores plain records, which every reader can open. */
const OURS = { ...KEEPS_ALL, 'compression.type': 'uncompressed', 'unclean.leader.election.enable': 'false' } as const;

/** Makes the topics that are not there, with settings that lose nothing. Throws WrongPartitions when one is there with another number. */
export async function createTopics(kafka: KafkaSettings, plans: readonly TopicPlan[], logger: LogLines): Promise<readonly TopicReport[]> {
  const admin = createClient(kafka, logger, { requestTimeoutMs: 10_000, retries: 8 }).admin();
  try {
    await admin.connect();
    const brokers = (await admin.describeCluster()).brokers.length;
    const replication = brokers >= 3 ? 3 : 1;
    const there = new Set(await admin.listTopics());
    const missing = plans.filter(({ topic }) => !there.has(topic));
    if (missing.length > 0) {
      await admin.createTopics({
        waitForLeaders: true,
        topics: missing.map(({ topic, partitions }) => ({
          topic,
          numPartitions: partitions,
          replicationFactor: replication,
          configEntries: Object.entries({ ...OURS, 'min.insync.replicas': replication === 3 ? '2' : '1' }).map(([name, value]) => ({
            name,
            value,
          })),
        })),
      });
    }
    const reports: TopicReport[] = [];
    for (const plan of plans) reports.push(await reportOn(admin, plan, missing.includes(plan), brokers));
    return reports;
  } catch (error) {
    if (error instanceof WrongPartitions) throw error;
    throw explain(plans.map(({ topic }) => topic).join(', '), error);
  } finally {
    await admin.disconnect().catch(() => undefined);
  }
}

async function reportOn(admin: Admin, { topic, partitions }: TopicPlan, made: boolean, brokers: number): Promise<TopicReport> {
  const { topics } = await admin.fetchTopicMetadata({ topics: [topic] });
  const found = topics.find(({ name }) => name === topic)?.partitions ?? [];
  if (found.length !== partitions) throw new WrongPartitions(topic, found.length, partitions);
  const replication = Math.min(...found.map(({ replicas }) => replicas.length));
  const warnings: string[] = [];
  if (brokers >= 3 && replication < 3)
    warnings.push(`${topic} lies on ${replication} of ${brokers} brokers: raise its replication to 3, with min.insync.replicas=2`);
  const { resources } = await admin.describeConfigs({
    includeSynonyms: false,
    resources: [{ type: kafkajs.ConfigResourceTypes.TOPIC, name: topic, configNames: Object.keys(KEEPS_ALL) }],
  });
  const entries = new Map(resources[0]?.configEntries.map(({ configName, configValue }) => [configName, configValue]));
  for (const [name, wanted] of Object.entries(KEEPS_ALL)) {
    const value = entries.get(name);
    if (value !== undefined && value !== wanted) warnings.push(`${topic} has ${name}=${value} and will lose events: set ${name}=${wanted}`);
  }
  return { topic, partitions, made, replication, warnings };
}

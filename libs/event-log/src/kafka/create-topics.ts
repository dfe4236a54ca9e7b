import type { LogLines } from '../log-lines.js';
import type { KafkaSettings } from './kafka-settings.js';

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

/** Makes the topics that are not there, with settings that lose nothing. Throws WrongPartitions when one is there with another number. */
export async function createTopics(_kafka: KafkaSettings, _plans: readonly TopicPlan[], _logger: LogLines): Promise<readonly TopicReport[]> {
  throw new Error('not yet');
}

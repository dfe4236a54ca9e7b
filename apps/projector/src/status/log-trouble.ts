import { gapAt } from '@leadclock/event-log/event-log.js';
import type { ProjectorStatus } from './projector-status.js';

interface Topics {
  readonly topic: string;
  readonly configTopic: string;
}

/** What the logs lost, or never had, of what the read model was made from, each with the way out; empty when they are whole. */
export function logTrouble({ topic, configTopic }: Topics, status: ProjectorStatus): readonly string[] {
  const events = status.partitions.flatMap(({ partition, first, head, next }) => {
    const gap = gapAt(topic, { partition, first, next: head }, next);
    if (gap !== null) return [gap.message];
    return first > 0
      ? [
          `${topic} partition ${partition} begins at offset ${first}: records were deleted that are in the read model, but cannot be verified or rebuilt any more; restore the topic, and let it keep its records for ever (leadclock topics makes it so)`,
        ]
      : [];
  });
  const { first, head } = status.config;
  const takenUp = Math.max(0, ...status.partitions.map(({ configOffset }) => configOffset));
  const range = { partition: 0, first, next: head };
  const config = gapAt(configTopic, range, 0) ?? gapAt(configTopic, range, takenUp);
  return config === null ? events : [...events, config.message];
}

import type { EventLog, Follower, Following } from '@leadclock/event-log/event-log.js';

/** The log of an installation, whose partitions go to whom the story says. */
export class DealtLog {
  readonly followers: Follower[] = [];

  constructor(private readonly log: EventLog) {}

  /** The log as the next process sees it. */
  forNext(): EventLog {
    const { log, followers } = this;
    return {
      topic: log.topic,
      partitions: log.partitions,
      append: (records) => log.append(records),
      ranges: () => log.ranges(),
      read: (...range) => log.read(...range),
      close: async () => undefined,
      follow: async (_group, follower): Promise<Following> => {
        followers.push(follower);
        return { seek: () => undefined, stop: async () => undefined };
      },
    };
  }

  /** Gives a partition to a process, and all that it has not seen of it. */
  async give(to: number, partition: number): Promise<void> {
    const follower = this.followers[to];
    if (follower === undefined) throw new Error(`there is no process ${to}`);
    const from = await follower.assigned(partition);
    const next = (await this.log.ranges())[partition]?.next ?? 0;
    await this.log.read(partition, from, next, (records) => follower.records(partition, records, next));
  }

  async take(from: number, partition: number): Promise<void> {
    await this.followers[from]?.revoked(partition);
  }
}

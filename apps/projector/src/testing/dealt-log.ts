import type { EventLog, Follower, Following } from '@leadclock/event-log/event-log.js';

/** A partition that a process holds. */
interface Held {
  position: number;
  isLost: boolean;
  /** what is being handed over, one after the other; it ends when the process has it in hand */
  inHand: Promise<void>;
}

/** A process of the story. */
interface Member {
  readonly held: Map<number, Held>;
  follower: Follower | null;
}

/** The log of an installation, whose partitions go to whom the story says. */
export class DealtLog {
  private readonly members: Member[] = [];

  constructor(private readonly log: EventLog) {}

  /** How many processes follow by now. They are numbered in the order in which they were begun, whichever is the first to follow. */
  get following(): number {
    return this.members.filter(({ follower }) => follower !== null).length;
  }

  /** The log as the next process sees it. */
  forNext(): EventLog {
    const { log } = this;
    const member: Member = { held: new Map(), follower: null };
    this.members.push(member);
    return {
      topic: log.topic,
      partitions: log.partitions,
      append: (records) => log.append(records),
      ranges: () => log.ranges(),
      read: (...range) => log.read(...range),
      close: async () => undefined,
      follow: async (_group, follower): Promise<Following> => {
        member.follower = follower;
        return {
          seek: (partition, offset) => void this.handOver(member, partition, offset),
          stop: async () => {
            member.follower = null;
            for (const held of member.held.values()) held.isLost = true;
          },
        };
      },
    };
  }

  /** Gives a partition to a process, unless it holds it already, and all that it has not seen of it. */
  async give(to: number, partition: number): Promise<void> {
    const { held, follower } = this.member(to);
    if (!held.has(partition)) {
      const position = await follower.assigned(partition);
      held.set(partition, { position, isLost: false, inHand: Promise.resolve() });
    }
    await this.handOver(this.member(to), partition, null);
  }

  async take(from: number, partition: number): Promise<void> {
    const { held, follower } = this.member(from);
    const there = held.get(partition);
    if (there === undefined) return;
    there.isLost = true;
    held.delete(partition);
    await there.inHand;
    await follower.revoked(partition);
  }

  private member(number: number): Member & { readonly follower: Follower } {
    const member = this.members[number];
    if (member === undefined || member.follower === null) throw new Error(`there is no process ${number} that follows`);
    return { ...member, follower: member.follower };
  }

  /** Goes on from `sought`, if it is given, once what is in hand is handed over. */
  private handOver({ held, follower }: Member, partition: number, sought: number | null): Promise<void> {
    const there = held.get(partition);
    if (there === undefined || follower === null) return Promise.resolve();
    there.inHand = there.inHand.then(async () => {
      if (sought !== null) there.position = sought;
      // where it was lost meanwhile the log may be closed by now
      await this.handOn(there, partition, follower).catch((error: unknown) => there.isLost || Promise.reject(error));
    });
    return there.inHand;
  }

  private async handOn(there: Held, partition: number, follower: Follower): Promise<void> {
    if (there.isLost) return;
    const next = (await this.log.ranges())[partition]?.next ?? 0;
    await this.log.read(partition, there.position, next, async (records) => {
      if (there.isLost) return;
      await follower.records(partition, records, next);
      there.position = (records.at(-1)?.offset ?? 0) + 1;
    });
  }
}

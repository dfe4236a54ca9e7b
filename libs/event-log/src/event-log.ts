/** What a source hands to the log: the key decides the partition (Kafka's murmur2), the value is one event as JSON. */
export interface NewRecord {
  readonly key: string;
  readonly value: string;
}

/** What the log hands to a reader, as it lies there; it may be bytes of somebody else's. */
export interface LogRecord {
  readonly offset: number;
  readonly key: string | null;
  readonly value: Buffer | null;
}

/** The readable range of a partition: `first` is the earliest offset kept, `next` the one that the next record will get. */
export interface PartitionRange {
  readonly partition: number;
  readonly first: number;
  readonly next: number;
}

/**
 * What a reader of a topic does. All three are awaited; records of a partition come in order, without gaps, one call at a time.
 * After `revoked` no records of that partition come until it is assigned again; stop() does not call it.
 * A call that rejects is logged and made again after a pause (0.1 s, growing to 5 s), `records` unless a seek came meanwhile.
 * Two members may hold a partition for a moment (a member that was cut off): whoever writes must fence by its checkpoint.
 */
export interface Follower {
  /** The partition is ours from now on: answers the offset to start at. */
  assigned(partition: number): Promise<number>;
  /** `next` is the head of the partition as far as it is known. Resolves when the records are taken over (back-pressure). */
  records(partition: number, records: readonly LogRecord[], next: number): Promise<void>;
  revoked(partition: number): Promise<void>;
  /** The topic cannot be followed any more; the reason says what happened and what to do. Trouble that passes is not reported. */
  failed(reason: Error): void;
}

export interface Following {
  /** Goes on from another offset of a partition that is ours, after the records being handed over now. */
  seek(partition: number, offset: number): void;
  /** Resolves when no more records will come; does not wait for the records that the follower has in hand. */
  stop(): Promise<void>;
}

/** One topic of the event log. Two adapters, one contract suite: event-log-contract.ts. */
export interface EventLog {
  readonly topic: string;
  readonly partitions: number;
  /** Resolves once every record is durable, rejects when that is not known in time: the caller may append again, repeats do not matter. */
  append(records: readonly NewRecord[]): Promise<void>;
  ranges(): Promise<readonly PartitionRange[]>;
  /** Reads `[from, to)` of one partition and ends. Rejects with LogGap when a part of it is not there. */
  read(partition: number, from: number, to: number, onBatch: (records: readonly LogRecord[]) => Promise<void>): Promise<void>;
  /** Follows the topic for ever: with a group, partitions are shared among its members; with null every partition is ours. */
  follow(group: string | null, follower: Follower): Promise<Following>;
  /** Stops what follows and lets go of all connections. */
  close(): Promise<void>;
}

/** The log lost records that a reader needs, or a reader is ahead of the log: nothing is skipped in silence. */
export class LogGap extends Error {
  override readonly name = 'LogGap';
  constructor(
    readonly topic: string,
    readonly range: PartitionRange,
    readonly wanted: number,
  ) {
    super(
      wanted < range.first
        ? `${topic} partition ${range.partition} begins at offset ${range.first}, but offset ${wanted} is needed: records were deleted; restore the topic, or export from a copy and import into an empty installation`
        : `${topic} partition ${range.partition} ends at offset ${range.next}, but the checkpoint says ${wanted}: this is not the log that the read model was made from; point to the right one, or run leadclock rebuild`,
    );
  }
}

/** The log did not take the records in time; they may be appended again. */
export class LogUnavailable extends Error {
  override readonly name = 'LogUnavailable';
}

/** The topic was made with another number of partitions; keys would lie elsewhere, so the program must not go on. */
export class WrongPartitions extends Error {
  override readonly name = 'WrongPartitions';
  constructor(
    readonly topic: string,
    readonly there: number,
    readonly wanted: number,
  ) {
    super(
      `${topic} has ${there} partitions, but the settings say ${wanted}: the number is fixed when a topic is made; set it back to ${there}, or move: leadclock export, then leadclock import into an empty installation with ${wanted}`,
    );
  }
}

/** Why a reader cannot go on at `wanted`, or null when he can. */
export function gapAt(topic: string, range: PartitionRange, wanted: number): LogGap | null {
  return wanted < range.first || wanted > range.next ? new LogGap(topic, range, wanted) : null;
}

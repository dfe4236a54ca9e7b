import type { EventLog } from '../event-log.js';

/** What the contract suite needs of an adapter and its server. */
export interface LogHarness {
  /** Makes a topic that nobody has used, and answers its name. */
  freshTopic(partitions: number): Promise<string>;
  /** Another program's view of the topic; the suite closes it. */
  open(topic: string, partitions: number): Promise<EventLog>;
  /** Loses the records below `first`, as a retention limit would. */
  trim(topic: string, partition: number, first: number): Promise<void>;
  /** Kills the server with -9; null where the server is not ours to kill. */
  readonly killServer: (() => Promise<void>) | null;
  readonly restartServer: () => Promise<void>;
  end(): Promise<void>;
}

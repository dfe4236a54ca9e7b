import type { EventLog } from '../event-log.js';
import { appendingContract } from './appending-contract.js';
import { followingContract } from './following-contract.js';
import { gapContract } from './gap-contract.js';
import type { LogHarness } from './log-harness.js';
import { outageContract } from './outage-contract.js';
import { sharingContract } from './sharing-contract.js';

/** What each part of the suite works with: fresh topics on the adapter's server, and logs that are closed after each test. */
export interface ContractBench {
  harness(): LogHarness;
  topicOf(partitions: number): Promise<{ topic: string; log: EventLog; again: () => Promise<EventLog> }>;
}

/** What every adapter of the event log keeps; run against a real server. */
export function eventLogContract(start: () => Promise<LogHarness>): void {
  let running: LogHarness | null = null;
  const opened: EventLog[] = [];

  beforeAll(async () => {
    running = await start();
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((log) => log.close()));
  });
  afterAll(async () => running?.end());

  const harness = () => {
    if (running === null) throw new Error('the server of the event log did not start');
    return running;
  };
  const bench: ContractBench = {
    harness,
    topicOf: async (partitions) => {
      const topic = await harness().freshTopic(partitions);
      const again = async () => {
        const log = await harness().open(topic, partitions);
        opened.push(log);
        return log;
      };
      return { topic, log: await again(), again };
    },
  };
  appendingContract(bench);
  gapContract(bench);
  followingContract(bench);
  sharingContract(bench);
  outageContract(bench);
}

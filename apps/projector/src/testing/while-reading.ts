import type { EventLog } from '@leadclock/event-log/event-log.js';

/** The log as a rebuild reads it; something else happens once it has read a part. */
export function whileReading(log: EventLog, happens: () => Promise<void>): EventLog {
  let happened: Promise<void> | null = null;
  return {
    topic: log.topic,
    partitions: log.partitions,
    append: (records) => log.append(records),
    ranges: () => log.ranges(),
    follow: (...how) => log.follow(...how),
    close: () => log.close(),
    read: async (...range) => {
      await log.read(...range);
      await (happened ??= happens());
    },
  };
}

import { type EventLog, type Follower, type Following, LogGap, type LogRecord } from '@leadclock/event-log/event-log.js';
import { putConfigEvents } from '@leadclock/read-model/write/config-event.table.js';
import { insertParked } from '@leadclock/read-model/write/parked.table.js';
import type { DataSource } from 'typeorm';
import { ConfigHistory } from './config-history.js';
import { type ConfigRows, readConfigLog, takeConfigRecords } from './read-config-log.js';

/** Keeps the configuration in memory: all of it before anything else, then each change as it comes. */
export class ConfigFollower implements Follower {
  readonly history = new ConfigHistory();
  /** what the sets are to keep; all of it, since a set that is made later wants it too */
  private readonly rows: { events: ConfigRows['events'][number][]; parked: ConfigRows['parked'][number][] } = { events: [], parked: [] };
  private readonly kept = new Map<string, { events: number; parked: number }>();
  private following: Following | null = null;

  constructor(
    private readonly configLog: EventLog,
    private readonly changed: () => void,
    private readonly stopped: (reason: Error) => void,
  ) {}

  /** Reads the whole log. Throws LogGap when it lost its beginning. */
  async readAll(): Promise<void> {
    this.remember(await readConfigLog(this.configLog, this.history));
  }

  async follow(): Promise<void> {
    this.following = await this.configLog.follow(null, this);
  }

  async stop(): Promise<void> {
    await this.following?.stop();
  }

  /** Writes what `set` does not have of the configuration events yet. */
  async keepIn(dataSource: DataSource, set: string): Promise<void> {
    const { events, parked } = this.kept.get(set) ?? { events: 0, parked: 0 };
    const now = { events: this.rows.events.length, parked: this.rows.parked.length };
    if (now.events === events && now.parked === parked) return;
    await dataSource.transaction(async (em) => {
      await putConfigEvents(em, set, this.rows.events.slice(events));
      await insertParked(em, set, this.rows.parked.slice(parked));
    });
    this.kept.set(set, now);
  }

  async assigned(): Promise<number> {
    return this.history.offset;
  }

  async records(_partition: number, records: readonly LogRecord[]): Promise<void> {
    this.remember(takeConfigRecords(this.history, this.configLog.topic, records));
    this.changed();
  }

  async revoked(): Promise<void> {
    // it has one partition, which every process reads
  }

  failed(reason: Error): void {
    this.stopped(reason);
  }

  private remember({ events, parked }: ConfigRows): void {
    for (const row of events) this.rows.events.push(row);
    for (const row of parked) this.rows.parked.push(row);
  }
}

/** The configuration log is not the one that the checkpoints were made with. */
export function configGap(configLog: EventLog, head: number, wanted: number): LogGap | null {
  return wanted > head ? new LogGap(configLog.topic, { partition: 0, first: 0, next: head }, wanted) : null;
}

import type { EventLog } from '@leadclock/event-log/event-log.js';
import type { SpooledRecord, SpoolTable } from '@leadclock/read-model/outside/spool.table.js';
import type { Logger } from 'pino';
import { spoolRecords } from '../metrics.js';
import type { LogPresence } from './log-presence.js';

const AT_ONCE = 500;
/** How soon to look again: records may also come from another process that died, and who fell due while the log was away is waited for. */
const LOOK_AGAIN_MS = { empty: 5_000, waiting: 1_000, away: 200 } as const;
/** After one that sent something a round begins no sooner: what comes thick goes together, and what comes alone waits for nothing. */
export const BETWEEN_ROUNDS_MS = 50;

/** Sends what waits in the spool to the log, oldest first, as soon as the log is back. Of all relays on one database one works at a time. */
export class Relay {
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;
  private stopped = true;
  private woken = false;
  /** when the last round began, milliseconds that no clock step can change; -Infinity: it sent nothing */
  private sentAt = Number.NEGATIVE_INFINITY;
  private readonly logs: ReadonlyMap<string, EventLog>;

  constructor(
    private readonly spool: SpoolTable,
    logs: readonly EventLog[],
    private readonly presence: LogPresence,
    private readonly logger: Logger,
  ) {
    this.logs = new Map(logs.map((log) => [log.topic, log]));
  }

  /** Begins to look into the spool by itself, until `stop`. */
  start(): void {
    this.stopped = false;
    // what is taken from now on waits in the spool, though that was empty: nobody is called, and the log may be back at once
    this.presence.onGone(() => this.lookSoon());
    this.look();
  }

  /** Looks into the spool at once: something was put there that somebody waits for. A log that is away is tried when it is time. */
  wake(): void {
    if (this.stopped || this.presence.away) return;
    this.woken = true;
    if (this.timer !== null) this.lookAgain(0);
  }

  /** Resolves when the batch being sent is through. */
  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
    await this.running;
  }

  /** Sends until all that was there has gone, another relay is at it, or the log refuses; answers whether nothing was left behind. */
  async drain(goOn: () => boolean = () => true): Promise<boolean> {
    do {
      const sent = await this.spool.drain(AT_ONCE, (records) => this.send(records));
      if (sent === 'busy') return false;
      this.presence.back();
      if (sent < AT_ONCE) return true;
    } while (goOn());
    return false;
  }

  private async send(records: readonly SpooledRecord[]): Promise<void> {
    const topics = new Set(records.map((record) => record.topic));
    for (const topic of topics) {
      const log = this.logs.get(topic);
      if (!log) throw new ForeignTopic(topic);
      try {
        await log.append(records.filter((record) => record.topic === topic));
      } catch (error) {
        this.presence.gone(error);
        throw error;
      }
    }
  }

  private look(): void {
    this.timer = null;
    this.woken = false;
    const began = performance.now();
    this.running = this.round().then((found) => {
      this.sentAt = found === 'sent' ? began : Number.NEGATIVE_INFINITY;
      if (this.stopped) return;
      // what was put there while this round was under way may have been missed by it
      this.lookAgain(this.woken ? 0 : LOOK_AGAIN_MS[this.presence.away ? 'away' : found === 'empty' ? 'empty' : 'waiting']);
    });
  }

  private lookSoon(): void {
    if (!this.stopped && this.timer !== null) this.lookAgain(LOOK_AGAIN_MS.away);
  }

  /** In so many milliseconds, or once the time between two rounds is over. */
  private lookAgain(ms: number): void {
    if (this.timer) clearTimeout(this.timer);
    const wait = Math.max(ms, this.sentAt + BETWEEN_ROUNDS_MS - performance.now());
    if (wait <= 0) return this.look();
    this.timer = setTimeout(() => this.look(), wait);
    this.timer.unref();
  }

  /** Never rejects: a log or database that is away is tried again. */
  private async round(): Promise<'empty' | 'sent' | 'waiting'> {
    try {
      // an empty spool is asked for its depth alone, unless it must be seen whether the log is back
      if ((await this.measure()) === 0 && !this.presence.away) return 'empty';
      const sent = await this.drain(() => !this.stopped);
      if (!this.woken) await this.measure();
      return sent ? 'sent' : 'waiting';
    } catch (error) {
      if (error instanceof ForeignTopic) this.logger.error(error.message);
      return 'waiting';
    }
  }

  private async measure(): Promise<number> {
    const { records } = await this.spool.depth();
    spoolRecords.set(records);
    return records;
  }
}

/** The spool was filled under another KAFKA_TOPIC: a person must say which one is right. */
class ForeignTopic extends Error {
  constructor(topic: string) {
    super(
      `the spool holds records for topic ${topic}, which this program does not write: start it with the KAFKA_TOPIC that it had until they are sent`,
    );
  }
}

import type { EventLog, NewRecord } from '@leadclock/event-log/event-log.js';
import { inTime } from '@leadclock/event-log/in-time.js';
import type { SpoolTable } from '@leadclock/read-model/outside/spool.table.js';
import type { Logger } from 'pino';
import { errorCode } from '../error-code.js';
import { appendSeconds, spooled } from '../metrics.js';
import type { LogPresence } from './log-presence.js';

/** A log that has not answered by then counts as away; what it takes later is a repeat, and changes nothing. */
const ANSWER_WITHIN_MS = 5_000;

/** Neither the log nor the spool has the records: nobody may be told that they are safe. */
export class NotDurable extends Error {
  override readonly name = 'NotDurable';
}

/** The way of accepted records into one topic: the log, and while that is away the spool. */
export class WayToLog {
  constructor(
    private readonly log: EventLog,
    private readonly spool: SpoolTable,
    private readonly presence: LogPresence,
    private readonly logger: Logger,
  ) {}

  /** Resolves once every record is durable in one of the two; rejects with NotDurable. */
  async append(records: readonly NewRecord[]): Promise<void> {
    const tried = !this.presence.away;
    if (tried && (await this.appendToLog(records))) return;
    if (await this.putIntoSpool(records)) return;
    // the log was passed over because it was away lately: the last resort
    if (!tried && (await this.appendToLog(records))) return;
    throw new NotDurable('neither the log nor the spool takes events');
  }

  private async appendToLog(records: readonly NewRecord[]): Promise<boolean> {
    const end = appendSeconds.startTimer();
    try {
      await inTime(this.log.append(records), ANSWER_WITHIN_MS, `no answer within ${ANSWER_WITHIN_MS} ms`);
      this.presence.back();
      return true;
    } catch (error) {
      this.presence.gone(error);
      return false;
    } finally {
      end();
    }
  }

  private async putIntoSpool(records: readonly NewRecord[]): Promise<boolean> {
    try {
      await this.spool.put(records.map(({ key, value }) => ({ topic: this.log.topic, key, value })));
      spooled.inc(records.length);
      return true;
    } catch (error) {
      this.logger.warn({ reason: errorCode(error) }, 'the spool could not be written');
      return false;
    }
  }
}

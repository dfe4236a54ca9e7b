import type { EventLog, NewRecord } from '@leadclock/event-log/event-log.js';
import type { SpoolTable } from '@leadclock/read-model/outside/spool.table.js';
import { type PersonalRecord, type VaultTable, VaultUnavailable } from '@leadclock/read-model/outside/vault.table.js';
import type { Clock } from '@leadclock/runtime/tokens.js';
import type { Logger } from 'pino';
import { Batcher } from '../append/batcher.js';
import type { LogPresence } from '../append/log-presence.js';
import { NotDurable, WayToLog } from '../append/way-to-log.js';
import { accepted, droppedAttributes, rejected, vaultFailures } from '../metrics.js';
import type { Rejection } from './rejection.js';
import { nothingYet, partOf, type SortedOut, sortOutInto } from './sort-out.js';

/** `unavailable`: nothing may be taken as stored; the same events may be sent again. */
export type Taken =
  | { readonly kind: 'taken'; readonly accepted: number; readonly rejected: readonly Rejection[] }
  | { readonly kind: 'unavailable'; readonly detail: string; readonly retryAfterSeconds: number };

export interface DoorParts {
  readonly eventsLog: EventLog;
  readonly configLog: EventLog;
  readonly spool: SpoolTable;
  readonly vault: VaultTable;
  readonly presence: LogPresence;
  readonly clock: Clock;
  readonly logger: Logger;
  /** told why nothing can be made durable, and null once it can again */
  readonly onTrouble: (reason: string | null) => void;
}

const RETRY_AFTER_SECONDS = 2;
const BROKEN_LINE = 'is not JSON; a line holds one whole CloudEvent';

/** Takes events: reads each by itself, stamps it, and answers once what was accepted is durable, personal data in the vault first. */
export class Door {
  private readonly toEvents: Batcher<NewRecord>;
  private readonly toConfiguration: Batcher<NewRecord>;
  private readonly toVault: Batcher<PersonalRecord>;
  private troubled = false;

  constructor(private readonly parts: DoorParts) {
    const wayTo = (log: EventLog) => new WayToLog(log, parts.spool, parts.presence, parts.logger);
    const events = wayTo(parts.eventsLog);
    const configuration = wayTo(parts.configLog);
    const charactersOf = (record: NewRecord) => record.value.length;
    this.toEvents = new Batcher((records) => events.append(records), charactersOf);
    this.toConfiguration = new Batcher((records) => configuration.append(records), charactersOf);
    this.toVault = new Batcher(
      (records) => parts.vault.put(records),
      (record) => record.personal.notes?.note.length ?? 0,
    );
  }

  /** Takes what a sender posted, already parsed from JSON. The clock of the door is the events' recordedtime. */
  take(inputs: readonly unknown[]): Promise<Taken> {
    const now = this.parts.clock();
    const options = { now, recordedTime: now };
    const sorted = nothingYet();
    for (let index = 0; index < inputs.length; index += 1) sortOutInto(sorted, inputs[index], index, options);
    return this.store(sorted, inputs.length);
  }

  /** Takes lines of a file from this machine: their own recordedtime holds, else `heardAt`, and they may bring what the product itself wrote. */
  takeLines(lines: readonly string[], heardAt: number): Promise<Taken> {
    const options = { now: this.parts.clock(), recordedTime: heardAt, keepRecordedTime: true, allowProductTypes: true };
    const sorted = nothingYet();
    lines.forEach((line, index) => {
      const input = parseLine(line);
      if (input === undefined) sorted.rejected.push({ index, id: null, path: '$', problem: BROKEN_LINE });
      else sortOutInto(sorted, input, index, options);
    });
    return this.store(sorted, lines.length);
  }

  private async store(sorted: SortedOut, given: number): Promise<Taken> {
    try {
      if (sorted.personal.length > 0) await this.toVault.append(sorted.personal);
      if (sorted.configuration.length === 0) await this.toEvents.append(sorted.events);
      else await Promise.all([this.toConfiguration.append(sorted.configuration), this.toEvents.append(sorted.events)]);
    } catch (error) {
      return this.unavailable(error);
    }
    this.settled(null);
    const taken = given - sorted.rejected.length;
    accepted.inc(taken);
    if (sorted.dropped > 0) droppedAttributes.inc(sorted.dropped);
    for (const rejection of sorted.rejected) rejected.inc({ part: partOf(rejection.path) });
    return { kind: 'taken', accepted: taken, rejected: sorted.rejected };
  }

  private unavailable(error: unknown): Taken {
    if (error instanceof VaultUnavailable) vaultFailures.inc();
    else if (!(error instanceof NotDurable)) throw error;
    this.settled(error.message);
    return {
      kind: 'unavailable',
      detail: `${error.message}; nothing is lost when you send the same again`,
      retryAfterSeconds: RETRY_AFTER_SECONDS,
    };
  }

  private settled(reason: string | null): void {
    if (reason === null && !this.troubled) return;
    this.troubled = reason !== null;
    this.parts.onTrouble(reason);
  }
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

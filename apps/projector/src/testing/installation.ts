import { configurationTypes } from '@leadclock/domain/events/catalogue.js';
import { encodeEvent } from '@leadclock/domain/events/encode-event.js';
import type { LeadclockEvent } from '@leadclock/domain/events/event.js';
import { createEmbeddedLog } from '@leadclock/event-log/embedded/embedded-log.js';
import type { EventLog } from '@leadclock/event-log/event-log.js';
import { createDataSource } from '@leadclock/read-model/data-source.js';
import { openInstallation } from '@leadclock/read-model/installation.js';
import { migrate } from '@leadclock/read-model/migrate.js';
import { BatchConnection } from '@leadclock/read-model/write/batch-connection.js';
import { freshDatabase } from '@leadclock/runtime/testing/fresh-database.js';
import { until } from '@leadclock/runtime/testing/until.js';
import type { DataSource } from 'typeorm';
import { Projector } from '../follow/projector.js';
import type { ProjectorLines } from '../projector-lines.js';
import { projectorStatus } from '../status/projector-status.js';

export const PARTITIONS = 4;

export interface TestLogs {
  readonly eventsLog: EventLog;
  readonly configLog: EventLog;
}

/** The logs in the installation's own database. */
export async function embeddedLogs(database: string): Promise<TestLogs> {
  return {
    eventsLog: await createEmbeddedLog({ database, topic: 'leadclock.events', partitions: PARTITIONS, logger: quiet }),
    configLog: await createEmbeddedLog({ database, topic: 'leadclock.config', partitions: 1, logger: quiet }),
  };
}

/** A log, a database and projectors of a story's own. */
export class TestInstallation {
  readonly lines: string[] = [];
  readonly reports: (string | null)[] = [];
  readonly setReports: (string | null)[] = [];
  private readonly projectors = new Map<Projector, BatchConnection>();

  private constructor(
    readonly dataSource: DataSource,
    readonly eventsLog: EventLog,
    readonly configLog: EventLog,
    readonly url: string,
  ) {}

  static async open(openLogs: (databaseUrl: string) => Promise<TestLogs> = embeddedLogs): Promise<TestInstallation> {
    const url = await freshDatabase();
    const dataSource = await createDataSource(url).initialize();
    await migrate(dataSource);
    await openInstallation(dataSource, { partitions: PARTITIONS });
    const { eventsLog, configLog } = await openLogs(url);
    return new TestInstallation(dataSource, eventsLog, configLog, url);
  }

  get logger(): ProjectorLines {
    const line = (level: string) => (fields: unknown, text?: string) => void this.lines.push(`${level} ${text ?? JSON.stringify(fields)}`);
    return { debug: () => undefined, info: line('info'), warn: line('warn'), error: line('error') };
  }

  /** Appends events to the log that they belong to, in this order. */
  async append(...events: readonly LeadclockEvent[]): Promise<void> {
    for (const event of events) {
      const log = configurationTypes.has(event.type) ? this.configLog : this.eventsLog;
      await log.append([{ key: event.subject, value: encodeEvent(event) }]);
    }
  }

  start(
    settings: {
      readonly cacheBound?: number;
      readonly batchLimit?: number;
      readonly lookEveryMs?: number;
      readonly dataSource?: DataSource;
      readonly erased?: (leads: readonly string[]) => void;
    } = {},
  ): Projector {
    const { eventsLog, configLog, logger } = this;
    const few = new BatchConnection(this.url);
    const projector = new Projector({
      dataSource: this.dataSource,
      few: settings.dataSource === undefined ? few : undefined,
      eventsLog,
      configLog,
      logger,
      report: (reason) => void this.reports.push(reason),
      reportSet: (reason) => void this.setReports.push(reason),
      lookEveryMs: 50,
      ...settings,
    });
    projector.start();
    this.projectors.set(projector, few);
    return projector;
  }

  async stop(projector: Projector): Promise<void> {
    await projector.stop();
    await this.projectors.get(projector)?.close();
    this.projectors.delete(projector);
  }

  /** Waits until everything in the logs is in the read model. */
  caughtUp(): Promise<unknown> {
    return until('the projector has caught up', async () => {
      const status = await projectorStatus(this.dataSource, this.eventsLog, this.configLog);
      return status.behind === 0 && status.sweeping.length === 0 && status.refolding === 0;
    });
  }

  /** Everything that is derived, as text: two installations with the same events have the same. */
  async rows(set = 'set_1'): Promise<Readonly<Record<string, readonly string[]>>> {
    const tables: Record<string, string> = {
      lead: '*',
      timeline: '*',
      fact: '*',
      deadline: 'lead, step, due_at, policy, clock',
      conflict: '*',
      other_subject: '*',
      merge: '*',
      refold: 'subject',
      config_event: '*',
    };
    const rows: Record<string, readonly string[]> = {};
    for (const [table, columns] of Object.entries(tables)) {
      const read = await this.dataSource.query<{ row: string }[]>(
        `select r::text collate "C" as row from (select ${columns} from ${set}.${table}) r order by 1`,
      );
      rows[table] = read.map(({ row }) => row);
    }
    return rows;
  }

  async close(): Promise<void> {
    for (const projector of this.projectors.keys()) await this.stop(projector);
    await this.eventsLog.close();
    await this.configLog.close();
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }
}

const nothing = (): undefined => undefined;
const quiet = { debug: nothing, info: nothing, warn: nothing, error: nothing };

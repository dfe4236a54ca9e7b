import type { EventLog } from '@leadclock/event-log/event-log.js';
import type { ProgramAddress } from '@leadclock/runtime/data-folder.js';
import type { Settings } from '@leadclock/runtime/settings.js';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { withProgram } from './with-program.js';

export interface Parts {
  readonly dataSource: DataSource;
  readonly eventsLog: EventLog;
  readonly configLog: EventLog;
  readonly logger: Logger;
  readonly program: ProgramAddress;
}

/** Opens the running program's database and log beside it, for commands that read the log itself. */
export async function withParts<T>(settings: Settings, use: (parts: Parts) => Promise<T>): Promise<T> {
  const { connect } = await import('../program/open-database.js');
  const { openLogs } = await import('../program/open-logs.js');
  const { createLogger } = await import('@leadclock/runtime/logger.js');
  const logger = createLogger(process.env['LOG_LEVEL'] ?? 'warn');
  return withProgram(settings, async (program) => {
    const dataSource = await connect(program.databaseUrl);
    try {
      const logs = await openLogs({ ...settings, ...program.log }, program.databaseUrl, logger);
      try {
        return await use({ dataSource, eventsLog: logs.eventsLog, configLog: logs.configLog, logger, program });
      } finally {
        await logs.close();
      }
    } finally {
      await dataSource.destroy();
    }
  });
}

import { type Command, InvalidArgumentError } from 'commander';
import { type AppName, appNames } from '../program/app-names.js';
import { giveWay } from '../program/give-way.js';
import { exitCodes } from './exit-codes.js';
import { readSettings } from './read-settings.js';
import type { Report } from './run-cli.js';

const isApp = (name: string): name is AppName => appNames.some((app) => app === name);

function parseApps(text: string): readonly AppName[] {
  const names = text.split(',').map((name) => name.trim());
  const wrong = names.filter((name) => !isApp(name));
  if (wrong.length > 0) throw new InvalidArgumentError(`${wrong.join(', ')} is no app; allowed: ${appNames.join(', ')}`);
  return names.filter(isApp);
}

/** `leadclock start`: everything in one process, until a signal. */
export function addStartCommand(program: Command, report: Report): void {
  program
    .command('start')
    .description('start everything in one process')
    .option('--only <apps>', `only some of ${appNames.join(',')}`, parseApps)
    .addHelpText('after', '\nExample:\n  leadclock start --only ingest,projector')
    .action(async ({ only }: { only?: readonly AppName[] }) => {
      const settings = readSettings();
      // a database that is embedded would be slowed down with it
      if (only && settings.databaseUrl !== null) giveWay(only);
      const { startProgram } = await import('../program/start-program.js');
      const { createLogger } = await import('@leadclock/runtime/logger.js');
      const logger = createLogger(settings.logLevel);
      const asked = new Promise<string>((resolve) => {
        for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve(signal));
      });
      const running = await startProgram({ settings, logger, ...(only ? { apps: only } : {}) });
      const log = settings.kafka === null ? 'embedded' : 'kafka';
      const database = settings.databaseUrl === null ? 'embedded' : 'postgres';
      process.stdout.write(`leadclock ready ${running.url} (log: ${log}, database: ${database})\n`);
      process.stdout.write(`the wall: ${running.url}/wall   (only this machine can reach it: there are no accounts yet)\n`);
      const why = await Promise.race([asked.then((signal) => ({ signal })), running.lost.then((reason) => ({ reason }))]);
      if ('reason' in why) {
        logger.error(`${why.reason}: the program ends; what was accepted is safe`);
        report(exitCodes.couldNotRun);
      } else {
        logger.info({ signal: why.signal }, 'stopping');
      }
      await running.stop();
    });
}

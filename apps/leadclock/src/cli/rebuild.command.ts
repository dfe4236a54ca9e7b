import { madeOtherwise } from '@leadclock/read-model/sets/derivation.js';
import type { Command } from 'commander';
import { exitCodes } from './exit-codes.js';
import { progressBar } from './progress-bar.js';
import { readSettings } from './read-settings.js';
import type { Report } from './run-cli.js';
import { withParts } from './with-parts.js';

/** `leadclock rebuild`: make everything anew from the log beside the running program, and switch to it. */
export function addRebuildCommand(program: Command, report: Report): void {
  program
    .command('rebuild')
    .description('make everything that is derived anew from the log, compare, and switch to it')
    .option('--json', 'print the report as JSON')
    .addHelpText('after', '\nExample:\n  leadclock rebuild && leadclock verify')
    .action(async ({ json }: { json?: boolean }) => {
      const settings = readSettings();
      const { rebuild } = await import('@leadclock/projector/rebuild/rebuild.js');
      const bar = progressBar('rebuild');
      const made = await withParts(settings, (parts) =>
        rebuild({
          dataSource: parts.dataSource,
          eventsLog: parts.eventsLog,
          configLog: parts.configLog,
          logger: parts.logger,
          onProgress: ({ done, of }) => bar.show(done, of),
        }),
      );
      bar.end();
      const compared =
        madeOtherwise(made.derivation) === null
          ? `${made.compared} leads compared, ${made.differing} of them have other rows now`
          : `not compared, since ${made.from} was made by another derivation`;
      process.stdout.write(
        json ? `${JSON.stringify(made)}\n` : `${made.events} events: ${made.to} takes the place of ${made.from}; ${compared}\n`,
      );
      if (made.differing > 0) report(exitCodes.differences);
    });
}

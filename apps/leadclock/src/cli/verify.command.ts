import { madeOtherwise } from '@leadclock/read-model/sets/derivation.js';
import type { Command } from 'commander';
import { exitCodes } from './exit-codes.js';
import { progressBar } from './progress-bar.js';
import { readSettings } from './read-settings.js';
import type { Report } from './run-cli.js';
import { withParts } from './with-parts.js';

/** `leadclock verify`: recompute everything from the log and compare. */
export function addVerifyCommand(program: Command, report: Report): void {
  program
    .command('verify')
    .description('recompute everything from the log and compare it with what is stored')
    .option('--json', 'print the report as JSON')
    .addHelpText('after', '\nExample:\n  leadclock verify && echo everything can be trusted')
    .action(async ({ json }: { json?: boolean }) => {
      const settings = readSettings();
      const { verify } = await import('@leadclock/projector/verify/verify.js');
      const bar = progressBar('verify');
      const found = await withParts(settings, (parts) =>
        verify({
          dataSource: parts.dataSource,
          eventsLog: parts.eventsLog,
          configLog: parts.configLog,
          onProgress: ({ done, of }) => bar.show(done, of),
        }),
      );
      bar.end();
      if (json) {
        process.stdout.write(`${JSON.stringify(found)}\n`);
      } else {
        for (const { table, subject, row, problem, columns } of found.differences) {
          const of = subject === '' ? '' : ` of ${subject}`;
          process.stdout.write(`${table}${of}, row ${row}: ${problem}${columns.length > 0 ? ` (${columns.join(', ')})` : ''}\n`);
        }
        for (const { subject, reason } of found.pending) process.stdout.write(`${subject} cannot be judged now: ${reason}\n`);
        const otherwise = madeOtherwise(found.derivation);
        if (otherwise !== null) process.stdout.write(`${otherwise}\n`);
        process.stdout.write(
          `${found.events} events, ${found.subjects} subjects: ${found.differing} differences, ${found.pendingSubjects} pending\n`,
        );
      }
      if (found.differing > 0 || found.pendingSubjects > 0) report(exitCodes.differences);
    });
}

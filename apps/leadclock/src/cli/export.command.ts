import { once } from 'node:events';
import type { Command } from 'commander';
import { exitCodes } from './exit-codes.js';
import { readSettings } from './read-settings.js';
import type { Report } from './run-cli.js';
import { withParts } from './with-parts.js';

/** `leadclock export`: the log as JSONL on stdout. */
export function addExportCommand(program: Command, report: Report): void {
  program
    .command('export')
    .description('write the log as JSONL to stdout, configuration first, in order per lead')
    .addHelpText('after', '\nExample:\n  leadclock export | gzip > leads.jsonl.gz')
    .action(async () => {
      const settings = readSettings();
      const { exportLog } = await import('@leadclock/ingest/export/export-log.js');
      await withParts(settings, async ({ eventsLog, configLog }) => {
        const exported = await exportLog({
          eventsLog,
          configLog,
          write: async (text) => {
            if (!process.stdout.write(text)) await once(process.stdout, 'drain');
          },
          onUnreadable: ({ topic, partition, offset, reason }) =>
            process.stderr.write(`left out ${topic} partition ${partition} offset ${offset}: ${reason}\n`),
        });
        process.stderr.write(`${exported.events} events written, ${exported.unreadable} left out\n`);
        if (exported.unreadable > 0) report(exitCodes.differences);
      });
    });
}

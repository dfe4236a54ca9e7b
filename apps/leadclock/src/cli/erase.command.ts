import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import { ask } from './ask.js';
import { postLeadEvent } from './post-lead-event.js';
import { readSettings } from './read-settings.js';
import type { Report } from './run-cli.js';
import { waitForFigures } from './wait-for-figures.js';
import { withParts } from './with-parts.js';

/** `leadclock erase LEAD`: destroys a person's details; the numbers stay. */
export function addEraseCommand(program: Command, _report: Report): void {
  program
    .command('erase')
    .argument('<lead>', 'its id')
    .option('--reason <code>', 'why: letters, digits, _ and -')
    .description("destroy a person's details, of all leads that are merged with this one; its numbers stay")
    .addHelpText('after', '\nExample:\n  leadclock erase L-1042 --reason requested')
    .action(async (lead: string, { reason }: { reason?: string }) => {
      const settings = readSettings();
      await withParts(settings, async (parts) => {
        await ask(`${parts.program.url}/v1/leads/${encodeURIComponent(lead)}`);
        const data = reason === undefined ? {} : { reason };
        const event = {
          source: '/leadclock/erase',
          id: randomUUID(),
          type: 'lead.erased',
          subject: lead,
          time: new Date().toISOString(),
          data,
        };
        await postLeadEvent(parts.program, settings.dataFolder, event);
        await waitForFigures(parts);
      });
      process.stdout.write(`the details of ${lead} are destroyed; its numbers stay\n`);
    });
}

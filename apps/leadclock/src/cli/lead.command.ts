import type { Command } from 'commander';
import { z } from 'zod';
import { ask } from './ask.js';
import { readSettings } from './read-settings.js';
import type { Report } from './run-cli.js';
import { layOut } from './table.js';
import { withProgram } from './with-program.js';

const Timeline = z.looseObject({
  events: z.array(z.looseObject({ time: z.string(), type: z.string(), counts: z.boolean(), reason: z.string() })),
});

/** `leadclock lead LEAD`: state, clocks and timeline of one lead, with the reasons. */
export function addLeadCommand(program: Command, _report: Report): void {
  program
    .command('lead')
    .argument('<lead>', 'its id')
    .option('--json', 'print the two answers as JSON')
    .description('state, clocks and timeline of one lead, and why each event counted or not')
    .addHelpText('after', '\nExample:\n  leadclock lead L-1042')
    .action(async (lead: string, { json }: { json?: boolean }) => {
      const path = `/v1/leads/${encodeURIComponent(lead)}`;
      const [state, timeline] = await withProgram(readSettings(), async ({ url }) => [
        await ask(`${url}${path}`),
        await ask(`${url}${path}/timeline`),
      ]);
      if (json) {
        process.stdout.write(`${JSON.stringify({ lead: JSON.parse(state), timeline: JSON.parse(timeline) })}\n`);
        return;
      }
      process.stdout.write(`${JSON.stringify(JSON.parse(state), null, 2)}\n\n`);
      const rows = Timeline.parse(JSON.parse(timeline)).events.map((event) => [
        event.time,
        event.type,
        event.counts ? 'counts' : '–',
        event.reason,
      ]);
      process.stdout.write(layOut([['time', 'event', 'counts', 'why'], ...rows]));
    });
}

import type { Command } from 'commander';
import { z } from 'zod';
import { ask } from './ask.js';
import { parseKpiWords } from './kpi-words.js';
import { readSettings } from './read-settings.js';
import type { Report } from './run-cli.js';
import { layOut } from './table.js';
import { withProgram } from './with-program.js';

const Journey = z.looseObject({
  as_of: z.string(),
  groups: z.array(
    z.looseObject({
      key: z.record(z.string(), z.string().nullable()),
      n: z.number(),
      legs: z.array(
        z.object({
          leg: z.string(),
          n: z.number(),
          total_s: z.number(),
          system_s: z.number(),
          human_s: z.number(),
          median_s: z.number().nullable(),
        }),
      ),
    }),
  ),
});

/** `leadclock journey`: the same answer as GET /v1/journey. */
export function addJourneyCommand(program: Command, _report: Report): void {
  program
    .command('journey')
    .argument('[flags...]', 'the parameters of GET /v1/journey as flags (window, from, to, as_of, by, dimensions), and --json')
    .description('where the time of leads went between arrival and contact: machines and people apart')
    .allowUnknownOption()
    .helpOption('--help', 'display help for command')
    .addHelpText('after', '\nExample:\n  leadclock journey --window 7d --by team')
    .passThroughOptions()
    .action(async (flags: readonly string[]) => {
      const { query, as } = parseKpiWords(flags);
      const text = await withProgram(readSettings(), ({ url }) => ask(`${url}/v1/journey?${query.toString()}`));
      process.stdout.write(as === 'json' ? `${text.trimEnd()}\n` : asTable(text));
    });
}

function asTable(text: string): string {
  const { as_of, groups } = Journey.parse(JSON.parse(text));
  const keys = [...new Set(groups.flatMap(({ key }) => Object.keys(key)))];
  const rows = groups.flatMap(({ key, n, legs }) =>
    legs.map(({ leg, ...sums }) => [
      ...keys.map((name) => key[name] ?? '–'),
      String(n),
      leg,
      ...[sums.n, sums.total_s, sums.system_s, sums.human_s, sums.median_s].map((figure) => (figure === null ? '–' : String(figure))),
    ]),
  );
  return `${layOut([[...keys, 'leads', 'leg', 'n', 'total_s', 'system_s', 'human_s', 'median_s'], ...rows])}(as of ${as_of})\n`;
}

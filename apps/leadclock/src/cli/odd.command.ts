import type { Command } from 'commander';
import { z } from 'zod';
import { ask } from './ask.js';
import { readSettings } from './read-settings.js';
import type { Report } from './run-cli.js';
import { layOut } from './table.js';
import { withProgram } from './with-program.js';

export const OddData = z.looseObject({
  as_of: z.string(),
  oddities: z.array(
    z.looseObject({
      oddity: z.string(),
      count: z.number(),
      subjects: z.array(z.looseObject({ kind: z.string(), id: z.string(), name: z.string().optional() })),
      next: z.string().nullable(),
    }),
  ),
});

interface Options {
  readonly limit?: string;
  readonly cursor?: string;
  readonly json?: boolean;
}

/** `leadclock odd`: the same answer as GET /v1/odd-data. */
export function addOddCommand(program: Command, _report: Report): void {
  program
    .command('odd')
    .argument('[oddity]', 'only this one, such as won_twice')
    .description('what events say that hardly can be so, and who says it')
    .option('--limit <n>', 'how many of each are named; 20 when left out')
    .option('--cursor <next>', 'the page after, of one oddity')
    .option('--json', 'print the answer as JSON')
    .addHelpText('after', '\nExample:\n  leadclock odd negative_amount --limit 100')
    .action(async (oddity: string | undefined, { limit, cursor, json }: Options) => {
      const given = Object.entries({ oddity, limit, cursor }).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
      const query = new URLSearchParams(given);
      const text = await withProgram(readSettings(), ({ url }) => ask(`${url}/v1/odd-data?${query.toString()}`));
      process.stdout.write(json ? `${text.trimEnd()}\n` : asTable(text));
    });
}

function asTable(text: string): string {
  const { as_of, oddities } = OddData.parse(JSON.parse(text));
  if (oddities.length === 0) return `no odd data (as of ${as_of})\n`;
  const rows = oddities.flatMap(({ oddity, count, subjects, next }) => [
    ...subjects.map(({ kind, id, name }) => [oddity, kind, id, name ?? '–']),
    ...(next === null ? [] : [[oddity, '…', `${count} in all`, `--cursor ${next}`]]),
  ]);
  return `${layOut([['oddity', 'kind', 'id', 'name'], ...rows])}(as of ${as_of}; leadclock lead LEAD shows one)\n`;
}

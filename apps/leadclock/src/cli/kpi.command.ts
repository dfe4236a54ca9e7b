import { csvLine } from '@leadclock/live/answer/fact-row.js';
import type { Command } from 'commander';
import { z } from 'zod';
import { ask } from './ask.js';
import { parseKpiWords } from './kpi-words.js';
import { readSettings } from './read-settings.js';
import type { Report } from './run-cli.js';
import { layOut } from './table.js';
import { withProgram } from './with-program.js';

const Groups = z.looseObject({
  unit: z.string(),
  as_of: z.string(),
  groups: z.array(z.looseObject({ key: z.record(z.string(), z.unknown()) })),
});

/** `leadclock kpi KPI`: the same answer as GET /v1/kpis/:kpi. */
export function addKpiCommand(program: Command, _report: Report): void {
  program
    .command('kpi')
    .argument('<kpi>', 'its name, for example lead-response-time')
    .argument('[flags...]', 'the parameters of GET /v1/kpis/:kpi as flags, and --json, --csv, --rows, --trend')
    .description('ask for a number')
    .allowUnknownOption()
    .helpOption('--help', 'display help for command')
    .addHelpText('after', '\nExample:\n  leadclock kpi lead-response-time --by rep --window 7d --as-of 2026-11-01T12:00:00Z')
    .passThroughOptions()
    .action(async (kpi: string, flags: readonly string[]) => {
      const { query, as, what } = parseKpiWords(flags);
      const text = await withProgram(readSettings(), (running) => {
        const path = what === 'answer' ? '' : `/${what}`;
        const url = `${running.url}/v1/kpis/${encodeURIComponent(kpi)}${path}?${query.toString()}`;
        return ask(url, as === 'csv' && what === 'rows' ? 'text/csv' : 'application/json');
      });
      if (as === 'json' || what !== 'answer') process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
      else process.stdout.write(as === 'csv' ? asCsv(text) : asTable(text));
    });
}

function cellsOf(text: string): string[][] {
  const { groups } = Groups.parse(JSON.parse(text));
  const keys = [...new Set(groups.flatMap((group) => Object.keys(group.key)))];
  const fields = [...new Set(groups.flatMap((group) => Object.keys(group)))].filter((field) => field !== 'key');
  return [
    [...keys, ...fields],
    ...groups.map((group) => [...keys.map((key) => words(group.key[key])), ...fields.map((field) => words(group[field]))]),
  ];
}

function words(value: unknown): string {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'string') return value;
  return typeof value === 'object' ? pairs(value) : JSON.stringify(value);
}

const pairs = (value: object): string =>
  Object.entries(value)
    .map(([name, count]) => `${name} ${String(count)}`)
    .join(' ');

function asTable(text: string): string {
  const { unit, as_of } = Groups.parse(JSON.parse(text));
  return `${layOut(cellsOf(text))}(unit: ${unit}, as of ${as_of})\n`;
}

const asCsv = (text: string): string => cellsOf(text).map(csvLine).join('');

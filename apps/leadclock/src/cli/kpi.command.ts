import { csvLine } from '@leadclock/live/answer/fact-row.js';
import type { Command } from 'commander';
import { z } from 'zod';
import { ask } from './ask.js';
import { comparedTable } from './compared-table.js';
import { explanationText } from './explanation-text.js';
import { cellOf } from './group-cells.js';
import { type KpiWords, parseKpiWords } from './kpi-words.js';
import { milestonesTable } from './milestones-table.js';
import { readSettings } from './read-settings.js';
import { revisionsTable } from './revisions-table.js';
import type { Report } from './run-cli.js';
import { layOut } from './table.js';
import { withProgram } from './with-program.js';
import { writeRows } from './write-rows.js';

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
    .argument(
      '[flags...]',
      'the parameters of GET /v1/kpis/:kpi as flags, and --rows, --trend, --compare, --milestones, --revisions, --explain; --json, --csv, --jsonl',
    )
    .description('ask for a number')
    .allowUnknownOption()
    .helpOption('--help', 'display help for command')
    .addHelpText(
      'after',
      [
        '',
        'Examples:',
        '  leadclock kpi lead-response-time --by rep --window 7d --as-of 2026-11-01T12:00:00Z',
        '  leadclock kpi answered-in-target --window today --compare    beside yesterday, this weekday, last year',
        '  leadclock kpi target-attainment --window month --milestones    when it came to each quarter of the target',
        '  leadclock kpi won-revenue --from 2026-10-01 --to 2026-11-01 --revisions    what has changed since it ended',
        '  leadclock kpi win-ratio --explain    the formula with its numbers, and what is left out',
        '  leadclock kpi won-revenue --rows --jsonl > rows.jsonl    all rows; --csv likewise',
      ].join('\n'),
    )
    .passThroughOptions()
    .action(async (kpi: string, flags: readonly string[]) => {
      const { query, as, what } = parseKpiWords(flags);
      await withProgram(readSettings(), async ({ url }) => {
        const kpiUrl = `${url}/v1/kpis/${encodeURIComponent(kpi)}`;
        if (what === 'rows' && (as === 'csv' || as === 'jsonl')) return writeRows(kpiUrl, query, as);
        const text = await ask(`${kpiUrl}${what === 'answer' ? '' : `/${what}`}?${query.toString()}`);
        process.stdout.write(show(text, { as, what }));
      });
    });
}

/** Rows and trends are for programs: they have no table. */
function show(text: string, { as, what }: Pick<KpiWords, 'as' | 'what'>): string {
  if (as === 'json' || what === 'rows' || what === 'trend') return text.endsWith('\n') ? text : `${text}\n`;
  switch (what) {
    case 'compare':
      return comparedTable(text);
    case 'milestones':
      return milestonesTable(text);
    case 'revisions':
      return revisionsTable(text);
    case 'explain':
      return explanationText(text);
    default:
      return as === 'csv' ? asCsv(text) : asTable(text);
  }
}

function cellsOf(text: string): string[][] {
  const { groups } = Groups.parse(JSON.parse(text));
  const keys = [...new Set(groups.flatMap((group) => Object.keys(group.key)))];
  const fields = [...new Set(groups.flatMap((group) => Object.keys(group)))].filter((field) => field !== 'key');
  return [
    [...keys, ...fields],
    ...groups.map((group) => [...keys.map((key) => cellOf(group.key[key])), ...fields.map((field) => cellOf(group[field]))]),
  ];
}

function asTable(text: string): string {
  const { unit, as_of } = Groups.parse(JSON.parse(text));
  return `${layOut(cellsOf(text))}(unit: ${unit}, as of ${as_of})\n`;
}

const asCsv = (text: string): string => cellsOf(text).map(csvLine).join('');

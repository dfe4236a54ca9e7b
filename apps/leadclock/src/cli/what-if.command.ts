import { readFileSync } from 'node:fs';
import type { PlacedProblem } from '@leadclock/domain/configuration/asked-policies.js';
import type { Command } from 'commander';
import type { PlacedPolicy, PolicyFault } from '../what-if/read-policies.js';
import { WrongUse } from './exit-codes.js';
import { readSettings } from './read-settings.js';
import type { Report } from './run-cli.js';
import { waitForFigures } from './wait-for-figures.js';
import { withParts } from './with-parts.js';

interface WhatIfFlags {
  readonly from: string;
  readonly to?: string;
  readonly down: readonly string[];
  readonly json?: boolean;
}

const example = `
A policy of the file takes the place of the one of its id for all leads of the period; the others stay as they were. Without a file the policies
as they were are replayed. Answers stand as they came: what people had done, had they been told otherwise, nobody knows.

Example:
  leadclock what-if web.yaml --from 2026-11-02 --to 2026-11-09`;

/** `leadclock what-if POLICY.yaml`: a period under other policies, side by side with what happened. */
export function addWhatIfCommand(program: Command, _report: Report): void {
  program
    .command('what-if')
    .argument('[file]', 'YAML: one policy or a list of them, as `leadclock policy apply` takes it; - is stdin')
    .description('the alerts and the attainment of a period under other policies, side by side with what happened; nobody is told')
    .requiredOption('--from <time>', 'from when on; a date alone is the start of that day in the zone of the site')
    .option('--to <time>', 'until when; left out: until now')
    .option(
      '--down <times>',
      'FROM/TO: the product is known to have been away then; may be given several times',
      (one, all: string[]) => [...all, one],
      [],
    )
    .option('--json', 'print the report as JSON, with every alert')
    .addHelpText('after', example)
    .action(async (file: string | undefined, flags: WhatIfFlags) => {
      const policies = file === undefined ? [] : await policiesOf(file);
      await withParts(readSettings(), async (parts) => {
        const { runWhatIf } = await import('@leadclock/live/what-if/run-what-if.js');
        const { readPeriod } = await import('../what-if/read-period.js');
        await waitForFigures(parts);
        const now = Date.now();
        const answer = await runWhatIf(parts.dataSource, { policies, period: (zone) => readPeriod(flags, zone, now) }, now);
        if (!answer.ok) throw wrong(file ?? '', faultsOf(policies, answer.problems));
        const { period, report } = answer;
        if (flags.json) {
          const { reportJson } = await import('@leadclock/live/what-if/report-json.js');
          const ids = policies.map(({ policy }) => policy);
          process.stdout.write(`${JSON.stringify(reportJson(period, ids, report))}\n`);
        } else {
          const { reportText } = await import('../what-if/report-text.js');
          process.stdout.write(reportText(period, report));
        }
      });
    });
}

async function policiesOf(file: string): Promise<readonly PlacedPolicy[]> {
  const { readPolicies } = await import('../what-if/read-policies.js');
  const read = readPolicies(readFileSync(file === '-' ? 0 : file, 'utf8'));
  if (read.ok) return read.policies;
  throw wrong(file, read.faults);
}

const faultsOf = (policies: readonly PlacedPolicy[], problems: readonly PlacedProblem[]): readonly PolicyFault[] =>
  problems.map(({ index, path, problem }) => ({ line: policies[index ?? 0]?.lineAt(path) ?? 1, problem: `${path} ${problem}` }));

function wrong(file: string, faults: readonly PolicyFault[]): WrongUse {
  const lines = faults.map(({ line, problem }) => `  ${file}:${line}: ${problem}`);
  return new WrongUse(`nothing was replayed, since the file is not right:\n${lines.join('\n')}`);
}

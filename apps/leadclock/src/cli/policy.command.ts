import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import type { Sent } from '../policies/send-policies.js';
import type { LineProblem, YamlEntry } from '../yaml/yaml-entries.js';
import { ask } from './ask.js';
import { WrongUse } from './exit-codes.js';
import { addPolicyRemoveCommand } from './policy-remove.command.js';
import { readSettings } from './read-settings.js';
import type { Report } from './run-cli.js';
import { type Parts, withParts } from './with-parts.js';
import { withProgram } from './with-program.js';

interface ListFlags {
  readonly json?: boolean;
  readonly yaml?: boolean;
  readonly versions?: boolean;
}

interface ApplyFlags {
  readonly dryRun?: boolean;
  readonly judgeHistory?: boolean;
  readonly json?: boolean;
}

const example = `
The file holds one policy or a list of them:
  - policy: web                 # its id
    order: 10                   # of those that match the lowest judges
    match: {origin: [web_form]} # also team, segment, channel; left out: any lead
    targets: {answer_s: 300}    # seconds; also contact_s
    steps:
      - {id: soon, clock: lead, of: answer, at_s: -60, notify: [owner]}
      - {id: late, clock: lead, of: answer, at_percent: 100, notify: [owner, team]}
      - {id: pass, clock: owner, of: answer, at_s: 300, notify: [manager], action: reassign}

A policy is taken away by {policy: web, removed: true}. effective_from names an instant to come; seen: 3 keeps the fourth version of
somebody else from being written over.

Example:
  leadclock policy apply policies.yaml --dry-run`;

/** `leadclock policy`: the policies in force, and those of a file. */
export function addPolicyCommand(program: Command, _report: Report): void {
  const policy = program.command('policy').description('which leads have which target, and who is told when').exitOverride();
  policy
    .command('list')
    .description('the policies in force, in the order in which they are tried')
    .option('--json', 'print the answer of GET /v1/policies')
    .option('--yaml', 'print them as a file for policy apply')
    .option('--versions', 'the file with what was seen of each, so that policy apply writes over nobody’s change')
    .addHelpText('after', '\nExample:\n  leadclock policy list --yaml > policies.yaml')
    .exitOverride()
    .action(async (flags: ListFlags) => {
      const text = await withProgram(readSettings(), ({ url }) => ask(`${url}/v1/policies`));
      const { policiesOf, policyTable } = await import('../policies/listed-policies.js');
      if (flags.json) process.stdout.write(`${text.trimEnd()}\n`);
      else if (flags.yaml || flags.versions)
        process.stdout.write((await import('yaml')).stringify(policiesOf(text, flags.versions === true)));
      else process.stdout.write(policyTable(text));
    });
  addPolicyRemoveCommand(policy);
  policy
    .command('apply')
    .argument('<file>', 'YAML; - is stdin')
    .description('set the policies of a file, all or none; what stands already is left alone')
    .option('--dry-run', 'print what would change, and which of last week’s leads would be judged by what; change nothing')
    .option('--judge-history', 'a new policy judges the leads that have come before it too, and one may be of an earlier day')
    .option('--json', 'print the report as JSON')
    .addHelpText('after', example)
    .exitOverride()
    .action(async (file: string, flags: ApplyFlags) => {
      const entries = await entriesOf(file);
      const settings = readSettings();
      await withParts(settings, async (parts) => {
        const sent = await send(entries, flags, parts, settings.dataFolder);
        if (!sent.ok) throw await refusal(file, entries, sent.problems);
        process.stdout.write(await reported(sent.text, flags));
      });
    });
}

async function entriesOf(file: string): Promise<readonly YamlEntry[]> {
  const { readPolicies } = await import('../policies/read-policies.js');
  const read = readPolicies(readFileSync(file === '-' ? 0 : file, 'utf8'));
  if (read.ok) return read.entries;
  throw notSet(file, read.problems);
}

async function send(entries: readonly YamlEntry[], flags: ApplyFlags, parts: Parts, dataFolder: string): Promise<Sent> {
  const { setOrPreview } = await import('../policies/set-or-preview.js');
  const asked = { policies: entries.map(({ written }) => written), judgesHistory: flags.judgeHistory === true };
  return setOrPreview(asked, flags.dryRun === true, parts, dataFolder);
}

/** What came of it, for people or as JSON. */
async function reported(text: string, { json, dryRun }: ApplyFlags): Promise<string> {
  const { applied, previewed } = await import('../policies/policy-reports.js');
  if (json) return `${text.trimEnd()}\n`;
  return dryRun ? previewed(text) : applied(text);
}

async function refusal(file: string, entries: readonly YamlEntry[], problems: Extract<Sent, { readonly ok: false }>['problems']) {
  const { placed } = await import('../policies/read-policies.js');
  const lines = problems.map((told): LineProblem => {
    const entry = told.index === null ? undefined : entries[told.index];
    return entry === undefined ? { line: 1, field: null, problem: told.problem } : placed(told, entry);
  });
  return notSet(file, lines);
}

function notSet(file: string, problems: readonly LineProblem[]): WrongUse {
  const lines = problems
    .toSorted((a, b) => a.line - b.line)
    .map(({ line, field, problem }) => `  ${file}:${line}: ${field === null ? '' : `${field}: `}${problem}`);
  return new WrongUse(`no policy was set, since the file is not right:\n${lines.join('\n')}`);
}

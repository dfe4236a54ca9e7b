import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import type { Sent } from '../policies/send-policies.js';
import type { LineProblem, YamlEntry } from '../yaml/yaml-entries.js';
import { ask } from './ask.js';
import { WrongUse } from './exit-codes.js';
import { readSettings } from './read-settings.js';
import type { Report } from './run-cli.js';
import { layOut } from './table.js';
import { waitForFigures } from './wait-for-figures.js';
import { type Parts, withParts } from './with-parts.js';
import { withProgram } from './with-program.js';

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
    .addHelpText('after', '\nExample:\n  leadclock policy list --yaml > policies.yaml')
    .exitOverride()
    .action(async (flags: { readonly json?: boolean; readonly yaml?: boolean }) => {
      const text = await withProgram(readSettings(), ({ url }) => ask(`${url}/v1/policies`));
      const { policiesOf, policyTable } = await import('../policies/listed-policies.js');
      if (flags.json) process.stdout.write(`${text.trimEnd()}\n`);
      else if (flags.yaml) process.stdout.write((await import('yaml')).stringify(policiesOf(text)));
      else process.stdout.write(policyTable(text));
    });
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
        // leads are read from the read model; what is set is checked against the log
        if (flags.dryRun) await waitForFigures(parts);
        const sent = await send(entries, flags, parts, settings.dataFolder);
        if (!sent.ok) throw await refusal(file, entries, sent.problems);
        const shown = flags.json ? `${sent.text.trimEnd()}\n` : flags.dryRun ? await previewed(sent.text) : await applied(sent.text);
        process.stdout.write(shown);
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
  const { previewPolicies, sendPolicies } = await import('../policies/send-policies.js');
  const { readApiKey } = await import('@leadclock/identity/api-key.js');
  const asked = { policies: entries.map(({ written }) => written), judgesHistory: flags.judgeHistory === true };
  const { url } = parts.program;
  if (flags.dryRun) return previewPolicies(url, asked);
  const key = readApiKey(dataFolder);
  if (key === null) throw new Error(`there is no API key in ${dataFolder}`);
  const sent = await sendPolicies(url, key, asked);
  if (sent.ok) await waitForFigures(parts);
  return sent;
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

async function applied(text: string): Promise<string> {
  const { SetPolicies } = await import('../policies/send-policies.js');
  const { policies } = SetPolicies.parse(JSON.parse(text));
  const rows = policies.map(({ policy, change, effective_at }) => [policy, change, change === 'none' ? '–' : effective_at]);
  const unchanged = policies.filter(({ change }) => change === 'none').length;
  return `${layOut([['policy', 'change', 'from'], ...rows])}${policies.length - unchanged} policies set, ${unchanged} stood already\n`;
}

async function previewed(text: string): Promise<string> {
  const { Preview } = await import('../policies/send-policies.js');
  const { from, to, count, moved, policies } = Preview.parse(JSON.parse(text));
  const rows = policies.map(({ policy, change, effective_at, matches, judges, judged_now }) => [
    policy,
    change,
    change === 'none' ? '–' : effective_at,
    String(matches),
    String(judges),
    judged_now.map((judged) => `${judged.policy ?? '(default)'} ${judged.leads}`).join(', ') || '–',
  ]);
  const unchanged = policies.filter(({ change }) => change === 'none').length;
  const changes = `${policies.length - unchanged} policies would be set, ${unchanged} stand already`;
  const leads = `of ${count} leads that came from ${from} to ${to} another policy would have judged ${moved}`;
  return `${layOut([['policy', 'change', 'from', 'matches', 'would judge', 'judged now by'], ...rows])}${changes}; ${leads}\n`;
}

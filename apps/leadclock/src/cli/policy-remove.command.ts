import type { Command } from 'commander';
import { WrongUse } from './exit-codes.js';
import { readSettings } from './read-settings.js';
import { withParts } from './with-parts.js';

interface RemoveFlags {
  readonly from?: string;
  readonly seen?: string;
  readonly dryRun?: boolean;
  readonly judgeHistory?: boolean;
  readonly json?: boolean;
}

/** `leadclock policy remove`: a policy judges no further lead. */
export function addPolicyRemoveCommand(policy: Command): void {
  policy
    .command('remove')
    .argument('<policy>', 'its id')
    .description('take a policy away, with what was to come of it; the verdicts on leads that came before stay')
    .option('--from <instant>', 'from when on, RFC 3339; left out: now')
    .option('--seen <versions>', 'refuse it when there are other versions than these by now')
    .option('--dry-run', 'print which of last week’s leads would be judged by what; change nothing')
    .option('--judge-history', 'the instant may have passed: leads that have come since are judged anew')
    .option('--json', 'print the report as JSON')
    .addHelpText('after', '\nExample:\n  leadclock policy remove web --from 2027-01-01T00:00:00+01:00')
    .exitOverride()
    .action(async (id: string, flags: RemoveFlags) => {
      const settings = readSettings();
      const seen = flags.seen === undefined ? {} : { seen: Number(flags.seen) };
      const from = flags.from === undefined ? {} : { effective_from: flags.from };
      const asked = { policies: [{ policy: id, removed: true, ...from, ...seen }], judgesHistory: flags.judgeHistory === true };
      await withParts(settings, async (parts) => {
        const { setOrPreview } = await import('../policies/set-or-preview.js');
        const { applied, previewed } = await import('../policies/policy-reports.js');
        const sent = await setOrPreview(asked, flags.dryRun === true, parts, settings.dataFolder);
        if (!sent.ok) throw refusal(id, sent.problems);
        const report = flags.json ? `${sent.text.trimEnd()}\n` : flags.dryRun ? previewed(sent.text) : applied(sent.text);
        process.stdout.write(report);
      });
    });
}

const fields: Readonly<Record<string, string>> = { '$.effective_from': '--from', '$.seen': '--seen' };

function refusal(id: string, problems: readonly { readonly path: string; readonly problem: string }[]): WrongUse {
  const lines = problems.map(({ path, problem }) => `  ${fields[path] ?? id} ${problem}`);
  return new WrongUse(`the policy was not taken away:\n${lines.join('\n')}`);
}

import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import type { PlannedTarget } from '../targets/plan-targets.js';
import type { PlacedGoal } from '../targets/read-goals.js';
import type { SentTargets } from '../targets/send-targets.js';
import { exitCodes, WrongUse } from './exit-codes.js';
import { readSettings } from './read-settings.js';
import type { Report } from './run-cli.js';
import { layOut } from './table.js';
import { waitForFigures } from './wait-for-figures.js';
import { type Parts, withParts } from './with-parts.js';

interface ApplyFlags {
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

const example = `
The file holds one goal or a list of them:
  - goal: November            # what you call it
    kpi: won-revenue          # a KPI of the catalogue
    target: 30000             # in its unit; money in the site's currency
    period: 2026-11           # or 2026-Q4, 2026, or {from: 2026-11-01, to: 2026-11-30}
    owner: company            # or team: north, or rep: ana

Example:
  leadclock targets apply goals.yaml --dry-run`;

/** `leadclock targets apply FILE`: goals that are kept in a file become targets. */
export function addTargetsCommand(program: Command, report: Report): void {
  program
    .command('targets')
    .description('what is to be reached')
    .command('apply')
    .argument('<file>', 'YAML; - is stdin')
    .description('set the targets that a file of goals asks for; what stands already is left alone')
    .option('--dry-run', 'print what would change, and change nothing')
    .option('--json', 'print the report as JSON')
    .addHelpText('after', example)
    .exitOverride()
    .action(async (file: string, flags: ApplyFlags) => {
      const goals = await goalsOf(file);
      const settings = readSettings();
      await withParts(settings, async (parts) => {
        const { targets, late } = await plan(goals, parts);
        const changed = targets.filter(({ event }) => event !== null);
        for (const { line, goal } of late)
          process.stderr.write(`${file}:${line}: warning: the period of ${goal.goal} is over: its target is kept, and rewrites nothing\n`);
        const sent = flags.dryRun || changed.length === 0 ? nothingSent : await send(changed, parts, settings.dataFolder);
        for (const { target, path, problem } of sent.rejected) process.stderr.write(`${file}:${target.line}: ${path}: ${problem}\n`);
        process.stdout.write(await shown(targets, sent, flags));
        if (sent.rejected.length > 0) report(exitCodes.differences);
      });
    });
}

interface Plan {
  readonly targets: readonly PlannedTarget[];
  /** those that would be set although their period is over */
  readonly late: readonly PlannedTarget[];
}

const nothingSent: SentTargets = { accepted: 0, rejected: [] };

async function goalsOf(file: string): Promise<readonly PlacedGoal[]> {
  const { readGoals } = await import('../targets/read-goals.js');
  const read = readGoals(readFileSync(file === '-' ? 0 : file, 'utf8'));
  if (read.ok) return read.goals;
  const lines = read.problems.map(({ line, field, problem }) => `  ${file}:${line}: ${field === null ? '' : `${field}: `}${problem}`);
  throw new WrongUse(`no target was set, since the file is not right:\n${lines.join('\n')}`);
}

/** What is set is read from the read model, once it holds all that the log holds. */
async function plan(goals: readonly PlacedGoal[], parts: Parts): Promise<Plan> {
  const { planTargets, targetOf } = await import('../targets/plan-targets.js');
  const { isOver } = await import('../targets/period-over.js');
  const { buildConfiguration } = await import('@leadclock/domain/configuration/build-configuration.js');
  const { siteOf } = await import('@leadclock/domain/kpi/site.js');
  const { configurationEvents, eventsOfSubjects } = await import('@leadclock/read-model/queries/events.query.js');
  const { inSnapshot } = await import('@leadclock/read-model/queries/snapshot.js');
  await waitForFigures(parts);
  const subjects = goals.map(({ goal }) => targetOf(goal));
  return inSnapshot(parts.dataSource, async (snapshot) => {
    const targets = planTargets(goals, await eventsOfSubjects(snapshot, subjects));
    const { zone } = siteOf(buildConfiguration(await configurationEvents(snapshot)));
    return { targets, late: targets.filter(({ event, goal }) => event !== null && isOver(goal.period, zone, Date.now())) };
  });
}

async function send(targets: readonly PlannedTarget[], parts: Parts, dataFolder: string): Promise<SentTargets> {
  const { sendTargets } = await import('../targets/send-targets.js');
  const { readApiKey } = await import('@leadclock/identity/api-key.js');
  const key = readApiKey(dataFolder);
  if (key === null) throw new Error(`there is no API key in ${dataFolder}`);
  const sent = await sendTargets(targets, parts.program.url, key, Date.now);
  await waitForFigures(parts);
  return sent;
}

async function shown(targets: readonly PlannedTarget[], sent: SentTargets, { dryRun = false, json }: ApplyFlags): Promise<string> {
  const { ownerOf } = await import('../targets/goal.js');
  const rows = targets.map(({ line, goal, subject, was, event }) => ({
    line,
    goal: goal.goal,
    kpi: goal.kpi,
    owner: ownerOf(goal),
    period: goal.period,
    was,
    target: goal.target,
    change: event === null ? 'none' : was === null ? 'added' : 'changed',
    subject,
  }));
  const unchanged = rows.filter(({ change }) => change === 'none').length;
  if (json)
    return `${JSON.stringify({ dry_run: dryRun, accepted: sent.accepted, rejected: sent.rejected.length, unchanged, goals: rows })}\n`;
  const cells = rows.map(({ goal, kpi, owner, period, was, target, change }) => [
    goal,
    kpi,
    owner,
    `${period.from} – ${period.to}`,
    was === null ? '–' : String(was),
    String(target),
    change,
  ]);
  const summary = dryRun
    ? `${rows.length - unchanged} targets would be set, ${unchanged} stand already`
    : `${sent.accepted} targets set, ${sent.rejected.length} rejected, ${unchanged} stood already`;
  return `${layOut([['goal', 'kpi', 'owner', 'period', 'was', 'target', 'change'], ...cells])}${summary}\n`;
}

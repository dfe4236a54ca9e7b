import { readApiKey } from '@leadclock/identity/api-key.js';
import { findProgram } from '@leadclock/runtime/data-folder.js';
import { usualFloor } from '@leadclock/simulator/plan/floor.js';
import type { Command } from 'commander';
import { exitCodes, WrongUse } from './exit-codes.js';
import { readSettings } from './read-settings.js';
import type { Report } from './run-cli.js';
import { parseLength, parseSpeed, wholeFrom } from './simulate-words.js';
import { stopSignal } from './stop-signal.js';

interface SimulateFlags {
  readonly leadsPerHour: number;
  readonly reps: number;
  readonly speed: number;
  readonly seed: number;
  readonly for?: number;
  readonly zone?: string;
  readonly url?: string;
  readonly key?: string;
  readonly json?: boolean;
}

/** `leadclock simulate`: a sales floor through the front door. */
export function addSimulateCommand(program: Command, report: Report): void {
  program
    .command('simulate')
    .description('play a sales floor into the running program, through POST /v1/events like any other sender')
    .option('--leads-per-hour <n>', 'leads that come in a busy hour', wholeFrom(0), usualFloor.leadsPerHour)
    .option('--reps <n>', 'how many reps there are', wholeFrom(1, 500), usualFloor.reps)
    .option('--speed <n>', 'so many times as fast as time: what --for names then lies in the past, and ends now', parseSpeed, 1)
    .option('--seed <n>', 'the same seed plays the same floor', wholeFrom(0), usualFloor.seed)
    .option('--for <time>', 'so long on the floor, such as 15m, 8h, 7d (default: until it is stopped)', parseLength)
    .option('--zone <zone>', 'where the floor is (default: the zone of this machine)')
    .option('--url <url>', 'the program to play into (default: the one that runs on the data folder)')
    .option('--key <key>', 'its API key (default: the one of the data folder)')
    .option('--json', 'print what was sent as JSON')
    .addHelpText(
      'after',
      '\nIt sends a site, teams, reps and leads into the log for good: use a data folder that is for play.' +
        '\n\nExample:\n  leadclock simulate --leads-per-hour 60 --for 8h\n  leadclock simulate --for 30d --speed 100000',
    )
    .action(async (flags: SimulateFlags) => {
      const { simulate } = await import('../demo/simulate.js');
      if (flags.speed > 1 && flags.for === undefined)
        throw new WrongUse('--speed plays the past and ends now: say by --for how much of it, for example --for 7d');
      const stopped = stopSignal();
      const totals = await simulate({
        ...placeOf(flags),
        floor: { seed: flags.seed, leadsPerHour: flags.leadsPerHour, reps: flags.reps, zone: zoneOf(flags.zone) },
        speed: flags.speed,
        length: flags.for ?? null,
        signal: stopped.signal,
        onTrouble: (problem) => process.stderr.write(`${problem}: sent again\n`),
      });
      stopped.release();
      for (const problem of totals.problems) process.stderr.write(`not taken: ${problem}\n`);
      process.stdout.write(
        flags.json ? `${JSON.stringify(totals)}\n` : `${totals.accepted} events accepted, ${totals.rejected} rejected\n`,
      );
      if (totals.rejected > 0) report(exitCodes.differences);
    });
}

function placeOf({ url, key }: SimulateFlags): { readonly url: string; readonly key: string } {
  if (url !== undefined && !/^https?:\/\/[^\s/]/.test(url)) throw new WrongUse(`--url: ${url} is no http or https address`);
  if (url !== undefined && key !== undefined) return { url, key };
  const { dataFolder } = readSettings();
  const there = url ?? findProgram(dataFolder)?.url;
  if (there === undefined) throw new Error(`no leadclock runs on ${dataFolder}: start one (leadclock start), or give --url and --key`);
  const known = key ?? readApiKey(dataFolder);
  if (known === null) throw new Error(`there is no API key in ${dataFolder}: give --key`);
  return { url: there, key: known };
}

function zoneOf(zone = Intl.DateTimeFormat().resolvedOptions().timeZone): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    throw new WrongUse(`--zone: ${zone} is no zone; give one such as Europe/Madrid`);
  }
}

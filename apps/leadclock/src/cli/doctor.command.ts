import { statfsSync } from 'node:fs';
import { madeOtherwise } from '@leadclock/read-model/sets/derivation.js';
import type { Command } from 'commander';
import { z } from 'zod';
import { exitCodes } from './exit-codes.js';
import { OddData } from './odd.command.js';
import { readSettings } from './read-settings.js';
import type { Report } from './run-cli.js';
import { layOut } from './table.js';
import { type Parts, withParts } from './with-parts.js';

export interface Finding {
  readonly what: string;
  readonly well: boolean;
  readonly says: string;
}

const MIN_FREE_BYTES = 1024 ** 3;
const MAX_CLOCK_SKEW_MS = 1_000;

/** `leadclock doctor`: checks broker, database, clock and disk, and says what to do. */
export function addDoctorCommand(program: Command, report: Report): void {
  program
    .command('doctor')
    .description('check log, database, projector, clock and disk, and say what to do')
    .option('--json', 'print the findings as JSON')
    .addHelpText('after', '\nExample:\n  leadclock doctor')
    .action(async ({ json }: { json?: boolean }) => {
      const settings = readSettings();
      const findings = await withParts(settings, async (parts) => [
        ...(await examine(parts, settings.dataFolder)),
        examineDisk(settings.dataFolder),
      ]);
      process.stdout.write(
        json ? `${JSON.stringify(findings)}\n` : layOut(findings.map(({ what, well, says }) => [well ? 'well' : 'LOOK', what, says])),
      );
      if (findings.some(({ well }) => !well)) report(exitCodes.differences);
    });
}

async function examine(parts: Parts, dataFolder: string): Promise<Finding[]> {
  const { SpoolTable } = await import('@leadclock/read-model/outside/spool.table.js');
  const { records } = await new SpoolTable(parts.dataSource).depth();
  return [
    await examineReadiness(parts.program.url),
    await examineClock(parts),
    { what: 'spool', well: records === 0, says: records === 0 ? 'empty' : `${records} events wait for the log: is the broker reachable?` },
    ...(await examineLog(parts)),
    await examineRates(parts.program.url),
    await examineOddData(parts.program.url),
    ...(await examineWays(parts.program.url, dataFolder)),
    await examineFeeds(parts),
  ];
}

/** A log that does not answer is a finding like any other: that is when a doctor is called. */
async function examineLog(parts: Parts): Promise<Finding[]> {
  const { projectorStatus } = await import('@leadclock/projector/status/projector-status.js');
  const { logTrouble } = await import('@leadclock/projector/status/log-trouble.js');
  try {
    const status = await projectorStatus(parts.dataSource, parts.eventsLog, parts.configLog);
    const trouble = logTrouble({ topic: parts.eventsLog.topic, configTopic: parts.configLog.topic }, status);
    const otherwise = madeOtherwise(status.derivation);
    return [
      {
        what: 'log',
        well: trouble.length === 0,
        says: trouble.length === 0 ? `${parts.eventsLog.partitions} partitions answer` : trouble.join('; '),
      },
      { what: 'read model', well: otherwise === null, says: otherwise ?? `${status.set}, made by derivation ${status.derivation.program}` },
      {
        what: 'projector',
        well: status.behind === 0 && status.sweeping.length === 0 && status.refolding === 0,
        says: `${status.behind} events behind the log, ${status.sweeping.length} partitions under older configuration, ${status.refolding} merged leads to be folded anew`,
      },
      {
        what: 'parked',
        well: status.parked === 0,
        says: status.parked === 0 ? 'nothing' : `${status.parked} records could not be read; ${await parkedExamples(parts, status.set)}`,
      },
      { what: 'conflicts', well: true, says: `${status.conflicts} events came with two contents; the one heard first counts` },
    ];
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    return [
      { what: 'log', well: false, says: `${problem}: is the broker of KAFKA_BROKERS running, and are the topics made (leadclock topics)?` },
    ];
  }
}

async function parkedExamples(parts: Parts, set: string): Promise<string> {
  const { parkedRecords } = await import('@leadclock/read-model/queries/parked.query.js');
  const records = await parkedRecords(parts.dataSource, set, 3);
  return records
    .map(({ topic, partition, offset, reason, problem }) => `${topic} ${partition}/${offset}: ${reason} (${problem})`)
    .join('; ');
}

async function examineReadiness(url: string): Promise<Finding> {
  const response = await fetch(`${url}/readyz`);
  return { what: 'program', well: response.ok, says: response.ok ? `ready at ${url}` : await response.text() };
}

const MissingRates = z.looseObject({
  into: z.string().nullable(),
  missing: z.array(z.object({ currency: z.string(), amounts: z.number(), from: z.string(), to: z.string() })),
});

/** Amounts that sums of money leave out. */
async function examineRates(url: string): Promise<Finding> {
  const response = await fetch(`${url}/v1/rates/missing`);
  if (!response.ok) return { what: 'rates', well: false, says: await response.text() };
  const { into, missing } = MissingRates.parse(await response.json());
  const apart = missing.map(
    ({ currency, amounts, from, to }) => `${amounts} amounts in ${currency} (${from === to ? from : `${from} to ${to}`})`,
  );
  return {
    what: 'rates',
    well: missing.length === 0,
    says:
      missing.length === 0
        ? `no amount stands apart${into === null ? ': no site is set, so nothing is converted' : ''}`
        : `no rate into ${into} for ${apart.join(', ')}: they stand apart in every sum; send rate.set for those days`,
  };
}

/** What events say that hardly can be so: it counts as each KPI says, so it is no trouble of the program's. */
async function examineOddData(url: string): Promise<Finding> {
  const response = await fetch(`${url}/v1/odd-data?limit=1`);
  if (!response.ok) return { what: 'odd data', well: false, says: await response.text() };
  const { oddities } = OddData.parse(await response.json());
  const counts = oddities.map(({ oddity, count }) => `${count} × ${oddity}`).join(', ');
  return { what: 'odd data', well: true, says: counts === '' ? 'none' : `${counts}; leadclock odd lists who` };
}

/** Ways whose last try failed, and whom policies tell that nothing reaches. */
async function examineWays(url: string, dataFolder: string): Promise<Finding[]> {
  const { readApiKey } = await import('@leadclock/identity/api-key.js');
  const { askWays, ListedWays } = await import('../ways/ask-ways.js');
  const { unheardText } = await import('../ways/ways-text.js');
  const { ways, unheard } = ListedWays.parse(JSON.parse(await askWays({ url, key: readApiKey(dataFolder) ?? '' }, 'GET', '')));
  const broken = ways.filter(({ state }) => state === 'failing');
  const failures = broken.map(({ way, failure, waiting }) => `${way}: ${failure} (${waiting} messages wait)`).join('; ');
  const silent = unheard.filter(({ reached_by }) => reached_by === null).map(unheardText);
  return [
    {
      what: 'ways',
      well: broken.length === 0,
      says: broken.length > 0 ? `${failures}; leadclock way test NAME tries one` : `${ways.length} besides the pages`,
    },
    { what: 'listeners', well: silent.length === 0, says: silent.length > 0 ? silent.join('; ') : 'all that policies tell are reached' },
  ];
}

/** Addresses that holidays are read from. */
async function examineFeeds({ dataSource }: Parts): Promise<Finding> {
  const { listFeeds } = await import('@leadclock/read-model/outside/calendar-feed.table.js');
  const { examinedFeeds } = await import('../calendars/list-feeds.js');
  return { what: 'holidays', ...examinedFeeds(await listFeeds(dataSource), Date.now()) };
}

async function examineClock({ dataSource }: Parts): Promise<Finding> {
  const { databaseTime } = await import('@leadclock/read-model/queries/feed.query.js');
  const before = Date.now();
  const there = await databaseTime(dataSource);
  const skew = there - (before + Date.now()) / 2;
  const well = Math.abs(skew) <= MAX_CLOCK_SKEW_MS;
  return {
    what: 'clock',
    well,
    says: well ? 'agrees with the database' : `differs from the database's by ${Math.round(skew)} ms: run NTP on both machines`,
  };
}

function examineDisk(folder: string): Finding {
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  return {
    what: 'disk',
    well: free >= MIN_FREE_BYTES,
    says: `${(free / 1024 ** 3).toFixed(1)} GiB free for ${folder}${free < MIN_FREE_BYTES ? ': make room' : ''}`,
  };
}

import type { Holiday } from '@leadclock/domain/configuration/holidays-named-by.js';
import type { HolidayPlan } from '@leadclock/domain/configuration/plan-holidays.js';
import type { LeadclockEvent } from '@leadclock/domain/events/event.js';
import type { Command } from 'commander';
import { exitCodes, WrongUse } from './exit-codes.js';
import { readSettings } from './read-settings.js';
import type { Report } from './run-cli.js';
import { layOut } from './table.js';
import { waitForFigures } from './wait-for-figures.js';
import { type Parts, withParts } from './with-parts.js';

interface Flags {
  readonly calendar: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** What a place names now; `timed`: how many events of it have a time of day. */
interface Wanted {
  readonly holidays: readonly Holiday[];
  readonly timed: number;
}

const aboutImport = `
All-day events of this year and the next two become holidays. Hours stay, and so do holidays that were entered otherwise; what the same file
(by its name) or address named before and names no more is taken away. A file or address that cannot be read changes nothing.

Examples:
  leadclock calendar import holidays.ics --calendar office --dry-run
  leadclock calendar import https://example.com/de.ics --calendar office`;

/** `leadclock calendar`: holidays of a calendar from an iCal file or address, and which calendars there are. */
export function addCalendarCommand(program: Command, report: Report): void {
  const calendar = program.command('calendar').description('when the clocks run');
  onHolidays('import', 'set the holidays of a calendar from an iCal file or address', aboutImport, async (source, flags) => {
    const { placeOf, readPlace } = await import('../calendars/read-place.js');
    const settings = readSettings();
    const place = placeOf(source);
    const wanted = await read(await readPlace(source, place, settings.calendarAllow), place.shown);
    await apply(place, wanted, flags, report);
  });
  const aboutForget = '\nExample:\n  leadclock calendar forget holidays.ics --calendar office';
  onHolidays('forget', 'take away the holidays that a file or address brought', aboutForget, async (source, flags) => {
    const { placeOf } = await import('../calendars/read-place.js');
    await apply(placeOf(source), { holidays: [], timed: 0 }, flags, report);
  });
  calendar
    .command('list')
    .description('the calendars as they are in force, and the addresses that their holidays are read from')
    .option('--json', 'print them as JSON')
    .addHelpText('after', '\nExample:\n  leadclock calendar list')
    .exitOverride()
    .action(async ({ json }: { readonly json?: boolean }) => {
      const { listCalendars } = await import('../calendars/list-calendars.js');
      const { feedRows, listedFeeds } = await import('../calendars/list-feeds.js');
      const { listFeeds } = await import('@leadclock/read-model/outside/calendar-feed.table.js');
      const { listed, feeds } = await withParts(readSettings(), async (parts) => ({
        listed: listCalendars(await known(parts), Date.now()),
        feeds: listedFeeds(await listFeeds(parts.dataSource)),
      }));
      const rows = listed.map(({ calendar: id, zone, hours, ahead, imported, next }) => [
        id,
        zone,
        String(hours),
        String(ahead),
        String(imported),
        next === null ? '–' : `${next.date} ${next.name}`,
      ]);
      const head = ['calendar', 'zone', 'hours a week', 'holidays ahead', 'imported', 'next'];
      if (json) {
        const told = listed.map((one) => ({ ...one, feeds: feeds.filter((feed) => feed.calendar === one.calendar) }));
        process.stdout.write(`${JSON.stringify(told)}\n`);
        return;
      }
      process.stdout.write(layOut([head, ...rows]));
      if (feeds.length > 0) process.stdout.write(`\n${layOut(feedRows(feeds))}`);
    });

  function onHolidays(name: string, does: string, about: string, action: (source: string, flags: Flags) => Promise<void>): void {
    calendar
      .command(name)
      .argument('<source>', 'an iCal file (- is stdin), or an http, https or webcal address')
      .requiredOption('--calendar <id>', 'the calendar whose holidays they are')
      .description(does)
      .option('--dry-run', 'print what would change, and change nothing')
      .option('--json', 'print the report as JSON')
      .addHelpText('after', about)
      .exitOverride()
      .action(action);
  }
}

async function read(bytes: Uint8Array, name: string): Promise<Wanted> {
  const { readHolidays } = await import('@leadclock/ingest/calendars/read-holidays.js');
  const year = new Date().getUTCFullYear();
  const found = readHolidays(bytes, { first: year, last: year + 2 });
  if (found.ok) return found;
  const lines = found.problems.map((problem) => `  ${name}: ${problem}`);
  throw new WrongUse(`no holiday was set, since the file is not right:\n${lines.join('\n')}`);
}

async function apply(from: { place: string; shown: string }, wanted: Wanted, flags: Flags, report: Report): Promise<void> {
  const { planHolidays, sourceOf } = await import('@leadclock/domain/configuration/plan-holidays.js');
  const settings = readSettings();
  await withParts(settings, async (parts) => {
    const events = await known(parts);
    const plan = planHolidays(flags.calendar, events, sourceOf(from.place), wanted.holidays, Date.now());
    if (plan === null) throw noSuchCalendar(flags.calendar, events);
    const rejected = flags.dryRun || plan.events.length === 0 ? [] : await send(plan.events, parts, settings.dataFolder);
    for (const problem of rejected) process.stderr.write(`${from.shown}: ${problem}\n`);
    process.stdout.write(shown(plan, wanted.timed, from.shown, flags));
    if (rejected.length > 0) report(exitCodes.differences);
  });
}

/** What is set is read from the read model, once it holds all that the log holds. */
async function known(parts: Parts): Promise<readonly LeadclockEvent[]> {
  const { configurationEvents } = await import('@leadclock/read-model/queries/events.query.js');
  const { inSnapshot } = await import('@leadclock/read-model/queries/snapshot.js');
  await waitForFigures(parts);
  return inSnapshot(parts.dataSource, configurationEvents);
}

function noSuchCalendar(calendar: string, events: readonly LeadclockEvent[]): WrongUse {
  const ids = [...new Set(events.filter(({ type }) => type === 'calendar.set').map(({ subject }) => subject))].sort();
  const allowed = ids.length === 0 ? 'set one first, by an event calendar.set' : `allowed: ${ids.join(', ')}`;
  return new WrongUse(`calendar: there is no calendar ${calendar}; ${allowed}`);
}

async function send(events: readonly object[], parts: Parts, dataFolder: string): Promise<readonly string[]> {
  const { postEvents } = await import('./post-events.js');
  const { readApiKey } = await import('@leadclock/identity/api-key.js');
  const key = readApiKey(dataFolder);
  if (key === null) throw new Error(`there is no API key in ${dataFolder}`);
  const { rejected } = await postEvents(parts.program.url, key, events);
  await waitForFigures(parts);
  return rejected.map(({ path, problem }) => `${path}: ${problem}`);
}

function shown(plan: HolidayPlan, timed: number, source: string, { calendar, dryRun = false, json }: Flags): string {
  const { added, removed, unchanged } = plan;
  if (json) return `${JSON.stringify({ calendar, source, dry_run: dryRun, added, removed, unchanged: unchanged.length, timed })}\n`;
  const rows = [
    ...removed.map(({ date, name }) => [date, name, 'removed']),
    ...added.map(({ date, name }) => [date, name, 'added']),
    ...unchanged.map(({ date, name }) => [date, name, 'none']),
  ].sort(([a = ''], [b = '']) => (a < b ? -1 : Number(a > b)));
  const would = dryRun ? 'would be ' : '';
  const left = timed === 0 ? '' : `; ${timed} events with a time of day are no holidays`;
  const summary = `${calendar}: ${added.length} holidays ${would}added, ${removed.length} ${would}removed, ${unchanged.length} stand already${left}`;
  return `${layOut([['date', 'name', 'change'], ...rows])}${summary}\n`;
}

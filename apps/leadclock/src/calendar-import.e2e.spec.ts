import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type ProgramProcess, runCommand, startProcess } from './testing/program-process.js';

const dataFolder = mkdtempSync(path.join(tmpdir(), 'leadclock-calendar-'));
const place = { dataFolder };
const allowed = { dataFolder, environment: { LEADCLOCK_CALENDAR_ALLOW: '127.0.0.0/8' } };
const file = path.join(dataFolder, 'holidays.ics');
const year = new Date().getUTCFullYear() + 1;
const holidays = (...events: readonly (readonly [date: string, name: string])[]): string =>
  [
    'BEGIN:VCALENDAR',
    ...events.flatMap(([date, name]) => ['BEGIN:VEVENT', `SUMMARY:${name}`, `DTSTART;VALUE=DATE:${year}${date}`, 'END:VEVENT']),
    'END:VCALENDAR',
    '',
  ].join('\r\n');
let program: ProgramProcess;
let feed: Server;
let said: { status: number; body: string } = { status: 200, body: '' };
let address: string;

beforeAll(async () => {
  program = await startProcess(place);
  feed = createServer((_request, response) => response.writeHead(said.status).end(said.body));
  await new Promise<void>((resolve) => feed.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(feed.address() as AddressInfo).port}/secret/basic.ics`;
  const office = {
    specversion: '1.0',
    id: 'office',
    source: '/story',
    type: 'calendar.set',
    subject: 'office',
    time: new Date(Date.now() - 60_000).toISOString(),
    data: { zone: 'Europe/Berlin', week: { mon: [['09:00', '17:00']] }, holidays: [{ date: `${year}-06-30`, name: 'stocktaking' }] },
  };
  const imported = await runCommand(place, ['import', '-'], `${JSON.stringify(office)}\n`);
  expect(imported.stderr).not.toContain('problem');
});
afterAll(async () => {
  feed.close().closeAllConnections();
  await program.stop();
  rmSync(dataFolder, { recursive: true, force: true });
});

async function importFrom(source: string, ...words: readonly string[]) {
  const ran = await runCommand(allowed, ['calendar', 'import', source, '--calendar', 'office', '--json', ...words]);
  expect([ran.code, ran.stderr]).toEqual([0, '']);
  const { added, removed, unchanged } = JSON.parse(ran.stdout);
  return { added: added.map(({ name }: { name: string }) => name), removed: removed.map(({ name }: { name: string }) => name), unchanged };
}
const versions = async (): Promise<readonly { data: { holidays: readonly { name: string }[] } }[]> =>
  (await runCommand(place, ['export'])).stdout
    .split('\n')
    .filter((line) => line.includes('"calendar.set"'))
    .map((line) => JSON.parse(line));
const present = async (): Promise<readonly string[]> => ((await versions()).at(-1)?.data.holidays ?? []).map(({ name }) => name);

it('holidays of a file are shown, set, and set once; what the file names no more is taken away, what was entered stays', async () => {
  writeFileSync(file, holidays(['0101', 'New Year'], ['0501', 'May Day'], ['0630', 'half of the year']));
  expect(await importFrom(file, '--dry-run')).toEqual({ added: ['New Year', 'May Day'], removed: [], unchanged: 1 });
  expect(await versions()).toHaveLength(1);
  expect(await importFrom(file)).toEqual({ added: ['New Year', 'May Day'], removed: [], unchanged: 1 });
  expect(await importFrom(file)).toEqual({ added: [], removed: [], unchanged: 3 });
  expect(await present()).toEqual(['New Year', 'May Day', 'stocktaking']);
  writeFileSync(file, holidays(['0101', 'New Year']));
  expect(await importFrom(file)).toEqual({ added: [], removed: ['May Day'], unchanged: 1 });
  expect(await versions()).toHaveLength(3);
  expect(await present()).toEqual(['New Year', 'stocktaking']);
});

it('an address that is away, empty or no calendar leaves the last good copy; its secret is written nowhere', async () => {
  said = { status: 200, body: holidays(['1003', 'Unity']) };
  expect(await importFrom(address)).toEqual({ added: ['Unity'], removed: [], unchanged: 0 });
  const good = await versions();
  const failures = [
    [{ status: 503, body: '' }, 3, /keeps the holidays that it has, since they could not be read anew: 127\.0\.0\.1:\d+ answered 503/],
    [{ status: 200, body: '<html>sign in</html>' }, 2, /is no iCal file: it must begin with BEGIN:VCALENDAR/],
    [{ status: 200, body: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n' }, 2, /holds no all-day event/],
    [{ status: 200, body: holidays(['0230', 'Never']) }, 2, /event 1 \(Never\): DTSTART: \d+-02-30 is no day/],
  ] as const;
  for (const [answer, code, words] of failures) {
    said = answer;
    const ran = await runCommand(allowed, ['calendar', 'import', address, '--calendar', 'office']);
    expect(ran.code).toBe(code);
    expect(ran.stderr).toMatch(words);
    expect(ran.stderr).not.toContain('secret');
  }
  expect(await versions()).toEqual(good);
  expect(JSON.stringify(good)).not.toContain('secret');
});

it('a private address is asked only where the operator allows it', async () => {
  said = { status: 200, body: holidays(['1003', 'Unity']) };
  const ran = await runCommand(place, ['calendar', 'import', address, '--calendar', 'office']);
  expect(ran.code).toBe(2);
  expect(ran.stderr).toContain('127.0.0.1 is no address of the public internet; name its range in LEADCLOCK_CALENDAR_ALLOW');
});

it('a calendar that there is not, and a file that there is not, are refused', async () => {
  writeFileSync(file, holidays(['0101', 'New Year']));
  const ran = await runCommand(place, ['calendar', 'import', file, '--calendar', 'warehouse']);
  expect([ran.code, ran.stderr.trim()]).toEqual([2, 'leadclock: calendar: there is no calendar warehouse; allowed: office']);
  expect((await runCommand(place, ['calendar', 'import', 'nowhere.ics', '--calendar', 'office'])).code).toBe(3);
});

it('the calendars are listed, and what a place brought is forgotten, nothing else', async () => {
  const list = await runCommand(place, ['calendar', 'list', '--json']);
  expect(JSON.parse(list.stdout)).toEqual([
    {
      calendar: 'office',
      zone: 'Europe/Berlin',
      hours: 8,
      ahead: 3,
      imported: 2,
      next: { date: `${year}-01-01`, name: 'New Year' },
      feeds: [],
    },
  ]);
  const forget = ['calendar', 'forget', address, '--calendar', 'office', '--json'];
  expect(JSON.parse((await runCommand(place, forget)).stdout)).toMatchObject({ removed: [{ name: 'Unity' }] });
  expect(await present()).toEqual(['New Year', 'stocktaking']);
  expect(JSON.parse((await runCommand(place, forget)).stdout)).toMatchObject({ removed: [] });
});

it('a table is printed for people', async () => {
  const ran = await runCommand(place, ['calendar', 'import', file, '--calendar', 'office', '--dry-run']);
  expect(ran.stdout).toMatch(new RegExp(`${year}-01-01\\s+New Year\\s+none`));
  expect(ran.stdout).toContain('office: 0 holidays would be added, 0 would be removed, 1 stand already');
  const list = await runCommand(place, ['calendar', 'list']);
  expect(list.stdout).toMatch(new RegExp(`office\\s+Europe/Berlin\\s+8\\s+2\\s+1\\s+${year}-01-01 New Year`));
});

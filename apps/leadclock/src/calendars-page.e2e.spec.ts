import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { sample } from './testing/sample-events.js';
import { type WatchedFloor, watchFloor } from './testing/watched-floor.js';

const browserAt = process.env['BROWSER_WS'];

if (browserAt === undefined) {
  it.skip('SKIPPED: needs a browser (CHROME_PATH, Chromium, or npx playwright-core install chromium)', () => undefined);
} else {
  let floor: WatchedFloor;
  let page: Page;
  let server: Server;
  let sent: { status: number; body: string };
  let address: string;
  const year = new Date().getUTCFullYear() + 1;

  const iCal = (...days: readonly (readonly [day: string, name: string])[]): string =>
    [
      'BEGIN:VCALENDAR',
      ...days.flatMap(([day, name]) => ['BEGIN:VEVENT', `UID:${day}`, `SUMMARY:${name}`, `DTSTART;VALUE=DATE:${year}${day}`, 'END:VEVENT']),
      'END:VCALENDAR',
      '',
    ].join('\r\n');
  const file = (name: string, text: string) => ({ name, mimeType: 'text/calendar', buffer: Buffer.from(text) });

  beforeAll(async () => {
    const early = Date.now() - 3_600_000;
    server = createServer((_request, response) => response.writeHead(sent.status).end(sent.body));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/secret/days.ics`;
    const events = [
      sample('site', 'site.set', 'site', early, { name: 'Floor', zone: 'Europe/Madrid', locale: 'en-GB', currency: 'EUR' }),
      sample('north', 'team.set', 'north', early, { name: 'North' }),
      sample('south', 'team.set', 'south', early, { name: 'South' }),
      sample('ana', 'rep.set', 'ana', early, { name: 'Ana R.', team: 'north', active: true }),
    ];
    floor = await watchFloor(browserAt, events, { LEADCLOCK_CALENDAR_ALLOW: '127.0.0.0/8' });
    page = floor.page;
  });
  afterAll(async () => {
    server.close().closeAllConnections();
    await floor?.stop();
  });
  beforeEach(() => floor.calm());

  const open = (language = 'en') => floor.open(`/alerts/calendars?lang=${language}`);
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
  const card = (calendar: string) => page.locator(`[data-calendar="${calendar}"]`);
  const hours = (day: string, end: 'from' | 'to', nth = 0) => page.getByLabel(`${day}, ${end}`, { exact: true }).nth(nth);
  const week = (calendar: string) => card(calendar).locator('.cal-week > div').allInnerTexts();
  /** What the page says of refusals by the server is no fault of the page. */
  const faults = async () => (await floor.faults()).filter((fault) => !fault.includes('status of 4'));
  const put = (path: string, seen: string, body: unknown) =>
    fetch(`${floor.url}${path}`, {
      method: 'PUT',
      headers: {
        authorization: `Bearer ${floor.key}`,
        'content-type': 'application/json',
        'if-match': seen,
        'idempotency-key': `${path} ${seen}`,
      },
      body: JSON.stringify(body),
    });
  const listed = async () => (await fetch(`${floor.url}/v1/calendars`, { headers: { authorization: `Bearer ${floor.key}` } })).json();
  const calendars = async () => Object((await listed()).calendars);

  it('a calendar is made with two stretches a day, copied to other days, and what it would do is shown before', async () => {
    await open();
    await page.getByText('There is no calendar yet').waitFor();
    expect(await faults()).toEqual([]);
    await button('New calendar').click();
    await page.getByLabel('Name', { exact: true }).fill('office');
    await page.getByRole('combobox', { name: 'Time zone' }).fill('new yo');
    await page.getByRole('option', { name: 'America/New York' }).click();
    await hours('Monday', 'to').fill('13');
    await button(/^Add hours.*Monday/).click();
    await hours('Monday', 'to', 1).fill('5 pm');
    await button(/^Copy to.*Monday/).click();
    await page.getByRole('menuitem', { name: 'Monday to Friday' }).click();
    await button(/^Take out Friday 14:00/).click();
    await page.getByText(/comes Fri.*12:58, is due Mon.*09:03/).waitFor();
    // 4 × 7 + 4, and the Sundays on which New York changes its clock
    await page.getByText('32 hours a week').waitFor();
    await page.getByText(/has 23 hours: 02:00 becomes 03:00/).waitFor();
    await page.getByText(/has 25 hours: 02:00 becomes 01:00/).waitFor();
    expect(await faults()).toEqual([]);
    await button('Save').click();
    await card('office').waitFor();
    const two = '09:00–13:00, 14:00–17:00';
    expect((await week('office')).map((line) => line.replace(/\s+/g, ' '))).toEqual([
      ...['Mon', 'Tue', 'Wed', 'Thu'].map((day) => `${day} ${two}`),
      'Fri 09:00–13:00',
      'Sat closed',
      'Sun closed',
    ]);
    expect(await faults()).toEqual([]);
  });

  it('all that is wrong is said at its field, and what is in force stays as it is', async () => {
    await open();
    const before = await calendars();
    await card('office').getByRole('button', { name: 'Edit' }).click();
    const wrong = (text: string | RegExp) => page.locator('.is-wrong', { hasText: text });
    await hours('Tuesday', 'to').fill('14:30');
    await hours('Wednesday', 'from').fill('18:00');
    await hours('Thursday', 'to', 1).fill('25');
    await hours('Friday', 'to').fill('noon');
    await page.getByRole('combobox', { name: 'Time zone' }).fill('Madrid');
    await page.keyboard.press('Tab');
    await button('Add a holiday').click();
    await button('Save').click();
    await page.getByText('It cannot be saved yet').waitFor();
    await wrong('It overlaps 09:00 to 14:30: join the two').waitFor();
    await wrong('It ends before it begins. Over midnight').waitFor();
    await wrong('A day ends at 24:00').waitFor();
    await wrong('Write times of day').waitFor();
    await wrong('Choose a day.').waitFor();
    await wrong('Say what it is called.').waitFor();
    await wrong('There is no such time zone').waitFor();
    expect(await page.locator('[aria-invalid="true"]:focus').count()).toBe(1);
    expect(await faults()).toEqual([]);
    await button('Take Europe/Madrid').click();
    await wrong('There is no such time zone').waitFor({ state: 'detached' });
    expect(await calendars()).toMatchObject(before.map(({ calendar, edit }: Record<string, string>) => ({ calendar, edit })));
    await button('Cancel').click();
    await button('Discard').click();
    await card('office').waitFor();
  });

  it('hours for later are set beside those in force, and cannot begin in the past by mistake', async () => {
    await open();
    await card('office').getByRole('button', { name: 'Edit' }).click();
    await hours('Friday', 'to').fill('12');
    await page.getByLabel('From', { exact: true }).selectOption('later');
    await page.getByLabel('Date and time').fill('2020-01-01T00:00');
    await button('Save').click();
    await page.locator('.is-wrong', { hasText: 'This lies in the past' }).waitFor();
    await page.getByText('I mean it: judge anew').waitFor();
    await page.getByLabel('Date and time').fill(`${year}-07-01T00:00`);
    await button('Save').click();
    await card('office')
      .getByText(/It changes on .*1 Jul.*00:00/)
      .waitFor();
    expect((await week('office'))[4]).toContain('09:00–13:00');
    await button('Look at it, or edit it').click();
    expect(await hours('Friday', 'to').inputValue()).toBe('12:00');
    await button('Cancel').click();
  });

  it('changed by somebody else meanwhile, nothing that was typed is lost', async () => {
    await put('/v1/calendars/shared', '0', { zone: 'UTC', week: { mon: [['09:00', '17:00']] } });
    await open();
    await card('shared').getByRole('button', { name: 'Edit' }).click();
    await hours('Monday', 'to').fill('18:00');
    const [{ edit }] = (await calendars()).filter(({ calendar }: { calendar: string }) => calendar === 'shared');
    await put('/v1/calendars/shared', edit, { zone: 'UTC', week: { mon: [['10:00', '16:00']] } });
    await button('Save').click();
    await page.getByText('Somebody else has changed this calendar meanwhile.').waitFor();
    await page.getByRole('row', { name: 'Monday 10:00–16:00 09:00–18:00' }).waitFor();
    expect(await faults()).toEqual([]);
    await button('Go on with mine').click();
    await page.locator('#pol-save:focus').waitFor();
    await page.keyboard.press('Enter');
    await card('shared').waitFor();
    expect((await week('shared'))[0]).toContain('09:00–18:00');
  });

  it('holidays of a file are shown before they are taken; a file that is none changes nothing', async () => {
    await open();
    await card('office').getByRole('button', { name: 'Holidays' }).click();
    const input = page.getByLabel('From an iCal file');
    await input.setInputFiles(file('days.ics', '<html>sign in</html>'));
    await page.getByText('This is no iCal file').waitFor();
    await input.setInputFiles(file('days.ics', iCal(['0230', 'Never'])));
    await page.getByText('Event 1 of this file, “Never”, is wrong.').waitFor();
    expect(await faults()).toEqual([]);
    await input.setInputFiles(file('days.ics', iCal(['0101', 'New Year'], ['0501', 'May Day'])));
    await page.getByText('2 days would be added:').waitFor();
    expect((await calendars()).flatMap(({ holidays }: { holidays: unknown[] }) => holidays)).toEqual([]);
    await button('Take over').click();
    await page.getByRole('row', { name: /May Day a file/ }).waitFor();
    await input.setInputFiles(file('days.ics', iCal(['0101', 'New Year'])));
    await page.getByText('1 day would be taken away:').waitFor();
    await button('Take over').click();
    await page.getByRole('row', { name: /May Day/ }).waitFor({ state: 'detached' });
    expect(await page.getByRole('row', { name: /New Year/ }).count()).toBe(1);
  });

  it('holidays of an address are read; a private one is refused, and one that is away keeps its last good copy', async () => {
    await open();
    await card('office').getByRole('button', { name: 'Holidays' }).click();
    const field = page.getByLabel('From an address, read each day');
    const refused = async (url: string, words: string): Promise<void> => {
      await field.fill(url);
      await page.keyboard.press('Enter');
      await page.locator('.is-wrong', { hasText: words }).waitFor();
    };
    await refused('http://10.0.0.1/days.ics', 'This address is private.');
    await refused('ftp://example.com/days.ics', 'Give the http, https or webcal address');
    sent = { status: 503, body: '' };
    await refused(address, '503: look whether the address is right.');
    sent = { status: 200, body: '<html>sign in</html>' };
    await refused(address, 'is no right iCal file');
    expect(await faults()).toEqual([]);
    sent = { status: 200, body: iCal(['0606', 'Feast']) };
    await field.fill(address);
    await page.keyboard.press('Enter');
    await page.getByRole('row', { name: /Feast 127.0.0.1/ }).waitFor();
    await page.getByText('Names 1 day.').waitFor();
    sent = { status: 500, body: '' };
    await button(/^Read now/).click();
    await page.getByText(/Not readable since .*500/).waitFor();
    await page.getByRole('row', { name: /Feast 127.0.0.1/ }).waitFor();
    expect(await page.locator('body').innerText()).not.toContain('secret');
    expect(await faults()).toEqual([]);
    await button(/^Forget it/).click();
    await button('Forget the address').click();
    await button(/^Forget it/).waitFor({ state: 'detached' });
    await page.getByRole('row', { name: /Feast a file, or an address of before/ }).waitFor();
  });

  it('all teams, one of them and a rep are given calendars, and a rep his days off, by keys alone', async () => {
    await open();
    await page.getByLabel('All teams', { exact: true }).focus();
    await page.keyboard.type('office');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await card('office').getByText('all teams').waitFor();
    await page.getByLabel('South', { exact: true }).focus();
    await page.keyboard.type('shared');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await card('shared').getByText('South').waitFor();
    await card('office').getByText('North').waitFor();
    await button(/^Days off.*Ana/).focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('First day off').fill(`${year}-12-30`);
    await page.getByLabel('Last (if more than one)').fill(`${year}-12-29`);
    await button('Add').focus();
    await page.keyboard.press('Enter');
    await page.getByText('It ends before it begins.').waitFor();
    await page.getByLabel('Last (if more than one)').fill(`${year + 1}-01-02`);
    await button('Add').focus();
    await page.keyboard.press('Enter');
    await page.getByText(/30 Dec.* – .*2 Jan/).waitFor();
    expect(await faults()).toEqual([]);
    await button(/^Save.*Ana/).focus();
    await page.keyboard.press('Enter');
    await page.locator('[data-rep="ana"]').getByText('saved').waitFor();
    const { reps } = await listed();
    expect(reps[0]).toMatchObject({
      calendar: null,
      days_off: [30, 31].map((day) => `${year}-12-${day}`).concat(`${year + 1}-01-01`, `${year + 1}-01-02`),
    });
  });

  it('what is typed is asked about before it is lost', async () => {
    await open();
    await button('New calendar').click();
    await page.getByLabel('Name', { exact: true }).fill('lost');
    await page.getByRole('link', { name: 'Policies' }).click();
    await page.getByRole('link', { name: 'Calendars' }).click();
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('lost');
    await button('Cancel').click();
    await page.getByText('Discard what you have changed?').waitFor();
    await button('Go on editing').click();
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('lost');
    await button('Cancel').click();
    await button('Discard').click();
    await button('New calendar').waitFor();
  });

  it.each([
    ['en', 'Holidays office', 'Edit office'],
    ['es', 'Festivos office', 'Editar office'],
    ['ru', 'Праздники office', 'Изменить office'],
  ])('in %s axe has no objection, on a telephone and in the dark: list, holidays, form', async (language, holidays, edit) => {
    await page.setViewportSize({ width: 390, height: 900 });
    await page.emulateMedia({ colorScheme: 'dark' });
    await open(language);
    await button(holidays).click();
    await page.locator('input[type="file"]').waitFor();
    await page.locator('.cal-off').first().click();
    expect(['list', await faults()]).toEqual(['list', []]);
    await button(edit).click();
    await page.locator('.cal-examples').first().waitFor();
    expect(['form', await faults()]).toEqual(['form', []]);
  });
}

import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { until } from '@leadclock/runtime/testing/until.js';
import type { Page } from 'playwright-core';
import { pageFaults } from './testing/page-faults.js';
import { sample } from './testing/sample-events.js';
import { type WatchedFloor, watchFloor } from './testing/watched-floor.js';

const browserAt = process.env['BROWSER_WS'];

if (browserAt === undefined) {
  it.skip('SKIPPED: needs a browser (CHROME_PATH, Chromium, or npx playwright-core install chromium)', () => undefined);
} else {
  let page: Page;
  let floor: WatchedFloor;
  const pictures = path.resolve('.cache', 'staffing-pictures');
  const MINUTE = 60_000;
  const DAY = 24 * 60 * MINUTE;
  const now = Date.now();
  /** The last Monday that is over, in UTC, where the floor is. */
  const monday = Math.floor((now - DAY) / DAY) * DAY - ((new Date(now - DAY).getUTCDay() + 6) % 7) * DAY;
  const at = (day: number, time: string): number =>
    monday + day * DAY - 7 * DAY + Number(time.slice(0, 2)) * 60 * MINUTE + Number(time.slice(3)) * MINUTE;
  const early = now - 60 * DAY;

  const hours = (...day: readonly (readonly [string, string])[]) => ({ mon: day, tue: day, wed: day, thu: day, fri: day });
  const calendar = (id: string, week: unknown) => sample(id, 'calendar.set', id, early, { zone: 'UTC', week, holidays: [] });
  const rep = (id: string, team: string, more: object) => sample(id, 'rep.set', id, early, { name: id, team, active: true, ...more });
  let leads = 0;
  /** So many leads at one time, some of them answered within a minute. */
  const came = (day: number, time: string, count: number, answered: number, team = 'north') =>
    Array.from({ length: count }, (_, index) => {
      leads += 1;
      const lead = `lead-${leads}`;
      const arrived = at(day, time) + index * 1000;
      const call = { touchpoint: 'c', channel: 'call', direction: 'outbound', rep: 'ana', outcome: 'connected' };
      return [
        sample(`${lead}-c`, 'lead.created', lead, arrived, { origin: 'website', team }),
        ...(index < answered ? [sample(`${lead}-t`, 'touchpoint.recorded', lead, arrived + MINUTE, call)] : []),
      ].map((event) => ({ ...event, historical: true }));
    }).flat();

  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    const ana = { calendar: 'desk', days_off: [new Date(at(4, '00:00')).toISOString().slice(0, 10)] };
    floor = await watchFloor(browserAt, [
      sample('site', 'site.set', 'site', early, { name: 'Floor', zone: 'UTC', locale: 'en-GB', currency: 'EUR' }),
      calendar('long', hours(['08:00', '20:00'])),
      calendar('desk', hours(['09:00', '13:00'], ['14:00', '18:00'])),
      sample('north', 'team.set', 'north', early, { name: 'North', calendar: 'long' }),
      sample('south', 'team.set', 'south', early, { name: 'South' }),
      rep('ana', 'north', ana),
      sample('away', 'rep.status_changed', 'ana', at(2, '15:00'), { status: 'away' }),
      sample('back', 'rep.status_changed', 'ana', at(2, '16:00'), { status: 'available' }),
      ...[0, 1, 2, 3].flatMap((day) => came(day, '13:10', 6 + day, 1)),
      ...[0, 1, 2, 3].flatMap((day) => came(day, '10:00', 12 + 4 * day, 12 + 3 * day)),
      ...came(1, '18:30', 4, 0),
      ...came(1, '05:00', 3, 0),
      ...came(2, '15:10', 5, 0),
      ...came(4, '11:00', 4, 0),
      ...came(3, '11:00', 2, 0, 'south'),
    ]);
    ({ page } = floor);
    await until('all leads are drawn', async () => {
      const reply = await fetch(`${floor.url}/v1/staffing`, { headers: { authorization: `Bearer ${floor.key}` } });
      return Object(await reply.json()).total.arrivals === leads;
    });
  });
  afterAll(async () => {
    await floor?.stop();
  });

  const words = (text: string): string => text.replace(/\s+/g, ' ').trim();
  const picture = (name: string) => page.screenshot({ path: path.join(pictures, `${name}.png`), fullPage: true, animations: 'disabled' });
  const region = (name: string) => page.getByRole('region', { name, exact: true });
  const cell = (map: string, hour: string, day: number) => region(map).getByRole('row', { name: hour }).getByRole('cell').nth(day);
  const open = async (where = '') => {
    await floor.open(`/alerts/staffing?lang=en${where}`);
    await region('The whole period').waitFor();
  };

  it('shows when leads came and were late, the worst hours, and what nobody covered', async () => {
    await open();
    expect(words(await region('The whole period').locator('dl').innerText())).toBe(
      'Leads 120 Answered in target 58% 70 / 120 Late 50 Late in a gap 44 88%',
    );
    expect(words(await cell('Arrivals', '10:00', 1).innerText())).toBe('16 16 leads');
    expect(words(await cell('Answered in target, %', '10:00', 1).innerText())).toBe('93 93 %, 15 of 16');
    expect(words(await cell('Answered in target, %', '13:00', 0).innerText())).toBe('1/6 1 of 6, too few to judge');
    expect(words(await cell('Answered in target, %', '04:00', 6).innerText())).toBe('nothing to judge');
    const worst = region('Worst hours').getByRole('row');
    expect(words(await worst.nth(1).innerText())).toBe('Thu 13:00–14:00 8 1/9 8 nobody’s hours');
    expect(words(await region('Gaps').locator('li').first().innerText())).toBe(
      'nobody’s hours North 33 late leads Mon–Thu 13:00–14:00 (26), Tue 18:00–19:00 (4), Tue 08:00–09:00 (3) Calendar: desk',
    );
    for (const title of ['all away', 'all on a day off', 'no active rep']) await region('Gaps').getByText(title).waitFor();
    expect(floor.problems).toEqual([]);
  });

  it('is asked for a team and a period by keys alone, and leads to the calendars', async () => {
    await open();
    await page.getByLabel('Team').focus();
    await page.keyboard.type('South');
    await page.waitForURL(/team=south/);
    await region('The whole period').getByText('0 / 2').waitFor();
    expect(words(await region('Gaps').innerText())).toContain('no active rep South 2 late leads Thu 11:00–12:00 (2)');
    await page.getByLabel('Period', { exact: true }).focus();
    await page.keyboard.type('last 13');
    await page.waitForURL(/weeks=13/);
    await page.reload();
    await region('The whole period').getByText('0 / 2').waitFor();
    const way = region('Gaps').getByRole('link', { name: 'Who works in which calendar' });
    await way.focus();
    expect(await way.evaluate('getComputedStyle(document.activeElement).outlineStyle')).not.toBe('none');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/alerts\/calendars\?lang=en$/);
  });

  it('says that nothing came, and what is wrong with an address', async () => {
    await floor.open('/alerts/staffing?lang=en&team=nobody');
    await page.getByText('there is no team nobody').waitFor();
    await floor.calm();
    const quiet = sample('west', 'team.set', 'west', early, { name: 'West' });
    await fetch(`${floor.url}/v1/events`, {
      method: 'POST',
      headers: { authorization: `Bearer ${floor.key}`, 'content-type': 'application/cloudevents+json' },
      body: JSON.stringify(quiet),
    });
    await until('the team is known', async () => {
      await floor.open('/alerts/staffing?lang=en&team=west');
      await page.locator('.stf-empty, .pol-problem').waitFor();
      return page.getByText('No lead came in this period.').isVisible();
    });
    await floor.calm();
  });

  it.each(['en', 'es', 'ru'])('in %s fits a wide screen and a telephone, light and dark, and axe has no objection', async (language) => {
    for (const [width, colorScheme] of [
      [1440, 'light'],
      [390, 'dark'],
    ] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      await floor.open(`/alerts/staffing?lang=${language}`);
      await page.locator('.stf-map').first().waitFor();
      await picture(`${language}-${width}`);
      expect([language, width, await pageFaults(page)]).toEqual([language, width, []]);
    }
    await floor.calm();
  });
}

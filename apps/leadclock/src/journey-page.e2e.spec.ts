import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { until } from '@leadclock/runtime/testing/until.js';
import type { Page } from 'playwright-core';
import { pageFaults } from './testing/page-faults.js';
import { sample } from './testing/sample-events.js';
import { type WatchedFloor, watchFloor } from './testing/watched-floor.js';
import { zoneOfNoon } from './testing/zone-of-noon.js';

const browserAt = process.env['BROWSER_WS'];

if (browserAt === undefined) {
  it.skip('SKIPPED: needs a browser (CHROME_PATH, Chromium, or npx playwright-core install chromium)', () => undefined);
} else {
  let page: Page;
  let floor: WatchedFloor;
  const pictures = path.resolve('.cache', 'journey-pictures');
  const now = Date.now();
  const MINUTE = 60_000;

  /** A lead that a rule gave to somebody after 2 minutes, and whom that rep reached 4 minutes later at the second try. */
  const story = (lead: string, minutesAgo: number, origin: string, owner: string) => {
    const at = now - minutesAgo * MINUTE;
    const call = (touchpoint: string, outcome: string) => ({ touchpoint, channel: 'call', direction: 'outbound', rep: owner, outcome });
    return [
      { ...sample(`${lead}-c`, 'lead.created', lead, at, { origin, contact: { name: `${lead} Lovelace` } }), historical: true },
      sample(`${lead}-a`, 'lead.assigned', lead, at + 2 * MINUTE, { owner, by: 'rule:in turn' }),
      sample(`${lead}-1`, 'touchpoint.recorded', lead, at + 3 * MINUTE, call('first', 'no_answer')),
      sample(`${lead}-2`, 'touchpoint.recorded', lead, at + 6 * MINUTE, call('second', 'connected')),
    ];
  };

  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    const early = now - 150 * MINUTE;
    floor = await watchFloor(browserAt, [
      sample('site', 'site.set', 'site', early, { name: 'Floor', zone: zoneOfNoon(now), locale: 'en-GB', currency: 'EUR' }),
      ...['ana', 'luis'].map((rep) => sample(rep, 'rep.set', rep, early, { name: `${rep} R.`, team: 'floor', active: true })),
      ...story('ada', 60, 'website', 'ana'),
      ...story('bob', 50, 'referral', 'ana'),
      ...story('cleo', 40, 'website', 'luis'),
    ]);
    ({ page } = floor);
  });
  afterAll(async () => {
    await floor?.stop();
  });

  const open = (where: string) => floor.open(where);
  const line = (name: string) => page.locator('.journey tbody tr').filter({ hasText: name });
  const words = (text: string): string => text.replace(/\s+/g, ' ').trim();
  const picture = (name: string) => page.screenshot({ path: path.join(pictures, `${name}.png`), fullPage: true, animations: 'disabled' });

  it('tells of one lead which stretch went by with whom, in words beside the bar', async () => {
    await open('/kpis/lead-response-time?window=today&view=rows&lead=ada&lang=en');
    const list = page.locator('.drill .way-list');
    await list.waitFor();
    expect((await list.locator('li').allInnerTexts()).map(words)).toEqual([
      '1 assigned system 2m 33%',
      '2 first attempt people 1m 17%',
      '3 contact people 3m 50%',
    ]);
    await page.getByText('System 2m (hatched), people 4m.').waitFor();
    expect(floor.problems).toEqual([]);
  });

  it('is reached from the numbers, and its groups add up to the whole that the server tells', async () => {
    await open('/kpis?lang=en');
    await page.getByRole('link', { name: 'Where the time went' }).click();
    await page.getByRole('heading', { level: 1, name: 'Where the time went' }).waitFor();
    await page.getByRole('heading', { level: 2, name: 'All leads together: 18m' }).waitFor();
    await page.getByLabel('Group by', { exact: true }).selectOption('rep');
    await page.waitForURL(/by=rep/);
    await page.getByRole('heading', { level: 2, name: 'Groups: Rep' }).waitFor();
    const table = page.locator('.journey').nth(1);
    await table.locator('tbody tr').filter({ hasText: 'luis R.' }).waitFor();
    const read = async (rows: string) => (await table.locator(rows).allInnerTexts()).map(words);
    expect(await read('tbody tr')).toEqual([
      'ana R. 2 2 5 6 0s 4m 0s 0s 2m 6m 0s 4m 8m 12m',
      'luis R. 1 2 5 6 0s 2m 0s 0s 1m 3m 0s 2m 4m 6m',
    ]);
    expect(await read('tfoot tr')).toEqual(['Sum 3 2 5 6 0s 6m 0s 0s 3m 9m 0s 6m 12m 18m']);
    const told = await (await fetch(`${floor.url}/v1/journey`)).json();
    expect(told.groups).toMatchObject([{ n: 3, total_s: 1080, system_s: 360, human_s: 720 }]);

    await page.getByLabel('Group by', { exact: true }).selectOption('origin');
    await page.waitForURL(/by=origin/);
    await line('Referral').waitFor();
    await page.getByRole('button', { name: 'Rep all' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'luis R.' }).click();
    await page.waitForURL(/rep=luis/);
    await page.getByRole('heading', { level: 2, name: '6m' }).waitFor();
    expect(floor.problems).toEqual([]);
  });

  it('says at the field what cannot be asked', async () => {
    await open('/kpis/journey?known_at=2026-01-01&lang=en');
    await page.locator('.field-problem').waitFor();
    await page.getByRole('button', { name: 'Leave it out' }).click();
    await until('the address is well again', () => !page.url().includes('known_at'));
    await page.getByRole('heading', { level: 2, name: '18m' }).waitFor();
    await floor.calm();
  });

  it.each(['en', 'es', 'ru'])('in %s fits a wide screen and a telephone, light and dark, and axe has no objection', async (language) => {
    for (const [index, width] of [1440, 390].entries()) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme: index === 1 ? 'dark' : 'light' });
      await open(`/kpis/journey?by=rep&lang=${language}`);
      await line('luis R.').waitFor();
      await picture(`${language}-${width}-page`);
      expect([language, width, 'page', await pageFaults(page)]).toEqual([language, width, 'page', []]);
      await open(`/kpis/journey?lead=ada&lang=${language}`);
      await page.locator('.drill .way-list').waitFor();
      await picture(`${language}-${width}-lead`);
      expect([language, width, 'lead', await pageFaults(page)]).toEqual([language, width, 'lead', []]);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.emulateMedia({ colorScheme: 'light' });
    expect(floor.problems).toEqual([]);
  });
}

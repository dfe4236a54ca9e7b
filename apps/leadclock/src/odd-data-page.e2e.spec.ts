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
  const pictures = path.resolve('.cache', 'odd-data-pictures');
  const now = Date.now();
  const MINUTE = 60_000;

  const spend = (id: string, from: string, to: string, currency = 'EUR') =>
    sample(id, 'spend.recorded', id, now, { kind: 'marketing', amount: { amount: 70, currency }, from, to });

  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    const early = now - 150 * MINUTE;
    const touch = { touchpoint: 'call', channel: 'call', direction: 'outbound', rep: 'ana', outcome: 'connected' };
    floor = await watchFloor(browserAt, [
      sample('site', 'site.set', 'site', early, { name: 'Floor', zone: zoneOfNoon(now), locale: 'en-GB', currency: 'EUR' }),
      sample('ana', 'rep.set', 'ana', early, { name: 'ana R.', team: 'floor', active: true }),
      sample('ada-t', 'touchpoint.recorded', 'ada', now - 60 * MINUTE, touch),
      sample('ada-c', 'lead.created', 'ada', now - 50 * MINUTE, { origin: 'website', contact: { name: 'ada Lovelace' } }),
      spend('backwards', '2026-11-08', '2026-11-02'),
      spend('in-yen', '2026-11-02', '2026-11-08', 'JPY'),
    ]);
    ({ page } = floor);
  });
  afterAll(async () => {
    await floor?.stop();
  });

  const open = (where: string) => floor.open(where);
  const words = (text: string): string => text.replace(/\s+/g, ' ').trim();
  const picture = (name: string) => page.screenshot({ path: path.join(pictures, `${name}.png`), fullPage: true, animations: 'disabled' });
  const odd = (title: string) => page.locator('.odd').filter({ has: page.getByRole('heading', { name: title }) });

  it('is listed by what is odd, with what the numbers make of it, and leads to the leads', async () => {
    await open('/kpis?lang=en');
    await page.getByRole('link', { name: 'Odd data' }).click();
    await page.getByRole('heading', { level: 1, name: 'Odd data' }).waitFor();
    await until('all odd things are listed', async () => {
      await page.reload();
      await page.locator('.odd').last().waitFor();
      return (await page.locator('.odd').count()) === 4;
    });
    expect(words(await odd('Spend that ends before it begins').innerText())).toBe(
      'Spend that ends before it begins 1 It is in no sum. spend backwards',
    );
    expect(words(await odd('Currencies without any rate').innerText())).toBe(
      'Currencies without any rate 1 They stand apart in every sum. spend in-yen',
    );
    await odd('Missing exchange rates').getByText('JPY').waitFor();
    await odd('Answers before the arrival').getByRole('link', { name: 'ada L.' }).click();
    await page.waitForURL(/lead=ada/);
    await page.locator('.drill .tl').getByText('It lies before the arrival.').waitFor();
    expect(floor.problems).toEqual([]);
  });

  it.each(['en', 'es', 'ru'])('in %s fits a wide screen and a telephone, light and dark, and axe has no objection', async (language) => {
    for (const [index, width] of [1440, 390].entries()) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme: index === 1 ? 'dark' : 'light' });
      await open(`/kpis/odd-data?lang=${language}`);
      await page.locator('.odd a').first().waitFor();
      await page.locator('.odd table').waitFor();
      await picture(`${language}-${width}`);
      expect([language, width, await pageFaults(page)]).toEqual([language, width, []]);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.emulateMedia({ colorScheme: 'light' });
    expect(floor.problems).toEqual([]);
  });
}

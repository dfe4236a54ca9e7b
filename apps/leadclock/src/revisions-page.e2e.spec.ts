import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { until } from '@leadclock/runtime/testing/until.js';
import type { Page } from 'playwright-core';
import { pageFaults } from './testing/page-faults.js';
import { allCounted } from './testing/program-process.js';
import { post, sample } from './testing/sample-events.js';
import { type WatchedFloor, watchFloor } from './testing/watched-floor.js';
import { zoneOfNoon } from './testing/zone-of-noon.js';

const browserAt = process.env['BROWSER_WS'];

if (browserAt === undefined) {
  it.skip('SKIPPED: needs a browser (CHROME_PATH, Chromium, or npx playwright-core install chromium)', () => undefined);
} else {
  let page: Page;
  let floor: WatchedFloor;
  const pictures = path.resolve('.cache', 'revisions-pictures');
  const now = Date.now();
  const MINUTE = 60_000;

  let ended = '';
  let question = '';

  /** A lead of luis's that came an hour ago, called by him after so many minutes. */
  const story = (lead: string, after: number) => {
    const at = now - 60 * MINUTE;
    return [
      sample(`${lead}-c`, 'lead.created', lead, at, { owner: 'luis', origin: 'website', contact: { name: `${lead} Lovelace` } }),
      sample(`${lead}-t`, 'touchpoint.recorded', lead, at + after * MINUTE, call(`call-${lead}`)),
    ];
  };
  const call = (touchpoint: string) => ({ touchpoint, channel: 'call', direction: 'outbound', rep: 'luis', outcome: 'connected' });
  const send = async (events: Parameters<typeof post>[2]): Promise<void> => {
    const { body } = await post(floor.url, floor.key, events);
    expect(JSON.parse(body)).toMatchObject({ rejected: [] });
  };
  const toldOf = async (where: string) => (await fetch(`${floor.url}${where}`)).json();

  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    const early = now - 150 * MINUTE;
    floor = await watchFloor(browserAt, [
      sample('site', 'site.set', 'site', early, { name: 'Floor', zone: zoneOfNoon(now), locale: 'en-GB', currency: 'EUR' }),
      ...['ana', 'luis'].map((rep) => sample(rep, 'rep.set', rep, early, { name: `${rep} R.`, team: 'floor', active: true })),
      ...story('ada', 1),
      ...story('bob', 4),
      ...story('cleo', 2),
      ...story('dora', 2),
    ]);
    await until('all four answers count', async () => (await toldOf('/v1/kpis/lead-response-time')).groups[0].n === 4);
    // the period ends here; what comes from now on was not known then
    ended = new Date().toISOString();
    question = `/kpis/lead-response-time?${new URLSearchParams({ from: new Date(early).toISOString(), to: ended, as_of: ended, by: 'rep' })}&view=revisions`;
    await send([
      sample('ada-r', 'touchpoint.corrected', 'ada', Date.now(), { touchpoint: 'call-ada', rep: 'ana' }),
      sample('bob-2', 'touchpoint.recorded', 'bob', now - 58 * MINUTE, call('second-bob')),
      sample('cleo-r', 'event.retracted', 'cleo', Date.now(), { source: '/test', id: 'cleo-t', reason: 'mistake' }),
      sample('eve-c', 'lead.created', 'eve', Date.now(), { origin: 'website', contact: { name: 'eve Lovelace' } }),
      sample('dora-m', 'lead.merged', 'dora', Date.now(), { into: 'eve' }),
    ]);
    await allCounted({ dataFolder: floor.dataFolder });
    expect((await toldOf('/v1/leads/dora')).state.status).toBe('merged');
    ({ page } = floor);
  });
  afterAll(async () => {
    await floor?.stop();
  });

  const open = (where: string) => floor.open(where);
  const words = (text: string): string => text.replace(/\s+/g, ' ').trim();
  const picture = (name: string) => page.screenshot({ path: path.join(pictures, `${name}.png`), fullPage: true, animations: 'disabled' });
  const groups = () => page.locator('.revisions').first().locator('tbody tr');
  const subject = (name: string) => page.locator('.revised tbody tr').filter({ hasText: name });

  it('sets what was said then beside what is said now, with the leads that make the difference, and why', async () => {
    await open(`${question}&lang=en`);
    await page.getByRole('heading', { level: 2, name: /leads have changed since/ }).waitFor();
    const told = await toldOf(`/v1/kpis/lead-response-time/revisions?${question.split('?')[1]?.replace('&view=revisions', '')}`);
    expect(await page.getByRole('heading', { level: 2, name: `${told.changed.subjects} leads have changed since` }).count()).toBe(1);
    expect(await page.locator('.revised tbody tr').count()).toBe(told.subjects.length);
    await groups().filter({ hasText: 'ana R.' }).getByText('1m').waitFor();
    expect((await subject('ada L.').allInnerTexts()).map(words)).toEqual(['ada L. corrected first answer 1m first answer 1m']);
    expect((await subject('bob L.').allInnerTexts()).map(words)).toEqual(['bob L. heard of late first answer 4m first answer 2m']);
    await subject('cleo L.').getByText('taken back').waitFor();
    await subject('ada L.').getByRole('link').click();
    await page.waitForURL(/lead=ada/);
    await page.locator('.drill .tl').getByText('Touch corrected').waitFor();
    expect(floor.problems).toEqual([]);
  });

  it('says of a period that goes on that there is nothing to look back to yet', async () => {
    await open('/kpis/lead-response-time?window=today&lang=en');
    await page.getByRole('link', { name: 'Then and now' }).click();
    await page.getByText('This period has not ended yet.').waitFor();
    await floor.calm();
  });

  it('says of a lead that was merged away where it went, and leads there', async () => {
    await open('/team?lead=dora&lang=en');
    await page.locator('.drill').getByText('Merged into eve L.').waitFor();
    expect([await page.locator('.drill .verd').count(), await page.locator('.drill .way').count()]).toEqual([0, 0]);
    await page.locator('.drill').getByRole('link', { name: 'eve L.' }).click();
    await page.waitForURL(/lead=eve/);
    await page.locator('.drill .verd').waitFor();
    await open('/kpis/leads-created?lead=dora&lang=es');
    await page.locator('.drill').getByText('Fusionado con eve L.').waitFor();
    expect(await pageFaults(page)).toEqual([]);
    expect(floor.problems).toEqual([]);
  });

  it.each(['en', 'es', 'ru'])('in %s fits a wide screen and a telephone, light and dark, and axe has no objection', async (language) => {
    for (const [index, width] of [1440, 390].entries()) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme: index === 1 ? 'dark' : 'light' });
      await open(`${question}&lang=${language}`);
      await subject('bob L.').waitFor();
      await picture(`${language}-${width}`);
      expect([language, width, await pageFaults(page)]).toEqual([language, width, []]);
      await open(`/team?lead=dora&lang=${language}`);
      await page.locator('.drill .merged-note a').getByText('eve L.').waitFor();
      await picture(`${language}-${width}-merged`);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.emulateMedia({ colorScheme: 'light' });
    expect(floor.problems).toEqual([]);
  });
}

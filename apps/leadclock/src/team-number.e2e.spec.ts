import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { until } from '@leadclock/runtime/testing/until.js';
import { type Browser, chromium, type Page } from 'playwright-core';
import { keyOf, type ProgramProcess, startProcess } from './testing/program-process.js';
import { post, sample } from './testing/sample-events.js';
import { watch } from './testing/watched-page.js';
import { zoneOfNoon } from './testing/zone-of-noon.js';

const browserAt = process.env['BROWSER_WS'];

if (browserAt === undefined) {
  it.skip('SKIPPED: needs a browser (CHROME_PATH, Chromium, or npx playwright-core install chromium)', () => undefined);
} else {
  let browser: Browser;
  let page: Page;
  let program: ProgramProcess;
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'leadclock-team-'));
  const problems: string[] = [];
  const now = Date.now();
  const called = (id: string, lead: string, at: number, rep: string, touchpoint = `call-${id}`) =>
    sample(id, 'touchpoint.recorded', lead, at, { touchpoint, channel: 'call', direction: 'outbound', rep, outcome: 'connected' });

  beforeAll(async () => {
    program = await startProcess({ dataFolder });
    const key = await keyOf({ dataFolder });
    const accepted = await post(program.url, key, [
      sample('site', 'site.set', 'site', now - 9_000_000, { name: 'Floor', zone: zoneOfNoon(now), locale: 'en-GB', currency: 'EUR' }),
      sample('t1', 'team.set', 'floor', now - 9_000_000, { name: 'Floor' }),
      sample('r1', 'rep.set', 'ana', now - 9_000_000, { name: 'Ana', team: 'floor', active: true }),
      sample('r2', 'rep.set', 'luis', now - 9_000_000, { name: 'Luis', team: 'floor', active: true }),
      // answered in target, answered late, late and waiting, nobody's and in time
      sample('1', 'lead.created', 'ada', now - 900_000, { owner: 'ana', origin: 'website', contact: { name: 'Ada Lovelace' } }),
      called('2', 'ada', now - 840_000, 'ana'),
      sample('3', 'lead.created', 'bob', now - 890_000, { owner: 'luis', origin: 'referral', contact: { name: 'Bob Martin' } }),
      called('4', 'bob', now - 890_000 + 378_000, 'luis'),
      sample('5', 'lead.created', 'cy', now - 600_000, { owner: 'ana', origin: 'website', contact: { name: 'Cy Young' } }),
      sample('6', 'lead.created', 'dee', now - 60_000, { origin: 'website', contact: { name: 'Dee Dee' } }),
    ]);
    expect(accepted.status).toBe(202);
    browser = await chromium.connect(browserAt);
    page = await browser.newPage({ locale: 'en-US', viewport: { width: 1440, height: 1100 } });
    watch(page, problems);
  });
  afterAll(async () => {
    await browser?.close();
    await program?.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  });

  const tile = (title: string) => page.locator('.kpi').filter({ hasText: title });
  const value = async (question: string): Promise<number> => {
    const { groups } = await (await fetch(`${program.url}/v1/kpis/${question}`)).json();
    return groups[0].value;
  };

  it('the figures of the manager’s page are those of HTTP, whichever way they came, and open down to an event with its reason', async () => {
    await page.goto(`${program.url}/team?lang=en`);
    await tile('Waiting now').locator('.v b', { hasText: '2' }).waitFor({ timeout: 20_000 });
    await tile('Late now').locator('.v b', { hasText: '1' }).waitFor();
    const shown = async () => ({
      inTarget: await tile('Answered in target').locator('.v b').innerText(),
      median: await tile('Median first answer').locator('.v b').innerText(),
      funnel: (await page.locator('.step b').allInnerTexts()).join(),
      // words of an SVG have no innerText
      bins: (await page.locator('.chart text.count').allTextContents()).join(),
    });
    const settled = () =>
      until('every figure of the page', async () => {
        const figures = await shown();
        // what came in other partitions may be a moment behind
        const stand =
          Object.values(figures).every((figure) => /\d/.test(figure)) && figures.funnel.startsWith('4,2,2,') && figures.median === '3:39';
        return stand ? figures : null;
      });
    const live = await settled();
    expect(live.inTarget).toBe(`${Math.floor((await value('answered-in-target?window=today')) * 100)}%`);
    expect(await value('lead-response-time?window=today')).toBe(219);
    expect(live.median).toBe('3:39');
    expect(live.funnel).toMatch(/^4,2,2,/);

    await page.getByLabel('Hours', { exact: true }).selectOption('clock');
    await page.waitForURL(/hours=clock/);
    await tile('Median first answer').locator('.v b', { hasText: '3:39' }).waitFor();
    expect(await settled()).toEqual(live);

    await tile('Answered in target').locator('.v b').click();
    await page.locator('.lines').getByText('Cy Y.').waitFor();
    expect(await page.locator('.lines .who b').allInnerTexts()).toEqual(['Cy Y.', 'Bob M.']);
    await page.locator('.lines').getByText('Bob M.').click();
    await page.locator('.verd').getByText('6:18').waitFor();
    await page.locator('.tl .key').getByText('Target passed').waitFor();
    expect(await page.locator('.tl li', { hasText: 'Call by Luis' }).innerText()).toContain('The first answer: it stops the lead’s clock.');
    expect(problems).toEqual([]);
  });
}

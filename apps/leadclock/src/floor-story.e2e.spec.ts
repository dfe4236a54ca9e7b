import { until } from '@leadclock/runtime/testing/until.js';
import { type Browser, chromium, type Page } from 'playwright-core';
import { post, sample } from './testing/sample-events.js';
import { type StoryProgram, startStoryProgram } from './testing/story-program.js';
import { watch } from './testing/watched-page.js';
import { zoneOfNoon } from './testing/zone-of-noon.js';

const browserAt = process.env['BROWSER_WS'];

/** Pages whose consoles stay empty are part of the story. */
const problems: string[] = [];

async function open(browser: Browser, url: string, size: { width: number; height: number }): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-US', viewport: size });
  const page = await context.newPage();
  watch(page, problems, url);
  await page.goto(url);
  return page;
}

if (browserAt === undefined) {
  it.skip('SKIPPED: needs a browser (CHROME_PATH, Chromium, or npx playwright-core install chromium)', () => undefined);
} else {
  let browser: Browser;
  let program: StoryProgram;

  beforeAll(async () => {
    program = await startStoryProgram();
    browser = await chromium.connect(browserAt);
    const at = program.now() - 60_000;
    const rep = (id: string, name: string) => sample(`rep-${id}`, 'rep.set', id, at, { name, team: 'madrid', active: true });
    await post(program.url, program.key, [
      sample('site', 'site.set', 'site', at, { name: 'Sales floor · Madrid', zone: zoneOfNoon(), locale: 'en-GB', currency: 'EUR' }),
      sample('team', 'team.set', 'madrid', at, { name: 'Madrid' }),
      rep('ana', 'Ana'),
      rep('luis', 'Luis'),
    ]);
  });
  afterAll(async () => {
    await browser?.close();
    await program?.stop();
  });

  it('a lead arrives, nobody answers, at five minutes it is late everywhere, one of two claims wins, a call calms all down', async () => {
    const { url, key } = program;
    const wall = await open(browser, `${url}/wall`, { width: 1920, height: 1080 });
    const ana = await open(browser, `${url}/me?rep=ana&lang=en`, { width: 1440, height: 900 });
    const luis = await open(browser, `${url}/me?rep=luis&lang=en`, { width: 1440, height: 900 });
    const team = await open(browser, `${url}/team?lang=en`, { width: 1440, height: 1100 });
    await wall.getByText('Waiting for the first lead').waitFor();

    const lead = { origin: 'web_form', product: 'Roof solar', contact: { name: 'Ada Lovelace', phone: '+44 20 7946 0000' } };
    await post(url, key, [sample('l1', 'lead.created', 'ada', program.now(), lead)]);
    await wall.getByText('Ada L.').first().waitFor();
    const rows = [ana, luis].map((page) => page.locator('[id="row-ada"]'));
    for (const row of rows) await row.waitFor();
    const late = wall.locator('.tile', { hasText: 'Over 5 min' });
    expect(await late.innerText()).toContain('0');
    for (const page of [ana, luis]) expect(await page.locator('.toast').count()).toBe(0);

    const shown = [ana, luis].map((page) => page.waitForResponse((response) => response.url().endsWith('/shown')));
    program.forward(301_000);
    await late.getByText('1', { exact: true }).waitFor();
    for (const page of [ana, luis]) await page.locator('.toast').first().waitFor();
    await team.getByText('Ada L. is late').first().waitFor();

    for (const answer of shown) expect((await answer).status()).toBe(202);

    for (const row of rows) await row.click();
    await Promise.all([ana, luis].map((page) => page.locator('.acts .claim').click()));
    const [won, lost] = await until('a winner', async () => {
      if ((await ana.locator('.is-yours').count()) > 0) return [ana, luis] as const;
      return (await luis.locator('.is-yours').count()) > 0 ? ([luis, ana] as const) : null;
    });
    await lost.locator('.verdict', { hasText: won === ana ? 'Ana took this' : 'Luis took this' }).waitFor();

    await won.keyboard.press('l');
    await won.getByRole('dialog', { name: 'Log a call' }).waitFor();
    await won.keyboard.press('1');
    await won.keyboard.press('Control+Enter');
    await late.getByText('0', { exact: true }).waitFor();
    for (const page of [ana, luis]) await page.locator('.toast').first().waitFor({ state: 'detached' });
    await team.getByText('answered Ada L.').first().waitFor();

    const kinds = ['alert.raised', 'alert.shown', 'lead.claimed', 'touchpoint.recorded', 'alert.resolved'];
    await until('the whole story in its timeline', async () => {
      const timeline = await (await fetch(`${url}/v1/leads/ada/timeline`)).text();
      return kinds.every((kind) => timeline.includes(`"${kind}"`));
    });
    // the browser itself says it of the claim that was lost
    expect(problems.filter((problem) => !problem.includes('409'))).toEqual([]);
  });
}

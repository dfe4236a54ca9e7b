import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { until } from '@leadclock/runtime/testing/until.js';
import type { Page } from 'playwright-core';
import { pageFaults, tooWide } from './testing/page-faults.js';
import { post, sample } from './testing/sample-events.js';
import { type WatchedFloor, watchFloor } from './testing/watched-floor.js';
import { zoneOfNoon } from './testing/zone-of-noon.js';

const browserAt = process.env['BROWSER_WS'];

if (browserAt === undefined) {
  it.skip('SKIPPED: needs a browser (CHROME_PATH, Chromium, or npx playwright-core install chromium)', () => undefined);
} else {
  let floor: WatchedFloor;
  let page: Page;
  const pictures = path.resolve('.cache', 'clock-pictures');
  const now = Date.now();

  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    const early = now - 150 * 60_000;
    const came = (lead: string, minutes: number, origin = 'web_form') =>
      sample(lead, 'lead.created', lead, now - minutes * 60_000, {
        owner: 'ana',
        origin,
        contact: { name: `${lead} Lovelace` },
      });
    const call = { touchpoint: 'c', channel: 'call', direction: 'outbound', rep: 'ana', outcome: 'connected' };
    floor = await watchFloor(browserAt, [
      sample('site', 'site.set', 'site', early, { name: 'Floor', zone: zoneOfNoon(now), locale: 'en-GB', currency: 'EUR' }),
      ...['ana', 'luis'].map((rep) => sample(rep, 'rep.set', rep, early, { name: `${rep} R.`, team: 'floor', active: true })),
      came('ada', 2),
      came('bob', 30),
      came('cleo', 40),
      came('dora', 3),
      came('fay', 50, 'fair'),
      sample('fay-t', 'touchpoint.recorded', 'fay', now - 49 * 60_000, { ...call, outcome: 'no_answer' }),
      sample('fairs', 'policy.set', 'fairs', early, {
        order: 1,
        match: { origin: ['fair'] },
        targets: { answer_s: 300, contact_s: 86_400 },
        steps: [],
      }),
      sample('cleo-t', 'touchpoint.recorded', 'cleo', now - 39 * 60_000, call),
    ]);
    page = floor.page;
  });
  afterAll(() => floor?.stop());

  const open = (lead: string, on = page, language = 'en') => on.goto(`${floor.url}/team?lead=${lead}&lang=${language}`);
  const button = (name: string, on = page) => on.getByRole('button', { name, exact: true });
  const dialog = (on = page) => on.getByRole('dialog');
  const lead = async (id: string) => (await fetch(`${floor.url}/v1/leads/${id}`)).json();
  /** Waits for the lead, and opens what stops its clock. */
  const ask = async (name: string, on = page) => {
    await on.getByRole('button', { name }).click();
    await dialog(on).waitFor();
  };

  it('the clock of a lead is stopped from its panel by keys alone, and stands still on every page, with who did it and why', async () => {
    await open('ada');
    await button('Stop the clock…').focus();
    await page.keyboard.press('Enter');
    await dialog().getByLabel('Who says so').focus();
    await page.keyboard.type('luis');
    await page.keyboard.press('Tab');
    await page.keyboard.type('we wait');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await dialog().waitFor({ state: 'detached' });
    await page.locator('.pauses').getByText('we wait for something from the lead · luis R.').waitFor();
    await page.locator('.tl').getByText('we wait for something from the lead · luis R.').waitFor();
    await until('the focus is where it was', () =>
      button('Let the clock run…').evaluate((node) => node === node.ownerDocument.activeElement),
    );
    const { state, clocks } = await lead('ada');
    expect(clocks).toMatchObject({ paused: true, verdict: 'pending' });
    expect(state.paused_at).not.toBeNull();
    await page.goto(`${floor.url}/me?rep=ana&lang=en&lead=ada`);
    await page.locator('.paused-by').getByText('luis R.').waitFor();
    expect(floor.problems).toEqual([]);
  });

  it('and runs again once somebody says so: what passed meanwhile does not count', async () => {
    await open('ada');
    await ask('Let the clock run…');
    await button('Let it run').click();
    await dialog().waitFor({ state: 'detached' });
    await button('Stop the clock…').waitFor();
    const { clocks } = await lead('ada');
    expect(clocks.paused).toBe(false);
    expect(clocks.paused_s).toBeGreaterThan(0);
    expect(clocks.wall_s).toBeLessThan((Date.now() - (now - 2 * 60_000)) / 1_000 - clocks.paused_s + 1);
    await page.locator('.tl').getByText('Resumed', { exact: true }).waitFor();
    expect(floor.problems).toEqual([]);
  });

  it('of two who stop it the second is told that it stands still already', async () => {
    const other = await page.context().newPage();
    for (const tab of [page, other]) {
      await open('bob', tab);
      await ask('Stop the clock…', tab);
      await dialog(tab).getByLabel('Who says so').selectOption('luis');
    }
    await button('Stop it').click();
    await dialog().waitFor({ state: 'detached' });
    await button('Stop it', other).click();
    await dialog(other).getByText('The clock stands still already.').waitFor();
    await other.close();
    await floor.calm();
  });

  it('of a lead that is answered the target of contact stands still, and it is said since when', async () => {
    await open('fay');
    await ask('Stop the clock…');
    await button('Stop it').click();
    await dialog().waitFor({ state: 'detached' });
    await page
      .locator('.verd')
      .getByText(/^The clock stands still since \d\d:\d\d:\d\d/)
      .waitFor();
    await ask('Let the clock run…');
    await button('Let it run').click();
    await button('Stop the clock…').waitFor();
    expect((await lead('fay')).state.paused_at).toBeNull();
    expect(floor.problems).toEqual([]);
  });

  it('who stops one that was answered meanwhile is told so in the language of the page, and the focus stays in the panel', async () => {
    await open('dora', page, 'es');
    await ask('Parar el reloj…');
    const answer = { touchpoint: 'd', channel: 'call', direction: 'outbound', rep: 'luis', outcome: 'connected' };
    await post(floor.url, floor.key, [sample('dora-t', 'touchpoint.recorded', 'dora', Date.now(), answer)]);
    await until('the answer', async () => (await lead('dora')).state.status === 'answered');
    await button('Parar').click();
    await dialog().getByText('El lead ya está atendido.').waitFor();
    await button('Cancelar').click();
    await until('the focus in the panel', () => page.locator('.lead-parts').evaluate((node) => node.contains(document.activeElement)));
    await floor.calm();
  });

  it('of a lead whose clock has ended nothing is offered', async () => {
    await open('cleo');
    await page.locator('.tl').getByText('Lead arrived').waitFor();
    expect(await page.locator('.verd .as-link').count()).toBe(0);
  });

  it.each([
    ['en', 1440, 'light', 'Let the clock run…', 'Let it run', 'Stop the clock…'],
    ['es', 1440, 'dark', 'Reanudar el reloj…', 'Reanudar', 'Parar el reloj…'],
    ['ru', 390, 'light', 'Запустить часы…', 'Запустить', 'Остановить часы…'],
  ] as const)('in %s at %i px, %s, it fits and axe has no objection', async (language, width, scheme, begin, run, stop) => {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: scheme });
    const look = async (name: string) => {
      await page.screenshot({ path: path.join(pictures, `${name}-${language}.png`), animations: 'disabled' });
      expect([name, await pageFaults(page), await tooWide(page)]).toEqual([name, [], []]);
    };
    await open('bob', page, language);
    await page.getByRole('button', { name: begin }).waitFor();
    await look('stopped');
    await ask(begin);
    await look('run');
    await page.getByRole('button', { name: run, exact: true }).click();
    await dialog().waitFor({ state: 'detached' });
    await ask(stop);
    await look('stop');
    await dialog().locator('.btn-primary').click();
    await page.getByRole('button', { name: begin }).waitFor();
  });
}

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
  const pictures = path.resolve('.cache', 'disputes-pictures');
  const now = Date.now();
  const rows = '/kpis/lead-response-time?window=today&view=rows';

  /** A lead of ana's that came some minutes ago and was answered after a minute by somebody. */
  const story = (lead: string, minutesAgo: number, by: string) => {
    const at = now - minutesAgo * 60_000;
    const touch = { touchpoint: `call-${lead}`, channel: 'call', direction: 'outbound', rep: by, outcome: 'connected' };
    return [
      sample(`${lead}-c`, 'lead.created', lead, at, { owner: 'ana', origin: 'website', contact: { name: `${lead} Lovelace` } }),
      sample(`${lead}-t`, 'touchpoint.recorded', lead, at + 60_000, touch),
    ];
  };

  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    const early = now - 150 * 60_000;
    floor = await watchFloor(browserAt, [
      sample('site', 'site.set', 'site', early, { name: 'Floor', zone: zoneOfNoon(now), locale: 'en-GB', currency: 'EUR' }),
      ...['ana', 'luis'].map((rep) => sample(rep, 'rep.set', rep, early, { name: `${rep} R.`, team: 'floor', active: true })),
      ...story('ada', 40, 'luis'),
      ...story('bob', 30, 'luis'),
      ...story('cleo', 20, 'luis'),
      ...story('dora', 15, 'luis'),
      ...story('eve', 10, 'ana'),
    ]);
    ({ page } = floor);
  });
  afterAll(async () => {
    await floor?.stop();
  });

  const open = (where: string, on = page) => on.goto(`${floor.url}${where}`);
  const row = (name: string) => page.locator('.row-table tbody tr').filter({ hasText: name });
  const dialog = (on = page) => on.getByRole('dialog');
  const picture = (name: string) => page.screenshot({ path: path.join(pictures, `${name}.png`), animations: 'disabled' });

  /** Says of a lead's answer that it was the rep's own, from the row of the number. */
  async function disputeRow(name: string, rep: string): Promise<void> {
    await open(`${rows}&lang=en`);
    await row(name).getByRole('button', { name: 'Dispute' }).click();
    await dialog().getByLabel('Who says so').selectOption(rep);
    await dialog().getByRole('button', { name: 'Dispute it' }).click();
    await dialog().waitFor({ state: 'detached' });
    await row(name).getByText('disputed').waitFor();
  }

  it('is opened from the row of a number by keys alone, and stands there and on the lead from then on', async () => {
    await open(`${rows}&lang=en`);
    const button = row('ada L.').getByRole('button', { name: 'Dispute: ada L., first answer' });
    await button.focus();
    await page.keyboard.press('Enter');
    await dialog().getByLabel('The first answer was mine').and(page.locator(':checked')).waitFor();
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    await until('the focus is on the button again', () => button.evaluate((node) => node === document.activeElement));

    await page.keyboard.press('Enter');
    await dialog().getByLabel('Who says so').focus();
    await page.keyboard.type('ana');
    await dialog().getByLabel('Why').focus();
    await page.keyboard.type('logged');
    await page.keyboard.press('Tab');
    await page.keyboard.type('It was my own telephone');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await dialog().waitFor({ state: 'detached' });
    await row('ada L.').getByText('disputed').waitFor();
    await row('ada L.').getByRole('button', { name: 'Why: ada L.' }).click();
    await row('ada L.').getByText('The first answer was mine · logged under the wrong name').waitFor();
    await row('ada L.').getByText('It was my own telephone').waitFor();

    await row('ada L.').getByRole('link', { name: 'ada L.' }).click();
    const lead = page.locator('.drill');
    await lead.locator('.dispute').getByText('ana R.: The first answer was mine · logged under the wrong name').waitFor();
    await lead.locator('.dispute-note', { hasText: 'It was my own telephone' }).waitFor();
    await lead.locator('.tl').getByText('Disputed by ana R.').waitFor();
    expect(floor.problems).toEqual([]);
  });

  it('cannot be opened twice, nor decided by who opened it: the dialog says so', async () => {
    await open(`${rows}&lang=en`);
    await row('ada L.').getByRole('button', { name: 'Dispute' }).click();
    await dialog().getByRole('button', { name: 'Dispute it' }).click();
    await dialog().getByText('This dispute is open already: it waits for a decision.').waitFor();
    await page.keyboard.press('Escape');

    await open('/kpis/disputes?lang=en');
    await page.locator('.dispute').getByRole('button', { name: 'Accept' }).click();
    await dialog().getByLabel('Who decides').selectOption('ana');
    await dialog().getByRole('button', { name: 'Accept' }).click();
    await dialog().getByText('Who disputes cannot decide: somebody else has to.').waitFor();
    await floor.calm();
  });

  it('is accepted by a manager: the number is corrected, and the outcome stays on the row and the timeline', async () => {
    await open('/team?lang=en');
    await page.getByRole('link', { name: '1 open dispute' }).click();
    await page.getByRole('heading', { level: 1, name: 'Disputes' }).waitFor();
    await page.getByText('1 lead with an open dispute').waitFor();
    await page.locator('.dispute-note', { hasText: 'It was my own telephone' }).waitFor();
    await page.locator('.dispute').getByRole('button', { name: 'Accept' }).click();
    await dialog().getByLabel('Who decides').selectOption({ label: 'somebody else' });
    await dialog().getByLabel('Name', { exact: true }).fill('Marta');
    await dialog().getByLabel('Why').selectOption({ label: 'I heard or saw it' });
    // the event of a decision has room for a reason, and for no note
    expect(await dialog().locator('textarea').count()).toBe(0);
    await dialog().getByRole('button', { name: 'Accept' }).click();
    await dialog().waitFor({ state: 'detached' });
    await page.getByText('Nobody disputes anything.').waitFor();

    await open(`${rows}&lang=en`);
    await row('ada L.').getByText('dispute accepted').waitFor();
    await row('ada L.').getByText('ana R.').waitFor();
    await row('ada L.').getByRole('link', { name: 'ada L.' }).click();
    const lead = page.locator('.drill');
    await lead
      .locator('.dispute')
      .getByText(/by Marta, .* · I heard or saw it/)
      .waitFor();
    await lead.locator('.tl').getByText('Marta · I heard or saw it').waitFor();
    expect(floor.problems).toEqual([]);
  });

  it('says who was first where two decide at once', async () => {
    await disputeRow('bob L.', 'ana');
    await open('/kpis/disputes?lang=en');
    await page.locator('.dispute').getByRole('button', { name: 'Refuse' }).click();
    await dialog().getByLabel('Who decides').waitFor();
    const other = await page.context().newPage();
    await open('/kpis/disputes?lang=en', other);
    await other.locator('.dispute').getByRole('button', { name: 'Refuse' }).click();
    await dialog(other).getByLabel('Who decides').selectOption('luis');
    await dialog(other).getByRole('button', { name: 'Refuse' }).click();
    await dialog(other).waitFor({ state: 'detached' });
    await other.close();
    await dialog().getByRole('button', { name: 'Refuse' }).click();
    await dialog()
      .getByText(/It was decided already, by luis R. at \d\d:\d\d\./)
      .waitFor();
    await open(`${rows}&lang=en`);
    await row('bob L.').getByText('dispute refused').waitFor();
    await floor.calm();
  });

  it('is about one call of a timeline, and spam takes the lead out of the numbers', async () => {
    await open('/kpis/lead-response-time?window=today&view=rows&lead=cleo&lang=en');
    await page.locator('.tl').getByRole('button', { name: 'Dispute: Call by luis R.' }).click();
    await dialog().getByLabel('This touch was mine').and(page.locator(':checked')).waitFor();
    await dialog().getByLabel('It was spam, and no lead').check();
    await dialog().getByLabel('Who says so').selectOption('ana');
    await dialog().getByLabel('Why').selectOption({ label: 'sent by a machine' });
    await dialog().getByRole('button', { name: 'Dispute it' }).click();
    await dialog().waitFor({ state: 'detached' });
    await page.locator('.drill .dispute').getByRole('button', { name: 'Accept' }).click();
    await dialog().getByLabel('Who decides').selectOption('luis');
    await dialog().getByRole('button', { name: 'Accept' }).click();
    await dialog().waitFor({ state: 'detached' });
    await page.locator('.drill .tl').getByText('Dispute accepted').waitFor();
    await until('the spam is in no number', async () => {
      await open(`${rows}&lang=en`);
      await row('ada L.').waitFor();
      return (await row('cleo').count()) === 0;
    });
    expect(floor.problems).toEqual([]);
  });

  it('is opened by a rep on his own page, where he reads how it stands, and why', async () => {
    await open('/me?rep=ana&lang=en');
    const line = (name: string) => page.locator('.own li').filter({ hasText: name });
    await line('eve L.').getByText('in target').waitFor();
    await line('ada L.').getByText('dispute accepted').waitFor();
    await line('bob L.').getByText('dispute refused').waitFor();
    await line('dora L.').getByText('answered by luis R.').waitFor();
    await line('dora L.').getByRole('button', { name: 'Dispute: dora L.' }).click();
    await dialog().getByLabel('The first answer was mine').and(page.locator(':checked')).waitFor();
    expect(await dialog().getByLabel('Who says so').count()).toBe(0);
    // a note with letters that are keys of the page
    await dialog().getByLabel('In your own words, if you like').fill('I rang, luis typed: c l u');
    await dialog().getByRole('button', { name: 'Dispute it' }).click();
    await dialog().waitFor({ state: 'detached' });
    await line('dora L.').getByText('disputed', { exact: true }).waitFor();
    await line('dora L.').getByRole('button', { name: 'Why: dora L.' }).click();
    await line('dora L.').getByText('ana R.: The first answer was mine · from another telephone or mailbox').waitFor();
    await line('dora L.').getByText('I rang, luis typed: c l u').waitFor();

    await open('/kpis/disputes?lang=en');
    const disputed = page.locator('.disputed-lead').filter({ hasText: 'dora L.' });
    await disputed.getByText('I rang, luis typed: c l u').waitFor();
    await disputed.getByRole('button', { name: 'Accept' }).click();
    await dialog().getByLabel('Who decides').selectOption('luis');
    await dialog().getByRole('button', { name: 'Accept' }).click();
    await dialog().waitFor({ state: 'detached' });
    await open('/me?rep=ana&lang=en');
    await line('dora L.').getByText('dispute accepted').waitFor();
    await line('dora L.').getByText('in target').waitFor();
    expect(floor.problems).toEqual([]);
  });

  it.each(['en', 'es', 'ru'])('in %s fits a wide screen and a telephone, light and dark, and axe has no objection', async (language) => {
    if (language === 'en') await disputeRow('bob L.', 'ana');
    for (const [index, width] of [1440, 390].entries()) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme: index === 1 ? 'dark' : 'light' });
      await open(`${rows}&lang=${language}`);
      await row('bob L.').locator('[aria-expanded]').click();
      await row('bob L.').locator('.dispute').first().waitFor();
      await picture(`${language}-${width}-rows`);
      expect([language, width, 'rows', await pageFaults(page)]).toEqual([language, width, 'rows', []]);
      await row('bob L.').locator('.as-link').last().click();
      await dialog().locator('select').first().waitFor();
      await picture(`${language}-${width}-dialog`);
      expect([language, width, 'dialog', await pageFaults(page)]).toEqual([language, width, 'dialog', []]);
      await open(`/kpis/disputes?lang=${language}&lead=bob`);
      await page.locator('.drill .dispute .btn').first().waitFor();
      await picture(`${language}-${width}-lead`);
      expect([language, width, 'lead', await pageFaults(page)]).toEqual([language, width, 'lead', []]);
      await open(`/kpis/disputes?lang=${language}`);
      await page.locator('.dispute .btn').first().waitFor();
      await picture(`${language}-${width}-list`);
      expect([language, width, 'list', await pageFaults(page)]).toEqual([language, width, 'list', []]);
    }
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 1440, height: 900 });
    expect(floor.problems).toEqual([]);
  });
}

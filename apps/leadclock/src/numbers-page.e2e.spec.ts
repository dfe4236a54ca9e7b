import { readFileSync } from 'node:fs';
import path from 'node:path';
import { until } from '@leadclock/runtime/testing/until.js';
import type { Page } from 'playwright-core';
import { sample } from './testing/sample-events.js';
import { type WatchedFloor, watchFloor } from './testing/watched-floor.js';
import { zoneOfNoon } from './testing/zone-of-noon.js';

const browserAt = process.env['BROWSER_WS'];

if (browserAt === undefined) {
  it.skip('SKIPPED: needs a browser (CHROME_PATH, Chromium, or npx playwright-core install chromium)', () => undefined);
} else {
  let floor: WatchedFloor;
  let page: Page;
  const now = Date.now();
  const MINUTE = 60_000;

  /** A lead that came some minutes ago, answered after so many seconds by its owner; null: by nobody. */
  const story = (lead: string, minutesAgo: number, origin: string, owner: string, after: number | null) => {
    const at = now - minutesAgo * MINUTE;
    const touch = { touchpoint: 'call', channel: 'call', direction: 'outbound', rep: owner, outcome: 'connected' };
    return [
      sample(`${lead}-c`, 'lead.created', lead, at, { owner, origin, contact: { name: `${lead} Lovelace` } }),
      ...(after === null ? [] : [sample(`${lead}-t`, 'touchpoint.recorded', lead, at + after * 1_000, touch)]),
    ];
  };
  /** A deal of that March, won on one of its days: at eleven in Greenwich it is the same date wherever it is noon now. */
  const won = (lead: string, date: string, amount: number) => [
    sample(`${lead}-c`, 'lead.created', lead, '2024-03-01T11:00:00Z', { owner: 'ana' }),
    sample(`${lead}-o`, 'deal.opened', lead, '2024-03-01T11:30:00Z', { deal: 'd1', stage: 'new' }),
    sample(`${lead}-w`, 'deal.won', lead, `${date}T11:00:00Z`, { deal: 'd1', rep: 'ana', amount: { amount, currency: 'EUR' } }),
  ];
  const many = (name: string, count: number, origin: string, owner: string, after: number) =>
    Array.from({ length: count }, (_, index) => story(`${name}${index}`, 20, origin, owner, after)).flat();

  beforeAll(async () => {
    const early = now - 150 * MINUTE;
    floor = await watchFloor(browserAt, [
      sample('site', 'site.set', 'site', early, { name: 'Floor', zone: zoneOfNoon(now), locale: 'en-GB', currency: 'EUR' }),
      ...['ana', 'luis', 'mark', 'zoe'].map((rep) =>
        sample(rep, 'rep.set', rep, early, { name: `${rep} R.`, team: 'floor', active: true }),
      ),
      ...many('a', 11, 'website', 'ana', 60),
      ...many('l', 10, 'referral', 'luis', 60),
      ...many('m', 3, 'website', 'mark', 30),
      ...story('late', 25, 'website', 'ana', 378),
      sample('goal', 'target.set', 'goal', '2024-02-20T11:00:00Z', {
        kpi: 'won-revenue',
        period: { from: '2024-03-01', to: '2024-03-31' },
        value: 4_000,
      }),
      ...won('w1', '2024-03-05', 1_000),
      ...won('w2', '2024-03-19', 1_000),
      ...story('open', 15, 'referral', 'luis', null),
    ]);
    page = floor.page;
  });
  afterAll(() => floor?.stop());
  beforeEach(() => floor.calm());

  const open = (where: string) => floor.open(where);
  const faults = () => floor.faults();
  const line = (title: string) => page.locator('.kpi-line').filter({ hasText: title });
  const groups = () => page.locator('.group-table tbody tr');

  it('lists every KPI that the server knows, with its number of now, in few requests', async () => {
    const asked: string[] = [];
    const listen = (request: { url(): string }): void => void asked.push(request.url());
    page.on('request', listen);
    await open('/kpis?lang=en');
    await line('Waiting now').locator('.kpi-now b', { hasText: '1' }).waitFor();
    await line('Response time').locator('.kpi-now b', { hasText: '1m' }).waitFor();
    page.off('request', listen);
    const { kpis } = await (await fetch(`${floor.url}/v1/kpis`)).json();
    expect(await page.locator('.kpi-line').count()).toBe(kpis.length);
    expect(asked.filter((url) => url.includes('/v1/kpis/')).length).toBeLessThanOrEqual(Math.ceil(kpis.length / 8));
    expect(await faults()).toEqual([]);
  });

  it('is searched and walked through by keys alone', async () => {
    await open('/kpis?lang=en');
    await line('Win ratio').first().waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('RESPONSE time');
    await page.locator('.kpi-line').nth(1).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Response time' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/kpis/lead-response-time');
  });

  it.each([
    ['en', 'Numbers', 'Response time', 'Rows behind it'],
    ['es', 'Cifras', 'Tiempo de respuesta', 'Filas detrás'],
    ['ru', 'Показатели', 'Время ответа', 'Строки за ним'],
  ])(
    'in %s fits three widths, light and dark, and axe has no objection: catalogue, answer, rows',
    async (language, numbers, title, rows) => {
      for (const [index, width] of [1440, 1024, 390].entries()) {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme: index === 1 ? 'dark' : 'light' });
        await open(`/kpis?lang=${language}`);
        await page.getByRole('heading', { level: 1, name: numbers }).waitFor();
        await line(title).locator('.kpi-now b', { hasText: '1' }).waitFor();
        expect([language, width, 'catalogue', await faults()]).toEqual([language, width, 'catalogue', []]);
        await open(`/kpis/lead-response-time?window=today&by=rep&lang=${language}`);
        await groups().first().waitFor();
        await page.locator('.trend .line').waitFor({ state: 'attached' });
        expect([language, width, 'answer', await faults()]).toEqual([language, width, 'answer', []]);
        await page.getByRole('link', { name: rows }).click();
        await page.locator('.row-table tbody a').first().waitFor();
        expect([language, width, 'rows', await faults()]).toEqual([language, width, 'rows', []]);
      }
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.emulateMedia({ colorScheme: 'light' });
    },
  );

  it('asks by two dimensions, and leads from a group to its rows and from a row to its lead, all in the address', async () => {
    await open('/kpis/answered-in-target?window=today&lang=en');
    await page.getByLabel('Group by', { exact: true }).selectOption('rep');
    await page.getByLabel('and by', { exact: true }).selectOption('origin');
    await page.waitForURL(/by=rep%2Corigin/);
    // the groups of the question before stand until the answer is there
    await groups().filter({ hasText: 'Referral' }).first().waitFor();
    const cells = (await groups().allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());
    // eleven of twelve before ten of eleven; three of three are too few to be ranked, and come last
    expect(cells).toEqual([
      '1 ana R. Website 91.7% 64.6% – 98.5% 11 1 12',
      '2 luis R. Referral 90.9% 62.3% – 98.4% 10 1 11',
      'fewer than ten: not ranked mark R. Website 100% 43.9% – 100% 3 0 3',
    ]);

    await groups().filter({ hasText: 'ana R.' }).getByRole('link').click();
    await page.waitForURL(/view=rows&in=rep%3Aana&in=origin%3Awebsite/);
    await page.locator('.row-table tbody tr').nth(11).waitFor();
    expect(await page.locator('.row-table tbody tr').count()).toBe(12);
    const missed = page.locator('.row-table tbody tr').filter({ hasText: 'target missed' });
    await missed.getByRole('link', { name: 'late L.' }).click();
    await page.waitForURL(/lead=late/);
    await page.locator('.drill .verd').getByText('6:18').waitFor();
    await page.locator('.drill .tl .key').getByText('Target passed').waitFor();
    expect(await faults()).toEqual([]);

    await page.goBack();
    await page.locator('.drill').waitFor({ state: 'detached' });
    await page.goBack();
    await groups().first().waitFor();
  });

  it('offers as filters what the answer has, and sorts by a column', async () => {
    await open('/kpis/lead-response-time?window=today&by=rep&lang=en');
    await page.getByRole('button', { name: 'Source all' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Referral' }).click();
    await page.waitForURL(/origin=referral/);
    await page.keyboard.press('Escape');
    await page.locator('.figure-line', { hasText: 'n = 10' }).waitFor();
    await page.getByRole('button', { name: 'Source Referral' }).waitFor();
    await page.getByRole('columnheader', { name: 'Rep' }).getByRole('button').click();
    await page.waitForURL(/sort=rep/);
    await groups().first().filter({ hasText: 'ana R.' }).waitFor();
  });

  it.each([
    ['en', ['25%', '✓ reached on 5 Mar', '✓ reached on 19 Mar, late: due 16 Mar', '▼ behind since 24 Mar', 'due 31 Mar']],
    [
      'es',
      [
        '25',
        '✓ alcanzado el 5 mar',
        '✓ alcanzado el 19 mar, con retraso: previsto para el 16 mar',
        '▼ con retraso desde el 24 mar',
        'previsto para el 31 mar',
      ],
    ],
    ['ru', ['25', '✓ достигнуто 5 мар', '✓ достигнуто 19 мар', '▼ отставание с 24 мар', 'срок 31 мар']],
  ])('says in %s when each quarter of a target was reached, and nothing where there is no target', async (language, words) => {
    await open(`/kpis/target-attainment?from=2024-03-01&to=2024-04-01&as_of=2024-03-26T11:00:00Z&lang=${language}`);
    const lines = page.locator('.milestones tbody tr');
    for (const [index, text] of words.slice(1).entries()) await lines.nth(index).filter({ hasText: text }).waitFor();
    // of a single day there is no target: it is held against its share of the month's
    await page.locator('.trend .chart .line').waitFor();
    expect([language, await faults()]).toEqual([language, []]);
    await page.setViewportSize({ width: 390, height: 900 });
    // the chart is drawn anew for the width that it has got
    await until('nothing to be wrong on a telephone', async () => (await floor.plainFaults()).length === 0);

    const told = page.waitForResponse(/\/milestones\?.*2024-04-01.*2024-05-01/);
    await open(`/kpis/target-attainment?from=2024-04-01&to=2024-05-01&lang=${language}`);
    expect(await (await told).json()).toMatchObject({ groups: [] });
    await page.locator('.trend .empty').waitFor();
    await lines.first().waitFor({ state: 'detached' });
  });

  it('gives all rows as a file', async () => {
    await open('/kpis/lead-response-time?window=today&view=rows&lang=en');
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'CSV, all rows' }).click()]);
    expect(file.suggestedFilename()).toBe('lead-response-time.csv');
    const saved = path.join(floor.dataFolder, 'rows.csv');
    await file.saveAs(saved);
    const lines = readFileSync(saved, 'utf8').trim().split('\r\n');
    expect([lines[0]?.includes('subject'), lines.length]).toEqual([true, 27]);
  });

  it('says at the field what cannot be asked, in words, and the way out of it', async () => {
    await open('/kpis/lead-response-time?window=noon&by=rep&lang=en');
    const problem = page.locator('.field-problem');
    await problem.getByText('“noon” is not possible for “Period”.').waitFor();
    expect(await page.getByLabel('Period', { exact: true }).getAttribute('aria-invalid')).toBe('true');
    await page.getByRole('button', { name: 'Leave it out' }).click();
    await groups().first().waitFor();
    expect(new URL(page.url()).search).toBe('?by=rep&lang=en');

    await open('/kpis/lead-response-time?by=rep,colour&lang=es');
    await problem.getByText('«rep, colour» no es posible en «Agrupar por».').waitFor();
    await open('/kpis/lead-response-time?from=2026-11-25&to=2026-11-24&lang=ru');
    await problem.getByText('Период заканчивается раньше, чем начинается.').waitFor();
    await open('/kpis/lead-response-speed?lang=en');
    await page.getByText('There is no number called “lead-response-speed”.').waitFor();
    await page.getByRole('link', { name: 'Response time' }).click();
    await page.getByRole('heading', { level: 1, name: 'Response time' }).waitFor();
  });

  it('is reached from the bar of the other pages, and leads back to them', async () => {
    await open('/team?lang=en');
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Numbers' }).click();
    await page.getByRole('heading', { level: 1, name: 'Numbers' }).waitFor();
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByRole('button', { name: 'Pages: Numbers' }).click();
    await page.getByRole('menuitemradio', { name: 'My leads' }).click();
    await page.waitForURL(/\/me/);
  });
}

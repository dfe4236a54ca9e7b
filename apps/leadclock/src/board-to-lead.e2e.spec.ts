import type { Locator, Page, WebSocketRoute } from 'playwright-core';
import { post, sample } from './testing/sample-events.js';
import { type WatchedFloor, watchFloor } from './testing/watched-floor.js';
import { floorTime, wholeFloor } from './testing/whole-floor.js';

const browserAt = process.env['BROWSER_WS'];

if (browserAt === undefined) {
  it.skip('SKIPPED: needs a browser (CHROME_PATH, Chromium, or npx playwright-core install chromium)', () => undefined);
} else {
  const time = floorTime(Date.now());
  const between = new URLSearchParams(time.period).toString();
  let floor: WatchedFloor;
  let page: Page;

  beforeAll(async () => {
    floor = await watchFloor(browserAt, wholeFloor(time));
    page = floor.page;
    const tiles = [
      { id: 'a', kpi: 'waiting-now', form: 'number' },
      { id: 'b', kpi: 'answered-in-target', form: 'table', params: { ...time.period, by: 'rep' } },
      { id: 'c', kpi: 'won-revenue', form: 'leaderboard', params: { ...time.period, by: 'rep' } },
      { id: 'd', kpi: 'lead-response-time', form: 'trend', params: time.period, bucket: 'week' },
    ];
    await floor.keepBoard('floor', 0, { name: 'Floor', tiles });
  });
  afterAll(() => floor?.stop());
  beforeEach(() => floor.calm());

  const waiting = (count: number): Locator =>
    page
      .locator('.tile')
      .first()
      .locator('.figure-line b', { hasText: String(count) });
  /** One more lead that nobody has answered. */
  const arrives = (lead: string) => {
    const event = sample(lead, 'lead.created', lead, Date.now(), { channel: 'web', contact: { name: 'Nina Byron' } });
    return post(floor.url, floor.key, [event]);
  };
  const isFocused = (target: Locator): Promise<boolean> => target.evaluate((node) => node === node.ownerDocument.activeElement);
  /** Presses Tab until the focus is there. */
  async function tabTo(target: Locator): Promise<void> {
    await target.waitFor();
    for (let pressed = 0; pressed < 100 && !(await isFocused(target)); pressed++) await page.keyboard.press('Tab');
    expect(await isFocused(target)).toBe(true);
  }

  it('by keys alone one comes from a board to a number, its rows, a lead, and back', async () => {
    await floor.open('/boards/floor?lang=en');
    await waiting(4).waitFor();
    await tabTo(page.getByRole('link', { name: 'Won revenue', exact: true }));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Won revenue' }).waitFor();
    await tabTo(page.getByRole('link', { name: 'Rows behind it' }));
    await page.keyboard.press('Enter');
    await tabTo(page.locator('.row-table tbody th a').first());
    await page.keyboard.press('Enter');
    await page.locator('.drill:focus .tl li').first().waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.drill').waitFor({ state: 'detached' });
    await page.locator('.row-table tbody th a').first().waitFor();
    expect(await floor.plainFaults()).toEqual([]);
  });

  it('who left a board and comes back finds what happened meanwhile, and sees what happens then', async () => {
    await floor.open('/boards/floor?lang=en');
    await waiting(4).waitFor();
    await page.getByRole('link', { name: 'Waiting now', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Waiting now' }).waitFor();
    await arrives('meanwhile');
    await page.goBack();
    await waiting(5).waitFor();
    await arrives('then');
    await waiting(6).waitFor();
    expect(await floor.plainFaults()).toEqual([]);
  });

  it('a board whose line is cut says that it stands still, and goes on by itself when the line is back', async () => {
    const open = new Set<WebSocketRoute>();
    let isCut = false;
    await page.routeWebSocket(/socket\.io/, async (socket) => {
      if (isCut) return socket.close();
      socket.connectToServer();
      open.add(socket);
    });
    await floor.open('/boards/floor?lang=en');
    await waiting(6).waitFor();
    await page.locator('.numbers[data-freshness=live]').waitFor();
    isCut = true;
    await Promise.all([...open].map((socket) => socket.close()));
    await page.getByText('Numbers stand still.').waitFor();
    await page.locator('.numbers.is-stale .tile').first().waitFor();
    expect(await floor.faults()).toEqual([]);
    await arrives('unheard');
    isCut = false;
    await waiting(7).waitFor();
    await page.locator('.numbers[data-freshness=live]').waitFor();
    await page.getByText('Numbers stand still.').waitFor({ state: 'detached' });
  });

  it.each([
    ['en', 1440, 'light'],
    ['es', 820, 'dark'],
    ['ru', 390, 'light'],
    ['ru', 390, 'dark'],
  ] as const)(
    'in %s at %s px, %s, axe has no objection: catalogue, board, a ratio, a percentile, money, their rows and a lead',
    async (language, width, colorScheme) => {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      const faults: string[] = [];
      const look = async (where: string, there: string): Promise<void> => {
        await floor.open(`${where}${where.includes('?') ? '&' : '?'}lang=${language}`);
        await page.locator(there).first().waitFor();
        faults.push(...(await floor.faults()).map((fault) => `${where}: ${fault}`));
      };
      await look('/kpis', '.kpi-now b');
      await look('/boards/floor', '.tile-chart .dot');
      for (const kpi of ['answered-in-target', 'lead-response-time', 'won-revenue']) {
        await look(`/kpis/${kpi}?${between}&by=rep`, '.group-table tbody tr');
        await look(`/kpis/${kpi}?${between}&by=rep&view=rows`, '.row-table tbody th a');
      }
      await look(`/kpis/won-revenue?${between}&view=rows&lead=lead-02`, '.drill .tl li');
      expect(faults).toEqual([]);
    },
    120_000,
  );
}

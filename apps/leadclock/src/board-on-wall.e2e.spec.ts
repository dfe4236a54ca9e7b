import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
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
  let key: string;
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'leadclock-board-wall-'));
  const problems: string[] = [];
  const frames: string[] = [];
  const now = Date.now();

  const arrival = (lead: string, owner: string, name: string) =>
    sample(lead, 'lead.created', lead, now - 60_000, { owner, origin: 'website', contact: { name, phone: '+34600111222' } });

  beforeAll(async () => {
    program = await startProcess({ dataFolder });
    key = await keyOf({ dataFolder });
    await post(program.url, key, [
      sample('site', 'site.set', 'site', now - 7_200_000, { name: 'Floor', zone: zoneOfNoon(now), locale: 'en-GB', currency: 'EUR' }),
      ...['ana', 'luis'].map((rep) => sample(rep, 'rep.set', rep, now - 7_200_000, { name: `${rep} R.`, team: 'floor', active: true })),
      arrival('a1', 'ana', 'Ada Lovelace'),
      arrival('a2', 'ana', 'Grace Hopper'),
      arrival('l1', 'luis', 'Emmy Noether'),
    ]);
    await keep('PUT', 0, {
      name: 'Morning floor',
      tiles: [
        { id: 'leads', kpi: 'leads-created', form: 'number', params: { window: 'today' } },
        { id: 'oldest', kpi: 'oldest-waiting', form: 'number' },
        { id: 'most', kpi: 'leads-created', form: 'leaderboard', params: { window: 'today', by: 'rep' } },
      ],
    });
    browser = await chromium.connect(browserAt);
    page = await browser.newPage({ locale: 'en-US', viewport: { width: 1920, height: 1080 } });
    watch(page, problems);
    page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => frames.push(payload.toString())));
  });
  afterAll(async () => {
    await browser?.close();
    await program?.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  });

  async function keep(method: 'PUT' | 'DELETE', seen: number, body: unknown): Promise<void> {
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json', 'if-match': String(seen) };
    const reply = await fetch(`${program.url}/v1/boards/morning`, {
      method,
      headers,
      body: method === 'PUT' ? JSON.stringify(body) : null,
    });
    expect(reply.status).toBe(200);
  }
  const figure = (text: string) => page.locator('.board-figure').getByText(text, { exact: true }).waitFor();

  it('a board goes to the wall by one press, and moves there with every event', async () => {
    await page.goto(`${program.url}/boards/morning?lang=en`);
    await page.getByRole('link', { name: 'Show on a wall' }).click();
    await page.locator('[data-scene="board:morning"]').waitFor();
    await figure('3');
    await page.locator('.line', { hasText: 'ana R.' }).locator('b', { hasText: '2' }).waitFor();
    await post(program.url, key, [arrival('l2', 'luis', 'Mary Somerville')]);
    await figure('4');
    // both have two leads now: they share the first place
    await page.locator('.line', { hasText: 'luis R.' }).getByText('1=').waitFor();
    expect(await page.locator('.figures .tile').count()).toBe(3);
  });

  it('nothing that a wall hears has a whole name or a number to call', () => {
    const heard = frames.join('\n');
    expect(heard).toContain('scene:morning');
    expect(heard).not.toMatch(/Lovelace|Hopper|Noether|Somerville|600111222/);
  });

  it('a tile more, and then the end of the board, are seen on the wall without a reload', async () => {
    await keep('PUT', 1, { name: 'Evening floor', tiles: [{ id: 'wait', kpi: 'waiting-now', form: 'number' }] });
    await page.locator('.foot').getByText('Evening floor').waitFor();
    await figure('4');
    await keep('DELETE', 2, null);
    await page.getByText('There is no board at this address (any more)').waitFor();
    await page.keyboard.press('ArrowRight');
    await page.locator('[data-scene="now"]').waitFor();
    expect(problems).toEqual([]);
  });
}

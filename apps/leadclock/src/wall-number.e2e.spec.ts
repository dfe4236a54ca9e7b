import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { keyOf, type ProgramProcess, startProcess } from './testing/program-process.js';
import { post, sample } from './testing/sample-events.js';
import { watch } from './testing/watched-page.js';

const browserAt = process.env['BROWSER_WS'];

if (browserAt === undefined) {
  it.skip('SKIPPED: needs a browser (CHROME_PATH, Chromium, or npx playwright-core install chromium)', () => undefined);
} else {
  let browser: Browser;
  let page: Page;
  let program: ProgramProcess;
  let key: string;
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'leadclock-wall-'));
  const problems: string[] = [];

  beforeAll(async () => {
    program = await startProcess({ dataFolder });
    key = await keyOf({ dataFolder });
    browser = await chromium.connect(browserAt);
    page = await browser.newPage({ locale: 'en-US', viewport: { width: 1920, height: 1080 } });
    watch(page, problems);
  });
  afterAll(async () => {
    await browser?.close();
    await program?.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  });

  it('a lead that was posted stands on the wall at once, and a number moves by the clock alone', async () => {
    await page.goto(`${program.url}/wall`);
    await page.getByText('Waiting for the first lead').waitFor();

    const now = Date.now();
    const started = performance.now();
    // twenty seconds before its deadline: it becomes late on the wall without another event
    await post(program.url, key, [sample('1', 'lead.created', 'ada', now - 280_000, { contact: { name: 'Ada Lovelace' } })]);
    await page.getByText('Ada L.').first().waitFor();
    // within a second is for the bench to show, on a machine that does nothing else
    expect(performance.now() - started).toBeLessThan(20_000);
    const late = page.locator('.tile', { hasText: 'Over 5 min' });
    expect(await late.innerText()).toContain('0');
    await late.getByText('1', { exact: true }).waitFor();
    expect(Date.now() - now).toBeGreaterThanOrEqual(20_000);

    await post(program.url, key, [
      sample('2', 'touchpoint.recorded', 'ada', Date.now(), {
        touchpoint: 't',
        channel: 'call',
        direction: 'outbound',
        rep: 'luis',
        outcome: 'connected',
      }),
    ]);
    await late.getByText('0', { exact: true }).waitFor();
    expect(problems).toEqual([]);
  });
}

import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { WallState } from '@leadclock/live-protocol/protocol.js';
import { type Browser, chromium, type Page } from 'playwright-core';
import { overflows } from './overflow.js';
import { connectedEmptyWall, emptyWall, fullWall, liveWall, nobodyWaits, PICTURE_TIME, sites, twelveHours } from './scenario.js';
import { type Stand, startStand } from './stand.js';

const built = path.resolve('.cache', 'wall-e2e');
const pictures = path.resolve('.cache', 'wall-pictures');
const languages = ['en', 'es', 'ru'] as const;
const sizes = [
  { width: 1920, height: 1080 },
  { width: 1280, height: 720 },
];

let browser: Browser;
let stand: Stand;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  const vite = path.resolve('node_modules', 'vite', 'bin', 'vite.js');
  execFileSync(process.execPath, [vite, 'build', '-c', 'apps/web/vite.config.mts', '--outDir', built, '--logLevel', 'warn']);
  const at = process.env['BROWSER_WS'];
  if (at === undefined) throw new Error('BROWSER_WS is not set: the run of jest starts the browser');
  browser = await chromium.connect(at);
});
afterAll(async () => {
  await browser.close();
});
afterEach(async () => {
  await page.context().close();
  await stand.close();
});

/** Opens the wall on a stand; the device's clock is ten minutes wrong on purpose. */
async function open(state: WallState, query = '', size = sizes[0]): Promise<void> {
  stand = await startStand(built, state, PICTURE_TIME);
  const context = await browser.newContext({ locale: 'en-US', ...(size === undefined ? {} : { viewport: size }) });
  page = await context.newPage();
  complaints.length = 0;
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('WebSocket')) complaints.push(message.text());
  });
  await page.clock.install({ time: PICTURE_TIME + 600_000 });
  await page.goto(`${stand.url}/wall${query}`);
  await page.locator('[data-freshness="live"]').waitFor();
  await page.evaluate(() => document.fonts.ready);
}

const step = (name: string) => page.locator(name === 'gone' ? '.gone' : `[data-freshness="${name}"]`).waitFor();
const picture = (name: string) => page.screenshot({ path: path.join(pictures, `${name}.png`) });
const text = (selector: string) => page.locator(selector).innerText();

/** No text cut or outside of its panel, nothing that axe objects to, no error in the console; a picture to look at. */
async function looksRight(name: string): Promise<void> {
  await picture(name);
  expect(await overflows(page, name.startsWith('full'))).toEqual([]);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
  expect(complaints).toEqual([]);
}

describe.each(sizes)('the wall at $width x $height', (size) => {
  describe.each(languages)('in %s', (language) => {
    const site = sites[language];
    const named = (state: string) => `${state}-${language}-${size.width}`;

    it.each([
      ['live', liveWall(site)],
      ['nobody', nobodyWaits(site)],
      ['empty', emptyWall(site)],
      ['empty-connected', connectedEmptyWall(site)],
      ['full', fullWall(site)],
      ['twelve', liveWall(twelveHours(site, language))],
    ])('fits and is accessible: %s', async (name, state) => {
      await open(state, `?lang=${language}`, size);
      await looksRight(named(name));
    });

    it('says step by step that it is not live', async () => {
      await open(liveWall(site), `?lang=${language}`, size);
      stand.mute();
      await page.clock.fastForward(7_500);
      await step('reconnecting');
      await looksRight(named('reconnecting'));
      await page.clock.fastForward(5_000);
      await step('stale');
      await looksRight(named('stale'));
      await page.clock.fastForward(50_000);
      await step('unknown');
      await looksRight(named('unknown'));
      await page.clock.fastForward(250_000);
      await step('gone');
      await looksRight(named('gone'));
    });
  });
});

describe('the wall', () => {
  it('looks the same with nothing known yet, in grey panels', async () => {
    await open(liveWall(sites.en));
    stand.mute();
    await page.reload();
    await page.locator('[aria-busy]').waitFor();
    await looksRight('loading-en-1920');
  });
});

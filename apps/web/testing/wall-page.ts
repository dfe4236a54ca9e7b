import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { WallState } from '@leadclock/live-protocol/protocol.js';
import type { SceneState } from '@leadclock/live-protocol/scene-state.js';
import type { Browser, Page } from 'playwright-core';
import { builtPages, sharedBrowser } from './built-pages.js';
import { objections } from './objections.js';
import { overflows } from './overflow.js';
import { PICTURE_TIME } from './scenario.js';
import { type Stand, startStand } from './stand.js';

export interface Size {
  readonly width: number;
  readonly height: number;
}
export const sizes: readonly [Size, Size] = [
  { width: 1920, height: 1080 },
  { width: 1280, height: 720 },
];

/** The wall in a real browser, on a stand of its own. */
export class WallPage {
  private readonly pictures = path.resolve('.cache', 'wall-pictures');
  private readonly complaints: string[] = [];
  private browser: Browser | undefined;
  private opened: { page: Page; stand: Stand } | undefined;

  /** Where the built pages lie. */
  get folder(): string {
    return builtPages();
  }

  get page(): Page {
    if (this.opened === undefined) throw new Error('the wall is not open');
    return this.opened.page;
  }

  get stand(): Stand {
    if (this.opened === undefined) throw new Error('the wall is not open');
    return this.opened.stand;
  }

  /** Builds the wall as it is shipped, and finds the browser that the run of jest has started. */
  async prepare(): Promise<void> {
    mkdirSync(this.pictures, { recursive: true });
    this.browser = await sharedBrowser();
    builtPages();
  }

  /** Opens the wall; the device's clock is ten minutes wrong on purpose. */
  async open(state: WallState, query = '', size: Size = sizes[0], boards: Readonly<Record<string, SceneState>> = {}): Promise<void> {
    await this.close();
    const stand = await startStand(this.folder, state, PICTURE_TIME, boards);
    const page = await this.newScreen(size, 600_000);
    this.opened = { page, stand };
    this.complaints.length = 0;
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type()) && !/WebSocket|status of 503/.test(message.text()))
        this.complaints.push(message.text());
    });
    await page.goto(`${stand.url}/wall${query}`);
    await this.step('live');
    await page.evaluate(() => document.fonts.ready);
  }

  /** A screen whose clock is so many ms wrong; time goes on by itself there, and can be moved. */
  async newScreen(viewport: Size, wrongBy: number): Promise<Page> {
    if (this.browser === undefined) throw new Error('the wall is not prepared');
    const page = await (await this.browser.newContext({ locale: 'en-US', viewport })).newPage();
    await page.clock.install({ time: PICTURE_TIME + wrongBy });
    await page.addInitScript(countNotes);
    return page;
  }

  step(name: string): Promise<void> {
    return this.page.locator(name === 'gone' ? '.gone' : `[data-freshness="${name}"]`).waitFor();
  }

  /** Seconds go by on the screen and on the server, whose heartbeats come meanwhile. */
  async pass(seconds: number): Promise<void> {
    for (let second = 0; second < seconds; second += 1) {
      this.stand.advance(1_000);
      this.stand.heartbeat();
      await this.stand.heard();
      await this.page.clock.runFor(1_000);
    }
  }

  text(selector: string): Promise<string> {
    return this.page.locator(selector).innerText();
  }

  /** Waits until the first tile shows this count. */
  late(count: string): Promise<void> {
    return this.page.locator('.tile').first().locator('.figure', { hasText: count }).waitFor();
  }

  async picture(name: string): Promise<void> {
    await this.page.screenshot({ path: path.join(this.pictures, `${name}.png`) });
  }

  /** What is wrong with the screen: text that is cut or leaves its panel, what axe objects to, errors in the console. Leaves a picture. */
  async faults(name: string, namesMayBeCut = false): Promise<string[]> {
    await this.picture(name);
    const cut = await overflows(this.page, namesMayBeCut);
    return [...cut, ...(await objections(this.page)), ...this.complaints];
  }

  /** Watches what the screen says of its connection; the answer is every step but "live" that it went through. */
  async said(): Promise<() => Promise<unknown>> {
    const { page } = this;
    await page.evaluate(() => {
      const stage = document.querySelector('.stage');
      const steps: string[] = [];
      Object.assign(window, { steps });
      const note = () => steps.push(stage?.getAttribute('data-freshness') ?? 'none');
      if (stage !== null) new MutationObserver(note).observe(stage, { attributes: true });
    });
    return () => page.evaluate((): unknown => Reflect.get(window, 'steps'));
  }

  async close(): Promise<void> {
    await this.opened?.page.context().close();
    await this.opened?.stand.close();
    this.opened = undefined;
  }

  async end(): Promise<void> {
    await this.browser?.close();
  }
}

/** In the page: counts the notes that are played. */
function countNotes(): void {
  Object.assign(window, { notes: 0 });
  const { start } = OscillatorNode.prototype;
  OscillatorNode.prototype.start = function (when) {
    Object.assign(window, { notes: Number(Reflect.get(window, 'notes')) + 1 });
    start.call(this, when);
  };
}

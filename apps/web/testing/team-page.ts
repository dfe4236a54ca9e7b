import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { TeamState } from '@leadclock/live-protocol/team-state.js';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { builtPages, sharedBrowser } from './built-pages.js';
import { consoleOverflows } from './console-overflow.js';
import { type ConsoleStand, startConsoleStand } from './console-stand.js';
import { objections } from './objections.js';
import { PICTURE_TIME } from './scenario.js';
import { listenIn } from './tab-sounds.js';
import { teamAnswer } from './team-answers.js';

export const wide = { width: 1440, height: 1100 };
export const narrow = { width: 1024, height: 900 };
export const phone = { width: 390, height: 844 };

interface OpenOptions {
  readonly state: TeamState;
  /** what the page hears of one team, by the team's id */
  readonly ofTeam?: Readonly<Record<string, TeamState>>;
  readonly language?: string;
  readonly size?: typeof wide;
  readonly query?: string;
  readonly dark?: boolean;
  readonly history?: boolean;
  /** the server's time, epoch ms; left out: that of the pictures */
  readonly at?: number;
}

/** The manager's view in a real browser, on a stand of its own whose answers over HTTP are those of the mock-ups. */
export class TeamPage {
  private readonly pictures = path.resolve('.cache', 'team-pictures');
  private readonly complaints: string[] = [];
  private readonly asked: string[] = [];
  private browser: Browser | undefined;
  private opened: { page: Page; stand: ConsoleStand; context: BrowserContext } | undefined;

  get page(): Page {
    return this.current.page;
  }

  get stand(): ConsoleStand {
    return this.current.stand;
  }

  /** The addresses under /v1 that the page has asked for, in their order. */
  get questions(): readonly string[] {
    return this.asked;
  }

  private get current() {
    if (this.opened === undefined) throw new Error('the page is not open');
    return this.opened;
  }

  /** Builds the pages as they are shipped, and finds the browser that the run of jest has started. */
  async prepare(): Promise<void> {
    mkdirSync(this.pictures, { recursive: true });
    this.browser = await sharedBrowser();
    builtPages();
  }

  async open({
    state,
    ofTeam = {},
    language = 'en',
    size = wide,
    query = '',
    dark = false,
    history = true,
    at = PICTURE_TIME,
  }: OpenOptions): Promise<void> {
    if (this.browser === undefined) throw new Error('the page is not prepared');
    await this.close();
    const teams = Object.entries(ofTeam).map(([id, one]) => [`team:${id}`, one] as const);
    const stand = await startConsoleStand(builtPages(), { team: state, ...Object.fromEntries(teams) }, at);
    const context = await this.browser.newContext({ locale: 'en-US', viewport: size, colorScheme: dark ? 'dark' : 'light' });
    this.opened = { page: await context.newPage(), stand, context };
    this.complaints.length = 0;
    this.asked.length = 0;
    await this.prepareTab(this.page, history);
    await this.page.goto(`${stand.url}/team?lang=${language}${query}`);
    await this.step('live');
    await this.page.evaluate(() => document.fonts.ready);
  }

  /** One more tab of the same browser. */
  async secondTab(): Promise<Page> {
    const page = await this.current.context.newPage();
    await this.prepareTab(page, true);
    await page.goto(`${this.stand.url}/team?lang=en`);
    await page.locator('[data-freshness="live"]').waitFor();
    return page;
  }

  private async prepareTab(page: Page, history: boolean): Promise<void> {
    await page.clock.install({ time: PICTURE_TIME + 600_000 });
    await page.addInitScript(listenIn);
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error' && !/WebSocket|status of 404/.test(message.text())) this.complaints.push(message.text());
    });
    await page.route('**/v1/**', async (route) => {
      const url = new URL(route.request().url());
      if (url.pathname.endsWith('/acknowledge')) return route.continue();
      this.asked.push(url.pathname + url.search);
      const body = teamAnswer(url, history);
      return route.fulfill(body === null ? { status: 404, json: { problem: 'not known' } } : { json: body });
    });
  }

  step(name: string): Promise<void> {
    return this.page.locator(`[data-freshness="${name}"]`).waitFor();
  }

  async picture(name: string): Promise<void> {
    await this.page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished)));
    await this.page.screenshot({ path: path.join(this.pictures, `${name}.png`), fullPage: this.page.viewportSize()?.width !== wide.width });
  }

  /**
   * What is wrong with the page: text that is cut or leaves its panel, what axe objects to, errors in the console. Leaves a picture. At the width
   * between the others, which differs from them by its layout alone, axe is not asked a third time.
   */
  async faults(name: string): Promise<string[]> {
    await this.picture(name);
    const cut = await consoleOverflows(this.page);
    const isBetween = this.page.viewportSize()?.width === narrow.width;
    return [...cut, ...(isBetween ? [] : await objections(this.page, 160)), ...this.complaints];
  }

  async close(): Promise<void> {
    await this.opened?.context.close();
    await this.opened?.stand.close();
    this.opened = undefined;
  }

  async end(): Promise<void> {
    await this.browser?.close();
  }
}

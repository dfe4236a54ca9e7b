import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { FloorState } from '@leadclock/live-protocol/floor-state.js';
import type { RepState } from '@leadclock/live-protocol/rep-state.js';
import type { TeamState } from '@leadclock/live-protocol/team-state.js';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { builtPages, sharedBrowser } from './built-pages.js';
import { consoleOverflows } from './console-overflow.js';
import { type ConsoleStand, startConsoleStand } from './console-stand.js';
import {
  danielContact,
  danielDetail,
  danielTimeline,
  disputedContact,
  disputedLead,
  floorOf,
  type Language,
  ownDay,
  ownListed,
  ownVerdicts,
} from './me-scenario.js';
import { objections } from './objections.js';
import { PICTURE_TIME } from './scenario.js';
import { listenIn } from './tab-sounds.js';

export const desktop = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };

interface OpenOptions {
  readonly language?: Language;
  readonly size?: typeof desktop;
  readonly floor?: FloorState;
  readonly own?: RepState;
  readonly query?: string;
  readonly dark?: boolean;
  /** what the manager's page hears, for a tab with it */
  readonly team?: TeamState;
}

/** The rep's console in a real browser, on a stand of its own. */
export class MePage {
  private readonly pictures = path.resolve('.cache', 'me-pictures');
  private readonly complaints: string[] = [];
  private browser: Browser | undefined;
  private opened: { page: Page; stand: ConsoleStand; context: BrowserContext } | undefined;

  get page(): Page {
    return this.current.page;
  }

  get stand(): ConsoleStand {
    return this.current.stand;
  }

  private get current() {
    if (this.opened === undefined) throw new Error('the console is not open');
    return this.opened;
  }

  /** Builds the pages as they are shipped, and finds the browser that the run of jest has started. */
  async prepare(): Promise<void> {
    mkdirSync(this.pictures, { recursive: true });
    this.browser = await sharedBrowser();
    builtPages();
  }

  /** Opens the console of Ana on the floor of the mock-ups. */
  async open({
    language = 'en',
    size = desktop,
    floor = floorOf(language),
    own = ownDay,
    query = '',
    dark = false,
    team,
  }: OpenOptions = {}): Promise<void> {
    if (this.browser === undefined) throw new Error('the console is not prepared');
    await this.close();
    const stand = await startConsoleStand(builtPages(), { floor, 'rep:ana': own, ...(team && { team }) }, PICTURE_TIME);
    stand.know('/v1/leads/daniel/contact', danielContact);
    stand.know('/v1/leads/daniel/timeline', danielTimeline);
    stand.know('/v1/leads/daniel', danielDetail);
    stand.know('/v1/leads', ownListed);
    stand.know('/v1/kpis/answered-in-target/rows', ownVerdicts);
    stand.know('/v1/leads/own-1', disputedLead);
    stand.know('/v1/leads/own-1/timeline', { as_of: disputedLead.as_of, events: [] });
    stand.know('/v1/leads/own-1/contact', disputedContact);
    const touch = size.width < 600;
    const context = await this.browser.newContext({
      locale: 'en-US',
      viewport: size,
      hasTouch: touch,
      colorScheme: dark ? 'dark' : 'light',
    });
    this.opened = { page: await context.newPage(), stand, context };
    this.complaints.length = 0;
    await this.prepareTab(this.page);
    await this.page.goto(`${stand.url}/me?rep=ana&lang=${language}${query}`);
    await this.step('live');
    await this.page.evaluate(() => document.fonts.ready);
  }

  /** One more tab of the same browser, with this page or another one of ours. */
  async secondTab(at = '/me?rep=ana&lang=en'): Promise<Page> {
    const page = await this.current.context.newPage();
    await this.prepareTab(page);
    await page.goto(`${this.stand.url}${at}`);
    await page.locator('[data-freshness="live"]').waitFor();
    return page;
  }

  private async prepareTab(page: Page): Promise<void> {
    await page.clock.install({ time: PICTURE_TIME + 600_000 });
    await page.addInitScript(listenIn);
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    page.on('console', (message) => {
      const own = message.type() === 'error' && !/WebSocket|status of (404|409|503)|ERR_/.test(message.text());
      if (own) this.complaints.push(message.text());
    });
  }

  step(name: string): Promise<void> {
    return this.page.locator(`[data-freshness="${name}"]`).waitFor();
  }

  /** A row of the queue by the id of its lead. */
  row(lead: string) {
    return this.page.locator('.row').filter({ has: this.page.locator(`[id="row-${lead}"]`) });
  }

  async picture(name: string): Promise<void> {
    await this.page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished)));
    await this.page.screenshot({ path: path.join(this.pictures, `${name}.png`) });
  }

  /** What is wrong with the page: text that is cut or leaves its panel, what axe objects to, errors in the console. Leaves a picture. */
  async faults(name: string): Promise<string[]> {
    await this.picture(name);
    const cut = await consoleOverflows(this.page);
    return [...cut, ...(await objections(this.page, 160)), ...this.complaints];
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

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { pageFaults, tooWide } from './page-faults.js';
import { allCounted, keyOf, type ProgramProcess, startProcess } from './program-process.js';
import { post, type SampleEvent } from './sample-events.js';

const WIDE = { width: 1440, height: 900 } as const;

/** A program of its own with a floor in it, and a page of the real browser in which its screens are looked at. */
export interface WatchedFloor {
  readonly url: string;
  readonly key: string;
  readonly dataFolder: string;
  readonly page: Page;
  /** what the page's console and scripts said since `calm` */
  readonly problems: readonly string[];
  /** Opens an address of the program. */
  open(where: string): Promise<void>;
  /** The page as it begins: wide, light, and nothing said. */
  calm(): Promise<void>;
  /** What is wrong with the page as it stands: what axe objects to, what makes it scroll sideways, what its console said. */
  faults(): Promise<readonly string[]>;
  /** The same without axe, which takes its time. */
  plainFaults(): Promise<readonly string[]>;
  /** Keeps a board, as programs do; `seen` is the version that is changed, 0: a new one. */
  keepBoard(board: string, seen: number, body: unknown): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the built program, with more in its environment if one likes, tells it the events, and opens a browser. */
export async function watchFloor(
  browserAt: string,
  events: readonly SampleEvent[],
  environment: Readonly<Record<string, string>> = {},
): Promise<WatchedFloor> {
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'leadclock-floor-'));
  let program: ProgramProcess | null = null;
  let browser: Browser | null = null;
  const stop = async (): Promise<void> => {
    await browser?.close();
    await program?.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  };
  try {
    program = await startProcess({ dataFolder, environment });
    const { url } = program;
    const key = await keyOf({ dataFolder });
    const { body } = await post(url, key, events);
    expect(JSON.parse(body)).toMatchObject({ rejected: [] });
    await allCounted({ dataFolder, environment });
    browser = await chromium.connect(browserAt);
    const context = await browser.newContext({ locale: 'en-US', viewport: WIDE });
    const page = await context.newPage();
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(String(error)));
    page.on('console', (message) => problems.push(`${message.text()} ${message.location().url}`));
    return { url, key, dataFolder, page, problems, stop, ...looks(page, problems), ...asks(url, key, page) };
  } catch (error) {
    await stop();
    throw error;
  }
}

function looks(page: Page, problems: string[]): Pick<WatchedFloor, 'calm' | 'faults' | 'plainFaults'> {
  return {
    plainFaults: async () => [...(await tooWide(page)), ...problems],
    faults: async () => [...(await pageFaults(page)), ...problems],
    calm: async () => {
      problems.length = 0;
      await page.setViewportSize(WIDE);
      await page.emulateMedia({ colorScheme: 'light' });
    },
  };
}

const asks = (url: string, key: string, page: Page): Pick<WatchedFloor, 'open' | 'keepBoard'> => ({
  open: async (where) => {
    await page.goto(`${url}${where}`);
  },
  keepBoard: async (board, seen, body) => {
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json', 'if-match': String(seen) };
    const reply = await fetch(`${url}/v1/boards/${board}`, { method: 'PUT', headers, body: JSON.stringify(body) });
    expect(reply.status).toBe(200);
  },
});

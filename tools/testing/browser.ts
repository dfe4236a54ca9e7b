import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { type BrowserServer, chromium } from 'playwright-core';

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

type Launch = { readonly executablePath?: string; readonly env?: Record<string, string> };

/** Starts the browser of the tests: CHROME_PATH, else the system's, else the one inside @sparticuz/chromium (linux x64), else Playwright's own. */
export async function startBrowser(): Promise<BrowserServer> {
  const chosen = process.env['CHROME_PATH'] ?? SYSTEM.find((file) => existsSync(file));
  const launch: Launch | null = chosen
    ? { executablePath: chosen }
    : ((await packaged()) ?? (existsSync(chromium.executablePath()) ? {} : null));
  if (!launch) throw new Error('no browser for the tests: set CHROME_PATH, install Chromium, or run npx playwright-core install chromium');
  return chromium.launchServer({ ...launch, headless: true, args: QUIET });
}

/** The npm package's Chromium, made to work on a bare machine: its own libraries, a private folder to unpack to, and a font. */
async function packaged(): Promise<Launch | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const cache = path.resolve('.cache', 'chromium');
  mkdirSync(cache, { recursive: true });
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = cache; // it unpacks to os.tmpdir()/chromium and trusts a file that is there already
  try {
    const { default: chrome, inflate } = await import('@sparticuz/chromium');
    chrome.setGraphicsMode = false;
    const executablePath = await chrome.executablePath();
    let root = path.dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium'));
    while (!existsSync(path.join(root, 'bin', 'chromium.br'))) root = path.dirname(root);
    if (!existsSync(path.join(cache, 'al2023'))) await inflate(path.join(root, 'bin', 'al2023.tar.br'));
    const fonts = path.join(cache, 'fonts.conf');
    // the package's own file names one folder only; without a font every text has an empty box and Playwright calls it hidden
    writeFileSync(
      fonts,
      `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${cache}/fonts</dir><dir>/usr/share/fonts</dir><cachedir>${cache}/fc</cachedir></fontconfig>`,
    );
    const inherited = Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined));
    return {
      executablePath,
      env: { ...inherited, TMPDIR: before ?? '/tmp', FONTCONFIG_FILE: fonts, LD_LIBRARY_PATH: path.join(cache, 'al2023', 'lib') },
    };
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}

import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { until } from '@leadclock/runtime/testing/until.js';
import { type Browser, chromium, type Page } from 'playwright-core';
import { keyOf, type ProgramProcess, startProcess } from './testing/program-process.js';
import { post, sample } from './testing/sample-events.js';

const browserAt = process.env['BROWSER_WS'];

if (browserAt === undefined) {
  it.skip('SKIPPED: needs a browser (CHROME_PATH, Chromium, or npx playwright-core install chromium)', () => undefined);
} else {
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'leadclock-way-in-'));
  let program: ProgramProcess;
  let browser: Browser;
  let page: Page;
  let foreign: Server;

  beforeAll(async () => {
    program = await startProcess({ dataFolder });
    const key = await keyOf({ dataFolder });
    const contact = { name: 'Ada Lovelace' };
    await post(program.url, key, [sample(randomUUID(), 'lead.created', 'ada', Date.now() - 60_000, { contact })]);
    await until('the lead to be known', async () => (await fetch(`${program.url}/v1/leads/ada`)).status === 200);
    foreign = createServer((_request, reply) => reply.setHeader('content-type', 'text/html').end('<p>another page</p>'));
    await new Promise<void>((resolve) => foreign.listen(0, '127.0.0.1', resolve));
    browser = await chromium.connect(browserAt);
    page = await browser.newPage();
  });
  afterAll(async () => {
    await browser?.close();
    foreign?.close();
    await program?.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  });

  /** What a script of the page that is open gets for a claim and for the person; null: its browser keeps the answer from it. */
  const tries = (rep: string): Promise<readonly (number | null)[]> =>
    page.evaluate(
      async ([where, who]) => {
        const claim = { method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': `key-${who}` } };
        const answers = [
          fetch(`${where}/claim`, { ...claim, body: JSON.stringify({ rep: who }), keepalive: true }),
          fetch(`${where}/contact`),
          // without asking first: what needs no leave of the server is sent
          fetch(`${where}/claim`, { method: 'POST', mode: 'no-cors', body: JSON.stringify({ rep: who }) }),
        ];
        return Promise.all(answers.map((answer) => answer.then(({ status }) => status).catch(() => null)));
      },
      [`${program.url}/v1/leads/ada`, rep] as const,
    );

  it('a browser lets a script of our page claim and see the person, and no script of another page', async () => {
    await page.goto(`http://127.0.0.1:${Object(foreign.address()).port}/`);
    expect(await tries('mallory')).toEqual([null, null, 0]);
    await page.goto(`${program.url}/me`);
    // the third is one of ours, but no JSON
    expect(await tries('ana')).toEqual([202, 200, 415]);
    const { events } = await until('the claim to be known', async () => {
      const timeline = await (await fetch(`${program.url}/v1/leads/ada/timeline`)).json();
      return timeline.events.length > 1 ? timeline : null;
    });
    expect(events.map(({ type, data }: { type: string; data: { rep?: string } }) => [type, data.rep])).toEqual([
      ['lead.created', undefined],
      ['lead.claimed', 'ana'],
    ]);
  });

  it('an address that somebody opens, or is led to, shows no person', async () => {
    const typed = await page.goto(`${program.url}/v1/leads/ada/contact`);
    expect([typed?.status(), await page.content()]).toEqual([403, expect.not.stringContaining('Lovelace')]);
  });
}

import { createDataSource } from '@leadclock/read-model/data-source.js';
import { until } from '@leadclock/runtime/testing/until.js';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import type { DataSource } from 'typeorm';
import { post, sample } from './testing/sample-events.js';
import { type StoryProgram, startStoryProgram } from './testing/story-program.js';

/** How often a page is killed; ALERT_KILLS=20 for the long run. */
const KILLS = Number(process.env['ALERT_KILLS'] ?? 2);
const browserAt = process.env['BROWSER_WS'];

if (browserAt === undefined) {
  it.skip('SKIPPED: needs a browser (CHROME_PATH, Chromium, or npx playwright-core install chromium)', () => undefined);
} else {
  let browser: Browser;
  let context: BrowserContext;
  let program: StoryProgram;
  let dataSource: DataSource;
  /** how often it was said that an alert is shown, and of which leads that was heard */
  let said = 0;
  let heard: string[] = [];

  beforeEach(async () => {
    program = await startStoryProgram();
    dataSource = await createDataSource(program.databaseUrl).initialize();
    browser = await chromium.connect(browserAt);
    context = await browser.newContext({ locale: 'en-US' });
    [said, heard] = [0, []];
    const at = program.now() - 60_000;
    const { body } = await post(program.url, program.key, [
      sample('team', 'team.set', 'north', at, { name: 'North' }),
      sample('rep-ana', 'rep.set', 'ana', at, { name: 'Ana', team: 'north', active: true }),
      sample('policy', 'policy.set', 'fast', at, {
        order: 1,
        match: {},
        targets: { answer_s: 60 },
        steps: [{ id: 'late', clock: 'lead', of: 'answer', at_percent: 100, notify: ['owner'] }],
      }),
    ]);
    expect(JSON.parse(body)).toMatchObject({ rejected: [] });
  });
  afterEach(async () => {
    await context.close();
    await browser.close();
    await dataSource.destroy();
    await program.stop();
  });

  const openPage = async (): Promise<Page> => {
    const page = await context.newPage();
    const told = (about: { url(): string }) => /leads\/(.+)\/shown$/.exec(about.url())?.[1];
    page.on('request', (request) => void (told(request) !== undefined && said++));
    page.on('response', (response) => void (response.status() === 202 && heard.push(told(response) ?? '')));
    await page.goto(`${program.url}/me?rep=ana&lang=en`);
    return page;
  };

  /** A lead of Ana's whose target passes. */
  const late = async (lead: string): Promise<void> => {
    await post(program.url, program.key, [sample(`${lead}-c`, 'lead.created', lead, program.now(), { owner: 'ana' })]);
    await until(`${lead} to be known`, async () => (await fetch(`${program.url}/v1/leads/${lead}`)).status === 200);
    program.forward(61_000);
  };

  /** Of each alert how often the log says that it was shown, and the figure that was made of it. */
  const shown = () =>
    dataSource.query<{ lead: string; times: number; counted: boolean }[]>(
      `select a.lead, (select count(*)::int from set_1.timeline t where t.subject = a.lead and t.type = 'alert.shown') as times,
          exists (select from set_1.fact f where f.subject = a.lead and f.kind = 'alert' and f.item = a.id and f.since is not null) as counted
         from alert a order by a.lead`,
    );
  const lateness = async (): Promise<number> => {
    const metrics = await (await fetch(`${program.url}/metrics`)).text();
    return Number(/^leadclock_alert_lateness_seconds_count\{stage="shown"\} (\d+)$/m.exec(metrics)?.[1] ?? 0);
  };
  const once = (leads: readonly string[]) =>
    until('all to be shown once', async () => {
      const rows = await shown();
      expect(rows).toEqual(leads.map((lead) => ({ lead, times: 1, counted: true })));
      return true;
    });

  it(
    `a page that is killed after it has rung and before it could say so says it when it is back, each of ${KILLS} times: one alert, shown once`,
    async () => {
      const before = await lateness();
      const leads = Array.from({ length: KILLS }, (_, number) => `lead-${String(number).padStart(2, '0')}`);
      let page = await openPage();
      for (const [number, lead] of leads.entries()) {
        let lost = 0;
        // what it says never comes to the server
        await page.route('**/shown', (route) => {
          lost++;
          return route.abort();
        });
        await late(lead);
        await page.locator('.toast').first().waitFor();
        await until('the page to say it', () => lost > 0);
        expect((await shown()).at(-1)).toMatchObject({ lead, times: 0 });
        const session = await context.newCDPSession(page);
        // the process of the page ends at once, whatever it is at, and answers nothing
        const crashed = page.waitForEvent('crash');
        session.send('Page.crash').catch(() => undefined);
        await crashed;
        await page.close();
        page = await openPage();
        await once(leads.slice(0, number + 1));
      }
      expect((await lateness()) - before).toBe(KILLS);
      await until('the last answer', () => heard.length >= KILLS);
      expect(heard).toEqual(leads);
    },
    60_000 + KILLS * 15_000,
  );

  it('a page whose word is not confirmed says it again until it is', async () => {
    const before = await lateness();
    const page = await openPage();
    let away = true;
    await page.route('**/shown', (route) => (away ? route.fulfill({ status: 503, json: { detail: 'away' } }) : route.continue()));
    await late('ada');
    await until('the page to have said it twice in vain', () => said >= 2);
    expect(await shown()).toEqual([{ lead: 'ada', times: 0, counted: false }]);
    // what the manager sees of it: raised, and not shown to anybody yet
    const manager = await context.newPage();
    const counted = async () => {
      await manager.goto(`${program.url}/team?lang=en`);
      await manager.locator('.lateness-panel[aria-busy="false"]').waitFor();
      return manager
        .locator('.lateness tr', { has: manager.getByRole('rowheader', { name: 'alerts' }) })
        .locator('td')
        .allInnerTexts();
    };
    expect(await counted()).toEqual(['1', '0']);
    away = false;
    await once(['ada']);
    expect((await lateness()) - before).toBe(1);
    expect(await counted()).toEqual(['1', '1']);
  });
}

import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { until } from '@leadclock/runtime/testing/until.js';
import type { Page } from 'playwright-core';
import { pageFaults, tooWide } from './testing/page-faults.js';
import { post, sample } from './testing/sample-events.js';
import { type WatchedFloor, watchFloor } from './testing/watched-floor.js';
import { zoneOfNoon } from './testing/zone-of-noon.js';

const browserAt = process.env['BROWSER_WS'];

if (browserAt === undefined) {
  it.skip('SKIPPED: needs a browser (CHROME_PATH, Chromium, or npx playwright-core install chromium)', () => undefined);
} else {
  let floor: WatchedFloor;
  /** the pages of two reps */
  let ana: Page;
  let luis: Page;
  const pictures = path.resolve('.cache', 'loop-pictures');
  const now = Date.now();
  const arrived = (lead: string, secondsAgo: number, data: object = {}) =>
    sample(`${lead}-c`, 'lead.created', lead, now - secondsAgo * 1_000, {
      origin: 'web_form',
      contact: { name: `${lead[0]?.toUpperCase()}${lead.slice(1)} Lovelace`, phone: '+34 600 000 001' },
      ...data,
    });

  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    const early = now - 150 * 60_000;
    floor = await watchFloor(browserAt, [
      sample('site', 'site.set', 'site', early, { name: 'Floor', zone: zoneOfNoon(now), locale: 'en-GB', currency: 'EUR' }),
      ...['ana', 'luis'].map((rep) =>
        sample(rep, 'rep.set', rep, early, { name: `${rep[0]?.toUpperCase()}${rep.slice(1)} R.`, team: 'floor', active: true }),
      ),
      sample('web', 'policy.set', 'web', early, {
        order: 1,
        match: {},
        targets: { answer_s: 600 },
        snooze_max_s: 300,
        steps: [{ id: 'late', clock: 'lead', of: 'answer', at_percent: 100, notify: ['owner'] }],
      }),
      arrived('bob', 200),
      arrived('cleo', 100),
      arrived('dora', 60, { owner: 'ana' }),
      arrived('eve', 50, { owner: 'ana' }),
      arrived('late', 595, { owner: 'ana' }),
    ]);
    ana = floor.page;
    luis = await ana.context().newPage();
  });
  afterAll(async () => {
    await floor?.stop();
  });

  const open = async (page: Page, who: string, more = '') => {
    await page.goto(`${floor.url}/me?rep=${who}&lang=en${more}`);
    await page.locator('.status-button').waitFor();
  };
  const row = (page: Page, name: string) => page.locator('.queue .row').filter({ hasText: name });
  const sheet = (page: Page) => page.locator('.sheet');
  const toast = (page: Page, name: string) => page.locator('.toast').filter({ hasText: name });
  const pick = async (page: Page, name: string) => {
    await row(page, name).locator('a').click();
    await page.locator('.lead h1', { hasText: name }).waitFor();
    // under the pointer the order of the queue stands still
    await page.mouse.move(720, 20);
    await page.evaluate(() => document.querySelector<HTMLElement>(':focus')?.blur());
  };
  const timeline = async (lead: string): Promise<string[]> => {
    const { events } = await (await fetch(`${floor.url}/v1/leads/${lead}/timeline`)).json();
    return events.map(({ type }: { type: string }) => type);
  };
  const picture = (page: Page, name: string) => page.screenshot({ path: path.join(pictures, `${name}.png`), animations: 'disabled' });

  it('a claim in vain says who won, and takes the next lead, which the server named, by Enter', async () => {
    await open(ana, 'ana');
    await open(luis, 'luis');
    await pick(luis, 'Bob');
    await pick(ana, 'Bob');
    // his command is on its way when hers is done
    const won = ana.locator('.claim.is-yours').waitFor();
    await luis.route('**/claim', async (route) => {
      await won;
      await route.continue();
    });
    await luis.keyboard.press('c');
    await luis.getByText('Claiming…').waitFor();
    await ana.keyboard.press('c');
    await luis.locator('.verdict', { hasText: /Ana R\. took this( \d+ s ago)?/ }).waitFor();
    await luis.unroute('**/claim');
    await picture(luis, 'claim-lost');
    await until('the focus is on the next lead', () =>
      luis.locator('.acts .claim', { hasText: 'Next lead' }).evaluate((node) => node === document.activeElement),
    );
    await luis.keyboard.press('Enter');
    await luis.locator('.lead h1', { hasText: 'Cleo' }).waitFor();
  });

  it('of a late lead only who has it is told: a claim takes the alert from the others, and a lead that is given on brings it', async () => {
    await open(ana, 'ana');
    await open(luis, 'luis');
    await post(floor.url, floor.key, [arrived('flo', 599 + (Date.now() - now) / 1_000)]);
    for (const page of [ana, luis])
      await toast(page, 'Flo')
        .getByText(/over, nobody’s/)
        .waitFor();
    await pick(luis, 'Flo');
    await luis.keyboard.press('c');
    await toast(luis, 'Flo')
      .getByText(/over, yours/)
      .waitFor();
    await toast(ana, 'Flo').waitFor({ state: 'detached' });
    // by hand, in another system
    await post(floor.url, floor.key, [sample('flo-a', 'lead.assigned', 'flo', Date.now(), { owner: 'ana' })]);
    await toast(ana, 'Flo')
      .getByText(/over, yours/)
      .waitFor();
    await toast(luis, 'Flo').waitFor({ state: 'detached' });
    // back to the pool: nobody’s, and so everybody’s
    await post(floor.url, floor.key, [sample('flo-b', 'lead.assigned', 'flo', Date.now(), { owner: null })]);
    for (const page of [ana, luis])
      await toast(page, 'Flo')
        .getByText(/over, nobody’s/)
        .waitFor();
    const answer = { touchpoint: 'flo-t', channel: 'call', direction: 'outbound', rep: 'luis', outcome: 'connected' };
    await post(floor.url, floor.key, [sample('flo-t', 'touchpoint.recorded', 'flo', Date.now(), answer)]);
    for (const page of [ana, luis]) await toast(page, 'Flo').waitFor({ state: 'detached' });
  });

  it('a lead is offered by keys, accepted on the other page, and is told on both', async () => {
    await open(ana, 'ana');
    await open(luis, 'luis');
    await pick(ana, 'Dora');
    await ana.keyboard.press('o');
    await sheet(ana).getByRole('radio', { name: /Luis/ }).waitFor();
    await ana.keyboard.press('1');
    await picture(ana, 'hand-over');
    await ana.keyboard.press('Control+Enter');
    await ana.locator('.agreed', { hasText: /Offered to Luis R\. at .*, no answer yet/ }).waitFor();
    await toast(luis, 'Dora').getByText('Ana R. offers it to you').waitFor();
    await row(luis, 'Dora').or(luis.locator('.sec-fold')).first().waitFor();
    await picture(luis, 'offered');
    await luis.keyboard.press('a');
    await luis.locator('.lead h1', { hasText: 'Dora' }).waitFor();
    await luis.locator('.tag-plain', { hasText: 'yours' }).waitFor();
    await toast(ana, 'Dora').getByText('Luis R. has accepted it').waitFor();
    await toast(ana, 'Dora').getByRole('button', { name: 'Seen' }).click();
    expect(await timeline('dora')).toEqual(expect.arrayContaining(['lead.handover_offered', 'lead.handover_accepted']));
  });

  it('an offer is declined by a key, and another one taken back by who made it', async () => {
    await pick(ana, 'Eve');
    for (const answer of ['declined', 'taken back']) {
      await ana.keyboard.press('o');
      await sheet(ana).getByRole('radio', { name: /Luis/ }).waitFor();
      await ana.keyboard.press('1');
      await ana.keyboard.press('Control+Enter');
      await toast(luis, 'Eve').getByText('Ana R. offers it to you').waitFor();
      if (answer === 'declined') {
        await luis.keyboard.press('d');
        await toast(ana, 'Eve').getByText('Luis R. has declined: it stays yours').waitFor();
        await toast(ana, 'Eve').getByRole('button', { name: 'Seen' }).click();
      } else {
        await ana.locator('.agreed').getByRole('button', { name: 'Take back' }).click();
        await toast(luis, 'Eve').getByText('Ana R. has taken the offer back').waitFor();
      }
      await ana.locator('.agreed').waitFor({ state: 'detached' });
    }
  });

  it('an alert is put off up to the limit of its policy, and less than that says who has put it off for longer', async () => {
    await toast(ana, 'Late')
      .getByText(/over, yours/)
      .waitFor({ timeout: 20_000 });
    await pick(ana, 'Late');
    await ana.keyboard.press('s');
    await sheet(ana).getByText('5 minutes').waitFor();
    expect(await sheet(ana).locator('.opt b').allTextContents()).toEqual(['1 minute', '2 minutes', '5 minutes']);
    await sheet(ana)
      .getByText(/At most until .*, as its policy says\./)
      .waitFor();
    await picture(ana, 'put-off');
    await ana.keyboard.press('3');
    await ana.keyboard.press('Control+Enter');
    await ana.locator('.agreed', { hasText: /put off until \d\d:\d\d · Ana R\. · on a call/ }).waitFor();
    await toast(ana, 'Late').waitFor({ state: 'detached' });
    await ana.keyboard.press('s');
    await sheet(ana).getByText('1 minute').waitFor();
    await ana.keyboard.press('1');
    await ana.keyboard.press('Control+Enter');
    await sheet(ana)
      .getByText(/It is put off until .* already, by Ana R\./)
      .waitFor();
    await ana.keyboard.press('Escape');
    await sheet(ana).waitFor({ state: 'detached' });
  });

  it('a call is logged with a promise to call back, and both are undone', async () => {
    await pick(ana, 'Eve');
    await ana.keyboard.press('l');
    await ana.keyboard.press('4');
    await sheet(ana).getByText('In an hour').waitFor();
    await sheet(ana).getByText('In 10 minutes').click();
    await sheet(ana)
      .getByText(/Rings at/)
      .waitFor();
    await picture(ana, 'log-call-back');
    await ana.keyboard.press('Control+Enter');
    await sheet(ana).waitFor({ state: 'detached' });
    await ana.locator('.queue .sec', { hasText: 'To call back' }).waitFor();
    await row(ana, 'Eve')
      .getByText(/^in (9:\d\d|10:00)$/)
      .waitFor();
    await pick(ana, 'Eve');
    await ana.locator('.clock', { hasText: 'until the call at' }).waitFor();
    await ana.keyboard.press('u');
    await ana.locator('.undo', { hasText: 'Taken back' }).waitFor();
    await ana.locator('.queue .sec', { hasText: 'To call back' }).waitFor({ state: 'detached' });
    await row(ana, 'Eve').getByText('in time').waitFor();
    await until('both to be taken back', async () => (await timeline('eve')).filter((type) => type === 'event.retracted').length === 2);
  });

  it('whoever is not interested is closed with the call, and waits again once that is taken back', async () => {
    await pick(ana, 'Eve');
    await ana.keyboard.press('l');
    await ana.keyboard.press('6');
    await sheet(ana).getByText('The lead is closed with it.').waitFor();
    await picture(ana, 'log-not-interested');
    await ana.keyboard.press('Control+Enter');
    await sheet(ana).waitFor({ state: 'detached' });
    await row(ana, 'Eve').waitFor({ state: 'detached' });
    await until('it to be closed', async () => (await timeline('eve')).includes('lead.disqualified'));
    await ana.keyboard.press('u');
    await ana.locator('.undo', { hasText: 'Taken back' }).waitFor();
    await row(ana, 'Eve').getByText('in time').waitFor();
    await until('both to be taken back', async () => (await timeline('eve')).filter((type) => type === 'event.retracted').length === 4);
  });

  it('a promised call rings as what it is when its time has come', async () => {
    const promise = await fetch(`${floor.url}/v1/leads/eve/call-back`, {
      method: 'POST',
      headers: { authorization: `Bearer ${floor.key}`, 'content-type': 'application/json', 'idempotency-key': 'soon' },
      body: JSON.stringify({ rep: 'ana', at: new Date(Date.now() + 10_000).toISOString() }),
    });
    expect(promise.status).toBe(202);
    await toast(ana, 'Eve')
      .getByText(/Call back now · promised for \d\d:\d\d/)
      .waitFor();
    await picture(ana, 'call-now');
    await ana.locator('.agreed', { hasText: 'You promised to call' }).getByRole('button', { name: 'Do not call' }).click();
    await toast(ana, 'Eve').getByText('the call is not due any more').waitFor();
    // one that nobody makes says since which day it is due
    const [answered, promised] = [Date.now() - 1_000, Date.now()];
    await post(floor.url, floor.key, [
      sample('talked', 'touchpoint.recorded', 'eve', answered, {
        touchpoint: 'talked',
        channel: 'call',
        direction: 'outbound',
        rep: 'ana',
        outcome: 'connected',
      }),
      sample('broken', 'lead.follow_up_set', 'eve', promised, { rep: 'ana', at: new Date(promised - 72 * 3_600_000).toISOString() }),
    ]);
    await row(ana, 'Eve')
      .getByText(/^\d{1,2} [A-Z][a-z]{2,3}$/)
      .waitFor();
  });

  it('a status is chosen by keys, is on the other page, and in the manager’s table', async () => {
    await ana.keyboard.press('t');
    await ana.getByRole('menuitemradio', { name: /Away/ }).waitFor();
    await picture(ana, 'status');
    await ana.keyboard.press('ArrowDown');
    await ana.keyboard.press('ArrowDown');
    await ana.keyboard.press('Enter');
    await ana.locator('.status-button', { hasText: 'Away' }).waitFor();
    await pick(luis, 'Dora');
    await luis.keyboard.press('o');
    await sheet(luis)
      .getByRole('radio', { name: /Ana R\. Away/ })
      .waitFor();
    await luis.keyboard.press('Escape');
    await luis.goto(`${floor.url}/team?lang=en`);
    await luis.locator('.reps tr', { hasText: 'Ana R.' }).getByText('Away').waitFor();
    await picture(luis, 'team');
    await luis.goto(`${floor.url}/team?lang=en&lead=late`);
    await luis.locator('.agreed-card', { hasText: /put off until \d\d:\d\d · Ana R\. · on a call/ }).waitFor();
    await picture(luis, 'team-lead');
  });

  it('all keys are in the list, and a lost connection says why nothing can be done', async () => {
    await open(ana, 'ana', '&lead=late');
    await ana.keyboard.press('?');
    const help = ana.locator('.help');
    for (const what of ['hand the lead over', 'call back at…', 'give the lead back', 'put its alert off', 'your status'])
      await help.getByText(what).waitFor();
    await ana.keyboard.press('Escape');
    await ana.keyboard.press('b');
    await sheet(ana).getByText('In 10 minutes').waitFor();
    await ana.route('**/call-back', (route) => route.abort());
    await ana.keyboard.press('Control+Enter');
    await sheet(ana).getByText('Not confirmed.').waitFor();
    await ana.unroute('**/call-back');
    await sheet(ana).getByRole('button', { name: 'Try again' }).click();
    await ana.locator('.agreed', { hasText: 'You promised to call at' }).waitFor();
    expect((await timeline('late')).filter((type) => type === 'lead.follow_up_set')).toHaveLength(1);
  });

  it.each(['en', 'es', 'ru'])('in %s fits a wide screen and a telephone, light and dark, and axe has no objection', async (language) => {
    if (language === 'en')
      await post(floor.url, floor.key, [sample('late-offer', 'lead.handover_offered', 'dora', Date.now(), { from: 'luis', to: 'ana' })]);
    for (const [index, width] of [1440, 390].entries()) {
      await ana.setViewportSize({ width, height: 900 });
      await ana.emulateMedia({ colorScheme: index === 1 ? 'dark' : 'light' });
      await ana.goto(`${floor.url}/me?rep=ana&lang=${language}`);
      await toast(ana, 'Dora').waitFor();
      await picture(ana, `${language}-${width}-queue`);
      await ana.goto(`${floor.url}/me?rep=ana&lang=${language}&lead=late`);
      await ana.locator('.loop-acts').waitFor();
      await toast(ana, 'Dora').waitFor();
      await picture(ana, `${language}-${width}-lead`);
      expect([language, width, 'lead', await pageFaults(ana)]).toEqual([language, width, 'lead', []]);
      for (const [key, name] of [
        ['callBack', 'call'],
        ['handOver', 'hand'],
        ['putOff', 'off'],
      ] as const) {
        await ana.locator(`[data-key=${key}]`).press('Enter');
        await sheet(ana).locator('.opt, .foot-note p, .foot-note').first().waitFor();
        if (key === 'callBack') await sheet(ana).locator('.opt').last().click();
        await picture(ana, `${language}-${width}-${name}`);
        // the words differ, not what they stand in
        const faults = language === 'en' ? await pageFaults(ana) : await tooWide(ana);
        expect([language, width, name, faults]).toEqual([language, width, name, []]);
        await ana.keyboard.press('Escape');
      }
      await ana.keyboard.press('l');
      await sheet(ana).locator('.opt').last().click();
      await sheet(ana).locator('.foot p').waitFor();
      await picture(ana, `${language}-${width}-log`);
      expect([language, width, 'log', await tooWide(ana)]).toEqual([language, width, 'log', []]);
    }
  });
}

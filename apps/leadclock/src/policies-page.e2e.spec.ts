import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { until } from '@leadclock/runtime/testing/until.js';
import type { Locator, Page } from 'playwright-core';
import { pageFaults } from './testing/page-faults.js';
import { runCommand } from './testing/program-process.js';
import { post, sample } from './testing/sample-events.js';
import { type WatchedFloor, watchFloor } from './testing/watched-floor.js';
import { zoneOfNoon } from './testing/zone-of-noon.js';

const browserAt = process.env['BROWSER_WS'];

if (browserAt === undefined) {
  it.skip('SKIPPED: needs a browser (CHROME_PATH, Chromium, or npx playwright-core install chromium)', () => undefined);
} else {
  let floor: WatchedFloor;
  let page: Page;
  const now = Date.now();
  const DAY = 86_400_000;

  beforeAll(async () => {
    const early = now - 30 * DAY;
    const came = (lead: string, days: number, origin: string) => ({
      ...sample(lead, 'lead.created', lead, now - days * DAY, { origin, owner: 'ana', contact: { name: `${lead} Lovelace` } }),
      historical: true,
    });
    floor = await watchFloor(browserAt, [
      sample('site', 'site.set', 'site', early, { name: 'Floor', zone: zoneOfNoon(now), locale: 'en-GB', currency: 'EUR' }),
      ...['ana', 'luis'].map((rep) => sample(rep, 'rep.set', rep, early, { name: `${rep} R.`, team: 'floor', active: true })),
      ...[1, 2, 3, 4].map((days) => came(`event${days}`, days, 'event')),
      ...[1, 5, 6].map((days) => came(`referral${days}`, days, 'referral')),
      came('longago', 9, 'event'),
    ]);
    page = floor.page;
  });
  afterAll(() => floor?.stop());
  beforeEach(() => floor.calm());

  const open = (more = '') => floor.open(`/alerts/policies?lang=en${more}`);
  const card = (policy: string, on = page) => on.locator(`[data-policy="${policy}"]`);
  const button = (name: string | RegExp, on: Page | Locator = page) => on.getByRole('button', { name, exact: typeof name === 'string' });
  const step = (number: number) => page.getByRole('group', { name: `Step ${number}`, exact: true });
  const wrong = () => page.locator('.pol-wrong').allInnerTexts();
  const asked = async (address: string) => (await fetch(floor.url + address)).json();
  const settings = async (policy: string) => (await asked(`/v1/policies/${policy}`)).versions.at(-1).settings;
  const set = async (...policies: readonly object[]) => {
    const key = `k${Math.random()}`;
    const headers = { authorization: `Bearer ${floor.key}`, 'content-type': 'application/json', 'idempotency-key': key };
    const reply = await fetch(`${floor.url}/v1/policies`, { method: 'POST', headers, body: JSON.stringify({ policies }) });
    expect(reply.status).toBe(202);
  };
  /** A lead that comes now, and which policy judges it, as its panel says. */
  const arrive = async (lead: string) => {
    await post(floor.url, floor.key, [sample(lead, 'lead.created', lead, Date.now(), { origin: 'event', owner: 'ana' })]);
    await until(`${lead} to be known`, async () => (await fetch(`${floor.url}/v1/leads/${lead}`)).status === 200);
  };
  const judgedBy = async (lead: string) => {
    await floor.open(`/team?lead=${lead}&lang=en`);
    const panel = page.locator('section', { has: page.getByRole('heading', { name: 'Policy that judged it' }) });
    await panel.waitFor();
    return (await panel.locator('header .sub').allInnerTexts()).join(' ');
  };
  const presses = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  /** Goes on with the tabulator until something has the focus. */
  const tabTo = async (where: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab') => {
    for (let press = 0; press < 60; press += 1) {
      if (await where.evaluate((element) => element === element.ownerDocument.activeElement)) return;
      await page.keyboard.press(key);
    }
    throw new Error('the tabulator does not come there');
  };

  it('without any, the default is told that judges every lead', async () => {
    await open();
    await page.getByText('There is no policy in force').waitFor();
    await card('').getByText('answer in 5:00').waitFor();
    expect(await floor.faults()).toEqual([]);
  });

  it('by keys alone a policy of two steps is made, beside the leads of last week that the server says it would match', async () => {
    await open();
    await tabTo(button('New policy'));
    await presses('Enter');
    const count = page.locator('.pol-preview .pol-count');
    // before it has a name
    await count.filter({ hasText: '7 of 7 leads would match' }).waitFor();
    await page.keyboard.type('Events');
    await tabTo(page.getByLabel('Source', { exact: true }));
    await page.keyboard.type('event');
    await presses('Enter');
    await count.filter({ hasText: '4 of 7 leads would match' }).waitFor();
    await tabTo(page.getByLabel('First answer within'));
    await page.keyboard.type('90 s');
    await tabTo(step(1).getByLabel('Tells', { exact: true }));
    await page.keyboard.type('the team');
    await tabTo(button('Add a step'));
    await presses('Enter');
    await tabTo(step(2).getByLabel('When'), 'Shift+Tab');
    await page.keyboard.type('before');
    await tabTo(step(2).getByLabel('How long before'));
    await page.keyboard.type('0:30');
    await tabTo(button('Save'));
    await page.locator('.pol-preview[aria-busy="false"]').waitFor();
    const written = { policy: 'Events', ...(await asked('/v1/policies')).default, order: 10, match: { origin: ['event'] }, steps: [] };
    const reply = await fetch(`${floor.url}/v1/policies/preview`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ policies: [written] }),
    });
    const [{ matches, judged_now, judged_then }] = (await reply.json()).policies;
    expect([matches, judged_now, judged_then]).toEqual([4, [{ policy: null, leads: 4 }], [{ policy: 'Events', leads: 4 }]]);
    expect((await page.locator('.pol-shares dd').allInnerTexts()).slice(0, 3)).toEqual(['the default 4', 'Events 4', 'Event 4']);
    expect(await page.locator('.pol-preview tbody tr').count()).toBe(4);
    await presses('Enter');
    await page.getByText('“Events” is saved.').waitFor();
    // who made it goes on where it stands
    await page.locator('[data-policy="Events"] button:focus').waitFor();
    expect(await settings('Events')).toMatchObject({
      order: 10,
      match: { origin: ['event'] },
      targets: { answer_s: 90 },
      steps: [
        { id: 'due', at_percent: 100, notify: ['owner', 'team'] },
        { id: 'step-2', at_s: -30, notify: ['owner'] },
      ],
    });
    await card('Events').getByText('0:30 before the deadline').waitFor();
    expect(await floor.faults()).toEqual([]);
  });

  it('the next lead is judged by it, and a later version changes no verdict of before', async () => {
    await arrive('first');
    expect(await judgedBy('first')).toBe('Events version 2');
    await open();
    await button('Edit Events').click();
    await page.getByLabel('First answer within').fill('2:00');
    await button('Save').click();
    await card('Events').getByText('answer in 2:00').waitFor();
    await arrive('second');
    expect([await judgedBy('first'), await judgedBy('second'), await judgedBy('event1')]).toEqual([
      'Events version 2',
      'Events version 3',
      'default',
    ]);
    await open();
    await button('Versions Events').click();
    const versions = card('Events').locator('.pol-history > li');
    await versions.nth(1).waitFor();
    expect((await versions.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').replace(/ from .*?\d\d:\d\d/, ' from'))).toEqual([
      expect.stringMatching(/^Version 3 from · in force now Source: Event · answer in 2:00 /),
      expect.stringMatching(/^Version 2 from Source: Event · answer in 1:30 /),
    ]);
    expect(await floor.faults()).toEqual([]);
  });

  it('of two tabs the second is shown what both say, and neither is lost', async () => {
    await set({ policy: 'two', order: 20, targets: { answer_s: 300 }, match: { origin: ['referral'] }, steps: [] });
    const other = await page.context().newPage();
    try {
      for (const tab of [page, other]) {
        await tab.goto(`${floor.url}/alerts/policies?lang=en`);
        await button('Edit two', tab).click();
      }
      await other.getByLabel('First answer within').fill('4:00');
      await button('Save', other).click();
      await card('two', other).getByText('answer in 4:00').waitFor();
      await page.getByLabel('First answer within').fill('3:00');
      await page.getByLabel('An alert can be put off for').fill('10:00');
      await button('Save').click();
      await page.getByText('Somebody else has changed this policy meanwhile.').waitFor();
      const lines = await page.locator('.pol-conflict tbody tr').allInnerTexts();
      expect(lines.map((line) => line.split('\t'))).toEqual([
        ['Targets', 'answer in 4:00', 'answer in 3:00'],
        ['Put off', '–', '10:00'],
      ]);
      expect((await floor.faults()).filter((fault) => !fault.includes('409'))).toEqual([]);
      expect(await settings('two')).toMatchObject({ targets: { answer_s: 240 } });
      await button('Go on with mine').click();
      await page.locator('#pol-save:focus').waitFor();
      await presses('Enter');
      await card('two').getByText('answer in 3:00').waitFor();
      expect((await asked('/v1/policies/two')).versions).toHaveLength(4);
    } finally {
      await other.close();
    }
  });

  it('what is wrong is said at its field: no name, no target, an order that is taken, steps that can never fire', async () => {
    await open();
    await button('New policy').click();
    await button('Save').click();
    expect(await wrong()).toEqual(['Give it a name.']);
    await page.locator('[aria-invalid="true"]:focus').waitFor();
    await page.getByLabel('Name', { exact: true }).fill('Wrong');
    await page.getByLabel('Place in the order').fill('20');
    await page.getByLabel('First answer within').fill('');
    await step(1).getByLabel('Target').selectOption('contact');
    await page.getByText('Give a target for the answer, for contact, or for both.').waitFor();
    expect((await wrong()).map((text) => text.trim())).toEqual([
      'The policy “two” has this place, or takes it later. Give each its own.',
      'Give a target for the answer, for contact, or for both.',
      'This step can never fire: the policy has no contact target to measure it by.',
    ]);
    expect(await floor.faults().then((faults) => faults.filter((fault) => !fault.includes('400')))).toEqual([]);
    await page.getByLabel('Place in the order').fill('30');
    await page.getByLabel('First answer within').fill('1:00');
    await step(1).getByLabel('Target').selectOption('answer');
    await step(1).getByLabel('When').selectOption('before');
    await step(1).getByLabel('How long before').fill('1:01');
    await page.getByText('This lies before the lead’s arrival: it is longer than the target.').waitFor();
    await step(1).getByLabel('How long before').fill('1:00');
    await button('Take out the owner').click();
    await page.getByText('This step tells nobody and does nothing.').waitFor();
    await step(1).getByLabel('Does').selectOption('pool');
    await page.locator('.pol-wrong').waitFor({ state: 'detached' });
    expect((await asked('/v1/policies')).policies).toHaveLength(2);
    await button('Cancel').click();
    await button('Discard').click();
    await card('two').waitFor();
  });

  it('the preview stays while it is asked anew, and who has put right what was wrong saves at once', async () => {
    await open();
    await button('Edit two').click();
    const panel = page.locator('.pol-preview');
    await panel.locator('.pol-count').waitFor();
    await page.getByLabel('First answer within').fill('');
    await page.keyboard.press('Tab');
    await page.getByText('Give a target for the answer, for contact, or for both.').waitFor();
    // it is not answered
    await page.route('**/v1/policies/preview', () => undefined);
    await page.getByLabel('First answer within').fill('3:30');
    await panel.and(page.locator('[aria-busy="true"]')).waitFor();
    await button('Save').click();
    await card('two').getByText('answer in 3:30').waitFor();
    await page.unroute('**/v1/policies/preview');
    await button('Edit two').click();
    await panel.locator('.pol-count').waitFor();
    await page.route('**/v1/policies/preview', () => undefined);
    await page.getByLabel('First answer within').fill('3:00');
    await panel.and(page.locator('[aria-busy="true"]')).waitFor();
    expect(await panel.locator('.pol-count').count()).toBe(1);
    await page.unroute('**/v1/policies/preview');
    await button('Save').click();
    await card('two').getByText('answer in 3:00').waitFor();
    await floor.calm();
  });

  it('its YAML is what the command line lists, and applied again it changes nothing', async () => {
    const place = { dataFolder: floor.dataFolder };
    await open();
    await button('Show as YAML').click();
    const shown = await page.locator('.pol-file pre').innerText();
    expect(shown).toBe((await runCommand(place, ['policy', 'list', '--yaml'])).stdout);
    const file = path.join(floor.dataFolder, 'shown.yaml');
    writeFileSync(file, shown);
    const dry = await runCommand(place, ['policy', 'apply', file, '--dry-run']);
    expect([dry.code, dry.stdout]).toEqual([0, expect.stringContaining('0 policies would be set, 2 stand already')]);
    expect(await floor.faults()).toEqual([]);
  });

  it('comes into force at an instant to come, by the clock of the site, and at none that has passed', async () => {
    const year = new Date(now).getUTCFullYear() + 1;
    await open();
    await button('New policy').click();
    await page.getByLabel('Name', { exact: true }).fill('spring');
    expect(await page.getByLabel('Date and time').count()).toBe(0);
    await page.getByLabel('From', { exact: true }).selectOption({ label: 'an instant to come' });
    await page.getByLabel('Date and time').fill('2020-01-01T00:00');
    await button('Save').click();
    await page.locator('.is-wrong', { hasText: 'This instant has passed' }).waitFor();
    await page.getByLabel('Date and time').fill(`${year}-07-01T10:00`);
    await page.locator('.pol-field', { hasText: 'Date and time' }).getByText(zoneOfNoon(now)).waitFor();
    await page.locator('.is-wrong').waitFor({ state: 'detached' });
    await button('Save').click();
    await page
      .locator('[data-coming="spring"]')
      .getByText(/in force from 1 Jul .*10:00/)
      .waitFor();
    expect(await card('spring').count()).toBe(0);
    expect((await floor.faults()).filter((fault) => !fault.includes('400'))).toEqual([]);
  });

  it('that is still to come can be given up before it judges a lead', async () => {
    await open();
    const spring = page.locator('[data-coming="spring"]');
    await button('Take away spring').click();
    await spring.locator('.pol-count').waitFor();
    await button('Keep it').click();
    await page.locator('button:focus', { hasText: 'Take away' }).waitFor();
    await page.keyboard.press('Enter');
    await button('Take it away').click();
    await spring.waitFor({ state: 'detached' });
    await page.locator('.pol-lines').getByText('before it came into force').waitFor();
    expect(await floor.faults()).toEqual([]);
  });

  it('is taken away after it was said what judges its leads then; what was to come goes with it', async () => {
    const later = new Date(now + DAY).toISOString();
    await set({ policy: 'two', ...(await settings('two')), targets: { answer_s: 30 }, effective_from: later });
    await open();
    await card('two').getByText('Another version comes into force').waitFor();
    await button('Take away two').click();
    const judges = card('two').locator('.pol-shares dd');
    await judges.nth(1).waitFor();
    expect(await judges.allInnerTexts()).toEqual(['the default 3', 'the default 3']);
    expect(await floor.faults()).toEqual([]);
    await button('Take it away').click();
    await page.getByRole('heading', { name: 'Taken away' }).waitFor();
    await page.locator('#pol-new:focus').waitFor();
    expect([await card('two').count(), await page.getByRole('heading', { name: 'To come' }).count()]).toEqual([0, 0]);
    await page.locator('.pol-lines').getByText('two').waitFor();
  });

  it.each([
    ['en', 1440, 'Start from the usual ladder'],
    ['es', 1440, 'Partir del escalado habitual'],
    ['ru', 390, 'Начать с обычной лестницы'],
  ] as const)('can begin with the usual ladder, until somebody has thought about one (%s, %i px)', async (language, width, begin) => {
    await page.setViewportSize({ width, height: 900 });
    await floor.open(`/alerts/policies?lang=${language}`);
    await page.locator('#pol-new').click();
    await page.locator('.pol-preview .pol-count').waitFor();
    await page.screenshot({ path: `.cache/usual-ladder-${language}.png`, fullPage: true });
    expect(await floor.faults()).toEqual([]);
    await button(begin).focus();
    await presses('Enter');
    await page.locator('#pol-add-step:focus').waitFor();
    expect([await page.locator('.pol-step').count(), await button(begin).count()]).toEqual([3, 0]);
    if (language !== 'en') return;
    // what was taken away, and was to come, holds no place
    expect(await page.getByLabel('Place in the order').inputValue()).toBe('20');
    await page.getByLabel('Name', { exact: true }).fill('usual');
    await button('Save').click();
    await card('usual').getByText('1:00 before the deadline').waitFor();
    expect((await settings('usual')).steps).toEqual([
      { id: 'soon', clock: 'lead', of: 'answer', at_s: -60, notify: ['owner'] },
      { id: 'due', clock: 'lead', of: 'answer', at_percent: 100, notify: ['owner'], repeat_s: 60, repeat_max: 3 },
      { id: 'manager', clock: 'lead', of: 'answer', at_s: 300, notify: ['manager'] },
    ]);
  });

  it.each([
    ['en', 1440, 'light'],
    ['es', 1024, 'dark'],
    ['ru', 390, 'dark'],
    ['es', 390, 'light'],
  ] as const)(
    'in %s at %i px, %s, the page fits and axe has no objection: list, versions, a form of every kind of step',
    async (language, width, scheme) => {
      const at = { clock: 'lead', of: 'answer' };
      const steps = [
        { id: 'a', ...at, at_s: -30, notify: ['owner', 'claimant', 'screen:wall'] },
        { id: 'b', ...at, at_percent: 100, notify: ['team', 'manager', 'rep:luis', 'caller', 'channel:desk'], repeat_s: 60, repeat_max: 3 },
        { id: 'c', ...at, clock: 'owner', at_s: 60, notify: [], action: 'reassign' },
        { id: 'd', ...at, of: 'contact', at_percent: 150, notify: [], action: 'pool' },
        { id: 'e', ...at, at_s: 900, notify: ['owner'], action: 'away' },
      ];
      const quiet = { from: '22:00', to: '07:00' };
      await set({ policy: 'Full', order: 5, targets: { answer_s: 120, contact_s: 3_600 }, quiet, snooze_max_s: 600, steps });
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme: scheme });
      await floor.open(`/alerts/policies?lang=${language}`);
      const buttons = card('Full').locator('.pol-head button');
      await buttons.nth(1).click();
      await card('Full').locator('.pol-history > li').first().waitFor();
      expect(['list', await floor.faults()]).toEqual(['list', []]);
      await buttons.first().click();
      await page.locator('.pol-preview .pol-count').waitFor();
      await page.locator('details.pol-part summary').click();
      const unreached = await page.locator('.pol-step .note').allTextContents();
      expect(unreached.map((text) => /wall|desk/.exec(text)?.[0])).toEqual(['wall', 'desk']);
      expect(['form', await pageFaults(page)]).toEqual(['form', []]);
    },
  );
}

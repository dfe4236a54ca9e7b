import type { Page } from 'playwright-core';
import { post, sample } from './testing/sample-events.js';
import { type WatchedFloor, watchFloor } from './testing/watched-floor.js';
import { zoneOfNoon } from './testing/zone-of-noon.js';

const browserAt = process.env['BROWSER_WS'];

if (browserAt === undefined) {
  it.skip('SKIPPED: needs a browser (CHROME_PATH, Chromium, or npx playwright-core install chromium)', () => undefined);
} else {
  let floor: WatchedFloor;
  let page: Page;
  const begun = Date.now();

  beforeAll(async () => {
    const early = begun - 150 * 60_000;
    floor = await watchFloor(browserAt, [
      sample('site', 'site.set', 'site', early, { name: 'Floor', zone: zoneOfNoon(begun), locale: 'en-GB', currency: 'EUR' }),
      sample('ana', 'rep.set', 'ana', early, { name: 'Ana R.', team: 'floor', active: true }),
      sample('luis', 'rep.set', 'luis', early, { name: 'Luis R.', team: 'floor', active: true }),
      sample('web', 'policy.set', 'web', early, {
        order: 1,
        match: {},
        targets: { answer_s: 600, contact_s: 610 },
        steps: [
          { id: 'soon', clock: 'lead', of: 'answer', at_s: 588, notify: ['owner'] },
          { id: 'late', clock: 'lead', of: 'answer', at_percent: 100, notify: ['team'] },
          { id: 'very', clock: 'lead', of: 'answer', at_s: 900, notify: ['manager'], action: 'reassign' },
          { id: 'talk', clock: 'lead', of: 'contact', at_percent: 100, notify: ['owner'] },
        ],
      }),
    ]);
    page = floor.page;
    await page.goto(`${floor.url}/me?rep=ana&lang=en`);
    await page.locator('.status-button').waitFor();
  });
  afterAll(async () => {
    await floor?.stop();
  });

  /** A lead of Ana's that arrived so many seconds ago, opened. */
  const open = async (lead: string, secondsAgo: number): Promise<void> => {
    const [time, name] = [Date.now() - secondsAgo * 1_000, `${lead.slice(0, 1).toUpperCase()}${lead.slice(1)} Lovelace`];
    const contact = { name, phone: '+34 600 000 001' };
    await post(floor.url, floor.key, [sample(`${lead}-c`, 'lead.created', lead, time, { origin: 'web_form', owner: 'ana', contact })]);
    await page
      .locator('.queue .row')
      .filter({ hasText: name.slice(0, 3) })
      .locator('a')
      .first()
      .waitFor();
    await page.goto(`${floor.url}/me?rep=ana&lang=en&lead=${lead}`);
    await page.locator('.lead h1', { hasText: name }).waitFor();
  };
  const says = (what: string) => page.locator('.next > span', { hasText: what });
  const lines = async () => (await page.locator('.next > span').allInnerTexts()).map((line) => line.replace(/^[\d:]+\s+/, ''));
  const rest = [
    'if nobody has spoken with them: you are told',
    'the manager and the new owner are told, the lead goes to the next of the rota',
  ];

  it('the card names the steps of the lead’s policy, and each goes once it has passed', async () => {
    await open('dora', 562);
    await says('you hear a tick').waitFor();
    expect(await lines()).toEqual(['you hear a tick', 'the team is told', rest[0]]);
    await page.getByRole('button', { name: 'and 1 more' }).press('Enter');
    expect(await lines()).toEqual(['you hear a tick', 'the team is told', ...rest]);
    await says('you hear a tick').waitFor({ state: 'detached' });
    expect(await lines()).toEqual(['the team is told', ...rest]);
    await says('the team is told').waitFor({ state: 'detached' });
    await page.locator('.toast', { hasText: 'Dora' }).waitFor();
    expect((await lines()).at(-1)).toBe(rest[1]);
  });

  it('the card follows the step that gives the lead to another rep', async () => {
    await open('eve', 875);
    await says('the manager and the new owner are told, the lead goes to the next of the rota').waitFor();
    await page.locator('.crumbs', { hasText: 'Luis R.’s lead' }).waitFor({ timeout: 45_000 });
    await page.getByText('Nobody is told any more.').waitFor();
  });

  it('a lead that was answered and that nobody has spoken with opens from its alert with a telephone', async () => {
    await open('finn', 600);
    const left = { channel: 'call', direction: 'outbound', rep: 'ana', outcome: 'voicemail', touchpoint: 'finn-t' };
    await post(floor.url, floor.key, [sample('finn-t', 'touchpoint.recorded', 'finn', Date.now(), left)]);
    await page.goto(`${floor.url}/me?rep=ana&lang=en`);
    const toast = page.locator('.toast', { hasText: 'Finn' });
    await toast.getByText('answered, nobody has spoken with them yet').waitFor({ timeout: 45_000 });
    await toast.getByRole('button', { name: 'Open' }).click();
    await page.locator('.verdict', { hasText: 'answered, nobody has spoken with them yet' }).waitFor();
    expect(await page.locator('#call').getAttribute('href')).toBe('tel:+34600000001');
    await page.keyboard.press('l');
    await page.keyboard.press('1');
    await page.keyboard.press('Control+Enter');
    await toast.waitFor({ state: 'detached' });
    await page.getByText('Waits no more').waitFor();
  });
}

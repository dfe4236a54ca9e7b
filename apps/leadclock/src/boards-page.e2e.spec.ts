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
  const now = Date.now();
  const MINUTE = 60_000;

  /** Leads of one owner that came some minutes ago, answered after so many seconds; null: by nobody. */
  const leads = (name: string, count: number, owner: string, after: number | null) =>
    Array.from({ length: count }, (_, index) => {
      const [lead, at] = [`${name}${index}`, now - 20 * MINUTE];
      const touch = { touchpoint: 'call', channel: 'call', direction: 'outbound', rep: owner, outcome: 'connected' };
      return [
        sample(`${lead}-c`, 'lead.created', lead, at, { owner, origin: 'website', contact: { name: `${lead} Lovelace` } }),
        ...(after === null ? [] : [sample(`${lead}-t`, 'touchpoint.recorded', lead, at + after * 1_000, touch)]),
      ];
    }).flat();

  beforeAll(async () => {
    const early = now - 150 * MINUTE;
    floor = await watchFloor(browserAt, [
      sample('site', 'site.set', 'site', early, { name: 'Floor', zone: zoneOfNoon(now), locale: 'en-GB', currency: 'EUR' }),
      ...['ana', 'luis', 'mark', 'zoe'].map((rep) =>
        sample(rep, 'rep.set', rep, early, { name: `${rep} R.`, team: 'floor', active: true }),
      ),
      ...leads('a', 12, 'ana', 60),
      ...leads('l', 4, 'luis', 90),
      ...leads('m', 4, 'mark', 30),
      ...leads('z', 1, 'zoe', null),
    ]);
    page = floor.page;
  });
  afterAll(() => floor?.stop());
  beforeEach(() => floor.calm());

  const open = (where: string) => floor.open(where);
  const faults = () => floor.faults();
  const tile = (title: string) => page.locator('.tile').filter({ has: page.getByRole('heading', { name: title, exact: true }) });
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
  const titles = () => page.locator('.tile h2').allInnerTexts();
  const lines = async (title: string) =>
    (await tile(title).locator('tbody tr').allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());
  const keep = (board: string, seen: number, body: unknown) => floor.keepBoard(board, seen, body);
  /** Adds a tile of the first number that is found by these words, in a form. */
  async function add(words: string, form: string): Promise<void> {
    await button('Add a tile').click();
    await page.keyboard.type(words);
    await page.keyboard.press('Enter');
    await page.getByLabel('Shown as', { exact: true }).selectOption(form);
    await page.locator('.tile-editor').getByRole('button', { name: 'Close' }).click();
  }

  it('is made by its name, filled with four forms and saved', async () => {
    await open('/boards?lang=en');
    await page.getByText('There is no board yet.').waitFor();
    expect(await faults()).toEqual([]);
    await page.getByLabel('Name of a new board').fill('Morning floor');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/boards\/morning-floor\?lang=en$/);
    await page.getByText('This board is empty.').waitFor();
    await button('Edit').click();
    await add('waiting now', 'number');
    await add('response time', 'table');
    await page.getByText('Not saved yet.').waitFor();
    await add('leads created', 'trend');
    await add('leads created', 'leaderboard');
    await page
      .getByRole('button', { name: /^Change: / })
      .last()
      .click();
    await page.getByLabel('Title', { exact: true }).fill('Most leads');
    await page.getByLabel('Ranked from n =').selectOption('3');
    await tile('Most leads').locator('tbody tr').nth(3).waitFor();
    expect(await faults()).toEqual([]);
    await button('Save').click();
    await button('Edit').waitFor();
    expect(await titles()).toEqual(['Waiting now', 'Response time', expect.any(String), 'Most leads']);
    await tile('Waiting now').locator('.figure-line b', { hasText: '1' }).waitFor();
    await page.locator('.tile-chart .dot').first().waitFor({ state: 'attached' });
    // two share the second place, and one lead is no ranking
    expect(await lines('Most leads')).toEqual([
      '1 ana R. 12 12',
      '2= shared luis R. 4 4',
      '2= shared mark R. 4 4',
      'not ranked zoe R. 1 1',
    ]);
    expect(await faults()).toEqual([]);
  });

  it('moves with an event, without being asked', async () => {
    await open('/boards/morning-floor?lang=en');
    await tile('Waiting now').locator('.figure-line b', { hasText: '1' }).waitFor();
    await post(floor.url, floor.key, leads('late', 1, 'mark', null));
    await tile('Waiting now').locator('.figure-line b', { hasText: '2' }).waitFor();
    await tile('Most leads').locator('tbody tr', { hasText: 'mark R.' }).locator('b', { hasText: '5' }).waitFor();
    await tile('Waiting now').getByRole('link').click();
    await page.getByRole('heading', { level: 1, name: 'Waiting now' }).waitFor();
  });

  it('is put in order by keys, and the focus goes with the tile', async () => {
    await open('/boards/morning-floor?lang=en');
    await button('Edit').click();
    await button('Later: Waiting now').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    expect((await titles())[2]).toBe('Waiting now');
    await page.locator('button[aria-label="Later: Waiting now"]:focus').waitFor();
    await page.keyboard.press('Enter');
    // at the end only the way back is left
    await page.locator('button[aria-label="Earlier: Waiting now"]:focus').waitFor();
    await button('Remove: Response time').click();
    await button('Save').click();
    await button('Edit').waitFor();
    expect((await titles()).at(-1)).toBe('Waiting now');
    expect((await titles()).length).toBe(3);
  });

  it('asks about changes that would be lost', async () => {
    await open('/boards/morning-floor?lang=en');
    await button('Edit').click();
    await button('Remove: Waiting now').click();
    await button('Cancel').click();
    await page.getByText('Discard what you have changed?').waitFor();
    await button('Go on editing').click();
    await page.getByRole('link', { name: 'All boards' }).click();
    await page.getByText('Your changes to the board “Morning floor” are not saved.').waitFor();
    expect(await faults()).toEqual([]);
    await page.getByRole('link', { name: 'Back to them' }).click();
    await page.getByText('Not saved yet.').waitFor();
    expect((await titles()).length).toBe(2);
    await button('Cancel').click();
    await button('Discard').click();
    await tile('Waiting now').waitFor();
  });

  it('saved by somebody else meanwhile, neither is lost', async () => {
    await keep('shared', 0, { name: 'Shared', tiles: [{ id: 'a', kpi: 'waiting-now', form: 'number' }] });
    await open('/boards/shared?lang=en');
    await button('Edit').click();
    await page.getByLabel('Name of the board').fill('Mine');
    await keep('shared', 1, { name: 'Theirs', tiles: [] });
    await button('Save').click();
    await page.getByText('Somebody else has changed this board meanwhile.').waitFor();
    expect((await faults()).filter((fault) => !fault.includes('409'))).toEqual([]);
    await button('Keep mine as a new board').click();
    await page.waitForURL(/\/boards\/mine-mine/);
    await page.getByRole('heading', { level: 1, name: 'Mine (mine)' }).waitFor();
    await tile('Waiting now').waitFor();
    await open('/boards/shared?lang=en');
    await page.getByRole('heading', { level: 1, name: 'Theirs' }).waitFor();
  });

  it('a tile whose question is refused says so in its place, and one step mends it', async () => {
    const params = { window: 'noon', by: 'rep' };
    await keep('wrong', 0, {
      name: 'Wrong',
      tiles: [
        { id: 'a', kpi: 'lead-response-time', form: 'table', params },
        { id: 'b', kpi: 'no-such-number', form: 'number' },
        { id: 'c', kpi: 'leads-created', form: 'leaderboard' },
      ],
    });
    await open('/boards/wrong?lang=en');
    await tile('no-such-number').getByText('There is no number called “no-such-number” any more').waitFor();
    await page.getByText('A leaderboard ranks groups: choose what to group by.').waitFor();
    await tile('Response time').getByText('“noon” is not possible for “Period”.').waitFor();
    expect(await faults()).toEqual([]);
    await button('Leave it out').click();
    await tile('Response time').locator('tbody tr').first().waitFor();
    await button('Save').click();
    await button('Edit').waitFor();
    await tile('Response time').locator('tbody tr').first().waitFor();
  });

  it('takes the question of a number’s page', async () => {
    await open('/kpis/lead-response-time?window=today&by=origin&lang=en');
    await button('Put on a board').click();
    await page.getByRole('menuitem', { name: 'Theirs' }).click();
    await page.getByText('It is on “Theirs” now.').waitFor();
    await page.getByRole('link', { name: 'Open the board' }).click();
    await tile('Response time').locator('tbody tr', { hasText: 'Website' }).waitFor();
  });

  it('a tile is compared with an earlier time, and held against a target', async () => {
    await keep('targets', 0, { name: 'Targets', tiles: [{ id: 'a', kpi: 'leads-created', form: 'number', params: { window: 'today' } }] });
    await open('/boards/targets?lang=en');
    await button('Edit').click();
    await page.getByRole('button', { name: /^Change: / }).click();
    await page.getByLabel('Compared with', { exact: true }).selectOption('before');
    await page.getByLabel('Target', { exact: true }).selectOption('own');
    await page.getByLabel('Target of this tile').fill('100');
    const change = page.locator('.tile-beside', { hasText: /▲ \d+ more than one period before \(0\)/ });
    const goal = page.locator('.tile-beside', { hasText: /\d+% of the target 100/ });
    await change.waitFor();
    await goal.waitFor();
    expect(await faults()).toEqual([]);
    await button('Save').click();
    await button('Edit').waitFor();
    await change.waitFor();
    await goal.waitFor();
    await page.setViewportSize({ width: 390, height: 900 });
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await faults()).toEqual([]);
  });

  it('is removed after a question, and its address says so', async () => {
    await open('/boards?lang=en');
    await button('Remove the board “Wrong”').click();
    await page.getByText('Remove for everybody?').waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Wrong' }).waitFor({ state: 'detached' });
    await open('/boards/wrong?lang=en');
    await page.getByText('There is no board at this address (any more).').waitFor();
    await open('/boards/A%20B?lang=en');
    await page.getByText('There is no board at this address (any more).').waitFor();
  });

  const inLanguages = [
    ['en', 'Boards', 'Edit'],
    ['es', 'Tableros', 'Editar'],
    ['ru', 'Доски', 'Изменить'],
  ] as const;
  // one width a story: a busy machine takes long over axe
  it.each(inLanguages.flatMap((words) => [1440, 1024, 390].map((width) => [width, ...words] as const)))(
    'at %i px in %s fits, light or dark, and axe has no objection: list, board, form',
    async (width, language, boards, edit) => {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme: width === 1024 ? 'dark' : 'light' });
      await open(`/boards?lang=${language}`);
      await page.getByRole('heading', { level: 1, name: boards }).waitFor();
      await page.locator('.board-line').first().waitFor();
      expect(['list', await faults()]).toEqual(['list', []]);
      await open(`/boards/morning-floor?lang=${language}`);
      await page.locator('.tile .figure-line b').first().waitFor();
      await page.locator('.tile-chart').waitFor();
      expect(['board', await faults()]).toEqual(['board', []]);
      await button(edit).click();
      await page.locator('.tile-buttons button[aria-expanded]').nth(1).click();
      await page.locator('.tile-editor .question').waitFor();
      expect(['form', await faults()]).toEqual(['form', []]);
    },
  );
}

import { MePage } from './me-page.js';
import { alertOf, daniel, floorOf, maria } from './me-scenario.js';
import { PICTURE_TIME } from './scenario.js';
import { isHeard, notesOf } from './tab-sounds.js';

const me = new MePage();

beforeAll(() => me.prepare());
afterEach(() => me.close());
afterAll(() => me.end());

const open = async (lead = 'daniel'): Promise<void> => {
  await me.open();
  await me.page.locator(`[id="row-${lead}"]`).click();
  await me.page.locator('h1', { hasText: 'Daniel' }).waitFor();
};
const claimButton = () => me.page.locator('.acts .claim');
const width = async (): Promise<number> => (await claimButton().boundingBox())?.width ?? 0;
const height = async (): Promise<number> => (await me.page.locator('.decide').boundingBox())?.height ?? 0;
const won = { status: 202, body: { event: { source: '/leadclock', id: 'e1' }, at: new Date(PICTURE_TIME).toISOString() } };

describe('a claim', () => {
  it('is yours when the server has said so, and not before; the button keeps its width', async () => {
    await open();
    let answer: () => void = () => undefined;
    const answered = new Promise<typeof won>((resolve) => {
      answer = () => resolve(won);
    });
    me.stand.decide(() => answered);
    const before = [await width(), await height()];
    await claimButton().click();
    await me.page.getByRole('button', { name: 'Claiming…' }).waitFor();
    expect(await claimButton().isDisabled()).toBe(true);
    expect([await width(), await height()]).toEqual(before);
    answer();
    await me.page.locator('.is-yours').waitFor();
    expect([await width(), await height()]).toEqual(before);
    expect(me.stand.commands.map(({ command, lead, body }) => ({ command, lead, body }))).toEqual([
      { command: 'claim', lead: 'daniel', body: { rep: 'ana', assignment: null } },
    ]);
    expect(me.stand.introduced()).toEqual({ protocol: 1, view: 'rep', rep: 'ana' });
  });

  it('that Luis won says so in place, and the next lead has the focus', async () => {
    await open();
    const at = new Date(PICTURE_TIME - 1_000).toISOString();
    me.stand.decide(() => ({ status: 409, body: { problem: 'somebody else', reason: 'claimed', rep: 'luis', at } }));
    const before = await height();
    await me.page.keyboard.press('c');
    await me.page.getByText(/Luis took this \d+ s ago/).waitFor();
    expect(await me.page.evaluate(() => document.activeElement?.textContent)).toContain('Next lead');
    expect(await height()).toBe(before);
    expect(await me.faults('claim-lost')).toEqual([]);
    await me.page.keyboard.press('Enter');
    await me.page.locator('.lead h1', { hasText: 'María F.' }).waitFor();
  });

  it.each([
    ['en', 'Not claimed', 'The server does not know this lead.'],
    ['es', 'No tomado', 'El servidor no conoce este lead.'],
    ['ru', 'Не взят', 'Сервер не знает этого лида.'],
  ] as const)('that the server does not take says why in the language of the page: %s', async (language, title, words) => {
    await me.open({ language });
    me.stand.decide(() => ({ status: 404, body: { detail: 'in English' } }));
    await me.page.locator('[id="row-daniel"]').click();
    await me.page.locator('h1', { hasText: 'Daniel' }).waitFor();
    await claimButton().click();
    expect(await me.page.locator('#claim-note').filter({ hasText: words }).textContent()).toBe(`${title}${words}`);
  });

  it('without an answer for five seconds is not confirmed, and goes out again with the same key', async () => {
    await open();
    me.stand.decide(() => null);
    await claimButton().click();
    await me.page.getByRole('button', { name: 'Claiming…' }).waitFor();
    await me.page.clock.fastForward(5_100);
    await me.page.getByText('Not confirmed. Try again').waitFor();
    expect(await me.faults('claim-unconfirmed')).toEqual([]);
    me.stand.decide(() => won);
    await me.page.getByRole('button', { name: /^Try again/ }).click();
    await me.page.locator('.is-yours').waitFor();
    const keys = me.stand.commands.map(({ key }) => key);
    expect(keys).toHaveLength(2);
    expect(keys[0]).toBe(keys[1]);
  });

  it('is off without a connection, says why, and is not sent later', async () => {
    await open();
    me.stand.mute();
    await me.page.clock.fastForward(12_500);
    await me.step('stale');
    expect(await claimButton().isDisabled()).toBe(true);
    await me.page.getByText('Claim and Log need the server; calling works.').waitFor();
    expect(await me.page.locator('#call').getAttribute('href')).toBe('tel:+15550142');
    await me.page.keyboard.press('c');
    me.stand.restore();
    await me.step('live');
    expect(me.stand.commands).toEqual([]);
  });

  it('of the stream has the last word: what Ana got on another device is hers here', async () => {
    await open();
    me.stand.patch('floor', {}, { leads: { daniel: { ...daniel, rep: 'ana', owner: 'Ana' } } });
    await me.page.locator('.is-yours').waitFor();
    expect(me.stand.commands).toEqual([]);
  });

  it('that was won is yours no longer than the stream says so', async () => {
    await open();
    me.stand.decide(() => won);
    await claimButton().click();
    await me.page.locator('.is-yours').waitFor();
    me.stand.patch('floor', {}, { leads: { daniel: { ...daniel, rep: 'ana', owner: 'Ana' } } });
    await me.page.locator('.crumbs', { hasText: 'yours' }).waitFor();
    me.stand.patch('floor', {}, { leads: { daniel } });
    await me.page.getByRole('button', { name: /^Claim/ }).waitFor();
    await me.page.keyboard.press('c');
    await me.page.locator('.is-yours').waitFor();
    me.stand.patch('floor', {}, { leads: { daniel: { ...daniel, rep: 'luis', owner: 'Luis' } } });
    await me.page.locator('.is-yours').waitFor({ state: 'detached' });
    expect(me.stand.commands.map(({ command }) => command)).toEqual(['claim', 'claim']);
  });

  it('of a lead that was answered meanwhile leads on to the next', async () => {
    await open();
    me.stand.patch('floor', {}, { leads: { daniel: null } });
    await me.page.getByText('Waits no more').waitFor();
    expect(await me.faults('answered-meanwhile')).toEqual([]);
  });
});

describe('the queue under the pointer', () => {
  it('stands still, counts what is new, and is in order again when it is asked to be', async () => {
    await me.open();
    await me.page.locator('.queue .rows').hover();
    const names = () => me.page.locator('.row .who b').allInnerTexts();
    const before = await names();
    const since = PICTURE_TIME - 290_000;
    const news = Object.fromEntries(
      ['n1', 'n2', 'n3'].map((id) => [id, { ...daniel, lead: id, name: `New ${id}`, since, due: since + 300_000 }]),
    );
    me.stand.patch('floor', {}, { leads: news });
    await me.page.getByRole('button', { name: '3 new, reorder' }).waitFor();
    expect(await names()).toEqual(before);
    expect(await me.faults('reorder')).toEqual([]);
    await me.page.getByRole('button', { name: '3 new, reorder' }).click();
    await me.page.locator('.row', { hasText: 'New n1' }).waitFor();
    expect(await names()).toHaveLength(before.length + 3);
  });
});

describe('an alert', () => {
  it('rings once for two tabs, tells the server once that it was shown, and stands in both titles', async () => {
    await me.open();
    const second = await me.secondTab();
    me.stand.decide(() => won);
    for (const tab of [me.page, second]) {
      await tab.bringToFront();
      await tab.locator('.brand').click();
      await isHeard(tab);
    }
    const before = (await notesOf(me.page)) + (await notesOf(second));
    me.stand.patch('floor', {}, { alerts: { a: alertOf(maria) } });
    await me.page.locator('.toast', { hasText: 'María F.' }).waitFor();
    await second.locator('.toast', { hasText: 'María F.' }).waitFor();
    await expectSoon(() => me.stand.commands.filter(({ command }) => command === 'shown').length === 1);
    // the tick that told that sounds work now was a sound: the next comes ten seconds after it. The clock stands then, until the device is awake
    for (const tab of [me.page, second]) await tab.clock.pauseAt((await tab.evaluate(() => Date.now())) + 11_000);
    await Promise.race([me.page, second].map((tab) => tab.waitForFunction(NOTES_AFTER)));
    for (const tab of [me.page, second]) await tab.clock.fastForward(1_000);
    expect((await notesOf(me.page)) + (await notesOf(second)) - before).toBe(3);
    expect(me.stand.commands.filter(({ command }) => command === 'shown')).toHaveLength(1);
    for (const tab of [me.page, second]) expect(await tab.title()).toMatch(/^\(1\) ▲ \d+:\d\d · Leads$/);
  });

  it('does not ring again after a reload, and goes when Ana says that she has seen it', async () => {
    await me.open({ floor: { ...floorOf('en'), alerts: { a: alertOf(maria) } } });
    me.stand.decide(() => won);
    await me.page.locator('.toast').waitFor();
    await me.page.clock.fastForward(3_000);
    await me.page.waitForFunction(() => window.localStorage.getItem('leadclock.shown') !== null);
    await me.page.reload();
    await me.page.locator('.toast').waitFor();
    await me.page.clock.fastForward(3_000);
    await me.page.getByRole('button', { name: 'Seen', exact: true }).click();
    await expectSoon(() => me.stand.commands.some(({ command }) => command === 'acknowledge'));
    expect(me.stand.commands.map(({ command }) => command)).toEqual(['shown', 'acknowledge']);
    me.stand.patch('floor', {}, { alerts: { a: alertOf(maria, { acknowledgedBy: 'ana' }) } });
    await me.page.locator('.toast').waitFor({ state: 'detached' });
    expect(await me.page.title()).toBe('Leads');
  });

  it('that Luis has seen first goes for Ana too when she says so, and stays away', async () => {
    const seen = alertOf(maria, { to: null, acknowledgedBy: 'luis' });
    await me.open({ floor: { ...floorOf('en'), alerts: { a: seen } } });
    const at = new Date(PICTURE_TIME).toISOString();
    me.stand.decide(() => ({ status: 409, body: { problem: 'somebody else', reason: 'acknowledged', rep: 'luis', at } }));
    await me.page.getByRole('button', { name: 'Seen', exact: true }).click();
    await me.page.locator('.toast').waitFor({ state: 'detached' });
    expect(await me.page.title()).toBe('Leads');
    await me.page.reload();
    await me.step('live');
    await me.page.locator('.queue .row').first().waitFor();
    expect(await me.page.locator('.toast').count()).toBe(0);
  });

  it('has the wait of its own lead in the title, whatever the target of most is', async () => {
    const floor = floorOf('en');
    await me.open({ floor: { ...floor, site: { ...floor.site, targetSeconds: 900 }, alerts: { a: alertOf(maria) } } });
    await me.page.locator('.toast').waitFor();
    expect(await me.page.title()).toMatch(/^\(1\) ▲ \d+:\d\d · Leads$/);
    expect(await me.page.evaluate(() => document.querySelector<HTMLLinkElement>('link[rel=icon]')?.href)).toContain('b3261e');
  });

  it.each([
    ['en', /^\(1\) 0:\d\d left · Leads$/],
    ['es', /^\(1\) quedan 0:\d\d · Leads$/],
    ['ru', /^\(1\) осталось 0:\d\d · Лиды$/],
  ] as const)('that comes before the target stands in the title, and not on the icon (%s)', async (language, title) => {
    const soon = alertOf(maria, { target: PICTURE_TIME + 45_000 });
    await me.open({ language, floor: { ...floorOf(language), alerts: { a: soon } } });
    await me.page.locator('.toast').waitFor();
    expect(await me.page.title()).toMatch(title);
    expect(await me.page.evaluate(() => document.querySelector<HTMLLinkElement>('link[rel=icon]')?.href)).not.toContain('b3261e');
  });

  it.each([
    ['en', 'answered, nobody has spoken with them yet'],
    ['es', 'con respuesta, pero aún sin conversación'],
    ['ru', 'ответ дан, разговора ещё не было'],
  ] as const)('of a lead that was answered says that a talk is missing (%s)', async (language, text) => {
    const answered = alertOf({ ...maria, lead: 'gone' }, { target: null, answered: true });
    await me.open({ language, floor: { ...floorOf(language), alerts: { a: answered } } });
    await me.page.locator('.toast', { hasText: text }).waitFor();
    expect(await me.faults(`talk-${language}`)).toEqual([]);
  });

  it('for Luis alone says nothing to Ana', async () => {
    await me.open({ floor: { ...floorOf('en'), alerts: { a: alertOf(maria, { to: ['luis'] }) } } });
    expect(await me.page.locator('.toast').count()).toBe(0);
    expect(await me.page.title()).toBe('Leads');
  });
});

/** true once this tab has sounded something besides the tick of its own unlocking */
const NOTES_AFTER = (): boolean => {
  const notes: unknown = Reflect.get(window, 'notes');
  return Array.isArray(notes) && notes.length >= 3;
};

/** As long as the story may take. */
async function expectSoon(holds: () => boolean): Promise<void> {
  while (!holds()) await me.page.evaluate(() => new Promise((next) => requestAnimationFrame(next)));
}

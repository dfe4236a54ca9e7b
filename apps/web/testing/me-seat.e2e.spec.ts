import { desktop, MePage, phone } from './me-page.js';
import { alertOf, floorOf, type Language, maria, ownDay } from './me-scenario.js';

const me = new MePage();

beforeAll(() => me.prepare());
afterEach(() => me.close());
afterAll(() => me.end());

const nobody = { ...ownDay, me: null };
const leftOwn = { ...ownDay, me: { rep: 'ana', name: 'Ana', team: 'north', active: false } };
const leftFloor = (language: Language) => {
  const floor = floorOf(language);
  return { ...floor, reps: { ...floor.reps, ana: { name: 'Ana', team: 'north', active: false } }, alerts: { a: alertOf(maria) } };
};
const gone: Readonly<Record<Language, string>> = {
  en: 'Ana is not among the reps any more.',
  es: 'Ana ya no está entre los agentes.',
  ru: 'Ana больше нет среди менеджеров.',
};

describe.each([
  ['desktop', desktop],
  ['phone', phone],
] as const)('a rep who has left, on a %s', (device, size) => {
  it.each(['en', 'es', 'ru'] as const)('is told so in %s, and somebody else can sit down', async (language) => {
    await me.open({ language, size, own: leftOwn, floor: leftFloor(language) });
    await me.page.getByText(gone[language]).waitFor();
    expect(await me.page.locator('.picker li').allInnerTexts()).toEqual(['Luis', 'Дмитрий'].map((name) => expect.stringContaining(name)));
    expect(await me.faults(`gone-${language}-${device}`)).toEqual([]);
    await me.page.locator('.picker button', { hasText: 'Luis' }).click();
    await me.page.waitForURL((url) => url.searchParams.get('rep') === null);
    expect(await me.page.evaluate(() => Object.values({ ...localStorage }))).toContain('luis');
  });
});

describe('where nobody sits', () => {
  it('nothing rings, nothing is said to have been shown, and no key takes a lead', async () => {
    const { reps, ...floor } = floorOf('en');
    const { ana: _left, ...others } = reps;
    await me.open({ own: nobody, floor: { ...floor, reps: others, alerts: { a: alertOf(maria, { to: null }) } } });
    await me.page.getByText('No rep has the id ana any more.').waitFor();
    for (const key of ['j', 'c', 'l', '1']) await me.page.keyboard.press(key);
    await me.page.clock.fastForward(3_000);
    expect(await me.page.locator('.toast, .sheet').count()).toBe(0);
    expect(me.stand.commands).toEqual([]);
  });

  it('a phone still offers the other languages, and the way to the team', async () => {
    await me.open({ own: nobody, size: phone });
    await me.page.locator('.who-menu').click();
    await me.page.getByRole('menuitem', { name: 'Team' }).waitFor();
    await me.page.getByText('Español').click();
    await me.page.getByRole('heading', { name: '¿Quién eres?' }).waitFor();
  });
});

describe('the link of a message', () => {
  const follow = async (rep: string) => {
    await me.page.goto(`${me.stand.url}/me?for=${rep}&lead=daniel&lang=en`);
    await me.page.locator('.lead h1', { hasText: 'Daniel' }).waitFor();
  };

  it('that was for Luis opens its lead for Ana, who sits here, and she claims it as herself', async () => {
    await me.open();
    await follow('luis');
    expect(me.stand.introduced()).toMatchObject({ view: 'rep', rep: 'ana' });
    await me.page.keyboard.press('c');
    await me.page.getByText('Not claimed').waitFor();
    expect(me.stand.commands.map(({ command, lead, body }) => ({ command, lead, body }))).toEqual([
      { command: 'claim', lead: 'daniel', body: { rep: 'ana', assignment: null } },
    ]);
  });

  it('seats whom it is for where nobody sits, from then on', async () => {
    await me.open();
    await me.page.evaluate(() => localStorage.clear());
    await follow('ana');
    expect(me.stand.introduced()).toMatchObject({ view: 'rep', rep: 'ana' });
    await me.page.goto(`${me.stand.url}/me?lead=daniel&lang=en`);
    await me.page.locator('.lead h1', { hasText: 'Daniel' }).waitFor();
  });
});

describe('a rep who leaves while the page is open', () => {
  const goes = () => me.stand.patch('rep:ana', { me: leftOwn.me });

  it('is told at once', async () => {
    await me.open();
    me.stand.patch('floor', { reps: leftFloor('en').reps });
    goes();
    await me.page.getByText(gone.en).waitFor();
  });

  it('can finish the note of the call that was made', async () => {
    await me.open();
    await me.page.locator('[id="row-daniel"]').click();
    await me.page.locator('h1', { hasText: 'Daniel' }).waitFor();
    await me.page.keyboard.press('l');
    await me.page.keyboard.press('2');
    me.stand.decide(() => ({
      status: 202,
      body: { event: { source: '/leadclock', id: 'e1' }, at: new Date(me.stand.now()).toISOString() },
    }));
    goes();
    await me.page.locator('.opt[data-selected]').waitFor();
    await me.page.keyboard.press('Control+Enter');
    await me.page.locator('.picker').waitFor();
    expect(me.stand.commands.map(({ command }) => command)).toEqual(['touchpoints']);
  });

  it('and claims faster than that is known here hears it from the server', async () => {
    await me.open();
    await me.page.locator('[id="row-daniel"]').click();
    await me.page.locator('h1', { hasText: 'Daniel' }).waitFor();
    me.stand.decide(() => ({ status: 409, body: { problem: 'gone', reason: 'rep_gone' } }));
    await me.page.keyboard.press('c');
    await me.page.getByText('You are not among the reps any more').waitFor();
    expect(await me.faults('claim-rep-gone')).toEqual([]);
    expect(await me.page.evaluate(() => document.activeElement?.textContent)).toContain('Who are you?');
    await me.page.keyboard.press('Enter');
    await me.page.waitForURL((url) => url.searchParams.get('rep') === null);
  });
});

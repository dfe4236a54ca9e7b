import { desktop, MePage, phone } from './me-page.js';
import { alertOf, daniel, floorOf, type Language, lead, ownDay } from './me-scenario.js';
import { PICTURE_TIME } from './scenario.js';

const me = new MePage();

beforeAll(() => me.prepare());
afterEach(() => me.close());
afterAll(() => me.end());

const next = () => me.page.locator('.next');

describe('a lead that does not wait and that somebody is to call', () => {
  const nina = lead('nina', 30, 0, { name: 'Nina V.', rep: 'ana', owner: 'Ana' });
  const told = alertOf(nina, { step: 'talk', answered: true, target: null, due: PICTURE_TIME - 60_000 });
  const state = { status: 'answered', owner: 'ana', team: 'north', origin: 'referral', arrived_at: new Date(nina.since).toISOString() };
  const talk = { step: 'talk', of: 'contact', at: '2026-03-17T15:30:00+01:00', to: ['manager:north'], action: null, repeat: null };
  const openTold = async (language: Language = 'en', size = desktop) => {
    await me.open({ language, size, own: ownDay, floor: { ...floorOf(language), alerts: { n: told } } });
    me.stand.know('/v1/leads/nina', { lead: 'nina', name: 'Nina V.', state, steps: [talk] });
    me.stand.know('/v1/leads/nina/contact', { lead: 'nina', name: 'Nina Volkova', phone: '+34 600 000 009' });
    await me.page.locator('.toast', { hasText: 'Nina V.' }).locator('button').first().click();
    await me.page.locator('.lead h1', { hasText: 'Nina Volkova' }).waitFor();
  };

  it('opens from its alert with her name, why, a telephone to press, and what is logged of the call', async () => {
    await openTold();
    await me.page.locator('.verdict', { hasText: 'answered, nobody has spoken with them yet' }).waitFor();
    expect(await me.page.locator('#call').getAttribute('href')).toBe('tel:+34600000009');
    expect(await me.page.locator('.crumbs').innerText()).toContain('yours');
    await next().getByText('if nobody has spoken with them: the manager is told').waitFor();
    me.stand.decide(({ command }) => ({ status: 202, body: { event: { source: '/leadclock', id: command }, at: talk.at } }));
    await me.page.keyboard.press('l');
    await me.page.getByRole('dialog', { name: 'Log a call' }).waitFor();
    await me.page.keyboard.press('1');
    await me.page.keyboard.press('Control+Enter');
    await me.page.locator('.just', { hasText: 'Nina V.' }).waitFor();
    expect(me.stand.commands.filter(({ command }) => command === 'touchpoints').map(({ lead: of }) => of)).toEqual(['nina']);
    me.stand.patch('floor', {}, { alerts: { n: null } });
    await me.page.getByText('Waits no more').waitFor();
  });

  it('that was in sight when it was answered has its telephone again once somebody is told', async () => {
    await me.open({ query: '&lead=daniel' });
    await me.page.locator('.lead h1', { hasText: 'Daniel R.' }).waitFor();
    me.stand.patch('floor', {}, { leads: { daniel: null } });
    await me.page.getByText('Waits no more').waitFor();
    expect(await me.page.locator('.acts').getByText('Log').count()).toBe(0);
    me.stand.patch('floor', {}, { alerts: { d: alertOf(daniel, { answered: true }) } });
    await me.page.locator('.verdict', { hasText: 'answered, nobody has spoken with them yet' }).waitFor();
    await me.page.locator('.acts').getByText('Log').waitFor();
  });

  it('that this rep is told nothing of does not wait, and that is all', async () => {
    await me.open({ floor: { ...floorOf('en'), alerts: { n: { ...told, to: ['luis'] } } } });
    me.stand.know('/v1/leads/nina', { lead: 'nina', name: 'Nina V.', state });
    await me.page.goto(`${me.stand.url}/me?rep=ana&lang=en&lead=nina`);
    await me.page.getByText('It does not wait.').waitFor();
  });

  it.each([
    ['en', desktop],
    ['es', desktop],
    ['ru', desktop],
    ['en', phone],
    ['es', phone],
    ['ru', phone],
  ] as const)('fits and is accessible (%s, %j)', async (language, size) => {
    await openTold(language, size);
    await next().locator('b').first().waitFor();
    expect(await me.faults(`told-${language}-${size.width}`)).toEqual([]);
  });
});

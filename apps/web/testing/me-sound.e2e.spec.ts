import { teamToday } from '../src/team/testing/scenario.js';
import { MePage } from './me-page.js';
import { alertOf, type Language, lead, maria } from './me-scenario.js';
import { PICTURE_TIME } from './scenario.js';
import { isHeard, loudnessOf, nextPicture, notesOf, sounded } from './tab-sounds.js';

const me = new MePage();
const TICK = 1;
const BREACH = 3;
const elena = lead('second', 8, 0, { rep: 'ana', owner: 'Ana', name: 'Elena S.' });

beforeAll(() => me.prepare());
afterEach(() => me.close());
afterAll(() => me.end());

const button = (says: string | RegExp) => me.page.getByRole('button', { name: says });
const toast = (name: string) => me.page.locator('.toast', { hasText: name });
const told = () => me.stand.commands.filter(({ command }) => command === 'shown').length;

const open = async (language: Language = 'en'): Promise<void> => {
  await me.open({ language });
  me.stand.decide(() => ({ status: 202, body: { event: { source: '/leadclock', id: 'e1' }, at: new Date(PICTURE_TIME).toISOString() } }));
};
/** Somebody has pressed anywhere: the browser lets the page sound, which it tells by a tick; ten seconds later it may sound again. */
const allowed = async (tab = me.page): Promise<void> => {
  await tab.bringToFront();
  await tab.locator('.brand').click();
  await isHeard(tab);
  await sounded(tab, TICK);
  await tab.clock.runFor(11_000);
};
/**
 * The page shows an alert, and has told it: where it cannot be heard, after it has waited a second for another that can. The clock goes its own way
 * meanwhile: a device that is waking would be given up.
 */
const late = async (of: typeof maria): Promise<void> => {
  const before = told();
  me.stand.patch('floor', {}, { alerts: { [of.lead]: alertOf(of) } });
  await toast(of.name).waitFor();
  for (const end = Date.now() + 20_000; told() === before && Date.now() < end; ) await nextPicture(me.page);
  expect(told()).toBe(before + 1);
};
/** Nothing more is heard, however long somebody listens. */
const silent = async (notes: number): Promise<void> => {
  await me.page.clock.runFor(11_000);
  expect(await notesOf(me.page)).toBe(notes);
};
/** Somebody wants to hear alerts only while he is not at the page; he is at it now. */
const onlyAway = async (): Promise<void> => {
  await me.page.locator('[data-key="notices"]').click();
  await me.page.getByRole('checkbox', { name: 'Only while I am not at this page' }).check();
  await me.page.keyboard.press('Escape');
};
/** The link goes on meanwhile: a page that hears nothing for so long begins anew. */
const tenSeconds = async (): Promise<void> => {
  me.stand.advance(10_000);
  me.stand.patch('floor', { pending: null });
  await nextPicture(me.page);
  await me.page.clock.runFor(10_000);
};

describe('the sound of the rep’s page', () => {
  it('comes with an alert once the browser allows it, and the button says that it is on', async () => {
    await open();
    await allowed();
    await button(/^Sound on/).waitFor();
    await late(maria);
    await sounded(me.page, TICK + BREACH);
  });

  it.each([
    ['en', /^Sound blocked: click to allow/, /^Sound on/],
    ['es', /^Sonido bloqueado: pulsa aquí/, /^Con sonido/],
    ['ru', /^Звук заблокирован: нажмите/, /^Звук включён/],
  ] as const)(
    'is blocked until somebody presses something, as the button says; a press on that unlocks it (%s)',
    async (...[language, blocked, on]) => {
      await open(language);
      await button(blocked).waitFor();
      await late(maria);
      await silent(0);
      expect(await me.faults(`sound-blocked-${language}`)).toEqual([]);
      await button(blocked).click();
      await button(on).waitFor();
      await sounded(me.page, TICK);
      await silent(TICK);
      await late(elena);
      await sounded(me.page, TICK + BREACH);
    },
  );

  it('is unlocked by any press, also by one on another button of the page', async () => {
    await open();
    await button(/^Sound blocked/).waitFor();
    await button('Pause').click();
    await button(/^Sound on/).waitFor();
    await sounded(me.page, TICK);
  });

  it('that is turned off stays off, also after a reload, and alerts are shown all the same', async () => {
    await open();
    await allowed();
    await button(/^Sound on/).click();
    await button(/^Sound off/).waitFor();
    await late(maria);
    await silent(TICK);
    await me.page.reload();
    await button(/^Sound off/).waitFor();
    await toast(maria.name).waitFor();
    await late(elena);
    await silent(0);
  });

  it('that was off when the page was opened is on with one press', async () => {
    await open();
    await me.page.evaluate(() => window.localStorage.setItem('leadclock.sound', 'off'));
    await me.page.reload();
    await button(/^Sound off/).click();
    await sounded(me.page, TICK);
    await button(/^Sound on/).waitFor();
  });

  it.each([
    ['en', 'Volume on this device', 'Play the alert', 'Only while I am not at this page'],
    ['es', 'Volumen en este dispositivo', 'Probar el sonido', 'Solo cuando no estoy en esta página'],
    ['ru', 'Громкость на этом устройстве', 'Проиграть сигнал', 'Только когда я не на этой странице'],
  ] as const)(
    'is as loud as it is set on this device, by keys, and can be heard at once (%s)',
    async (...[language, volume, play, away]) => {
      await open(language);
      await allowed();
      await sounded(me.page, TICK);
      expect(await loudnessOf(me.page)).toBe(0.5);
      const other = await me.secondTab();
      await me.page.bringToFront();
      await me.page.locator('[data-key="notices"]').click();
      const slider = me.page.getByRole('slider', { name: volume });
      expect(await slider.inputValue()).toBe('50');
      await slider.focus();
      await me.page.keyboard.press('ArrowRight');
      await me.page.keyboard.press('ArrowRight');
      await me.page.keyboard.press('ArrowRight');
      expect(await slider.inputValue()).toBe('80');
      await button(play).click();
      await sounded(me.page, TICK + BREACH);
      expect(await loudnessOf(me.page)).toBe(0.8);
      // as often as somebody likes, and as loud in the other tab
      await button(play).click();
      await sounded(me.page, TICK + 2 * BREACH);
      expect(await me.faults(`sound-level-${language}`)).toEqual([]);
      await me.page.getByRole('checkbox', { name: away }).focus();
      await me.page.keyboard.press('Space');
      await other.locator('[data-key="notices"]').click();
      await other.locator('input[type="checkbox"]:checked').waitFor();
      await other.waitForFunction(() => document.querySelector<HTMLInputElement>('[type="range"]')?.value === '80');
      await me.page.reload();
      await me.page.locator('[data-key="notices"]').click();
      expect(await slider.inputValue()).toBe('80');
      expect(await me.page.getByRole('checkbox', { name: away }).isChecked()).toBe(true);
      // what is turned off is not played
      await me.page.keyboard.press('Escape');
      await me.page.locator('[data-key="notices"]').waitFor();
      await me.page.evaluate(() => window.localStorage.setItem('leadclock.sound', 'off'));
      await me.page.reload();
      await me.page.locator('[data-key="notices"]').click();
      expect(await button(play).isDisabled()).toBe(true);
    },
  );

  it('comes only while nobody is at the page, where somebody wants that', async () => {
    await open();
    await allowed();
    await onlyAway();
    await late(maria);
    await silent(TICK);
    // at another program
    await me.page.evaluate(() => window.dispatchEvent(new Event('blur')));
    await late(elena);
    await sounded(me.page, TICK + BREACH);
  });

  it('comes for who has left the page in front and touches nothing any more, and not for who is at another one of ours', async () => {
    await me.open({ team: teamToday() });
    me.stand.decide(() => ({ status: 202, body: { event: { source: '/leadclock', id: 'e1' }, at: new Date(PICTURE_TIME).toISOString() } }));
    await allowed();
    await onlyAway();
    const manager = await me.secondTab('/team?lang=en');
    await me.page.evaluate(() => window.dispatchEvent(new Event('blur')));
    await manager.locator('.brand').click();
    await me.page.bringToFront();
    await late(maria);
    await silent(TICK);
    await manager.close();
    for (let second = 0; second < 70; second += 10) await tenSeconds();
    await late(elena);
    await sounded(me.page, TICK + BREACH);
  });

  it('is not lost with a tab that the browser would put to sleep: those that tell hold a lock', async () => {
    await me.open({ team: teamToday() });
    const manager = await me.secondTab('/team?lang=en');
    await me.page.waitForFunction(async () => {
      const { held = [] } = await navigator.locks.query();
      return held.filter(({ name }) => name === 'leadclock.awake').length === 2;
    });
    await manager.close();
  });

  it('comes again for who is given the lead, not for who takes it himself', async () => {
    await open();
    await allowed();
    me.stand.patch('floor', {}, { alerts: { maria: alertOf(maria, { to: null, owner: null }) } });
    await toast(maria.name).waitFor();
    await sounded(me.page, TICK + BREACH);
    const now = (owner: string | null) =>
      me.stand.patch('floor', {}, { alerts: { maria: alertOf(maria, { to: null, owner, moved: true }) } });
    await tenSeconds();
    now('ana');
    await toast(maria.name).getByText(/yours/).waitFor();
    await tenSeconds();
    expect(await notesOf(me.page)).toBe(TICK + BREACH);
    now('luis');
    await toast(maria.name).waitFor({ state: 'detached' });
    await tenSeconds();
    now('ana');
    await toast(maria.name).waitFor();
    await sounded(me.page, TICK + 2 * BREACH);
  });

  it('is muted with the key M, and is back ten minutes later', async () => {
    await open();
    await allowed();
    await me.page.evaluate(() => Object.assign(window, { sameDocument: true }));
    await me.page.keyboard.press('m');
    await button(/^Muted until \d\d:\d\d/).waitFor();
    await late(maria);
    await silent(TICK);
    for (let second = 11; second < 590; second += 10) await tenSeconds();
    await button(/^Muted until/).waitFor();
    for (let second = 590; second < 610; second += 10) await tenSeconds();
    await button(/^Sound on/).waitFor();
    await late(elena);
    await sounded(me.page, TICK + BREACH);
    expect(await me.page.evaluate((): unknown => Reflect.get(window, 'sameDocument'))).toBe(true);
  });

  it('that was muted is back at once when M is pressed again', async () => {
    await open();
    await allowed();
    await me.page.keyboard.press('m');
    await button(/^Muted until/).waitFor();
    await me.page.keyboard.press('m');
    await button(/^Sound on/).waitFor();
    await late(maria);
    await sounded(me.page, TICK + BREACH);
  });

  it('that is turned off on one page is off on the manager’s page that is open beside it, and the other way round', async () => {
    await me.open({ team: teamToday() });
    const manager = await me.secondTab('/team?lang=en');
    const on = (tab: typeof manager, says: RegExp) => tab.getByRole('button', { name: says });
    for (const tab of [me.page, manager]) await allowed(tab);
    await on(me.page, /^Sound on/).click();
    await on(manager, /^Sound off/).waitFor();
    const both = alertOf(maria, { to: ['ana', 'manager:*'], raised: PICTURE_TIME });
    for (const stream of ['floor', 'team']) me.stand.patch(stream, {}, { alerts: { a: both } });
    for (const tab of [me.page, manager]) {
      await tab.locator('.toast', { hasText: maria.name }).waitFor();
      await tab.clock.runFor(3_000);
      expect(await notesOf(tab)).toBe(TICK);
    }
    await on(manager, /^Sound off/).click();
    await on(me.page, /^Sound on/).waitFor();
  });

  it('that is muted with M is muted on the manager’s page too, and after a reload, for the ten minutes', async () => {
    await me.open({ team: teamToday() });
    const manager = await me.secondTab('/team?lang=en');
    await me.page.bringToFront();
    await me.page.keyboard.press('m');
    const muted = (tab: typeof manager) => tab.getByRole('button', { name: /^Muted until \d\d:\d\d/ });
    await muted(me.page).waitFor();
    await muted(manager).waitFor();
    await me.page.reload();
    await muted(me.page).waitFor();
    for (let second = 0; second < 610; second += 10) await tenSeconds();
    await muted(me.page).waitFor({ state: 'detached' });
    await muted(manager).waitFor({ state: 'detached' });
  });

  it('comes once for who has the manager’s page open in the same browser, and both pages show it', async () => {
    await me.open({ team: teamToday() });
    const manager = await me.secondTab('/team?lang=en');
    const tabs = [me.page, manager];
    for (const tab of tabs) await allowed(tab);
    const both = alertOf(maria, { to: ['ana', 'manager:*'], raised: PICTURE_TIME });
    for (const stream of ['floor', 'team']) me.stand.patch(stream, {}, { alerts: { a: both } });
    for (const tab of tabs) await tab.locator('.toast', { hasText: maria.name }).waitFor();
    await Promise.race(tabs.map((tab) => sounded(tab, TICK + BREACH)));
    for (const tab of tabs) await tab.clock.runFor(3_000);
    expect((await notesOf(me.page)) + (await notesOf(manager))).toBe(2 * TICK + BREACH);
  });
});

import type { WallState } from '@leadclock/live-protocol/protocol.js';
import { liveWall, nobodyWaits, PICTURE_TIME, sites } from './scenario.js';
import { WallPage } from './wall-page.js';

const wall = new WallPage();
const floor = liveWall(sites.en);
const TARGET = 300_000;

type Alert = WallState['alerts'][number];
const alertOf = (lead: string, name: string, due = PICTURE_TIME): Alert => ({ alert: `alert-${lead}`, lead, name, due });
const late = alertOf('lead-Екатерина В.', 'Екатерина В.');

const win = (id: string, rep: string, amount: number | null = 1_250_000): WallState['wins'][number] => ({
  id,
  rep,
  lead: 'John P.',
  amount,
  currency: amount === null ? null : 'EUR',
  at: PICTURE_TIME,
});

/** Opens the wall, lets it make sounds, and lets the seconds pass in which nothing is news and no second sound is played. */
async function open(state: WallState, query = ''): Promise<void> {
  await wall.open(state, query);
  await wall.page.keyboard.press('Shift');
  await wall.page.waitForFunction(() => Reflect.get(window, 'notes') === 1);
  await wall.pass(11);
  await wall.page.evaluate(() => Object.assign(window, { notes: 0 }));
}
const played = (): Promise<number> => wall.page.evaluate(() => Number(Reflect.get(window, 'notes')));
const heard = (notes: number) => wall.page.waitForFunction((asked) => Reflect.get(window, 'notes') === asked, notes);
const scene = (name: string): Promise<void> => wall.page.locator(`[data-scene="${name}"]`).waitFor();
const firstRow = (): Promise<string> => wall.page.locator('.waiting-row').first().innerText();
const still = () => wall.page.waitForFunction(() => document.getAnimations().length === 0);
const BREACH_NOTES = 3;
const WIN_NOTES = 5;

beforeAll(() => wall.prepare());
afterEach(() => wall.close());
afterAll(() => wall.end());

describe('a lead that turns late', () => {
  it('slides to the top, glows and is heard', async () => {
    await open(floor);
    wall.stand.set({ alerts: [late], lateCount: 4 });
    await wall.page.locator('.tile .glow').waitFor({ state: 'attached' });
    expect(await firstRow()).toContain('Екатерина В.');
    expect(await wall.page.locator('.waiting-row .glow').count()).toBe(1);
    await heard(BREACH_NOTES);
    await wall.picture('moment-breach-en');
  });

  it('brings back the scene "Now" for a minute', async () => {
    await open(floor, '?scene=today');
    await scene('today');
    wall.stand.set({ alerts: [late], lateCount: 4 });
    await scene('now');
    // the screen's time goes on by itself, too: a busy machine has twenty seconds of it
    await wall.pass(40);
    await scene('now');
    await wall.pass(25);
    await scene('today');
  });

  it('takes its place by its wait after that minute', async () => {
    await open(floor);
    wall.stand.set({ alerts: [late], lateCount: 4 });
    await wall.page.locator('.waiting-row .glow').waitFor({ state: 'attached' });
    await wall.pass(61);
    expect(await firstRow()).toContain('María F.');
  });

  it('is one sound together with others, and one glow each time', async () => {
    await open(floor);
    wall.stand.set({ alerts: [late, alertOf('lead-John P.', 'John P.')], lateCount: 5 });
    await wall.page.locator('.tile .glow').waitFor({ state: 'attached' });
    wall.stand.set({ alerts: [alertOf('other', 'Zoë K.'), late], lateCount: 6 });
    await wall.late('6');
    expect(await wall.page.locator('.waiting-row .glow').count()).toBe(2);
    await heard(BREACH_NOTES);
  });

  it('is not played again when the page is loaded anew', async () => {
    await open(floor);
    wall.stand.set({ alerts: [late], lateCount: 4 });
    await wall.page.locator('.tile .glow').waitFor({ state: 'attached' });
    await wall.page.reload();
    await wall.step('live');
    await wall.pass(3);
    wall.stand.set({ lateCount: 5 });
    await wall.late('5');
    expect(await wall.page.locator('.glow').count()).toBe(0);
    expect(await played()).toBe(0);
  });

  it('is not played when it came while the wall was cut off', async () => {
    await open(floor);
    wall.stand.cut();
    wall.stand.advance(30_000);
    await wall.page.clock.fastForward(30_000);
    await wall.step('stale');
    wall.stand.set({ alerts: [late], lateCount: 4 });
    wall.stand.restore();
    await wall.page.evaluate(() => window.dispatchEvent(new Event('online')));
    await wall.late('4');
    expect(await wall.page.locator('.glow').count()).toBe(0);
    expect(await played()).toBe(0);
  });

  it('is not played again by a process that began anew', async () => {
    await open(floor);
    wall.stand.set({ alerts: [late], lateCount: 4 });
    await wall.page.locator('.tile .glow').waitFor({ state: 'attached' });
    wall.stand.set({ alerts: [] });
    wall.stand.restart();
    wall.stand.restore();
    wall.stand.set({ alerts: [late], lateCount: 5 });
    await wall.late('5');
    await heard(BREACH_NOTES);
  });

  it('changes the tile and the row without movement where none is wanted', async () => {
    await open(floor);
    await wall.page.emulateMedia({ reducedMotion: 'reduce' });
    wall.stand.set({ alerts: [late], lateCount: 4 });
    await wall.late('4');
    expect(await firstRow()).toContain('Екатерина В.');
    expect(await wall.page.evaluate(() => document.getAnimations().length)).toBe(0);
  });
});

describe('a deal that is won', () => {
  it.each(['en', 'es', 'ru'] as const)('has the right-hand card for eight seconds: %s', async (language) => {
    await open(nobodyWaits(sites[language]), `?lang=${language}`);
    wall.stand.set({ wins: [win('one', 'Ana')] });
    await wall.page.locator('.win').waitFor();
    await heard(WIN_NOTES);
    // the card has come to rest, its paper still falls
    await wall.page.waitForFunction(() => document.querySelector('.win')?.getAnimations().length === 0);
    await wall.picture(`moment-win-flying-${language}`);
    await still();
    expect(await wall.faults(`moment-win-${language}`)).toEqual([]);
    await wall.pass(8);
    await wall.page.locator('.win').waitFor({ state: 'detached' });
  });

  it('fits with the longest names and amounts', async () => {
    await open(nobodyWaits(sites.ru), '?lang=ru&scene=today&theme=light');
    wall.stand.set({ wins: [win('one', 'Максимилиан-Александр', 123_456_789_000)] });
    await wall.page.locator('.win').waitFor();
    await still();
    expect(await wall.faults('moment-win-long-ru', true)).toEqual([]);
  });

  it('shrinks to the footer, without a sound, while anybody is late', async () => {
    await open(floor);
    wall.stand.set({ wins: [win('one', 'Ana')] });
    await wall.page.locator('.foot', { hasText: 'Deal won · Ana · John P. · €12,500' }).waitFor();
    expect(await wall.page.locator('.win').count()).toBe(0);
    expect(await played()).toBe(0);
    expect(await wall.faults('moment-win-late-en')).toEqual([]);
    await wall.pass(9);
    await wall.page.locator('.foot', { hasText: 'Ana answered' }).waitFor();
  });

  it('gives up its card when a lead turns late meanwhile', async () => {
    await open(nobodyWaits(sites.en));
    wall.stand.set({ wins: [win('one', 'Ana')] });
    await wall.page.locator('.win').waitFor();
    const waiting = [{ lead: 'new', name: 'Zoë K.', owner: null, since: PICTURE_TIME - TARGET, due: PICTURE_TIME, heldMs: null }];
    wall.stand.set({ lateCount: 1, waitingCount: 1, waiting, oldest: waiting[0] ?? null, alerts: [alertOf('new', 'Zoë K.')] });
    await wall.page.locator('.win').waitFor({ state: 'detached' });
    await wall.page.locator('.foot', { hasText: 'Deal won' }).waitFor();
  });

  it('waits for its turn; of more than three the older ones merge', async () => {
    await open(nobodyWaits(sites.en));
    wall.stand.set({ wins: [win('c', 'Luis'), win('b', 'Sofía'), win('a', 'Ana')] });
    await wall.page.locator('.win', { hasText: 'Ana' }).waitFor();
    wall.stand.set({ wins: [win('d', 'Mark', null), win('c', 'Luis'), win('b', 'Sofía')] });
    await wall.pass(9);
    await wall.page.locator('.win', { hasText: '+1' }).waitFor();
    expect(await wall.text('.win-rep')).toBe('Luis');
    await wall.pass(8);
    await wall.page.locator('.win', { hasText: 'Mark' }).waitFor();
    await wall.pass(8);
    await wall.page.locator('.win').waitFor({ state: 'detached' });
  });

  it('is a still card where no movement is wanted', async () => {
    await open(nobodyWaits(sites.en));
    await wall.page.emulateMedia({ reducedMotion: 'reduce' });
    wall.stand.set({ wins: [win('one', 'Ana')] });
    await wall.page.locator('.win').waitFor();
    expect(await wall.page.evaluate(() => document.getAnimations().length)).toBe(0);
    expect(await wall.page.locator('.confetti').isVisible()).toBe(false);
  });

  it('leaves nothing behind: a thousand moments later the page has as many nodes as before', async () => {
    await open(nobodyWaits(sites.en));
    const nodes = (): Promise<number> => wall.page.evaluate(() => document.querySelectorAll('*').length);
    const before = await nodes();
    for (let at = 0; at < 300; at += 1) wall.stand.set({ wins: [win(`w${at}`, 'Ana')], alerts: [alertOf(`l${at}`, 'Zoë K.')] });
    await wall.page.locator('.win').waitFor();
    await wall.pass(40);
    await wall.page.locator('.win').waitFor({ state: 'detached' });
    // the glow of the tile stays, without being seen
    expect((await nodes()) - before).toBeLessThanOrEqual(1);
    const kept = await wall.page.evaluate(() => window.sessionStorage.getItem('leadclock.wall.seen')?.split('\n').length);
    expect(kept).toBeLessThanOrEqual(64);
  });
});

describe('sound', () => {
  it.each(['en', 'es', 'ru'] as const)('that the browser blocks is told, and comes with a key: %s', async (language) => {
    await wall.open(nobodyWaits(sites[language]), `?lang=${language}`);
    await wall.pass(3);
    await wall.page.locator('.foot-end').waitFor();
    wall.stand.set({ wins: [win('one', 'Ana')] });
    await wall.page.locator('.win').waitFor();
    expect(await played()).toBe(0);
    await wall.pass(9);
    expect(await wall.faults(`sound-blocked-${language}`)).toEqual([]);
    await wall.page.keyboard.press('Enter');
    await wall.page.locator('.foot-end').waitFor({ state: 'detached' });
    // a tick tells that it works; what was missed is not played
    await heard(1);
  });

  it('is not asked for where nobody wants it', async () => {
    await wall.open(floor, '?sound=off');
    await wall.pass(3);
    expect(await wall.page.locator('.foot-end').count()).toBe(0);
    wall.stand.set({ alerts: [late], lateCount: 4 });
    await wall.page.locator('.tile .glow').waitFor({ state: 'attached' });
    expect(await played()).toBe(0);
  });
});

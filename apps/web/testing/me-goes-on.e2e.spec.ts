import { MePage } from './me-page.js';
import { alertOf, daniel, lead, maria } from './me-scenario.js';
import { PICTURE_TIME } from './scenario.js';

const me = new MePage();

beforeAll(() => me.prepare());
afterEach(() => me.close());
afterAll(() => me.end());

const heading = (name: string) => me.page.locator('.lead h1', { hasText: name }).waitFor();
const done = { status: 202, body: { event: { source: '/leadclock', id: 'e1' }, at: new Date(PICTURE_TIME).toISOString() } };

describe('the queue', () => {
  it('goes on by itself after somebody has searched it', async () => {
    await me.open();
    await me.page.keyboard.press('/');
    await me.page.locator('#search').waitFor();
    await me.page.keyboard.press('Escape');
    await me.page.locator('.qh h1').waitFor();
    me.stand.patch('floor', {}, { leads: { fresh: { ...daniel, lead: 'fresh', name: 'Fresh F.' } } });
    await me.page.clock.runFor(3_000);
    await me.row('fresh').waitFor();
    expect(await me.page.getByRole('button', { name: /reorder/i }).count()).toBe(0);
  });

  it('opens the next lead in the place of one that opened by itself, and of no other', async () => {
    await me.open();
    await heading('María F.');
    me.stand.patch('floor', {}, { leads: { maria: null } });
    await heading('John P.');
    await me.page.locator('[id="row-elena"]').click();
    await heading('Elena S.');
    me.stand.patch('floor', {}, { leads: { elena: null } });
    await me.page.getByText('Waits no more').waitFor();
    await heading('Elena S.');
  });

  it('leaves a lead where it is while somebody writes what came of the call', async () => {
    await me.open();
    me.stand.decide(() => done);
    await heading('María F.');
    await me.page.keyboard.press('l');
    await me.page.locator('.sheet').waitFor();
    await me.page.keyboard.press('1');
    me.stand.patch('floor', {}, { leads: { maria: null } });
    await me.page.getByText('Waits no more').waitFor();
    await me.page.keyboard.press('Control+Enter');
    await me.page.locator('.just', { hasText: 'María F.' }).waitFor();
  });
});

describe('a page that somebody has just covered', () => {
  it('rings within a second for what came while it was still to be drawn', async () => {
    await me.open();
    await me.page.evaluate(throttled);
    await me.page.clock.runFor(3_000);
    me.stand.patch('floor', {}, { alerts: { a: alertOf(maria) } });
    await me.page.waitForFunction(() => document.documentElement.dataset['frames'] !== undefined);
    await me.page.evaluate(() => {
      Object.defineProperty(document, 'hidden', { configurable: true, value: true });
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await me.page.clock.runFor(1_100);
    await me.page.waitForFunction(() => document.title.startsWith('(1)'));
  });
});

describe('a view that stands still', () => {
  const pause = () => me.page.getByRole('button', { name: 'Pause', exact: true }).click();

  it('has a call and its undo at the time at which they are', async () => {
    await me.open();
    me.stand.decide(() => done);
    await me.page.locator('[id="row-daniel"]').click();
    await heading('Daniel R.');
    await pause();
    me.stand.advance(60_000);
    await me.page.clock.runFor(60_000);
    await me.page.evaluate(() => document.querySelector('#call')?.addEventListener('click', (event) => event.preventDefault()));
    await me.page.locator('#call').click();
    await me.page.keyboard.press('l');
    await me.page.locator('.sheet').waitFor();
    await me.page.keyboard.press('2');
    await me.page.keyboard.press('Control+Enter');
    // it can be taken back once the server has it, and its ten seconds begin then
    await me.page.getByRole('button', { name: /^Undo \d+ s/, disabled: false }).waitFor();
    const [{ body } = { body: null }] = me.stand.commands;
    expect(Date.parse(Object(body).at) - PICTURE_TIME).toBeGreaterThanOrEqual(59_000);
    await me.page.clock.runFor(11_000);
    await me.page.getByRole('button', { name: /^Undo/ }).waitFor({ state: 'detached' });
  });

  it('goes on for who opens a lead that came since', async () => {
    await me.open();
    await pause();
    const late = lead('late', 6, 0, { name: 'Late L.' });
    me.stand.patch('floor', {}, { leads: { late }, alerts: { a: alertOf(late) } });
    await me.page.locator('.toast', { hasText: 'Late L.' }).getByRole('button', { name: 'Open' }).click();
    await heading('Late L.');
    await me.page.getByRole('button', { name: /^Claim/ }).waitFor();
  });
});

/** What Chromium does to a page that was covered for long: no animation frames, and a timer that a timer has set waits for a minute. */
function throttled(): void {
  const set = window.setTimeout.bind(window);
  let isInTimer = false;
  Object.assign(window, {
    requestAnimationFrame: () => {
      document.documentElement.dataset['frames'] = 'asked';
      return 0;
    },
    setTimeout: (run: () => void, ms = 0) =>
      set(
        () => {
          isInTimer = true;
          run();
          isInTimer = false;
        },
        isInTimer ? ms + 60_000 : ms,
      ),
  });
}

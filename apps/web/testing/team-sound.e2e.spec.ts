import type { LiveAlert } from '@leadclock/live-protocol/queue-lead.js';
import { isHeard, notesOf, sounded } from './tab-sounds.js';
import { byId, floorWith, managerAlert } from './team-alert-scenario.js';
import { TeamPage } from './team-page.js';

const team = new TeamPage();
const [TICK, BREACH] = [1, 3];

beforeAll(() => team.prepare());
afterEach(() => team.close());
afterAll(() => team.end());

const told = (alert: LiveAlert): void => team.stand.patch('team', {}, { alerts: byId(alert) });
const toast = (text: string) => team.page.locator('.toast', { hasText: text });
const button = (says: RegExp) => team.page.getByRole('button', { name: says });

describe('the sound of the manager’s page', () => {
  /** Somebody has pressed anywhere, and the tick that tells that sounds work is ten seconds old. */
  const allowed = async (tab = team.page): Promise<void> => {
    await tab.locator('.brand').click();
    await isHeard(tab);
    await sounded(tab, TICK);
    await tab.clock.runFor(11_000);
  };
  const rung = (): Promise<unknown> =>
    team.page.waitForFunction(() => window.localStorage.getItem('leadclock.rings')?.includes('sound ') === true);

  it('comes with an alert, once for two tabs', async () => {
    await team.open({ state: floorWith() });
    const second = await team.secondTab();
    for (const tab of [team.page, second]) {
      await tab.bringToFront();
      await allowed(tab);
    }
    told(managerAlert('Petra H.', 0));
    for (const tab of [team.page, second]) await tab.locator('.toast', { hasText: 'Petra H.' }).waitFor();
    await Promise.race([team.page, second].map((tab) => sounded(tab, TICK + BREACH)));
    for (const tab of [team.page, second]) await tab.clock.runFor(3_000);
    expect((await notesOf(team.page)) + (await notesOf(second))).toBe(2 * TICK + BREACH);
  });

  it('does not come for what was told long before the page was opened', async () => {
    await team.open({ state: floorWith(managerAlert('Petra H.', 2)) });
    await toast('Petra H.').waitFor();
    await team.page.clock.runFor(3_000);
    expect(await team.page.evaluate(() => window.localStorage.getItem('leadclock.rings'))).toBeNull();
  });

  it('that is turned off stays off after a reload, and alerts are shown all the same', async () => {
    await team.open({ state: floorWith() });
    await allowed();
    await button(/^Sound on/).click();
    await button(/^Sound off/).waitFor();
    told(managerAlert('Petra H.', 0));
    await toast('Petra H.').waitFor();
    await rung();
    await team.page.clock.runFor(11_000);
    expect(await notesOf(team.page)).toBe(TICK);
    await team.page.reload();
    await button(/^Sound off/).waitFor();
  });

  it.each([
    ['en', /^Sound blocked: click to allow/, /^Sound on/],
    ['es', /^Sonido bloqueado: pulsa aquí/, /^Con sonido/],
    ['ru', /^Звук заблокирован: нажмите/, /^Звук включён/],
  ] as const)(
    'is blocked until somebody presses something, as the button says; a press on that unlocks it (%s)',
    async (...[language, blocked, on]) => {
      await team.open({ state: floorWith(), language });
      await button(blocked).waitFor();
      told(managerAlert('Petra H.', 0));
      await toast('Petra H.').waitFor();
      await rung();
      await team.page.clock.runFor(11_000);
      expect(await notesOf(team.page)).toBe(0);
      await button(blocked).click();
      await button(on).waitFor();
      await sounded(team.page, TICK);
    },
  );
});

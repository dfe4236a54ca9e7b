import type { LiveAlert } from '@leadclock/live-protocol/queue-lead.js';
import { PICTURE_TIME } from './scenario.js';
import { nextPicture } from './tab-sounds.js';
import { byId, floorWith, managerAlert } from './team-alert-scenario.js';
import { TeamPage } from './team-page.js';

const team = new TeamPage();
const MINUTE = 60_000;

beforeAll(() => team.prepare());
afterEach(() => team.close());
afterAll(() => team.end());

const told = (...alerts: readonly LiveAlert[]): void => team.stand.patch('team', {}, { alerts: byId(...alerts) });
const toast = (text: string) => team.page.locator('.toast', { hasText: text });
const button = (says: string | RegExp) => team.page.getByRole('button', { name: says, exact: typeof says === 'string' });
const done = { status: 202, body: { event: { source: '/leadclock', id: 'e1' }, at: new Date(PICTURE_TIME).toISOString() } };
const sent = () => team.stand.commands.map(({ command, lead, body }) => [command, lead, body]);
const soon = async (holds: () => boolean): Promise<void> => {
  for (const end = Date.now() + 20_000; !holds() && Date.now() < end; ) await nextPicture(team.page);
  expect(holds()).toBe(true);
};

const petra = managerAlert('Petra H.', 2);
const nora = managerAlert('Nora V.', 1);

describe('an alert for managers', () => {
  it('is on the page: who, what and since when, also while the view stands still', async () => {
    await team.open({ state: floorWith() });
    await button('Pause live').click();
    const answered = managerAlert('Lena K.', 3, { answered: true });
    const call = managerAlert('Omar D.', 0, { step: 'call_back' });
    told(petra, managerAlert('Ben T.', -2), answered, call);
    await toast('Petra H.').getByText('2:0').getByText('over · late since 14:30').waitFor();
    await toast('Ben T.').getByText('left · due at 14:34').waitFor();
    await toast('Lena K.').getByText('answered, nobody has spoken with them yet · late since 14:29').waitFor();
    await toast('Omar D.').getByText('Call back now · promised for 14:32').waitFor();
  });

  it('opens its lead in the panel, and goes when the manager says that he has seen it', async () => {
    await team.open({ state: floorWith(petra, nora), query: '&team=madrid', ofTeam: { madrid: floorWith(petra, nora) } });
    team.stand.decide(() => done);
    await toast('Nora V.').getByRole('button', { name: 'Open' }).click();
    await team.page.locator('.drill').getByRole('heading', { name: 'Nora V.' }).waitFor();
    expect(new URL(team.page.url()).searchParams.get('lead')).toBe('lead-Nora V.');
    await toast('Nora V.').getByRole('button', { name: 'Seen' }).click();
    await soon(() => team.stand.commands.length > 0);
    expect(sent()).toEqual([['acknowledge', 'lead-Nora V.', { rep: 'manager:madrid', alert: 'alert-Nora V.' }]]);
    team.stand.patch('team:madrid', {}, { alerts: byId({ ...nora, acknowledgedBy: 'manager:madrid' }) });
    await toast('Nora V.').waitFor({ state: 'detached' });
    await toast('Petra H.').waitFor();
  });

  it('that Ana has seen first is still the manager’s to see, and then stays away', async () => {
    await team.open({ state: floorWith({ ...petra, acknowledgedBy: 'ana' }) });
    const at = new Date(PICTURE_TIME).toISOString();
    team.stand.decide(() => ({ status: 409, body: { problem: 'somebody else', reason: 'acknowledged', rep: 'ana', at } }));
    await button('Seen').click();
    await toast('Petra H.').waitFor({ state: 'detached' });
    await team.page.reload();
    await team.page.locator('.kpi').first().waitFor();
    expect(await toast('Petra H.').count()).toBe(0);
  });

  it('says that it was not confirmed, and stays', async () => {
    await team.open({ state: floorWith(petra) });
    team.stand.decide(() => ({ status: 503, body: {} }));
    await button('Seen').click();
    await button('Try again').waitFor();
  });

  it('goes when it is over, and when it was taken back', async () => {
    await team.open({ state: floorWith(petra, nora) });
    await toast('Petra H.').waitFor();
    told({ ...nora, retracted: true });
    await toast('Nora V.').waitFor({ state: 'detached' });
    team.stand.patch('team', {}, { alerts: { 'alert-Petra H.': null } });
    await team.page.locator('.toasts').waitFor({ state: 'detached' });
    expect(await team.page.title()).toBe('Team');
  });

  it('is one of five at most, the latest first, and all are seen at once', async () => {
    await team.open({ state: floorWith(...[1, 2, 3, 4, 5, 6, 7].map((minutes) => managerAlert(`Lead ${minutes}`, minutes))) });
    team.stand.decide(() => done);
    await team.page.getByText('and 2 more').waitFor();
    expect(await team.page.locator('.toast b').allInnerTexts()).toEqual([1, 2, 3, 4, 5].map((minutes) => `Lead ${minutes}`));
    await button('Seen all').click();
    await soon(() => team.stand.commands.length === 7);
  });

  it('of another team’s manager, of reps, or put off says nothing', async () => {
    const [south, rep] = [managerAlert('South', 2, { to: ['manager:south'] }), managerAlert('Rep', 2, { to: ['ana'] })];
    const later = managerAlert('Later', 2, { snoozed: { until: PICTURE_TIME + MINUTE, by: 'ana', reason: null } });
    const north = { ...floorWith(south, rep, later, petra), team: { team: 'north', name: 'North' } };
    await team.open({ state: north, ofTeam: { north }, query: '&team=north' });
    await toast('Petra H.').waitFor();
    expect(await team.page.locator('.toast b').allInnerTexts()).toEqual(['Petra H.']);
  });

  it('is told as whose manager somebody says that he is, also where notifications are blocked', async () => {
    await team.open({ state: floorWith(managerAlert('Southern', 2, { to: ['manager:north'] })) });
    await toast('Southern').waitFor();
    await button(/^Notifications blocked/).click();
    await team.page.getByLabel('You are told as').selectOption('the manager of Madrid');
    await toast('Southern').waitFor({ state: 'detached' });
  });

  it('stands in the title and on the icon of the tab, with how far the first is over', async () => {
    await team.open({ state: floorWith(petra, nora, managerAlert('Ben T.', -2)) });
    await toast('Petra H.').waitFor();
    expect(await team.page.title()).toMatch(/^\(2\) ▲ 2:0\d · Team$/);
    expect(await team.page.evaluate(() => document.querySelector<HTMLLinkElement>('link[rel=icon]')?.href)).toContain('b3261e');
  });

  it('that comes before the target stands in the title, with what is left of the first', async () => {
    await team.open({ state: floorWith(managerAlert('Ben T.', -2), managerAlert('Ada T.', -1)) });
    await toast('Ben T.').waitFor();
    expect(await team.page.title()).toMatch(/^\(2\) (1:00|0:5\d) left · Team$/);
  });

  it('is said once by the one polite region', async () => {
    await team.open({ state: floorWith() });
    told(managerAlert('Petra H.', 0));
    await team.page.locator('[role=status][aria-live=polite]', { hasText: 'Late: Petra H.' }).waitFor();
    expect(await team.page.locator('[aria-live=polite]').count()).toBe(1);
  });
});

describe('with the keyboard alone', () => {
  it('toasts come before the board, Escape says that one was seen, and the focus is never lost', async () => {
    await team.open({ state: floorWith(petra, nora) });
    team.stand.decide(async ({ lead }) => {
      await Promise.resolve();
      team.stand.patch('team', {}, { alerts: { [lead.replace('lead-', 'alert-')]: null } });
      return done;
    });
    const focused = () =>
      team.page.evaluate(() => [
        document.activeElement?.closest('.toast')?.querySelector('b')?.textContent,
        document.activeElement?.textContent,
      ]);
    await button(/^Notifications blocked/).focus();
    for (let press = 0; press < 6 && (await focused())[0] === undefined; press += 1) await team.page.keyboard.press('Tab');
    expect(await focused()).toEqual(['Nora V.', 'Open']);
    await team.page.keyboard.press('Tab');
    expect(await focused()).toEqual(['Nora V.', 'Seen']);
    await team.page.keyboard.press('Escape');
    await toast('Nora V.').waitFor({ state: 'detached' });
    expect(await focused()).toEqual(['Petra H.', 'Seen']);
    await team.page.keyboard.press('Enter');
    await team.page.locator('.toasts').waitFor({ state: 'detached' });
    expect(await team.page.evaluate(() => document.activeElement?.closest('.top') !== null)).toBe(true);
    expect(sent().map(([, lead]) => lead)).toEqual(['lead-Nora V.', 'lead-Petra H.']);
  });

  it('a lead is opened from its toast, and Escape closes the panel', async () => {
    await team.open({ state: floorWith(petra) });
    await toast('Petra H.').getByRole('button', { name: 'Open' }).focus();
    await team.page.keyboard.press('Enter');
    await team.page.locator('.drill').getByRole('heading', { name: 'Petra H.' }).waitFor();
    await team.page.keyboard.press('Escape');
    await team.page.locator('.drill').waitFor({ state: 'detached' });
    await toast('Petra H.').waitFor();
    expect(team.stand.commands).toEqual([]);
  });
});

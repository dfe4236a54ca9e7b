import { teamEmpty, teamLate, teamToday } from '../src/team/testing/scenario.js';
import { letAge } from './let-age.js';
import { PICTURE_TIME, sites } from './scenario.js';
import { PAUSED_LEAD } from './team-lead-answers.js';
import { narrow, phone, TeamPage, wide } from './team-page.js';

const team = new TeamPage();

beforeAll(() => team.prepare());
afterEach(() => team.close());
afterAll(() => team.end());

const sizes = [wide, narrow, phone];
const sparkline = '.kpi .spark';

describe.each(['en', 'es', 'ru'] as const)('the manager’s view in %s', (language) => {
  const site = sites[language];

  describe.each(sizes)('at $width', (size) => {
    const named = (state: string) => `${state}-${language}-${size.width}`;

    it('fits and is accessible: live', async () => {
      await team.open({ state: teamToday(site), language, size });
      await team.page.locator(sparkline).first().waitFor();
      expect(await team.faults(named('live'))).toEqual([]);
    });

    it('fits and is accessible: empty', async () => {
      await team.open({ state: teamEmpty(site), language, size, history: false });
      await team.page.locator('.no-lead').waitFor();
      expect(await team.faults(named('empty'))).toEqual([]);
    });

    it('fits and is accessible: late', async () => {
      await team.open({ state: teamLate(site), language, size });
      await team.page.locator(sparkline).first().waitFor();
      expect(await team.faults(named('late'))).toEqual([]);
    });

    it('fits and is accessible: the leads behind a figure, and one of them', async () => {
      await team.open({ state: teamToday(site), language, size, query: '&show=missed' });
      await team.page.getByText('Nora V.').waitFor();
      expect(await team.faults(named('panel'))).toEqual([]);
      await team.page.getByText('Nora V.').click();
      await team.page.locator('.tl .key').first().waitFor();
      expect(await team.faults(named('lead'))).toEqual([]);
      await team.open({ state: teamToday(site), language, size, query: `&lead=${encodeURIComponent(PAUSED_LEAD)}` });
      await team.page.locator('.pauses').waitFor();
      expect(await team.faults(named('paused-lead'))).toEqual([]);
    });

    it('says step by step that it is not live', async () => {
      await team.open({ state: teamToday(site), language, size });
      team.stand.mute();
      await letAge(team.page, 'reconnecting');
      expect(await team.faults(named('reconnecting'))).toEqual([]);
      await team.page.clock.fastForward(5_000);
      await team.step('stale');
      expect(await team.faults(named('stale'))).toEqual([]);
      await team.page.clock.fastForward(50_000);
      await team.step('unknown');
      expect(await team.faults(named('unknown'))).toEqual([]);
    });
  });
});

describe('the manager’s view', () => {
  it('fits and is accessible in the dark, with its tables shown', async () => {
    await team.open({ state: teamToday(), dark: true });
    await team.page.locator(sparkline).first().waitFor();
    expect(await team.faults('dark')).toEqual([]);
    for (const button of await team.page.getByRole('button', { name: 'Show as table' }).all()) await button.click();
    expect(await team.faults('tables')).toEqual([]);
  });
});

describe('a figure of today', () => {
  const DAY = 86_400_000;

  it.each(['en', 'es', 'ru'] as const)('says in full how it stands against other days, in tiles of one height (%s)', async (language) => {
    const state = teamToday(sites[language]);
    await team.open({ state: { ...state, inTarget: { value: 0.6, met: 92, n: 153 } }, language, at: PICTURE_TIME - DAY });
    await team.page.locator('.kpi .d').nth(3).waitFor();
    const lines = await team.page
      .locator('.kpi .d')
      .evaluateAll((all) => all.map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth));
    expect(lines).toEqual([0, 0, 0, 0]);
    const heights = await team.page.locator('.kpi').evaluateAll((all) => all.map((tile) => tile.getBoundingClientRect().height));
    expect(new Set(heights).size).toBe(1);
    expect(await team.faults(`monday-${language}`)).toEqual([]);
  });
});

import { teamToday } from '../src/team/testing/scenario.js';
import { sites } from './scenario.js';
import { byId, managerAlert } from './team-alert-scenario.js';
import { narrow, phone, TeamPage, wide } from './team-page.js';

const team = new TeamPage();

beforeAll(() => team.prepare());
afterEach(() => team.close());
afterAll(() => team.end());

const toast = (text: string) => team.page.locator('.toast', { hasText: text });
const petra = managerAlert('Petra H.', 2);
const nora = managerAlert('Nora V.', 1);

describe.each([
  ['wide', wide],
  ['between', narrow],
  ['phone', phone],
] as const)('alerts over the manager’s page, %s', (device, size) => {
  it.each(['en', 'es', 'ru'] as const)('fit and are accessible (%s)', async (language) => {
    const many = [1, 2, 3].map((minutes) => managerAlert(`Wolfeschlegelsteinhausenbergerdorff ${minutes}`, minutes + 60));
    const kinds = [
      managerAlert('Ben T.', -2),
      managerAlert('Lena K.', 3, { answered: true, unconfirmed: true }),
      managerAlert('Omar D.', 0, { step: 'call_back' }),
    ];
    const state = { ...teamToday(sites[language]), alerts: byId(petra, nora, ...kinds, ...many) };
    await team.open({ state, language, size });
    await team.page.locator('.toast-more').waitFor();
    expect(await team.faults(`alerts-${language}-${device}`)).toEqual([]);
    await toast('Lena K.').getByRole('button').first().click();
    await team.page.locator('.tl .key').first().waitFor();
    expect(await team.faults(`alerts-panel-${language}-${device}`)).toEqual([]);
  });
});

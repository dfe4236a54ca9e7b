import { teamEmpty, teamToday } from '../src/team/testing/scenario.js';
import { PICTURE_TIME } from './scenario.js';
import { phone, TeamPage } from './team-page.js';

const team = new TeamPage();
const today = teamToday();
const iso = new Date(PICTURE_TIME).toISOString();

beforeAll(() => team.prepare());
afterEach(() => team.close());
afterAll(() => team.end());

const tile = (title: string) => team.page.locator('.kpi').filter({ hasText: title });
const asked = (part: string) => team.questions.filter((question) => question.includes(part));

describe('the manager’s view', () => {
  it('asks for the stream of the whole site, and shows its figures without asking for them again', async () => {
    await team.open({ state: today });
    await tile('Answered in target').getByText('92%').waitFor();
    expect(team.stand.introduced()).toEqual({ protocol: 1, view: 'team', team: null });
    expect(asked('waiting-now?')).toEqual([]);
  });

  it('shows a change at once, and flashes what changed', async () => {
    await team.open({ state: today });
    await tile('Waiting now').getByText('11', { exact: true }).waitFor();
    team.stand.patch('team', { waiting: { n: 12, nobodys: 4 } });
    await tile('Waiting now').getByText('12', { exact: true }).waitFor();
    expect(await tile('Waiting now').locator('.flash').count()).toBe(1);
    expect(await tile('Late now').locator('.flash').count()).toBe(0);
  });

  it('leaves the difference out where nothing was measured before', async () => {
    await team.open({ state: today, history: false });
    await tile('Median first answer').getByText('1:46').waitFor();
    expect(await team.page.getByText('than on other').count()).toBe(0);
    expect(await team.page.locator('.kpi .spark').count()).toBe(0);
  });

  it('says no longer that no lead came as soon as one has, and has room for its number beside the target', async () => {
    await team.open({ state: teamEmpty(), history: false });
    await team.page.locator('.no-lead').waitFor();
    const { distribution, funnel } = teamEmpty();
    team.stand.patch('team', {
      funnel: funnel.map((step, at) => ({ ...step, count: at === 0 ? 1 : 0 })),
      distribution: distribution.map((bin) => ({ ...bin, count: bin.fromSeconds === 300 ? 1 : 0 })),
    });
    await team.page.locator('.no-lead').waitFor({ state: 'detached' });
    const [number, target] = await Promise.all(
      ['1', 'target 5 min'].map((text) => team.page.locator('.chart text.count', { hasText: text }).first().boundingBox()),
    );
    if (number === null || target === null || number === undefined || target === undefined) throw new Error('a text is not drawn');
    expect(number.y).toBeGreaterThanOrEqual(target.y + target.height - 1);
  });

  it('stands still when it is told to, says how much waits, and goes on', async () => {
    await team.open({ state: today });
    await team.page.getByRole('button', { name: 'Pause live' }).click();
    team.stand.patch('team', { waiting: { n: 20, nobodys: 4 } });
    team.stand.patch('team', { waiting: { n: 21, nobodys: 4 } });
    await team.page.getByRole('button', { name: 'Go on (2)' }).waitFor();
    expect(await tile('Waiting now').locator('.v b').first().innerText()).toBe('11');
    await team.page.getByRole('button', { name: 'Go on (2)' }).click();
    await tile('Waiting now').getByText('21', { exact: true }).waitFor();
  });

  it('holds the feed under the pointer, and lets it go on after', async () => {
    await team.open({ state: today });
    const feed = team.page.locator('.feed');
    await feed.hover();
    const [first] = today.feed;
    if (first === undefined) throw new Error('the floor has no feed');
    team.stand.patch('team', { feed: [{ ...first, id: 'new', name: 'Newcomer N.', kind: 'arrived' }, ...today.feed] });
    await feed.getByText('1 new wait').waitFor();
    expect(await feed.getByText('Newcomer N.').count()).toBe(0);
    await team.page.mouse.move(10, 10);
    await feed.getByText('Newcomer N. arrived').waitFor();
  });

  it('hears another team in place, and shows no figure of the one before under its name', async () => {
    const madrid = { ...today, team: { team: 'madrid', name: 'Madrid' }, waiting: { n: 4, nobodys: 1 } };
    await team.open({ state: today, ofTeam: { madrid } });
    await tile('Waiting now').getByText('11', { exact: true }).waitFor();
    await team.page.evaluate(() => Object.assign(window, { sameDocument: true }));
    team.stand.mute();
    await team.page.getByLabel('Team').selectOption('madrid');
    await team.page.locator('main[aria-busy="true"]').waitFor();
    expect(await tile('Waiting now').locator('.v').innerText()).toBe('');
    team.stand.restore();
    await tile('Waiting now').getByText('4', { exact: true }).waitFor();
    expect(team.stand.introduced()).toEqual({ protocol: 1, view: 'team', team: 'madrid' });
    expect(new URL(team.page.url()).searchParams.get('team')).toBe('madrid');
    team.stand.patch('team', { waiting: { n: 99, nobodys: 0 } });
    team.stand.patch('team:madrid', { waiting: { n: 5, nobodys: 1 } });
    await tile('Waiting now').getByText('5', { exact: true }).waitFor();
    await team.page.goBack();
    await tile('Waiting now').getByText('99', { exact: true }).waitFor();
    expect(await team.page.evaluate((): unknown => Reflect.get(window, 'sameDocument'))).toBe(true);
  });

  it('shows a share of fewer than ten in grey, without a verdict, and nobody’s leads too', async () => {
    const reps = today.reps.map((line) => (line.rep === null ? { ...line, inTarget: { value: 0, met: 0, n: 12 } } : line));
    await team.open({ state: { ...today, reps, inTarget: { value: 0.4, met: 2, n: 5 } } });
    await tile('Answered in target').locator('.few-figure', { hasText: '40%' }).waitFor();
    expect(await tile('Answered in target').getAttribute('class')).toContain('edge-none');
    const grey = team.page.locator('tr', { has: team.page.locator('.interval-grey') });
    expect(await grey.locator('.rep .cut').allInnerTexts()).toEqual(['Nadia', 'Nobody yet']);
  });

  it('shows no figure of reps that nobody knows by now', async () => {
    await team.open({ state: today });
    team.stand.mute();
    await team.page.clock.fastForward(70_000);
    await team.step('unknown');
    expect((await team.page.locator('.reps tbody td').allInnerTexts()).join('')).not.toMatch(/\d/);
  });

  it('asks over HTTP for another period, the same that the address says, and again after the stream has moved', async () => {
    await team.open({ state: today });
    await team.page.getByLabel('Period').selectOption('7d');
    await tile('Answered in target').getByText('75%').waitFor();
    expect(new URL(team.page.url()).searchParams.get('period')).toBe('7d');
    expect(asked('answered-in-target?from=2026-03-11')).toHaveLength(2);
    await tile('Waiting now').getByText('6', { exact: true }).waitFor();
    team.stand.patch('team', { waiting: { n: 12, nobodys: 4 } });
    // the page may hear of the change only after a minute has been passed: then the next one brings the question
    const again = () => asked('answered-in-target?from=2026-03-11').length > 2;
    for (const end = Date.now() + 20_000; !again() && Date.now() < end; ) await team.page.clock.fastForward(61_000);
    expect(again()).toBe(true);
  });
});

describe('the panel', () => {
  it('opens behind a figure, has an address of its own, and closes with Escape', async () => {
    await team.open({ state: today });
    await tile('Answered in target').getByText('92%').click();
    await team.page.getByRole('heading', { name: 'Late, today' }).waitFor();
    await team.page.getByText('Nora V.').waitFor();
    expect(await team.page.locator('.lines li').count()).toBe(12);
    await team.page.getByText('Nora V.').click();
    await team.page.locator('.verd').getByText('6:18').waitFor();
    expect(new URL(team.page.url()).searchParams.get('lead')).toBe('lead-Nora V.');
    await team.page.keyboard.press('Escape');
    await team.page.getByRole('heading', { name: 'Late, today' }).waitFor();
    await team.page.keyboard.press('Escape');
    await team.page.locator('.drill').waitFor({ state: 'detached' });
    await team.page.goBack();
    await team.page.getByRole('heading', { name: 'Late, today' }).waitFor();
  });

  it('says of every event why it counted or did not, strikes out what was taken back, and has the alerts', async () => {
    await team.open({ state: today, query: '&lead=lead-Nora%20V.' });
    const timeline = team.page.locator('.tl');
    await timeline.locator('li').first().waitFor();
    expect(await timeline.locator('.gone s').innerText()).toBe('Call by Luis');
    const rows = await timeline.locator('li').allInnerTexts();
    expect(rows.map((row) => row.split('\n').at(-1))).toEqual([
      'starts the clock',
      'does not count',
      'owner’s clock',
      'does not count',
      'taken back',
      'owner’s clock',
      'late',
      'alert',
      'alert',
      'alert',
      'answered',
      'alert',
      'counts',
      'counts',
    ]);
    expect(rows[9]).toContain('Alert acknowledged by Ana');
    expect(rows[10]).toContain('Heard of 3:20 later.');
  });

  it.each([
    ['en', /^Alert to Ana, the team Madrid, the manager of Madrid, the screen hall,? and the channel desk$/],
    ['es', /^Alerta para Ana, el equipo Madrid, el responsable de Madrid, la pantalla hall y el canal desk$/],
    ['ru', /^Сигнал: Ana, команда Madrid, руководитель команды Madrid, экран hall и канал desk$/],
  ] as const)('says in %s by their names whom an alert told', async (language, words) => {
    await team.open({ state: today, language });
    const to = JSON.stringify(['ana', 'team:madrid', 'manager:madrid', 'screen:hall', 'channel:desk']);
    const raised = { time: iso, recorded_time: iso, type: 'alert.raised', source: '/test', id: 'r', historical: false, data: { to } };
    const told = { lead: 'lead-Nora V.', as_of: iso, events: [{ ...raised, counts: true, code: 'alert_told', reason: '', values: {} }] };
    await team.page.route('**/timeline', (route) => route.fulfill({ json: told }));
    await team.page.goto(`${team.stand.url}/team?lang=${language}&lead=lead-Nora%20V.`);
    await team.page.locator('.tl').getByText(words).waitFor();
  });

  it('says what it cannot have, and that it asks again', async () => {
    await team.open({ state: today, query: '&lead=nobody' });
    await team.page.getByText('There is no such lead.').waitFor();
  });

  it('is reached from a bar by the keyboard, which shows number and share on the way', async () => {
    await team.open({ state: today });
    const bar = team.page.getByRole('link', { name: '5–10 min: 7 answers, 5%' });
    await bar.focus();
    await team.page.keyboard.press('Shift+Tab');
    await team.page.keyboard.press('Tab');
    expect(await bar.locator('.tip').isVisible()).toBe(true);
    await team.page.keyboard.press('Enter');
    await team.page.getByRole('heading', { name: 'Answered after 5–10 min, today' }).waitFor();
    await team.page.getByText('Nora V.').waitFor();
    expect(await team.page.locator('.lines li').count()).toBe(7);
  });

  it('fills a phone', async () => {
    await team.open({ state: today, size: phone, query: '&show=missed' });
    await team.page.getByText('Nora V.').waitFor();
    expect((await team.page.locator('.drill').boundingBox())?.width).toBe(phone.width);
  });
});

describe('the table of reps', () => {
  it('is sorted by the head that is pressed, nobody’s leads last', async () => {
    await team.open({ state: today });
    const names = () => team.page.locator('.reps tbody .rep .cut').allInnerTexts();
    expect((await names()).slice(0, 2)).toEqual(['Ana', 'Luis']);
    await team.page.getByRole('button', { name: 'Open' }).click();
    expect((await names()).slice(0, 2)).toEqual(['Ana', 'Mark']);
    expect((await names()).at(-1)).toBe('Nobody yet');
    expect(await team.page.locator('th[aria-sort]').getAttribute('aria-sort')).toBe('descending');
  });

  it('goes out as CSV', async () => {
    await team.open({ state: today });
    const [file] = await Promise.all([team.page.waitForEvent('download'), team.page.getByRole('button', { name: 'Export CSV' }).click()]);
    expect(file.suggestedFilename()).toBe('reps-2026-03-17.csv');
  });
});

import { besideBoard } from './beside-scenario.js';
import { fullBoard, morningBoard, numbersBoard, targetsBoard } from './board-scenario.js';
import { liveWall, nobodyWaits, PICTURE_TIME, sites } from './scenario.js';
import { sizes, WallPage } from './wall-page.js';

const languages = ['en', 'es', 'ru'] as const;
const wall = new WallPage();

beforeAll(() => wall.prepare());
afterEach(() => wall.close());
afterAll(() => wall.end());

const scene = (name: string): Promise<void> => wall.page.locator(`[data-scene="${name}"]`).waitFor();
const press = (key: string): Promise<void> => wall.page.keyboard.press(key);
const said = (text: string): Promise<void> => wall.page.locator('.lists').getByText(text).first().waitFor();
const boards = { floor: morningBoard(), numbers: numbersBoard(), full: fullBoard(), targets: targetsBoard(), beside: besideBoard() };

describe.each(languages)('a board on the wall in %s', (language) => {
  const site = sites[language];

  it('fits and is accessible, page by page', async () => {
    await wall.open(liveWall(site), `?boards=floor,numbers&scene=board:floor&lang=${language}`, sizes[0], boards);
    await scene('board:floor');
    expect(await wall.faults(`board-1-${language}`, true)).toEqual([]);
    await press('ArrowRight');
    await scene('board:floor:2');
    expect(await wall.faults(`board-2-${language}`, true)).toEqual([]);
    await press('ArrowRight');
    await scene('board:numbers');
    expect(await wall.faults(`board-numbers-${language}`, true)).toEqual([]);
  });

  it('fits with everything at its longest, and says what cannot be answered', async () => {
    await wall.open(liveWall(site), `?boards=full&scene=board:full&lang=${language}`, sizes[1], boards);
    for (const page of ['board:full', 'board:full:2', 'board:full:3', 'board:full:4']) {
      await scene(page);
      expect(await wall.faults(`${page.replaceAll(':', '-')}-${language}`, true)).toEqual([]);
      await press('ArrowRight');
    }
    await scene('now');
  });

  it('says what a number was and what is wanted of it', async () => {
    await wall.open(liveWall(site), `?boards=targets&scene=board:targets&lang=${language}`, sizes[0], boards);
    await scene('board:targets');
    await wall.page.locator('.board-beside', { hasText: '▲' }).waitFor();
    await wall.page.locator('.trend-level').waitFor({ state: 'attached' });
    expect(await wall.faults(`board-targets-1-${language}`, true)).toEqual([]);
    await press('ArrowRight');
    await scene('board:targets:2');
    await wall.page.locator('.board-beside', { hasText: '▼' }).waitFor();
    expect(await wall.faults(`board-targets-2-${language}`, true)).toEqual([]);
  });

  it('says the same of each line of a table and a leaderboard, on a page of its own', async () => {
    await wall.open(liveWall(site), `?boards=beside&scene=board:beside&lang=${language}`, sizes[0], boards);
    for (const page of ['board:beside', 'board:beside:2', 'board:beside:3']) {
      await scene(page);
      await wall.page.locator('.wide tbody tr', { hasText: /[▲▼]/ }).first().waitFor();
      expect(await wall.faults(`${page.replaceAll(':', '-')}-${language}`, true)).toEqual([]);
      await press('ArrowRight');
    }
  });

  it('has its light colours, and is as honest about its freshness as the other scenes', async () => {
    await wall.open(liveWall(site), `?boards=floor&scene=board:floor&lang=${language}&theme=light`, sizes[0], boards);
    await scene('board:floor');
    expect(await wall.faults(`board-light-${language}`, true)).toEqual([]);
    wall.stand.mute();
    await wall.page.clock.fastForward(12_500);
    await wall.step('stale');
    expect(await wall.faults(`board-stale-${language}`, true)).toEqual([]);
    await wall.page.clock.fastForward(50_000);
    await wall.step('unknown');
    expect(await wall.faults(`board-unknown-${language}`, true)).toEqual([]);
    expect(await wall.page.locator('.board-figure').allInnerTexts()).toEqual(['—', '—']);
    wall.stand.restore();
    await wall.step('live');
    await wall.page.locator('.board-figure', { hasText: '128' }).waitFor();
  });
});

describe('the boards of a wall', () => {
  it('move with the figures, under the strip that never leaves', async () => {
    await wall.open(liveWall(sites.en), '?boards=numbers&scene=board:numbers', sizes[0], boards);
    await wall.page.locator('.board-figure', { hasText: '€128,450' }).waitFor();
    const state = numbersBoard();
    const [revenue] = Object.values(state.tiles);
    const figures = revenue?.says;
    if (revenue === undefined || figures === undefined || figures === null) throw new Error('the board has no number');
    const lines = figures.lines.map((line) => ({ ...line, value: 130_000 }));
    wall.stand.setBoard('numbers', { ...state, tiles: { ...state.tiles, revenue: { ...revenue, says: { ...figures, lines } } } });
    await wall.page.locator('.board-figure', { hasText: '€130,000' }).waitFor();
    expect(await wall.page.locator('.figures .tile').count()).toBe(3);
  });

  it('hold each line against its target, as seen and as heard, and tell how many lines there are beyond', async () => {
    await wall.open(liveWall(sites.en), '?boards=beside&scene=board:beside', sizes[0], boards);
    await scene('board:beside');
    const lines = async () => (await wall.page.locator('.wide tr').allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());
    const [head, ana, luis, third, fourth] = await lines();
    expect(head).toBe('Place against this weekday’s mean target n');
    expect(ana).toBe('1 Ana 1m 12s ▼ 1m 30s, better 1m 30s less than the mean of this weekday (1m 30s), better 5m: reached 24');
    expect(luis).toContain('= the same as the mean of this weekday');
    expect(third).toContain('3 Дмитрий 4m 12s');
    expect(fourth).toContain('– the mean of this weekday: no value then 5m: not reached');
    await press('ArrowRight');
    await scene('board:beside:2');
    const many = await lines();
    expect(many).toHaveLength(6);
    expect(many[1]).toContain('€834,567 ▼ €65,433, worse');
    expect(many[1]).toContain('92.7% of €900,000 12,345');
    expect(many[5]).toBe('+14 more');
  });

  it('say no time where nothing could be answered, for the window may be one that there is not', async () => {
    await wall.open(liveWall(sites.en), '?boards=full&scene=board:full:2', sizes[0], boards);
    await scene('board:full:2');
    const wrong = wall.page.locator('.panel', { hasText: 'This cannot be answered: see the board' });
    await wrong.waitFor();
    expect(await wrong.locator('.board-head > span').innerText()).toBe('');
  });

  it('do not hold up the wall: one that nobody speaks of says so, and the others go on', async () => {
    await wall.open(nobodyWaits(sites.en), '?boards=silent,numbers&scene=board:silent', sizes[0], { numbers: numbersBoard() });
    await scene('board:silent');
    await wall.pass(12);
    await wall.step('live');
    await said('Nothing was heard of this board yet');
    await press('ArrowRight');
    await wall.page.locator('.board-figure', { hasText: '€128,450' }).waitFor();
  });

  it('say by themselves that they are old, when their stream alone falls silent', async () => {
    await wall.open(nobodyWaits(sites.en), '?boards=numbers&scene=board:numbers', sizes[0], boards);
    await wall.page.locator('.board-figure', { hasText: '€128,450' }).waitFor();
    wall.stand.setBoard('numbers', null);
    await wall.pass(11);
    await wall.step('live');
    await said('Not live · data from 14:32');
    expect(await wall.faults('board-alone-stale')).toEqual([]);
    await wall.pass(50);
    await wall.page.locator('.board-figure', { hasText: '—' }).first().waitFor();
    wall.stand.setBoard('numbers', numbersBoard());
    await wall.page.locator('.board-figure', { hasText: '€128,450' }).waitFor();
    expect(await wall.page.locator('.band').count()).toBe(0);
  });

  it('change while they are shown, and say that they are gone', async () => {
    await wall.open(nobodyWaits(sites.en), '?boards=floor&scene=board:floor:2', sizes[0], boards);
    await scene('board:floor:2');
    wall.stand.setBoard('floor', numbersBoard());
    await scene('board:floor');
    await wall.page.locator('.board-figure').first().waitFor();
    wall.stand.setBoard('floor', { name: 'Floor', order: [], tiles: {} });
    await said('This board is empty');
    wall.stand.setBoard('floor', { name: null, order: [], tiles: {} });
    await said('There is no board at this address (any more)');
    expect(await wall.faults('board-gone')).toEqual([]);
  });

  it('take their turns in a rotation, which goes past those that are gone', async () => {
    const gone = { name: null, order: [], tiles: {} };
    await wall.open(nobodyWaits(sites.en), '?boards=gone,floor&rotate=30', sizes[0], { gone, floor: morningBoard() });
    const seen = new Set<string | null>();
    for (let turns = 0; turns < 14; turns += 1) {
      await wall.pass(10);
      seen.add(await wall.page.locator('[data-scene]').getAttribute('data-scene'));
    }
    expect(seen).toEqual(new Set(['now', 'today', 'board:floor', 'board:floor:2']));
  });

  it('give way to a lead that turns late', async () => {
    await wall.open(nobodyWaits(sites.en), '?boards=numbers&scene=board:numbers', sizes[0], boards);
    await scene('board:numbers');
    // what came in the first seconds is no news
    await wall.pass(11);
    wall.stand.set({ ...liveWall(sites.en), alerts: [{ alert: 'a1', lead: 'l1', name: 'María F.', due: PICTURE_TIME }] });
    await scene('now');
  });

  it('are kept by the arrow keys over a reload, under their own address alone', async () => {
    await wall.open(nobodyWaits(sites.en), '?boards=numbers&scene=board:numbers', sizes[0], boards);
    await scene('board:numbers');
    await press('ArrowRight');
    await scene('now');
    await wall.page.reload();
    await scene('now');
    await wall.page.goto(`${wall.stand.url}/wall?boards=numbers,floor&scene=board:floor`);
    await scene('board:floor');
  });
});

import { fullWall, liveWall, morningWall, nobodyWaits, sites } from './scenario.js';
import { WallPage } from './wall-page.js';

const languages = ['en', 'es', 'ru'] as const;
const wall = new WallPage();

beforeAll(() => wall.prepare());
afterEach(() => wall.close());
afterAll(() => wall.end());

const scene = (name: string): Promise<void> => wall.page.locator(`[data-scene="${name}"]`).waitFor();
const sceneNow = (): Promise<string | null> => wall.page.locator('[data-scene]').getAttribute('data-scene');

describe.each(languages)('scene "Today" in %s', (language) => {
  const site = sites[language];
  const address = `?scene=today&lang=${language}`;

  it.each([
    ['late', liveWall(site), false],
    ['full', fullWall(site), true],
    ['calm', nobodyWaits(site), false],
    ['morning', morningWall(site), false],
    ['demo', { ...liveWall(site), demo: true }, false],
  ])('fits and is accessible: %s', async (name, state, namesMayBeCut) => {
    await wall.open(state, address);
    await scene('today');
    expect(await wall.faults(`today-${name}-${language}`, namesMayBeCut)).toEqual([]);
  });

  it('is as honest about its freshness as the other scene', async () => {
    await wall.open(liveWall(site), address);
    wall.stand.mute();
    await wall.page.clock.fastForward(12_500);
    await wall.step('stale');
    expect(await wall.faults(`today-stale-${language}`)).toEqual([]);
    await wall.page.clock.fastForward(50_000);
    await wall.step('unknown');
    expect(await wall.faults(`today-unknown-${language}`)).toEqual([]);
    expect(await wall.page.locator('.step b').allInnerTexts()).toEqual(Array<string>(5).fill('—'));
    expect(await wall.page.locator('.bin').count()).toBe(0);
  });

  it('has its light colours', async () => {
    await wall.open(liveWall(site), `${address}&theme=light`);
    await scene('today');
    expect(await wall.faults(`today-light-${language}`)).toEqual([]);
    await wall.page.keyboard.press('ArrowRight');
    await scene('now');
    expect(await wall.faults(`now-light-${language}`)).toEqual([]);
    wall.stand.mute();
    await wall.page.clock.fastForward(12_500);
    await wall.step('stale');
    expect(await wall.faults(`stale-light-${language}`)).toEqual([]);
  });
});

describe('the scenes', () => {
  it('change by the arrow keys, and stay over a reload', async () => {
    await wall.open(liveWall(sites.en));
    await scene('now');
    await wall.page.keyboard.press('ArrowRight');
    await scene('today');
    await wall.page.reload();
    await scene('today');
    await wall.page.keyboard.press('ArrowLeft');
    await scene('now');
    await wall.page.reload();
    await scene('now');
  });

  it('do not turn by themselves', async () => {
    await wall.open(nobodyWaits(sites.en), '?scene=today');
    await wall.pass(65);
    expect(await sceneNow()).toBe('today');
  });

  it('turn each half minute where the address asks for it', async () => {
    await wall.open(nobodyWaits(sites.en), '?rotate=5');
    const first = await sceneNow();
    const turned = async (): Promise<boolean> => {
      await wall.pass(1);
      return (await sceneNow()) !== first;
    };
    let seconds = 1;
    while (!(await turned())) seconds += 1;
    expect(seconds).toBeLessThanOrEqual(31);
    // the screen's time goes on by itself, too
    const since = await wall.page.evaluate(() => Date.now());
    while (await turned());
    expect((await wall.page.evaluate(() => Date.now())) - since).toBeGreaterThanOrEqual(20_000);
  });

  it('follow the figures', async () => {
    await wall.open(liveWall(sites.en), '?scene=today');
    const [created, ...others] = liveWall(sites.en).funnel;
    if (created === undefined) throw new Error('the floor has no funnel');
    wall.stand.set({ funnel: [{ ...created, count: 165 }, ...others] });
    await wall.page.locator('.step', { hasText: '165' }).waitFor();
  });
});

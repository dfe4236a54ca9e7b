import { letAge } from './let-age.js';
import { connectedEmptyWall, emptyWall, fullWall, liveWall, nobodyWaits, sites, twelveHours } from './scenario.js';
import { sizes, WallPage } from './wall-page.js';

const languages = ['en', 'es', 'ru'] as const;
const wall = new WallPage();

beforeAll(() => wall.prepare());
afterEach(() => wall.close());
afterAll(() => wall.end());

describe.each(sizes)('the wall at $width x $height', (size) => {
  describe.each(languages)('in %s', (language) => {
    const site = sites[language];
    const named = (state: string) => `${state}-${language}-${size.width}`;

    it.each([
      ['live', liveWall(site)],
      ['nobody', nobodyWaits(site)],
      ['empty', emptyWall(site)],
      ['empty-connected', connectedEmptyWall(site)],
      ['full', fullWall(site)],
      ['twelve', liveWall(twelveHours(site, language))],
    ])('fits and is accessible: %s', async (name, state) => {
      await wall.open(state, `?lang=${language}`, size);
      expect(await wall.faults(named(name), name === 'full')).toEqual([]);
    });

    it('says step by step that it is not live', async () => {
      await wall.open(liveWall(site), `?lang=${language}`, size);
      wall.stand.mute();
      await letAge(wall.page, 'reconnecting');
      expect(await wall.faults(named('reconnecting'))).toEqual([]);
      await wall.page.clock.fastForward(5_000);
      await wall.step('stale');
      expect(await wall.faults(named('stale'))).toEqual([]);
      await wall.page.clock.fastForward(50_000);
      await wall.step('unknown');
      expect(await wall.faults(named('unknown'))).toEqual([]);
      await wall.page.clock.fastForward(250_000);
      await wall.step('gone');
      expect(await wall.faults(named('gone'))).toEqual([]);
    });
  });
});

describe('the last good news', () => {
  it('cuts names that are too long, and never how long the answer took', async () => {
    const state = liveWall(sites.ru);
    const long = 'Wilhelmina-Alexandra Константинопольская-Берг';
    await wall.open({ ...state, news: [{ id: 'long', rep: long, lead: long, seconds: 1_366, at: state.news[0]?.at ?? 0 }] }, '?lang=ru');
    const line = wall.page.locator('.news');
    expect(await line.innerText()).toContain('за 22:46');
    expect(await line.evaluate((news) => news.scrollWidth <= news.clientWidth)).toBe(true);
    expect(await wall.faults('news-long', true)).toEqual([]);
  });
});

describe('the share of too few leads', () => {
  it('is grey, and no verdict', async () => {
    await wall.open({ ...liveWall(sites.en), inTarget: { value: 0.5, n: 8 } });
    expect(await wall.page.locator('.tile').last().getAttribute('class')).toContain('edge-none');
    expect(await wall.text('.figure-few')).toMatch(/^50\s*%/);
    expect(await wall.faults('few')).toEqual([]);
  });
});

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
      await wall.page.clock.fastForward(7_500);
      await wall.step('reconnecting');
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

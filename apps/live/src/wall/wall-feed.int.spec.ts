import { at } from '@leadclock/domain/testing/clock-time.js';
import { lead } from '@leadclock/domain/testing/story.js';
import { createLogger } from '@leadclock/runtime/logger.js';
import { Planted } from '../testing/planted.js';
import { nameBook } from './name-book.js';
import { type News, news, WallFeed } from './wall-feed.js';

let planted: Planted;
/** milliseconds that have passed, and those that pass between any two looks at them */
let passed: number;
let each: number;
let feed: WallFeed;
let told: News[];
const look = () => feed.look((what) => void told.push(what));

beforeEach(async () => {
  planted = await Planted.open();
  [passed, each, told] = [10_000, 0, []];
  const elapsed = () => (passed += each);
  const now = () => at('12:00');
  feed = new WallFeed(planted.dataSource, nameBook(planted.dataSource), createLogger('fatal'), now, elapsed);
});
afterEach(() => planted.close());

describe('what a wall is made of', () => {
  it('is read at the start, then looked at each second, or at once when something calls', async () => {
    expect(feed.lookAt).toBe(Number.NEGATIVE_INFINITY);
    await look();
    expect([told, feed.lookAt]).toEqual([[news.restarted], 11_000]);
    await planted.plant(lead('ada').arrived('11:59'));
    feed.call();
    expect(feed.lookAt).toBeLessThanOrEqual(10_000);
    await look();
    expect([told, feed.lookAt]).toEqual([[news.restarted, news.moved], 11_000]);
    await look();
    expect(told).toHaveLength(2);
  });

  describe('when more comes than can be followed', () => {
    const tooMuch = () => planted.change(Array.from({ length: 5_001 }, (_, i) => `s${i}`));
    const lookAgain = async () => {
      feed.call();
      await look();
    };
    beforeEach(async () => {
      await look();
      await look();
      await tooMuch();
      each = 100;
    });

    it('is read from the beginning, and looked at once more without a rest: what came meanwhile can be followed', async () => {
      await lookAgain();
      expect(told).toEqual([news.restarted, news.restarted]);
      expect(feed.pending).toBe('catching_up');
      feed.call();
      expect(feed.lookAt).toBeLessThanOrEqual(passed);
    });

    it('is read from the beginning two fifths of the time at most, however much comes', async () => {
      await lookAgain();
      await tooMuch();
      await lookAgain();
      expect(told).toEqual([news.restarted, news.restarted, news.restarted]);
      feed.call();
      each = 0;
      expect(feed.lookAt - passed).toBeGreaterThanOrEqual(200);
      expect(feed.lookAt - passed).toBeLessThanOrEqual(400);
    });
  });

  it('is asked for its beginnings again only when something has changed, until there is a lead', async () => {
    await look();
    expect(feed.setup).toEqual({ anyLead: false, source: null });
    await planted.plant(lead('ada').arrived('11:59'));
    await look();
    expect(feed.setup.anyLead).toBe(true);
  });
});

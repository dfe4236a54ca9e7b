import { at } from '../testing/clock-time.js';
import { factsOfStories } from '../testing/given.js';
import { type Story, subject } from '../testing/story.js';

const rowsOf = (story: Story) => factsOfStories([story]).map(({ from, until, value, excluded }) => ({ from, until, value, excluded }));
const goal = (time: string, value: number) => (story: Story) => story.aimed(time, value, '2026-11-02', '2026-11-03');
const forecast = (time: string, value: number) => (story: Story) => story.foresaw(time, value, '2026-11-03', '2026-11-04');
const tell = (...steps: readonly ((story: Story) => Story)[]) => rowsOf(steps.reduce((story, step) => step(story), subject('plan')));

describe('a target', () => {
  it('holds until it is set anew', () => {
    expect(tell(goal('mon 08:00', 10), goal('tue 08:00', 20))).toEqual([
      { from: at('mon 08:00'), until: at('tue 08:00'), value: 100_000, excluded: null },
      { from: at('tue 08:00'), until: null, value: 200_000, excluded: null },
    ]);
  });

  it('is rewritten by nothing that comes when its period has ended, at the very end of it or later', () => {
    for (const late of ['wed 00:00', 'wed 08:00'])
      expect(tell(goal('mon 08:00', 10), goal(late, 20))).toEqual([
        { from: at('mon 08:00'), until: null, value: 100_000, excluded: null },
        { from: at(late), until: null, value: 200_000, excluded: 'after_period' },
      ]);
    expect(tell(goal('mon 08:00', 10), goal('tue 23:59:59.999', 20))[0]?.until).toBe(at('tue 23:59:59.999'));
  });
});

describe('a forecast', () => {
  it('holds until it is submitted anew before its period', () => {
    expect(tell(forecast('mon 08:00', 10), forecast('mon 23:59:59.999', 20))).toEqual([
      { from: at('mon 08:00'), until: at('mon 23:59:59.999'), value: 100_000, excluded: null },
      { from: at('mon 23:59:59.999'), until: null, value: 200_000, excluded: null },
    ]);
  });

  it('is rewritten by nothing that comes when its period has begun, at the very start of it or later', () => {
    for (const late of ['tue 00:00', 'tue 08:00'])
      expect(tell(forecast('mon 08:00', 10), forecast(late, 20))).toEqual([
        { from: at('mon 08:00'), until: null, value: 100_000, excluded: null },
        { from: at(late), until: null, value: 200_000, excluded: 'after_start' },
      ]);
  });
});

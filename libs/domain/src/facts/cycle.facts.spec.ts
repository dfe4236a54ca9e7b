import { at } from '../testing/clock-time.js';
import { factsOfStories } from '../testing/given.js';
import { lead, type Story } from '../testing/story.js';

const cycles = (story: Story) =>
  factsOfStories([story])
    .filter(({ kind }) => kind === 'cycle')
    .map(({ from, until, since, due, value }) => ({ from, until, since, due, value }));
const hour = 3_600_000;

describe('the row of a won deal', () => {
  it('has each of its starts only from when that is known, also when it came after the win', () => {
    const late = lead('ada').won('10:00').arrived('11:00').called('12:00', 'ana', 'connected').opened('13:00');
    expect(cycles(late)).toEqual([
      { from: at('10:00'), until: at('11:00'), since: null, due: null, value: null },
      { from: at('11:00'), until: at('12:00'), since: at('11:00'), due: null, value: null },
      { from: at('12:00'), until: at('13:00'), since: at('11:00'), due: at('12:00'), value: null },
      { from: at('13:00'), until: null, since: at('11:00'), due: at('12:00'), value: -3 * hour },
    ]);
  });

  it('has a start of the very instant of the win', () => {
    expect(cycles(lead('ada').arrived('10:00').opened('10:00').won('10:00'))).toEqual([
      { from: at('10:00'), until: null, since: at('10:00'), due: null, value: 0 },
    ]);
  });
});

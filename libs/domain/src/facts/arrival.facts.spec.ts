import { at } from '../testing/clock-time.js';
import { factsOfStories } from '../testing/given.js';
import { lead, type Story, subject } from '../testing/story.js';

const arrivals = (...stories: readonly Story[]) => factsOfStories(stories).filter(({ kind }) => kind === 'arrival');
const ada = lead('ada').arrived('09:00', { owner: 'ana' });
const meeting = { touchpoint: 'm', channel: 'meeting', actor: 'automated' } as const;

describe('the row of an arrival', () => {
  it('says from when a first meeting was booked, from when one was held', () => {
    const met = ada.touched('09:01', { ...meeting, outcome: 'booked' }).touched('09:03', { ...meeting, outcome: 'held' });
    expect(arrivals(met).map(({ from, stage }) => [from, stage])).toEqual(
      expect.arrayContaining([
        [at('09:00'), null],
        [at('09:01'), 'booked'],
        [at('09:03'), 'both'],
      ]),
    );
  });

  it('says that a meeting was held that nobody had booked', () => {
    const walkIn = ada.touched('09:02', { ...meeting, channel: 'visit', outcome: 'held' });
    const later = walkIn.touched('09:04', { ...meeting, touchpoint: 'n', outcome: 'booked' });
    const stages = (story: Story, time: string) => arrivals(story).findLast(({ from }) => from <= at(time))?.stage;
    expect(['09:01', '09:02', '09:03', '09:04'].map((time) => stages(later, time))).toEqual([null, 'held', 'held', 'both']);
  });

  it('is judged anew from when another policy is the lead’s', () => {
    const policy = (name: string, order: number, seconds: number, match: Record<string, string[]>) =>
      subject(name).tell('policy.set', '08:00', { order, match, targets: { answer_s: seconds }, steps: [] }, { id: name });
    const policies = [policy('strict', 1, 60, { segment: ['big'] }), policy('mild', 2, 3600, {})];
    const grown = lead('ada').arrived('09:00').arrived('09:10', { segment: 'big' });
    expect(arrivals(...policies, grown).map(({ from, item, segment }) => [from, item, segment])).toEqual(
      expect.arrayContaining([
        [at('09:00'), 'pending', null],
        [at('09:10'), null, 'big'],
      ]),
    );
  });

  it('is none of a window while the lead is known without having arrived, and then its own', () => {
    const called = lead('ada').called('08:00', 'ana').arrived('09:00');
    expect(arrivals(called)[0]).toMatchObject({ from: at('08:00'), until: at('09:00'), at: null, excluded: 'no_arrival' });
    expect(arrivals(called)[1]).toMatchObject({ from: at('09:00'), at: at('09:00'), excluded: null });
    expect(arrivals(ada).every(({ excluded }) => excluded === null)).toBe(true);
  });

  it('is nobody’s until the lead has its first owner, then his for good, and says how long that took', () => {
    const rows = arrivals(lead('ada').arrived('09:00').assigned('09:02', 'luis').assigned('09:30', 'ana'));
    const [first, second] = rows;
    expect(first).toMatchObject({ from: at('09:00'), until: at('09:02'), rep: null, since: null, value: null });
    expect(second).toMatchObject({ from: at('09:02'), rep: 'luis', since: at('09:02'), value: 120_000 });
    expect(rows.slice(1).every(({ rep }) => rep === 'luis')).toBe(true);
  });

  it('is his from the very instant of the arrival who had the lead then', () => {
    expect(arrivals(lead('ada').assigned('08:00', 'eva').arrived('09:00')).slice(1)).toEqual(
      expect.arrayContaining([expect.objectContaining({ from: at('09:00'), rep: 'eva', since: at('09:00'), value: 0 })]),
    );
  });
});

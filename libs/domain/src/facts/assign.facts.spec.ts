import { at } from '../testing/clock-time.js';
import { factsOfStories } from '../testing/given.js';
import { lead, type Story, subject } from '../testing/story.js';

const assignments = (...stories: readonly Story[]) =>
  factsOfStories(stories)
    .filter(({ kind }) => kind === 'assign')
    .map(({ part, at: when, from, value, rep, team }) => ({ part, at: when, from, value, rep, team }));
const office = subject('office').tell('calendar.set', '08:00', { zone: 'UTC', week: { mon: [['09:20', '18:00']] }, holidays: [] });
const policy = subject('p').tell('policy.set', '08:00', { order: 1, match: {}, calendar: 'office', targets: {}, steps: [] });
const minute = 60_000;

describe('the row of an assignment', () => {
  it('is none where the row of the arrival says it, or of a lead that has not arrived or has no owner', () => {
    expect(assignments(lead('ada').arrived('09:00').assigned('09:30', 'ana'))).toEqual([]);
    expect(assignments(lead('ada').assigned('09:30', 'ana'))).toEqual([]);
    expect(assignments(office, policy, lead('ada').arrived('09:00'))).toEqual([]);
  });

  it('is two where the clocks differ, from the assignment on, at the arrival', () => {
    const row = { at: at('09:00'), from: at('09:30'), rep: 'ana', team: null };
    expect(assignments(office, policy, lead('ada').arrived('09:00').assigned('09:30', 'ana'))).toEqual([
      { ...row, part: 'working', value: 10 * minute },
      { ...row, part: 'wall', value: 30 * minute },
    ]);
  });

  it('is one where the first owner was another than the one at the arrival', () => {
    const passed = lead('ada').assigned('08:00', 'eva').assigned('08:30', null).arrived('09:00').assigned('09:30', 'ana');
    expect(assignments(passed)).toMatchObject([{ part: 'both', from: at('09:30'), value: 30 * minute, rep: 'ana' }]);
  });
});

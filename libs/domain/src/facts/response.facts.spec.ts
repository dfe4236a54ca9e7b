import { at } from '../testing/clock-time.js';
import { factsOfStories } from '../testing/given.js';
import { lead, type Story, subject } from '../testing/story.js';
import { answeredAt } from './response.facts.js';

const responses = (...stories: readonly Story[]) => factsOfStories(stories).filter(({ kind }) => kind === 'response');
const minute = 60_000;

describe('the row of a first answer', () => {
  it('says from when a deal is won, and begins anew then without another answer', () => {
    const rows = responses(lead('ada').arrived('09:00').called('09:04', 'ana').opened('10:00').won('11:00').reopened('12:00'));
    expect(rows.map(({ part, from, until, outcome, value }) => [part, from, until, outcome, value])).toEqual([
      ['both', at('09:04'), at('11:00'), null, 4 * minute],
      ['both', at('11:00'), at('12:00'), 'won', 4 * minute],
      ['both', at('12:00'), null, null, 4 * minute],
    ]);
    expect(rows.map(answeredAt)).toEqual([at('09:04'), at('09:04'), at('09:04')]);
  });

  it('is two where the clocks differ, of which the wall’s does not say that a deal is won', () => {
    const evening = subject('late').tell('calendar.set', '08:00', { zone: 'UTC', week: { mon: [['09:03', '18:00']] }, holidays: [] });
    const policy = subject('p').tell('policy.set', '08:00', { order: 1, match: {}, calendar: 'late', targets: {}, steps: [] });
    const rows = responses(evening, policy, lead('ada').arrived('09:00').called('09:04', 'ana').won('11:00'));
    expect(rows.map(({ part, from, value, outcome }) => [part, from, value, outcome])).toEqual([
      ['working', at('09:04'), minute, null],
      ['wall', at('09:04'), 4 * minute, null],
      ['working', at('11:00'), minute, 'won'],
    ]);
  });

  it('says whether it is the first contact too, and while it is', () => {
    const met = (outcome: 'connected' | 'no_answer') => responses(lead('ada').arrived('09:00').called('09:04', 'ana', outcome));
    expect([met('connected'), met('no_answer')].map((rows) => rows.map(({ stage }) => stage))).toEqual([['contact'], [null]]);
  });
});

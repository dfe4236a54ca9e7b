import { emptyConfiguration } from '../configuration/configuration.js';
import { foldSubject } from '../lead/fold-subject.js';
import { viewOf } from '../lead/lead-view.js';
import { at } from '../testing/clock-time.js';
import { factsOfStories } from '../testing/given.js';
import { lead, type Story, subject } from '../testing/story.js';
import { milestonesOf } from './milestones.js';

const sales = subject('default').tell('pipeline.set', '08:00', {
  stages: [
    { id: 'new', name: 'new', probability: 0.5 },
    { id: 'talk', name: 'talk', probability: 0.5, role: 'opportunity' },
  ],
});
/** What the row of its arrival says in the first week, each from when it first did. */
function reached(story: Story): readonly (readonly [from: number, outcome: string | null])[] {
  const rows = factsOfStories([sales, story]).filter(({ kind, from }) => kind === 'arrival' && from < at('sun 00:00'));
  return rows.filter(({ outcome }, index) => rows[index - 1]?.outcome !== outcome).map(({ from, outcome }) => [from, outcome]);
}
const ada = lead('ada').arrived('09:00');

describe('the milestones of a lead', () => {
  it('are named in their order, each from when it came to it', () => {
    expect(reached(ada.qualified('10:00').called('11:00', 'ana', 'connected'))).toEqual([
      [at('09:00'), null],
      [at('10:00'), 'qualified'],
      [at('11:00'), 'contacted qualified'],
    ]);
  });

  it('have it an opportunity with the first deal that is one, whichever deal came first', () => {
    const second = { deal: 'd2' };
    const since = (time: string) => [
      [at('09:00'), null],
      [at(time), 'opportunity'],
    ];
    const other = ada.opened('10:00').opened('10:10', 'talk', second);
    expect(reached(other)).toEqual(since('10:10'));
    expect(reached(other.moved('10:20', 'talk'))).toEqual(since('10:10'));
    expect(reached(ada.opened('10:00', 'talk').opened('10:10', 'new', second))).toEqual(since('10:00'));
  });

  it('are none while it has not arrived', () => {
    const { state } = foldSubject(lead('ada').called('09:00', 'ana', 'connected').qualified('10:00').won('11:00').events);
    const none = { contacted: [], qualified: [], opportunity: [], won: [], never: [] };
    expect(milestonesOf(state, emptyConfiguration, viewOf(state, emptyConfiguration))).toEqual(none);
  });
});

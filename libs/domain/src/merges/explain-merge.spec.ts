import type { EventOf } from '../events/event.js';
import { lead, type Story } from '../testing/story.js';
import { explainMerge } from './explain-merge.js';
import { edgesOf } from './merge-edges.js';
import { resolveMerges } from './resolve-merges.js';

const isMerge = (event: { readonly type: string }): event is EventOf<'lead.merged'> => event.type === 'lead.merged';
const merged = (child: string, time: string, into: string | null) => lead(child).tell('lead.merged', time, { into });

/** What is said of every merge of some leads. */
function said(...stories: readonly Story[]) {
  const merges = resolveMerges(stories.flatMap(({ events }) => edgesOf(events)));
  return stories.flatMap(({ events }) => events.filter(isMerge).map((event) => explainMerge(event, merges)));
}

describe('a merge', () => {
  it('counts while no later one of the lead came, and says into which lead', () => {
    expect(said(merged('ada', '09:00', 'bob'))).toEqual([{ counts: true, code: 'merged', values: { into: 'bob' } }]);
    expect(said(merged('ada', '09:00', 'bob').tell('lead.merged', '09:01', { into: 'cleo' }))).toEqual([
      { counts: false, code: 'merge_replaced', values: { into: 'bob' } },
      { counts: true, code: 'merged', values: { into: 'cleo' } },
    ]);
  });

  it('into nothing ends the one before it, until another comes', () => {
    const ended = merged('ada', '09:00', 'bob').tell('lead.merged', '09:01', { into: null });
    expect(said(ended).map(({ counts, code }) => [counts, code])).toEqual([
      [false, 'merge_replaced'],
      [true, 'merge_ended'],
    ]);
    const again = said(ended.tell('lead.merged', '09:02', { into: 'bob' }));
    expect(again.map(({ counts, code }) => [counts, code])).toEqual([
      [false, 'merge_replaced'],
      [false, 'merge_replaced'],
      [true, 'merged'],
    ]);
  });

  it('that would close a circle is skipped', () => {
    expect(said(merged('ada', '09:00', 'bob'), merged('bob', '09:01', 'ada'))).toEqual([
      { counts: true, code: 'merged', values: { into: 'bob' } },
      { counts: false, code: 'merge_circle', values: { into: 'ada' } },
    ]);
  });
});

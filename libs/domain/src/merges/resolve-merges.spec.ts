import fc from 'fast-check';
import { lead, type Story } from '../testing/story.js';
import { edgesOf, type MergeEdge } from './merge-edges.js';
import { noMerges, resolveMerges } from './resolve-merges.js';

const mergesOf = (...stories: readonly Story[]) => resolveMerges(stories.flatMap(({ events }) => edgesOf(events)));
const merged = (child: string, time: string, into: string | null, id?: string) =>
  lead(child).tell('lead.merged', time, { into }, id === undefined ? {} : { id });

describe('the merges of leads', () => {
  it('lead to the root over any number of steps', () => {
    const merges = mergesOf(merged('ada', '09:00', 'bob'), merged('bob', '09:01', 'cleo'), merged('dora', '09:02', 'bob'));
    expect(['ada', 'bob', 'cleo', 'dora', 'eve'].map((name) => merges.rootOf(name))).toEqual(['cleo', 'cleo', 'cleo', 'cleo', 'eve']);
    expect(merges.membersOf('cleo')).toEqual(['cleo', 'ada', 'bob', 'dora']);
    expect(merges.membersOf('eve')).toEqual(['eve']);
  });

  it('let a later one of the same lead take the place of the earlier', () => {
    const merges = mergesOf(merged('ada', '09:05', 'cleo', 'z'), merged('ada', '09:00', 'bob', 'a'));
    expect(merges.rootOf('ada')).toBe('cleo');
    expect(merges.membersOf('bob')).toEqual(['bob']);
    expect(merges.componentOf('bob')).toEqual(['ada', 'bob', 'cleo']);
  });

  it('skip one that would close a circle, and keep what stood before it', () => {
    const stories = [merged('ada', '09:00', 'bob'), merged('cleo', '09:01', 'ada'), merged('ada', '09:02', 'cleo', 'late')];
    const merges = mergesOf(...stories);
    expect(merges.rootOf('cleo')).toBe('bob');
    const [first, , late] = stories.flatMap(({ events }) => edgesOf(events)) as [MergeEdge, MergeEdge, MergeEdge];
    expect([merges.verdictOf(first), merges.verdictOf(late)]).toEqual(['stands', 'circle']);
  });

  it('skip a merge into itself', () => {
    expect(mergesOf(merged('ada', '09:00', 'ada')).membersOf('ada')).toEqual(['ada']);
  });

  it('are taken back by a merge into nothing, and may come again', () => {
    const ada = merged('ada', '09:00', 'bob').tell('lead.merged', '09:01', { into: null });
    expect(mergesOf(ada).rootOf('ada')).toBe('ada');
    expect(mergesOf(ada.tell('lead.merged', '09:02', { into: 'bob' })).rootOf('ada')).toBe('bob');
  });

  it('are as if never sent when they are retracted, until the retraction is', () => {
    const ada = merged('ada', '09:00', 'bob').takenBack('09:05', 'e1');
    expect(mergesOf(ada).rootOf('ada')).toBe('ada');
    expect(mergesOf(ada.takenBack('09:06', 'e2')).rootOf('ada')).toBe('bob');
  });

  it('open a circle again when the edge that closed it is retracted', () => {
    const bob = merged('bob', '09:01', 'ada');
    expect(mergesOf(merged('ada', '09:00', 'bob'), bob).rootOf('bob')).toBe('bob');
    expect(mergesOf(merged('ada', '09:00', 'bob').takenBack('09:02', 'e1'), bob).rootOf('bob')).toBe('ada');
  });

  it('count by the content that counts when two came under one identity', () => {
    const first = merged('ada', '09:00', 'bob').events;
    const second = lead('ada').tell('lead.merged', '09:00', { into: 'cleo' }, { heard: '09:30' }).events;
    expect(resolveMerges(edgesOf([...second, ...first])).rootOf('ada')).toBe('bob');
  });
});

const names = ['a', 'b', 'c', 'd', 'e', 'f'];
const anyEdges: fc.Arbitrary<MergeEdge[]> = fc
  .array(
    fc.record({
      child: fc.constantFrom(...names),
      into: fc.oneof({ weight: 6, arbitrary: fc.constantFrom<string | null>(...names) }, { weight: 1, arbitrary: fc.constant(null) }),
      time: fc.integer({ min: 0, max: 3 }),
      source: fc.constantFrom('/a', '/ｚ', '/𝒳'),
    }),
    { maxLength: 14 },
  )
  .map((edges) => edges.map((edge, index) => ({ ...edge, id: String(index % 4) })))
  .map((edges) => [...new Map(edges.map((edge) => [`${edge.child} ${edge.source} ${edge.id}`, edge])).values()]);

/** The rule as it is written, one edge after the other, with nothing remembered. */
function byTheBook(edges: readonly MergeEdge[]): (lead: string) => string {
  const into = new Map<string, string>();
  const rootOf = (name: string): string => {
    const next = into.get(name);
    return next === undefined ? name : rootOf(next);
  };
  const bytes = ({ source, id, child }: MergeEdge) => [source, id, child].map((text) => Buffer.from(text));
  const sorted = edges.toSorted((x, y) => {
    const [a, b] = [bytes(x), bytes(y)];
    return x.time - y.time || a.map((text, i) => Buffer.compare(text, b[i] as Buffer)).find((order) => order !== 0) || 0;
  });
  for (const edge of sorted) {
    const before = into.get(edge.child);
    into.delete(edge.child);
    if (edge.into === null) continue;
    if (rootOf(edge.into) !== edge.child) into.set(edge.child, edge.into);
    else if (before !== undefined) into.set(edge.child, before);
  }
  return rootOf;
}

describe('the laws of merges', () => {
  it('any order of the edges gives what the rule says step by step', () => {
    fc.assert(
      fc.property(
        anyEdges.chain((edges) => fc.tuple(fc.constant(edges), fc.shuffledSubarray(edges, { minLength: edges.length }))),
        ([edges, shuffled]) => {
          const rootOf = byTheBook(edges);
          const merges = resolveMerges(shuffled);
          for (const name of names) expect(merges.rootOf(name)).toBe(rootOf(name));
          for (const name of names) for (const member of merges.membersOf(rootOf(name))) expect(rootOf(member)).toBe(rootOf(name));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('what one component comes to needs no edge of another', () => {
    fc.assert(
      fc.property(anyEdges, (edges) => {
        const merges = resolveMerges(edges);
        for (const name of merges.leads) {
          const component = new Set(merges.componentOf(name));
          const own = resolveMerges(edges.filter(({ child }) => component.has(child)));
          for (const member of component) expect(own.rootOf(member)).toBe(merges.rootOf(member));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('know every lead that an edge names, and all that are tied to it, whether it counts or not', () => {
    const merges = mergesOf(merged('bob', '09:00', 'cleo'), merged('dora', '09:01', 'bob'), merged('finn', '09:02', null));
    expect(merges.leads.toSorted()).toEqual(['bob', 'cleo', 'dora', 'finn']);
    for (const name of ['bob', 'cleo', 'dora']) expect(merges.componentOf(name)).toEqual(['bob', 'cleo', 'dora']);
    expect([merges.componentOf('finn'), merges.componentOf('eve')]).toEqual([['finn'], ['eve']]);
    expect([noMerges.leads, noMerges.rootOf('eve'), noMerges.componentOf('eve')]).toEqual([[], 'eve', ['eve']]);
  });

  it('say of each edge whether it stands, also of one that nobody has heard of', () => {
    const stories = [merged('ada', '09:00', 'bob', 'a'), merged('ada', '09:05', 'cleo', 'z')];
    const merges = mergesOf(...stories);
    expect(stories.flatMap(({ events }) => edgesOf(events)).map((edge) => merges.verdictOf(edge))).toEqual(['replaced', 'stands']);
    const [other] = edgesOf(merged('eve', '09:00', 'bob').events) as [MergeEdge];
    expect(merges.verdictOf(other)).toBe('replaced');
  });
});

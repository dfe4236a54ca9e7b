import type { QueueLead } from '@leadclock/live-protocol/queue-lead.js';
import { shownQueue, stepFrom, walk } from './frozen-queue.js';
import { queueOf } from './queue.js';
import { byId, waits } from './testing/leads.js';

const ana = { rep: 'ana', owner: 'Ana' };
const at = (asOf: number, ...leads: readonly QueueLead[]) => queueOf({ floor: byId(...leads), own: {}, agreed: {} }, 'ana', asOf);
const rows = (queue: ReturnType<typeof shownQueue>) => walk(queue, false).map(({ lead, gone }) => (gone ? `(${lead.lead})` : lead.lead));

describe('the order of the queue', () => {
  const before = shownQueue(null, at(0, waits('a', 100), waits('b', 50)), false);

  it('stands still under the pointer: new leads wait, and are counted', () => {
    const now = shownQueue(before, at(0, waits('a', 100), waits('b', 50), waits('c', 200), waits('mine', 1, ana)), true);
    expect(rows(now)).toEqual(['a', 'b']);
    expect(now).toMatchObject({ news: 2, moved: true });
  });

  it('keeps the place of a lead that waits no more', () => {
    const now = shownQueue(before, at(0, waits('b', 50)), true);
    expect(rows(now)).toEqual(['(a)', 'b']);
    expect(now).toMatchObject({ news: 0, moved: true });
  });

  it('says what is true of a lead in its old place', () => {
    const now = shownQueue(before, at(0, waits('a', 100, ana), waits('b', 50)), true);
    expect(now.sections.nobodys[0]?.lead.rep).toBe('ana');
    expect(now).toMatchObject({ news: 0, moved: true });
  });

  it('does not count others’ leads as new', () => {
    expect(shownQueue(before, at(0, waits('a', 100), waits('b', 50), waits('l', 9, { rep: 'luis' })), true).news).toBe(0);
  });

  it('has nothing to reorder while nothing has changed', () => {
    expect(shownQueue(before, at(0, waits('a', 100), waits('b', 50)), true)).toEqual(before);
  });

  it('is the new one as soon as it may', () => {
    const frozen = shownQueue(before, at(0, waits('c', 200), waits('b', 50)), true);
    expect(rows(shownQueue(frozen, at(0, waits('c', 200), waits('b', 50)), false))).toEqual(['c', 'b']);
  });
});

describe('walking along the queue', () => {
  const queue = shownQueue(
    shownQueue(null, at(0, waits('a', 3), waits('b', 2), waits('c', 1)), false),
    at(0, waits('a', 3), waits('c', 1)),
    true,
  );
  const along = walk(queue, true);

  it.each([
    [null, 1, 'a'],
    [null, -1, 'c'],
    ['a', 1, 'c'],
    ['c', -1, 'a'],
    ['c', 1, null],
    ['a', -1, null],
    ['unknown', 1, 'a'],
  ] as const)('goes from %s by %d to %s, past rows that are gone', (from, by, to) => {
    expect(stepFrom(along, from, by)).toBe(to);
  });

  it('ends at once in an empty queue', () => {
    expect(stepFrom([], null, 1)).toBeNull();
  });
});

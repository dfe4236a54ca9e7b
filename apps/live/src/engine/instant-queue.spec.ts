import { array, assert, integer, property } from 'fast-check';
import { InstantQueue } from './instant-queue.js';

describe('the queue of instants', () => {
  it('hands out rows in the order of their instants, however they were put in', () => {
    assert(
      property(array(integer({ min: -1000, max: 1000 }), { maxLength: 3000 }), (instants) => {
        const queue = new InstantQueue();
        for (const [row, instant] of instants.entries()) queue.push(instant, row);
        const out: number[] = [];
        while (queue.size > 0) {
          const next = queue.next;
          expect(instants[queue.pop()]).toBe(next);
          out.push(next);
        }
        expect(out).toEqual([...instants].sort((a, b) => a - b));
      }),
      { numRuns: 50 },
    );
  });

  it('waits for nothing when it is empty', () => {
    expect(new InstantQueue().next).toBe(Number.POSITIVE_INFINITY);
    expect(() => new InstantQueue().pop()).toThrow('empty');
  });
});

import fc from 'fast-check';
import { type Queued, type Wait, WaitQueue } from './wait-queue.js';

const wait = (subject: string): Wait => ({ subject, part: 'running', item: null, from: 0, since: 0, value: 0 });

describe('a queue of waits', () => {
  it('has nobody at its head while nobody waits', () => {
    const queue = new WaitQueue();
    expect(queue.head).toBeNull();
    queue.leave(queue.join(wait('ada'), 1));
    expect(queue.head).toBeNull();
    queue.join(wait('bob'), 2);
    expect(queue.head?.subject).toBe('bob');
  });

  it('has who has waited longest at its head, of equal ones the lead whose id comes first', () => {
    const queue = new WaitQueue();
    queue.join(wait('cleo'), 5);
    queue.join(wait('bob'), 5);
    expect(queue.head?.subject).toBe('bob');
    queue.join(wait('dan'), -5);
    queue.join(wait('ada'), 6);
    expect(queue.head?.subject).toBe('dan');
  });

  it('is left by whoever is at its head until nobody is, in the order of their waits', () => {
    const queue = new WaitQueue();
    const ranks = [8, 3, 9, 1, 7, 2, 6, 0, 5, 4];
    const all = ranks.map((rank) => ({ rank, queued: queue.join(wait(`lead-${rank}`), rank) }));
    for (const { rank, queued } of all.toSorted((a, b) => a.rank - b.rank)) {
      expect(queue.head?.subject).toBe(`lead-${rank}`);
      queue.leave(queued);
    }
    expect(queue.head).toBeNull();
  });

  it('has at its head the first of those that are left, whoever came and went before', () => {
    const steps = fc.array(fc.record({ rank: fc.integer({ min: 0, max: 30 }), which: fc.nat(), leaves: fc.boolean() }), {
      minLength: 100,
      maxLength: 200,
      size: 'max',
    });
    fc.assert(
      fc.property(steps, fc.boolean(), (told, isLooking) => {
        const queue = new WaitQueue();
        let left: readonly Queued[] = [];
        const look = () => {
          const [first] = left.toSorted((a, b) => a.rank - b.rank || (a.wait.subject < b.wait.subject ? -1 : 1));
          expect(queue.head).toBe(first?.wait ?? null);
        };
        for (const [index, { rank, which, leaves }] of told.entries()) {
          const gone = leaves ? left[which % left.length] : undefined;
          if (gone === undefined) left = [...left, queue.join(wait(`lead-${(index * 7) % 11}-${index}`), rank)];
          else {
            queue.leave(gone);
            left = left.filter((other) => other !== gone);
          }
          if (isLooking) look();
        }
        for (; left.length > 0; left = left.slice(1)) {
          look();
          if (left[0] !== undefined) queue.leave(left[0]);
        }
        look();
      }),
    );
  });
});

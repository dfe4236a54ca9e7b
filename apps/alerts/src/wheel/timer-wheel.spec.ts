import fc from 'fast-check';
import { hashOfBytes, hashOfLead } from './lead-hash.js';
import { GRAIN_MS, type RungClock, TimerWheel } from './timer-wheel.js';

const NINE = Date.UTC(2026, 10, 2, 9);
const SECOND = 1_000;
const DAY = 86_400_000;

const ids = (rung: readonly RungClock[]): number[] => rung.map(({ id }) => id);

describe('the timer wheel', () => {
  it('has nothing to do when nothing is armed', () => {
    const wheel = new TimerWheel(NINE);
    expect(wheel.next).toBe(Number.POSITIVE_INFINITY);
    expect(ids(wheel.takeDue(NINE + DAY))).toEqual([]);
  });

  it('rings at the instant, not a millisecond before it, and once', () => {
    const wheel = new TimerWheel(NINE);
    wheel.arm(7, 1, NINE + 300 * SECOND);
    expect(ids(wheel.takeDue(NINE + 300 * SECOND - 1))).toEqual([]);
    expect(ids(wheel.takeDue(NINE + 300 * SECOND))).toEqual([7]);
    expect(ids(wheel.takeDue(NINE + 301 * SECOND))).toEqual([]);
    expect(wheel.size).toBe(0);
  });

  it('rings within a tick after an instant that lies between two', () => {
    const wheel = new TimerWheel(NINE);
    wheel.arm(7, 1, NINE + 1_234);
    expect(ids(wheel.takeDue(NINE + 1_234))).toEqual([]);
    expect(ids(wheel.takeDue(NINE + 1_240))).toEqual([7]);
  });

  it('rings at once what was due before it was armed', () => {
    const wheel = new TimerWheel(NINE);
    wheel.takeDue(NINE + 10 * SECOND);
    wheel.arm(7, 1, NINE - DAY);
    expect(wheel.next).toBeLessThanOrEqual(NINE + 10 * SECOND);
    expect(ids(wheel.takeDue(NINE + 10 * SECOND))).toEqual([7]);
  });

  it('keeps a clock that is armed again, and forgets one that is disarmed', () => {
    const wheel = new TimerWheel(NINE);
    wheel.arm(7, 1, NINE + SECOND);
    wheel.arm(7, 1, NINE + SECOND);
    wheel.arm(8, 1, NINE + SECOND);
    expect(wheel.knownOf(1)).toHaveLength(2);
    expect(wheel.disarm(7, 1)).toBe(true);
    expect(wheel.disarm(7, 1)).toBe(false);
    expect(wheel.disarm(8, 2)).toBe(false);
    expect(ids(wheel.takeDue(NINE + SECOND))).toEqual([8]);
  });

  it('knows a clock that has rung: armed again it keeps still, rung again it rings once more, disarmed it is forgotten', () => {
    const wheel = new TimerWheel(NINE);
    wheel.arm(7, 1, NINE + SECOND);
    expect(ids(wheel.takeDue(NINE + SECOND))).toEqual([7]);
    wheel.arm(7, 1, NINE + SECOND);
    expect(ids(wheel.takeDue(NINE + 2 * SECOND))).toEqual([]);
    expect([wheel.knownOf(1), wheel.size, wheel.next]).toEqual([[7], 0, Number.POSITIVE_INFINITY]);
    wheel.rearm(7, 1, NINE + 3 * SECOND);
    wheel.rearm(7, 1, NINE + 9 * SECOND);
    expect(wheel.size).toBe(1);
    expect(ids(wheel.takeDue(NINE + 3 * SECOND))).toEqual([7]);
    expect(wheel.disarm(7, 1)).toBe(true);
    wheel.rearm(7, 1, NINE + 4 * SECOND);
    expect([wheel.knownOf(1), wheel.size, ids(wheel.takeDue(NINE + DAY))]).toEqual([[], 0, []]);
  });

  it('tells clocks of two leads apart that share a bucket', () => {
    const wheel = new TimerWheel(NINE);
    wheel.arm(7, 5, NINE + SECOND);
    wheel.arm(8, 5 + 2 ** 20, NINE + SECOND);
    expect(wheel.knownOf(5)).toEqual([7]);
    expect(wheel.knownOf(5 + 2 ** 20)).toEqual([8]);
  });

  it('hands out no more than it is asked for, and the rest the next time', () => {
    const wheel = new TimerWheel(NINE);
    for (let id = 1; id <= 5; id++) wheel.arm(id, id, NINE);
    expect(ids(wheel.takeDue(NINE, 2))).toEqual([1, 2]);
    expect(ids(wheel.takeDue(NINE, 2))).toEqual([3, 4]);
    expect(ids(wheel.takeDue(NINE, 2))).toEqual([5]);
  });

  it('sleeps until a slot that holds something begins', () => {
    const wheel = new TimerWheel(NINE);
    wheel.arm(7, 1, NINE + 300 * SECOND);
    let wakings = 0;
    for (let now = wheel.next; now < NINE + 300 * SECOND; now = wheel.next) {
      expect(ids(wheel.takeDue(now))).toEqual([]);
      wakings++;
    }
    expect(wheel.next).toBe(NINE + 300 * SECOND);
    expect(wakings).toBeLessThanOrEqual(3);
  });

  it('rings in 497 days what is later than that', () => {
    const wheel = new TimerWheel(NINE);
    wheel.arm(7, 1, NINE + 10_000 * DAY);
    expect(ids(wheel.takeDue(NINE + 497 * DAY))).toEqual([]);
    expect(ids(wheel.takeDue(NINE + 498 * DAY))).toEqual([7]);
  });

  it('is worn out after a year, long before its ticks are', () => {
    const wheel = new TimerWheel(NINE);
    expect(wheel.isWornOut).toBe(false);
    wheel.takeDue(NINE + 366 * DAY);
    expect(wheel.isWornOut).toBe(true);
  });

  it('takes at most 64 bytes a clock for a million of them', () => {
    const wheel = new TimerWheel(NINE);
    let most = 0;
    for (let id = 1; id <= 1_000_000; id++) {
      wheel.arm(id, Math.imul(id, 2_654_435_761) >>> 0, NINE + (id % 1_000) * SECOND);
      if (id >= 10_000) most = Math.max(most, wheel.memory / id);
    }
    expect(most).toBeLessThanOrEqual(64);
  });

  const step = fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        do: fc.constant('arm' as const),
        id: fc.nat(60),
        ms: fc.oneof(fc.integer({ min: -5_000, max: 5_000 }), fc.nat(3_000_000), fc.nat(400 * DAY)),
      }),
    },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('disarm' as const), id: fc.nat(60), ms: fc.constant(0) }) },
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constant('rearm' as const), id: fc.nat(60), ms: fc.integer({ min: -5_000, max: 3_000_000 }) }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constant('pass' as const),
        id: fc.constant(0),
        ms: fc.oneof(fc.nat(3_000), fc.nat(3_000_000), fc.nat(400 * DAY)),
      }),
    },
  );

  it('rings what a sorted list would ring, whatever is armed, disarmed, rung again and waited for', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const wheel = new TimerWheel(NINE);
        // Infinity: it has rung
        const list = new Map<number, number>();
        let now = NINE;
        for (const { do: what, id, ms } of steps) {
          // beyond its last tick a wheel rings early: whoever has one makes it anew before
          if (now + ms > NINE + 490 * DAY) continue;
          if (what === 'arm') {
            wheel.arm(id, id % 7, now + ms);
            if (!list.has(id)) list.set(id, now + ms);
          } else if (what === 'rearm') {
            wheel.rearm(id, id % 7, now + ms);
            if (list.get(id) === Number.POSITIVE_INFINITY) list.set(id, now + ms);
          } else if (what === 'disarm') {
            expect(wheel.disarm(id, id % 7)).toBe(list.delete(id));
          } else {
            now = Math.min(now + ms, NINE + 490 * DAY);
            const tick = Math.floor((now - NINE) / GRAIN_MS) * GRAIN_MS + NINE;
            const due = [...list].filter(([, dueAt]) => dueAt <= tick).map(([clock]) => clock);
            for (const clock of due) list.set(clock, Number.POSITIVE_INFINITY);
            expect(ids(wheel.takeDue(now)).toSorted((a, b) => a - b)).toEqual(due.toSorted((a, b) => a - b));
          }
          const waiting = [...list.values()].filter(Number.isFinite);
          expect(wheel.size).toBe(waiting.length);
          const first = Math.min(...waiting);
          if (waiting.length > 0) expect(wheel.next).toBeLessThanOrEqual(Math.max(first + GRAIN_MS, now));
        }
        for (let lead = 0; lead < 7; lead++)
          expect(wheel.knownOf(lead).toSorted((a, b) => a - b)).toEqual(
            [...list.keys()].filter((id) => id % 7 === lead).toSorted((a, b) => a - b),
          );
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('the hash of a lead', () => {
  it('is the same of a text and of its bytes in the middle of others', () => {
    const bytes = Buffer.from('..señal-7..');
    expect(hashOfBytes(bytes, 2, bytes.length - 2)).toBe(hashOfLead('señal-7'));
    expect(hashOfLead('señal-7')).not.toBe(hashOfLead('señal-8'));
  });
});

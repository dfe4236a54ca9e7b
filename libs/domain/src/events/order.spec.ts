import fc from 'fast-check';
import { effectiveTime } from './event.js';
import { compareEvents, compareUtf8 } from './order.js';
import { anyEvent } from './testing/any-event.js';

const bytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a, 'utf8'), Buffer.from(b, 'utf8'));
const sign = (n: number): number => (n < 0 ? -1 : n > 0 ? 1 : 0);
const key = (time: number, source: string, id: string, recordedTime = time) => ({ time, recordedTime, source, id });

describe('the order of events', () => {
  it('puts an emoji behind the end of the basic plane, as its bytes are, though its first UTF-16 unit is smaller', () => {
    expect(['ｚ', '😀'].toSorted()).toEqual(['😀', 'ｚ']);
    expect(sign(compareUtf8('😀', 'ｚ'))).toBe(1);
  });

  it('of text is the order of its UTF-8 bytes', () => {
    const text = fc.string({ unit: 'binary', maxLength: 6 });
    const near = fc
      .tuple(text, fc.string({ unit: fc.constantFrom('a', '\ud7ff', '\ue000', '\uffff', '\u{10000}', '\u{10ffff}'), maxLength: 4 }), text)
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(text, near), fc.oneof(text, near), (a, b) => sign(compareUtf8(a, b)) === bytes(a, b)),
      { numRuns: 2000 },
    );
  });

  it('goes by time, then source, then id', () => {
    const sorted = [key(1, 'b', 'z'), key(2, 'a', '2'), key(2, 'b', '1'), key(2, 'b', '2'), key(2, 'bb', '0')];
    expect(sorted.toReversed().toSorted(compareEvents)).toEqual(sorted);
  });

  it('takes the time of hearing when the sender was ahead of us', () => {
    expect(effectiveTime(key(300, 'a', '1', 100))).toBe(100);
    expect(sign(compareEvents(key(300, 'a', '1', 100), key(200, 'a', '1')))).toBe(-1);
  });

  it('is total: any arrival sorts to the same row of identities', () => {
    fc.assert(
      fc.property(anyEvent(), anyEvent(), anyEvent(), (a, b, c) => {
        expect(sign(compareEvents(a, b))).toBe(-sign(compareEvents(b, a)) + 0);
        if (compareEvents(a, b) <= 0 && compareEvents(b, c) <= 0) expect(compareEvents(a, c)).toBeLessThanOrEqual(0);
        if (compareEvents(a, b) === 0) expect([effectiveTime(a), a.source, a.id]).toEqual([effectiveTime(b), b.source, b.id]);
      }),
    );
  });
});

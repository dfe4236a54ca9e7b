import fc from 'fast-check';
import { covers, cutAt, earlierEnd, inside, overlap, type Span, spanAt, without } from './spans.js';

const last = 12;
const instants = Array.from({ length: last + 2 }, (_, at) => at);

const anySpan: fc.Arbitrary<Span> = fc
  .tuple(fc.nat(last), fc.option(fc.integer({ min: 1, max: last })))
  .map(([from, length]) => ({ from, until: length === null ? null : from + length }));

/** Spans that are sorted and apart, the last perhaps for ever. */
const anySpans: fc.Arbitrary<readonly Span[]> = fc
  .tuple(fc.uniqueArray(fc.nat(last), { maxLength: 6 }), fc.boolean())
  .map(([edges, isOpen]) => {
    const sorted = edges.toSorted((a, b) => a - b);
    return sorted.flatMap((from, index): readonly Span[] => {
      if (index % 2 === 1) return [];
      const until = sorted[index + 1];
      return until === undefined ? (isOpen ? [{ from, until: null }] : []) : [{ from, until }];
    });
  });

/** The instants that spans hold, each as often as they hold it. */
const heldBy = (spans: readonly Span[]): readonly number[] =>
  instants.flatMap((at) => spans.filter((span) => covers(span, at)).map(() => at));

const isEmpty = ({ from, until }: Span): boolean => until !== null && until <= from;

describe('a span', () => {
  it('holds its beginning, and not its end', () => {
    expect([1, 2, 3, 4].map((at) => covers({ from: 2, until: 4 }, at))).toEqual([false, true, true, false]);
    expect([1, 2, 99].map((at) => covers({ from: 2, until: null }, at))).toEqual([false, true, true]);
  });

  it('ends with the earlier of two ends, of which none is the latest', () => {
    expect([earlierEnd(3, 5), earlierEnd(5, 3), earlierEnd(null, 3), earlierEnd(3, null), earlierEnd(null, null)]).toEqual([
      3,
      3,
      3,
      3,
      null,
    ]);
  });

  it('overlaps another in the instants that both hold', () => {
    fc.assert(
      fc.property(anySpan, anySpan, (a, b) => {
        const part = overlap(a, b);
        const shared = instants.filter((at) => covers(a, at) && covers(b, at));
        if (part !== null) {
          expect(isEmpty(part)).toBe(false);
          expect(heldBy([part])).toEqual(shared);
        } else expect(shared).toEqual([]);
      }),
    );
  });

  it('without others is what none of them holds, in order and in pieces as large as can be', () => {
    fc.assert(
      fc.property(anySpan, anySpans, (span, others) => {
        const left = without(span, others);
        expect(heldBy(left)).toEqual(instants.filter((at) => covers(span, at) && !others.some((other) => covers(other, at))));
        expect(left.some(isEmpty)).toBe(false);
        expect(left.every(({ from }, index) => index === 0 || from > (left[index - 1]?.until ?? last))).toBe(true);
      }),
    );
  });

  it('is cut at the instants inside of it, each once', () => {
    fc.assert(
      fc.property(anySpan, fc.array(fc.nat(last)), (span, at) => {
        const cuts = new Set(at.filter((one) => one > span.from && covers(span, one)));
        const pieces = cutAt(span, at);
        expect(pieces.map(({ from }) => from)).toEqual([span.from, ...[...cuts].toSorted((a, b) => a - b)]);
        expect(pieces.map(({ until }) => until)).toEqual([...pieces.slice(1).map(({ from }) => from), span.until]);
      }),
    );
  });

  it('keeps of others what lies in it, with what they carry', () => {
    fc.assert(
      fc.property(anySpan, anySpans, (whole, spans) => {
        const named = spans.map((span, name) => ({ ...span, name }));
        const kept = inside(whole, named);
        for (const { name } of named)
          expect(heldBy(kept.filter((part) => part.name === name))).toEqual(
            instants.filter((at) => covers(whole, at) && named.some((span) => span.name === name && covers(span, at))),
          );
        expect(kept.some(isEmpty)).toBe(false);
      }),
    );
  });

  it('is found by an instant that it holds, the first of several', () => {
    const spans = [
      { from: 1, until: 3, name: 'a' },
      { from: 2, until: 5, name: 'b' },
    ];
    expect([0, 1, 2, 3, 5].map((at) => spanAt(spans, at)?.name ?? null)).toEqual([null, 'a', 'a', 'b', null]);
  });
});

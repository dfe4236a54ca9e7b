/** A stretch of time: `from <= T` and (`until` null: for ever, or `T < until`). */
export interface Span {
  readonly from: number;
  readonly until: number | null;
}

export const covers = (span: Span, at: number): boolean => span.from <= at && (span.until === null || at < span.until);

/** The first of spans that holds an instant; null: none. */
export function spanAt<T extends Span>(spans: readonly T[], at: number): T | null {
  for (const span of spans) if (covers(span, at)) return span;
  return null;
}

/** The earlier of two ends; null is the latest. */
export function earlierEnd(a: number | null, b: number | null): number | null {
  if (a === null) return b;
  return b === null ? a : Math.min(a, b);
}

/** The part of a span that lies in another; null: none. */
export function overlap(a: Span, b: Span): Span | null {
  const from = Math.max(a.from, b.from);
  const until = earlierEnd(a.until, b.until);
  return until !== null && until <= from ? null : { from, until };
}

/** What is left of a span without others that are sorted and apart. */
export function without(span: Span, others: readonly Span[]): readonly Span[] {
  if (others.length === 0) return [span];
  const left: Span[] = [];
  let from = span.from;
  for (const other of others) {
    if (span.until !== null && other.from >= span.until) break;
    if (other.from > from) left.push({ from, until: other.from });
    if (other.until === null) return left;
    from = Math.max(from, other.until);
  }
  if (span.until === null || from < span.until) left.push({ from, until: span.until });
  return left;
}

/** Cuts a span at instants (in any order; those outside of it cut nothing). */
export function cutAt(span: Span, instants: readonly number[]): readonly Span[] {
  const within = instants.filter((at) => at > span.from && (span.until === null || at < span.until));
  if (within.length === 0) return [span];
  const edges = [...new Set(within)].sort((a, b) => a - b);
  return [span.from, ...edges].map((from, i) => ({ from, until: edges[i] ?? span.until }));
}

/** The parts of spans that lie in another, with what they carry. */
export function inside<T extends Span>(whole: Span, spans: readonly T[]): readonly T[] {
  const [only, ...more] = spans;
  if (only === undefined) return spans;
  if (more.length === 0 && whole.until === null && only.from >= whole.from) return spans;
  return spans.flatMap((span) => {
    const part = overlap(span, whole);
    return part === null ? [] : [{ ...span, ...part }];
  });
}

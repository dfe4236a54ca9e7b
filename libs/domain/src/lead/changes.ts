import type { Span } from './spans.js';

/** Adds the instants of a history that lie after `from`. */
export function addInstants(changes: number[], from: number, history: readonly { readonly at: number }[]): void {
  for (const { at } of history) if (at > from) changes.push(at);
}

/** Adds the beginnings and ends of spans that lie after `from`. */
export function addEdges(changes: number[], from: number, spans: readonly Span[]): void {
  for (const span of spans) {
    if (span.from > from) changes.push(span.from);
    if (span.until !== null && span.until > from) changes.push(span.until);
  }
}

/** The earlier of two instants; null: there is none. */
export const earliest = (a: number | null, b: number | null): number | null => (a === null || b === null ? (a ?? b) : Math.min(a, b));

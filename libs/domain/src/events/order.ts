import { effectiveTime } from './event.js';

/** What two events are ordered by. */
export interface SortKey {
  readonly time: number;
  readonly recordedTime: number;
  readonly source: string;
  readonly id: string;
}

/**
 * Compares two texts by their UTF-8 bytes. JavaScript compares UTF-16 units, which puts the code points from U+E000 to U+FFFF
 * behind those that need two units; a surrogate therefore counts as higher than any of them.
 */
export function compareUtf8(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i += 1) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x === y) continue;
    const high = (unit: number): number => (unit >= 0xe000 ? unit - 0x800 : unit >= 0xd800 ? unit + 0x2000 : unit);
    return high(x) - high(y);
  }
  return a.length - b.length;
}

/** The order in which a subject's events are folded: effective time, then the UTF-8 bytes of source, then of id. A total order of identities. */
export function compareEvents(a: SortKey, b: SortKey): number {
  return effectiveTime(a) - effectiveTime(b) || compareUtf8(a.source, b.source) || compareUtf8(a.id, b.id);
}

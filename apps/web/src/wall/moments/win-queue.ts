import type { Win } from '@leadclock/live-protocol/protocol.js';

/** A win's turn on the wall; `more`: older ones that it stands for, because too many came at once. */
export interface WinTurn {
  readonly win: Win;
  readonly more: number;
}

export const WINS_AT_MOST = 3;
export const WIN_SHOWN_MS = 8_000;

/** A win takes its place behind the one on show; when there are too many, the oldest that waits merges into the one after it. */
export function enqueue(queue: readonly WinTurn[], win: Win): readonly WinTurn[] {
  const longer = [...queue, { win, more: 0 }];
  const [shown, oldest, next, ...rest] = longer;
  if (longer.length <= WINS_AT_MOST || shown === undefined || oldest === undefined || next === undefined) return longer;
  return [shown, { win: next.win, more: next.more + oldest.more + 1 }, ...rest];
}

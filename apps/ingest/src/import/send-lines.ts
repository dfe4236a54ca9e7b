import type { Rejection } from '../door/rejection.js';

export interface LinesAnswer {
  readonly accepted: number;
  readonly rejected: readonly Rejection[];
}

/**
 * Hands up to 1,000 lines of JSONL to the door and resolves once all that is accepted is durable. `heardAt` is the recordedtime (epoch ms) of
 * events that bring none. Rejects with CannotTakeNow when the same lines may be sent again later.
 */
export type SendLines = (lines: readonly string[], heardAt: number) => Promise<LinesAnswer>;

/** Neither the log nor the spool took the lines; they may be sent again after `retryAfterSeconds`. */
export class CannotTakeNow extends Error {
  override readonly name = 'CannotTakeNow';
  constructor(
    message: string,
    readonly retryAfterSeconds: number,
  ) {
    super(message);
  }
}

import { CannotTakeNow, type SendLines } from './send-lines.js';

const PATIENCE_SECONDS = 30;

/** Sends the same lines again while the door asks to wait, for half a minute in all; repeats change nothing. */
export function patient(send: SendLines, pause: (ms: number) => Promise<unknown>): SendLines {
  return async (lines, heardAt) => {
    for (let waited = 0; ; ) {
      try {
        return await send(lines, heardAt);
      } catch (error) {
        if (!(error instanceof CannotTakeNow) || waited >= PATIENCE_SECONDS) throw error;
        const seconds = Math.max(1, error.retryAfterSeconds);
        waited += seconds;
        await pause(seconds * 1_000);
      }
    }
  };
}

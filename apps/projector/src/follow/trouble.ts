import { setTimeout as pause } from 'node:timers/promises';
import { LogGap } from '@leadclock/event-log/event-log.js';

/** The projector cannot go on until a person has acted; the message says what happened and what to do. */
export class ProjectorStopped extends Error {
  override readonly name = 'ProjectorStopped';
}

/** What a log has not cannot be waited for. */
export function stopAtGap(error: unknown): never {
  throw error instanceof LogGap ? new ProjectorStopped(error.message, { cause: error }) : error;
}

/** A mistake of ours: trying again cannot help. */
export const isMistake = (error: unknown): boolean =>
  error instanceof TypeError || error instanceof ReferenceError || error instanceof RangeError || error instanceof SyntaxError;

const FIRST_PAUSE_MS = 100;
/** What waits for the projector, an alert that gives a lead on say, is told within a second of the database's return. */
export const LONGEST_PAUSE_MS = 500;

export interface Retrying {
  readonly stopping: AbortSignal;
  /** told at each failure, and with null once it has passed */
  readonly trouble: (error: unknown) => void;
  readonly passed: () => void;
}

/** The one place where trouble with the database is waited out: asks again, slower each time, until it works or the process stops. */
export async function untilItWorks<T>(work: () => Promise<T>, { stopping, trouble, passed }: Retrying): Promise<T> {
  for (let wait = FIRST_PAUSE_MS; ; wait = Math.min(2 * wait, LONGEST_PAUSE_MS)) {
    try {
      const answer = await work();
      passed();
      return answer;
    } catch (error) {
      if (stopping.aborted || error instanceof ProjectorStopped || isMistake(error)) throw error;
      trouble(error);
      await pause(wait, undefined, { signal: stopping });
    }
  }
}

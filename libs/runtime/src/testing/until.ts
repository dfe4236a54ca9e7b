import { setTimeout as pause } from 'node:timers/promises';

/** Waits for a state, never for time: asks again until `condition` answers something true, and fails naming what was waited for. */
export async function until<T>(what: string, condition: () => Promise<T> | T, limitMs = 45_000): Promise<NonNullable<T>> {
  const deadline = Date.now() + limitMs;
  let last: unknown;
  for (;;) {
    try {
      const answer = await condition();
      if (answer) return answer;
      last = answer;
    } catch (error) {
      last = error;
    }
    if (Date.now() > deadline)
      throw new Error(`waited ${limitMs} ms for ${what}; last answer: ${last instanceof Error ? last.message : JSON.stringify(last)}`);
    await pause(10);
  }
}

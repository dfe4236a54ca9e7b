import type { Planned } from '../plan/planned.js';

/** One plan as two: what is delivered up to `at`, and what comes after it, to be read in this order. */
export function splitAt(plan: Iterator<Planned, void>, at: number) {
  let held: IteratorResult<Planned, void> | null = null;
  function* before(): Generator<Planned, void> {
    for (held = plan.next(); held.done !== true && held.value.deliverAt <= at; held = plan.next()) yield held.value;
  }
  function* after(): Generator<Planned, void> {
    for (held ??= plan.next(); held.done !== true; held = plan.next()) yield held.value;
  }
  return { before: before(), after: after() };
}

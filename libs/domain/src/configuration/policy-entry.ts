import { z } from 'zod';
import type { DataOf } from '../events/catalogue.js';
import { configurationEvents } from '../events/configuration-events.js';
import { PolicyId } from '../events/ids.js';
import { problemOf } from '../events/problem.js';
import type { SettingProblem } from './policy-problems.js';

/** A policy as a person writes it, under its id. */
export interface PolicyEntry {
  readonly policy: string;
  readonly data: DataOf<'policy.set'>;
}

const { shape } = configurationEvents['policy.set'];

/** The fields of the event beside the id; what a policy matches (anything) and its steps (none) may be left out. */
export const WrittenPolicy = z.strictObject({
  policy: PolicyId,
  ...shape,
  match: shape.match.optional(),
  steps: shape.steps.optional(),
});

type Read = { readonly ok: true; readonly entry: PolicyEntry } | { readonly ok: false; readonly problems: readonly SettingProblem[] };

/** Reads one policy; all that has the wrong shape is named at once. */
export function readPolicyEntry(written: unknown): Read {
  const read = WrittenPolicy.safeParse(written);
  if (read.success) {
    const { policy, match = {}, steps = [], ...rest } = read.data;
    return { ok: true, entry: { policy, data: { ...rest, match, steps } } };
  }
  const problems = read.error.issues.map((issue) => problemOf(new z.core.$ZodError([issue]), WrittenPolicy, written, '$'));
  return { ok: false, problems };
}

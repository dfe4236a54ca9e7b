import { z } from 'zod';
import type { DataOf } from '../events/catalogue.js';
import { configurationEvents } from '../events/configuration-events.js';
import { PolicyId } from '../events/ids.js';
import { problemOf } from '../events/problem.js';
import type { SettingProblem } from './policy-problems.js';

/** A policy as a person writes it, under its id. */
export interface PolicyEntry {
  readonly policy: string;
  /** of one that is taken away only `removed` and `effective_from` are meant */
  readonly data: DataOf<'policy.set'>;
  /** how many versions of it who wrote this has seen; left out: whatever there is may be written over */
  readonly seen?: number;
}

const { removed, ...shape } = configurationEvents['policy.set'].shape;
const Seen = z.int().min(0).optional();

/** The fields of the event beside the id; what a policy matches (anything) and its steps (none) may be left out. */
export const WrittenPolicy = z.strictObject({
  policy: PolicyId,
  seen: Seen,
  ...shape,
  match: shape.match.optional(),
  steps: shape.steps.optional(),
});

/** That a policy is taken away, from now or from an instant on. */
export const WrittenRemoval = z.strictObject({
  policy: PolicyId,
  seen: Seen,
  removed: removed.unwrap(),
  effective_from: shape.effective_from,
});

type Read = { readonly ok: true; readonly entry: PolicyEntry } | { readonly ok: false; readonly problems: readonly SettingProblem[] };

/** Reads one policy; all that has the wrong shape is named at once. */
export function readPolicyEntry(written: unknown): Read {
  if (z.looseObject({ removed: z.unknown().refine((said) => said !== undefined) }).safeParse(written).success) return readRemoval(written);
  const read = WrittenPolicy.safeParse(written);
  if (!read.success) return { ok: false, problems: problemsOf(read.error, WrittenPolicy, written) };
  const { policy, seen, match = {}, steps = [], ...rest } = read.data;
  return { ok: true, entry: { policy, ...(seen !== undefined && { seen }), data: { ...rest, match, steps } } };
}

function readRemoval(written: unknown): Read {
  const read = WrittenRemoval.safeParse(written);
  if (!read.success) return { ok: false, problems: problemsOf(read.error, WrittenRemoval, written) };
  const { policy, seen, effective_from } = read.data;
  const data: PolicyEntry['data'] = {
    removed: true,
    order: 0,
    match: { origin: [] },
    targets: {},
    steps: [],
    ...(effective_from !== undefined && { effective_from }),
  };
  return { ok: true, entry: { policy, ...(seen !== undefined && { seen }), data } };
}

const problemsOf = (error: z.core.$ZodError, schema: z.core.$ZodType, written: unknown): readonly SettingProblem[] =>
  error.issues.map((issue) => problemOf(new z.core.$ZodError([issue]), schema, written, '$'));

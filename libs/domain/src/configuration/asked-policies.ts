import { z } from 'zod';
import { problemOf } from '../events/problem.js';
import { type PolicyEntry, readPolicyEntry } from './policy-entry.js';
import type { SettingProblem } from './policy-problems.js';

/** Policies that somebody sets together, or asks what they would match. */
export interface AskedPolicies {
  readonly entries: readonly PolicyEntry[];
  readonly judgesHistory: boolean;
}

/** What is wrong with one of several policies; `index`: its place among them, null: with all of it. */
export interface PlacedProblem extends SettingProblem {
  readonly index: number | null;
}

const Asked = z.strictObject({
  policies: z.array(z.unknown()).min(1).max(200),
  /** leads that have come already may be judged anew */
  judge_history: z.boolean().optional(),
});

type Read = { readonly ok: true; readonly asked: AskedPolicies } | { readonly ok: false; readonly problems: readonly PlacedProblem[] };

/** Reads `{policies: […], judge_history?}`; all that has the wrong shape is named at once. */
export function readAskedPolicies(body: unknown): Read {
  const read = Asked.safeParse(body);
  if (!read.success) return { ok: false, problems: [{ ...problemOf(read.error, Asked, body, '$'), index: null }] };
  const entries: PolicyEntry[] = [];
  const problems: PlacedProblem[] = [];
  for (const [index, written] of read.data.policies.entries()) {
    const one = readPolicyEntry(written);
    if (one.ok) entries.push(one.entry);
    else problems.push(...one.problems.map((problem) => ({ ...problem, index })));
  }
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, asked: { entries, judgesHistory: read.data.judge_history === true } };
}

/** A problem's place in the whole body. */
export const placeOf = ({ index, path }: PlacedProblem): string => (index === null ? path : path.replace('$', `$.policies[${index}]`));

/** What a refusal of them says: the first problem where programs look for one, and all. */
export function refusalOfPolicies(problems: readonly PlacedProblem[]) {
  const placed = problems.map((told) => ({ index: told.index, path: placeOf(told), problem: told.problem }));
  const { path = '$', problem = 'cannot be set' } = placed[0] ?? {};
  return { problem: `${path} ${problem}`, path, problems: placed };
}

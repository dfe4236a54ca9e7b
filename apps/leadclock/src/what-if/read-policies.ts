import { type PolicyEntry, readPolicyEntry } from '@leadclock/domain/configuration/policy-entry.js';
import { stepsOfPath } from '../policies/read-policies.js';
import { yamlEntries } from '../yaml/yaml-entries.js';

/** A policy of a file, and the line of what stands in it at a path such as `$.steps[0].notify`. */
export interface PlacedPolicy extends PolicyEntry {
  readonly lineAt: (path: string) => number;
}

/** What is wrong in a file: the line, and what is wrong there with the field. */
export interface PolicyFault {
  readonly line: number;
  readonly problem: string;
}

export type PolicyFile =
  | { readonly ok: true; readonly policies: readonly PlacedPolicy[] }
  | { readonly ok: false; readonly faults: readonly PolicyFault[] };

/** Reads a file of policies (YAML: one, a list of them, or several documents of these), each once; all that is wrong is named at once. */
export function readPolicies(text: string): PolicyFile {
  const { entries, problems } = yamlEntries(text);
  const faults: PolicyFault[] = problems.map(({ line, problem }) => ({ line, problem }));
  const policies: PlacedPolicy[] = [];
  const seen = new Map<string, number>();
  for (const { line, written, lineOf } of entries) {
    const lineAt = (path: string): number => lineOf(stepsOfPath(path));
    const read = readPolicyEntry(written);
    if (!read.ok) {
      for (const { path, problem } of read.problems) faults.push({ line: lineAt(path), problem: `${path} ${problem}` });
      continue;
    }
    const { policy } = read.entry;
    const before = seen.get(policy);
    if (before === undefined) policies.push({ lineAt, ...read.entry });
    else faults.push({ line, problem: `is the policy ${policy} of line ${before} again; keep one of them` });
    seen.set(policy, before ?? line);
  }
  if (faults.length > 0) return { ok: false, faults: faults.toSorted((a, b) => a.line - b.line) };
  return policies.length === 0 ? { ok: false, faults: [{ line: 1, problem: 'the file holds no policy' }] } : { ok: true, policies };
}

import { readPolicyEntry } from '@leadclock/domain/configuration/policy-entry.js';
import type { SettingProblem } from '@leadclock/domain/configuration/policy-problems.js';
import { type LineProblem, type YamlEntry, yamlEntries } from '../yaml/yaml-entries.js';

export type PolicyFile =
  | { readonly ok: true; readonly entries: readonly YamlEntry[] }
  | { readonly ok: false; readonly problems: readonly LineProblem[] };

/** Reads a file of policies (YAML: one policy, a list of them, or several documents of these); all that has the wrong shape is named at once. */
export function readPolicies(text: string): PolicyFile {
  const { entries, problems: unread } = yamlEntries(text);
  const problems = [...unread, ...entries.flatMap(shapeProblems)];
  if (problems.length > 0) return { ok: false, problems: problems.toSorted((a, b) => a.line - b.line) };
  return entries.length === 0
    ? { ok: false, problems: [{ line: 1, field: null, problem: 'the file holds no policy' }] }
    : { ok: true, entries };
}

function shapeProblems(entry: YamlEntry): readonly LineProblem[] {
  const read = readPolicyEntry(entry.written);
  return read.ok ? [] : read.problems.map((told) => placed(told, entry));
}

/** Where a problem of a policy stands in the file. */
export function placed({ path, problem }: SettingProblem, { lineOf }: YamlEntry): LineProblem {
  const steps = stepsOfPath(path);
  return { line: lineOf(steps), field: steps.length === 0 ? null : path.slice('$.'.length), problem };
}

/** The keys and places of a path such as `$.steps[0].notify`, one after the other. */
export const stepsOfPath = (path: string): readonly (string | number)[] =>
  [...path.matchAll(/\.([^.[\]]+)|\[(\d+)\]/g)].map(([, name, index]) => name ?? Number(index));

import { type LineProblem, yamlEntries } from '../yaml/yaml-entries.js';
import { type Goal, GoalEntry, identityOf } from './goal.js';

/** A goal, and the line on which it begins. */
export interface PlacedGoal {
  readonly line: number;
  readonly goal: Goal;
}

export type GoalFile =
  | { readonly ok: true; readonly goals: readonly PlacedGoal[] }
  | { readonly ok: false; readonly problems: readonly LineProblem[] };

/** Reads a file of goals (YAML: one goal, a list of them, or several documents of these); all that is wrong is named at once. */
export function readGoals(text: string): GoalFile {
  const { entries, problems: unread } = yamlEntries(text);
  const problems = [...unread];
  const goals: PlacedGoal[] = [];
  for (const { line, written, lineOf } of entries) {
    const parsed = GoalEntry.safeParse(written);
    if (parsed.success) goals.push({ line, goal: parsed.data });
    else
      for (const { path, message } of parsed.error.issues)
        problems.push({ line: lineOf(path), field: path.length === 0 ? null : path.join('.'), problem: message });
  }
  problems.push(...namedTwice(goals));
  if (problems.length > 0) return { ok: false, problems: problems.toSorted((a, b) => a.line - b.line) };
  return goals.length === 0 ? { ok: false, problems: [{ line: 1, field: null, problem: 'the file holds no goal' }] } : { ok: true, goals };
}

function namedTwice(goals: readonly PlacedGoal[]): readonly LineProblem[] {
  const first = new Map<string, PlacedGoal>();
  return goals.flatMap((placed) => {
    const identity = identityOf(placed.goal);
    const there = first.get(identity);
    if (there === undefined) {
      first.set(identity, placed);
      return [];
    }
    const problem = `is the goal of line ${there.line} again (${there.goal.goal}): the same KPI, owner and period; keep one of them`;
    return [{ line: placed.line, field: null, problem }];
  });
}

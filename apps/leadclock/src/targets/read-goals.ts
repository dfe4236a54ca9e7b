import { isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseAllDocuments } from 'yaml';
import { type Goal, GoalEntry, identityOf } from './goal.js';

/** A goal, and the line on which it begins. */
export interface PlacedGoal {
  readonly line: number;
  readonly goal: Goal;
}

/** What is wrong in a file: the line, the field (null: the whole entry), what is wrong with it and what is allowed. */
export interface GoalProblem {
  readonly line: number;
  readonly field: string | null;
  readonly problem: string;
}

export type GoalFile =
  | { readonly ok: true; readonly goals: readonly PlacedGoal[] }
  | { readonly ok: false; readonly problems: readonly GoalProblem[] };

/** Reads a file of goals (YAML: one goal, a list of them, or several documents of these); all that is wrong is named at once. */
export function readGoals(text: string): GoalFile {
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, { lineCounter: lines, prettyErrors: false });
  const problems: GoalProblem[] = [];
  const goals: PlacedGoal[] = [];
  const lineOf = (node: unknown, otherwise = 1): number => (isNode(node) && node.range ? lines.linePos(node.range[0]).line : otherwise);
  if ('empty' in documents) return { ok: false, problems: [{ line: 1, field: null, problem: 'the file holds no goal' }] };
  for (const document of documents) {
    for (const { pos, message } of document.errors) problems.push({ line: lines.linePos(pos[0]).line, field: null, problem: message });
    if (document.errors.length > 0) continue;
    for (const node of entriesOf(document.contents)) {
      const line = lineOf(node);
      const parsed = GoalEntry.safeParse(isNode(node) ? node.toJS(document) : node);
      if (parsed.success) goals.push({ line, goal: parsed.data });
      else
        for (const { path, message } of parsed.error.issues)
          problems.push({ line: lineOf(placeOf(node, path), line), field: path.length === 0 ? null : path.join('.'), problem: message });
    }
  }
  problems.push(...namedTwice(goals));
  if (problems.length > 0) return { ok: false, problems: problems.toSorted((a, b) => a.line - b.line) };
  return goals.length === 0 ? { ok: false, problems: [{ line: 1, field: null, problem: 'the file holds no goal' }] } : { ok: true, goals };
}

function entriesOf(contents: Node | null): readonly unknown[] {
  if (isSeq(contents)) return contents.items;
  return contents === null || (isScalar(contents) && contents.value === null) ? [] : [contents];
}

/** The node at a path, or the last one on the way that is there. */
function placeOf(node: unknown, path: readonly PropertyKey[]): unknown {
  let place = node;
  for (const key of path) {
    const next: unknown = isMap(place) || isSeq(place) ? place.get(key, true) : undefined;
    if (!isNode(next)) return place;
    place = next;
  }
  return place;
}

function namedTwice(goals: readonly PlacedGoal[]): readonly GoalProblem[] {
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

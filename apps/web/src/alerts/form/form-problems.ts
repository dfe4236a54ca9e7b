import { createContext, useContext } from 'react';

/** What is wrong with a field of a form; `path` begins with `$`. */
export interface FieldProblem {
  readonly path: string;
  readonly problem: string;
}

/** What is wrong with the form, and which of it may be said already. */
export interface FormProblems {
  readonly problems: readonly FieldProblem[];
  /** fields that somebody has left, by the beginning of their paths */
  readonly visited: ReadonlySet<string>;
  /** the form was sent: everything may be said */
  readonly sent: boolean;
  readonly onVisit: (path: string) => void;
  /** the words for a problem, in the language on screen */
  readonly say: (problem: FieldProblem) => string;
}

export const FormProblemsContext = createContext<FormProblems>({
  problems: [],
  visited: new Set(),
  sent: false,
  onVisit: () => undefined,
  say: ({ problem }) => problem,
});

/** Whether a problem's path lies at a field, or in it. */
const liesAt = (path: string, field: string): boolean => path === field || path.startsWith(`${field}.`) || path.startsWith(`${field}[`);

/** What is to be said below a field of these paths; null: nothing (yet). `exact`: not what lies deeper. */
export function useFieldProblem(paths: readonly string[], exact = false): string | null {
  const { problems, visited, sent, say } = useContext(FormProblemsContext);
  const found = problems.find(({ path }) => paths.some((field) => (exact ? path === field : liesAt(path, field))));
  if (found === undefined || !(sent || paths.some((field) => visited.has(field)))) return null;
  return say(found);
}

export const useVisit = (): ((path: string) => void) => useContext(FormProblemsContext).onVisit;

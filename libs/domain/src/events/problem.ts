import { z } from 'zod';
import { suggestion } from './near-names.js';

/** What is wrong with an event, where, and how to mend it. It never repeats what was sent. */
export interface Problem {
  /** JSON path, such as $.data.touchpoint */
  readonly path: string;
  readonly problem: string;
}

type Path = readonly PropertyKey[];

/** Names that may be repeated to the sender: a key can hold a person's address, an identifier cannot. */
export const isPlainName = (name: string): boolean => /^[A-Za-z_][A-Za-z0-9_.-]{0,63}$/.test(name);

function pathText(root: string, path: Path): string {
  let text = root;
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else if (typeof step === 'string' && /^[A-Za-z_][A-Za-z0-9_]{0,63}$/.test(step)) text += `.${step}`;
    else return text;
  }
  return text;
}

function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return unwrapped(schema.unwrap());
  return schema instanceof z.ZodPipe ? unwrapped(schema.in) : schema;
}

function schemaAt(schema: z.core.$ZodType, path: Path): z.core.$ZodType | null {
  let here: z.core.$ZodType | undefined = schema;
  for (const step of path) {
    if (here === undefined) return null;
    const inner = unwrapped(here);
    if (inner instanceof z.ZodObject && typeof step === 'string') here = inner.shape[step];
    else if (inner instanceof z.ZodArray) here = inner.element;
    else if (inner instanceof z.ZodTuple && typeof step === 'number') here = inner.def.items[step];
    else return null;
  }
  return here ?? null;
}

function valueAt(value: unknown, path: Path): unknown {
  let here = value;
  for (const step of path) {
    if (typeof here !== 'object' || here === null) return undefined;
    here = Reflect.get(here, step);
  }
  return here;
}

const words: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'an object',
  array: 'a list',
  tuple: 'a list',
};

function allowed(issue: z.core.$ZodIssue, schema: z.core.$ZodType | null): string {
  const orNull = schema instanceof z.ZodNullable ? ' or null' : '';
  if (issue.code === 'invalid_value') return `one of ${issue.values.map(String).join(', ')}${orNull}`;
  if (issue.code === 'invalid_type') return `${words[issue.expected] ?? issue.expected}${orNull}`;
  return 'given';
}

function textOf(issue: z.core.$ZodIssue, schema: z.core.$ZodType | null, value: unknown): string {
  if (value === undefined) return `is missing; it must be ${issue.code === 'custom' ? 'given' : allowed(issue, schema)}`;
  const leaveOut = value === null && schema instanceof z.ZodOptional ? '; leave it out when there is none' : '';
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${allowed(issue, schema)}${leaveOut}`;
    case 'invalid_value': {
      const near = typeof value === 'string' ? suggestion(value, issue.values.map(String)) : '';
      return `must be ${allowed(issue, schema)}${near === '' ? '' : `;${near}`}${leaveOut}`;
    }
    case 'too_small':
      return `must be ${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum}`;
    case 'too_big':
      return issue.origin === 'array' ? `must have at most ${issue.maximum} items` : `must be at most ${issue.maximum}`;
    default:
      return issue.message;
  }
}

function unknownField(issue: z.core.$ZodIssueUnrecognizedKeys, schema: z.core.$ZodType, root: string, more: readonly string[]): Problem {
  const key = issue.keys[0] ?? '';
  const here = schemaAt(schema, issue.path);
  const inner = here === null ? null : unwrapped(here);
  const names = inner instanceof z.ZodObject ? [...Object.keys(inner.shape), ...(issue.path.length === 0 ? more : [])] : [];
  const list = names.length === 0 ? 'it has no fields' : `allowed: ${names.join(', ')}`;
  if (!isPlainName(key)) return { path: pathText(root, issue.path), problem: `has a field that is not allowed; ${list}` };
  return {
    path: pathText(root, [...issue.path, key]),
    problem: `is not a field here;${suggestion(key, names)} ${list}`,
  };
}

/**
 * The one problem to tell of a refused value. A misspelt field comes first, since the missing one beside it follows from it;
 * the paths of other problems are added. `more`: further fields of the root, which are declared elsewhere.
 */
export function problemOf(
  error: z.core.$ZodError,
  schema: z.core.$ZodType,
  value: unknown,
  root: string,
  more: readonly string[] = [],
): Problem {
  const misspelt = error.issues.find((issue) => issue.code === 'unrecognized_keys');
  const first = misspelt ?? error.issues[0];
  if (first === undefined) return { path: root, problem: 'is not valid' };
  const told =
    first.code === 'unrecognized_keys'
      ? unknownField(first, schema, root, more)
      : {
          path: pathText(root, first.path),
          problem: textOf(first, schemaAt(schema, first.path), valueAt(value, first.path)),
        };
  const others = [...new Set(error.issues.filter((issue) => issue !== first).map((issue) => pathText(root, issue.path)))].slice(0, 5);
  return others.length === 0 ? told : { path: told.path, problem: `${told.problem} (also wrong: ${others.join(', ')})` };
}

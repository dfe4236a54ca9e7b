import { AskError } from '../team/ask.js';
import type { Definition } from './answers.js';
import type { Question } from './question.js';

/** What is wrong with a question, in the terms of the form. */
export type Fault =
  /** a value that the field does not have; `allowed`: those that it has, where they can be listed */
  | { readonly kind: 'value'; readonly allowed: readonly string[] }
  | { readonly kind: 'time' }
  | { readonly kind: 'order' }
  | { readonly kind: 'both' }
  | { readonly kind: 'many'; readonly most: number }
  | { readonly kind: 'name' };

/** The field that is wrong, by its name in the address; what is wrong with it; and the question without it. */
export interface Refused {
  readonly field: string;
  readonly fault: Fault;
  readonly wayOut: Partial<Question>;
}

/** Reads a 400 against the question: which field it means, and the nearest question that can be asked. null: it names no parameter. */
export function refusedOf(error: AskError, definition: Definition, question: Question): Refused | null {
  if (error.refusal === null) return null;
  const { parameter, allowed } = error.refusal;
  switch (parameter) {
    case 'window':
      if (question.from !== null || question.to !== null)
        return { field: parameter, fault: { kind: 'both' }, wayOut: { from: null, to: null } };
      return { field: parameter, fault: { kind: 'value', allowed }, wayOut: { window: null } };
    case 'from':
    case 'to':
      return { field: parameter, fault: { kind: isTime(question[parameter]) ? 'order' : 'time' }, wayOut: { from: null, to: null } };
    case 'as_of':
      return { field: parameter, fault: { kind: 'time' }, wayOut: { asOf: null } };
    case 'known_at':
      return { field: parameter, fault: { kind: 'time' }, wayOut: { knownAt: null } };
    case 'by':
      return refusedBy(definition, question, allowed);
    default:
      return refusedOther(parameter, definition, question, allowed);
  }
}

const isTime = (text: string | null): boolean => text === null || !Number.isNaN(Date.parse(text));

function refusedBy(definition: Definition, question: Question, allowed: readonly string[]): Refused {
  const good = question.by.filter((dimension) => allowed.includes(dimension)).slice(0, definition.max_by);
  const many = question.by.every((dimension) => allowed.includes(dimension));
  return { field: 'by', fault: many ? { kind: 'many', most: definition.max_by } : { kind: 'value', allowed }, wayOut: { by: good } };
}

function refusedOther(parameter: string, definition: Definition, question: Question, allowed: readonly string[]): Refused {
  const without = <T>(all: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
    Object.fromEntries(Object.entries(all).filter(([name]) => name !== parameter));
  if (parameter in definition.parameters)
    return { field: parameter, fault: { kind: 'value', allowed }, wayOut: { params: without(question.params) } };
  return { field: parameter, fault: { kind: 'name' }, wayOut: { filters: without(question.filters) } };
}

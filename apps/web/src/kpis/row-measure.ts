import type { Row } from './answers.js';
import type { Measure } from './value-format.js';

/** Kinds of row whose value is a stretch of time, whatever the number is that counts them. */
const times: readonly string[] = ['response', 'wait', 'touch', 'alert', 'assign', 'handling', 'contact', 'visit', 'cycle'];

/** Kinds whose value is the number that somebody gave. */
const numbers: readonly string[] = ['survey', 'goal'];

/**
 * What a row's value is measured in, under a KPI of this unit: money where it has a currency, time where the KPI or the kind is, touches, a survey's
 * score, what a goal asks for in the unit of its own KPI. null: the
 * KPI counts the row, and its value (how many touches led to a meeting, in a funnel) says nothing here.
 */
export function rowMeasure({ kind, currency }: Pick<Row, 'kind' | 'currency'>, unit: string): Measure | null {
  if (currency !== null) return { unit: 'money', currency };
  if (unit === 's' || times.includes(kind)) return { unit: 's', currency: null };
  return unit === 'touches' || numbers.includes(kind) ? { unit: 'count', currency: null } : null;
}

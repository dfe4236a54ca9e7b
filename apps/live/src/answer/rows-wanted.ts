import { knownExclusions } from '@leadclock/domain/kpi/exclusion-words.js';
import { partsOf } from '@leadclock/domain/kpi/parts.js';
import type { Answered, Params } from './answered.js';
import type { PartPlace } from './facts-in-order.js';
import type { Question } from './question.js';

/** Which rows are listed. */
export interface RowsWanted {
  /** those of this part of a formula; null: of all */
  readonly of: string | null;
  /** those that are left out for these reasons, null among them: those that count; null: whatever they are */
  readonly reasons: ReadonlySet<string | null> | null;
}

/** Where they begin, and how many are wanted first. */
export interface RowsFrom {
  readonly after: PartPlace | null;
  readonly first: number;
}

export interface RowChoice {
  readonly wanted: RowsWanted;
  /** the parameters of the question itself */
  readonly question: Params;
}

/** Reads what rows are wanted beside the question: `of` a part's name, `excluded` reasons, separated by commas, null for rows that count. */
export function readRowChoice({ of, excluded, ...question }: Params): Answered<RowChoice> {
  if (of !== undefined && typeof of !== 'string')
    return { ok: false, parameter: 'of', problem: 'of is given several times', allowed: ['once'] };
  if (excluded === undefined) return { ok: true, body: { wanted: { of: of ?? null, reasons: null }, question } };
  const named = [excluded].flat().flatMap((text) => text.split(','));
  if (named.includes(''))
    return {
      ok: false,
      parameter: 'excluded',
      problem: 'an empty reason',
      allowed: ['a reason', 'several, separated by commas', 'null for rows that count'],
    };
  const strange = named.find((reason) => reason !== 'null' && !knownExclusions.includes(reason));
  if (strange !== undefined)
    return { ok: false, parameter: 'excluded', problem: `nothing is left out as ${strange}`, allowed: [...knownExclusions, 'null'] };
  const reasons = new Set(named.map((reason) => (reason === 'null' ? null : reason)));
  return { ok: true, body: { wanted: { of: of ?? null, reasons }, question } };
}

/** Whether the question has such a part. */
export function checkPart({ kpi, asking, context }: Question, of: string | null): Answered<null> {
  const names = partsOf(kpi, asking, context).map(({ name }) => name);
  if (of === null || names.includes(of)) return { ok: true, body: null };
  return { ok: false, parameter: 'of', problem: `${kpi.name} has no part ${of}`, allowed: names };
}

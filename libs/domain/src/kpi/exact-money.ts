import { quotient } from '../money/exact-sum.js';
import { rateDecimals } from '../money/rates.js';
import { textIn } from './group-field.js';
import type { GroupAnswer } from './running-answer.js';

/** Totals are held in so many parts of a currency's unit: ten-thousandths, converted. */
const scale = 10_000n * 10n ** BigInt(rateDecimals);

/** The exact total that a part of a formula hands on in a field, as a decimal; 0 where there is none. */
export function totalIn(group: GroupAnswer | undefined, field: string): bigint {
  const text = group?.[field];
  return typeof text === 'string' ? BigInt(text) : 0n;
}

/** A total in units of its currency, rounded once. */
export const unitsOf = (total: bigint): number => quotient(total, scale);

/** A whole number of ten-thousandths as a total. */
export const totalOf = (tenThousandths: number): bigint => (BigInt(tenThousandths) * scale) / 10_000n;

/** One total over another; null unless the second is above 0. */
export const shareOf = (total: bigint, of: bigint): number | null => (of > 0n ? quotient(total, of) : null);

/** Whether groups can be added up: where no site says in which currency, only amounts of one. A group that names none holds several. */
export function inOneCurrency(groups: Iterable<GroupAnswer | undefined>): boolean {
  const currencies = new Set<string | null>();
  for (const group of groups) if (group !== undefined && group.n > 0) currencies.add(textIn(group, 'currency'));
  return currencies.size < 2 && !currencies.has(null);
}

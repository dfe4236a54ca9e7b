import { z } from 'zod';

/** Beyond these a number no longer holds its ten-thousandths exactly: with decimals, and without. */
const mostWithDecimals = 2 ** 51;
const most = Number.MAX_SAFE_INTEGER;
const decimal = /^(-?)(0|[1-9]\d*)(?:\.(\d{1,4}))?$/;

function unitsOfText(text: string): number {
  const parts = text.length <= 40 ? decimal.exec(text) : null;
  if (parts === null) return Number.NaN;
  const units = Number(parts[2]) * 10_000 + Number(`${parts[3] ?? ''}0000`.slice(0, 4));
  return parts[1] === '-' ? -units : units;
}

function unitsOfNumber(value: number): number {
  const units = Math.round(value * 10_000);
  return units / 10_000 === value ? units : Number.NaN;
}

/**
 * Ten-thousandths of the currency's unit, exactly; NaN when the value has more than four decimals or is too large to be exact.
 * 12.5, "12.5" and "12.50" are 125000.
 */
export function amountUnits(value: number | string): number {
  const units = typeof value === 'number' ? unitsOfNumber(value) : unitsOfText(value);
  const size = Math.abs(units);
  return size <= mostWithDecimals || (size <= most && units % 10_000 === 0) ? units : Number.NaN;
}

const currencies: ReadonlySet<string> = new Set([...Intl.supportedValuesOf('currency'), 'SLE', 'VED', 'XCG', 'ZWG']);

/** ISO 4217, in capitals. */
export const Currency = z
  .string()
  .refine((text) => currencies.has(text), {
    error: 'must be an ISO 4217 currency code in capitals, such as EUR or USD',
  })
  .meta({ pattern: '^[A-Z]{3}$' });

const Value = z
  .union([z.number(), z.string().meta({ pattern: decimal.source })], {
    error: 'must be a number, or a decimal string such as "1200.50"',
  })
  .transform((value, context) => {
    const units = amountUnits(value);
    // one form for one sum, so that "12.50" and 12.5 are the same content; the sum of 0 drops the sign of -0
    if (!Number.isNaN(units)) return units / 10_000 + 0;
    context.addIssue({
      code: 'custom',
      message: 'must be a number or a decimal string with at most four decimals, up to 900719925474 (225179981368 with decimals)',
    });
    return z.NEVER;
  });

/** A sum of money in its own currency; `amount` is a number with at most four decimals, exact through `amountToUnits`. */
export const Amount = z.strictObject({ amount: Value, currency: Currency });

export type Amount = z.output<typeof Amount>;

/** Ten-thousandths of the currency's unit, a safe integer, for exact sums. `amount` comes from a checked event. */
export function amountToUnits(amount: { readonly amount: number }): number {
  const units = Math.round(amount.amount * 10_000);
  if (!Number.isSafeInteger(units)) throw new RangeError('an amount of an event is not exact in ten-thousandths');
  return units;
}

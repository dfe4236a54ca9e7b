import { InvalidArgumentError } from 'commander';

/** A whole number of at least `least`. */
export const wholeFrom =
  (least: number, most = 1_000_000) =>
  (text: string): number => {
    const number = Number(text);
    if (!Number.isInteger(number) || number < least || number > most)
      throw new InvalidArgumentError(`give a whole number, ${least} to ${most}`);
    return number;
  };

export function parseSpeed(text: string): number {
  const number = Number(text);
  if (!(number >= 1 && number <= 1e9)) throw new InvalidArgumentError('give how many times as fast as time, 1 or more');
  return number;
}

const units: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** `90s`, `15m`, `8h` or `7d` in milliseconds. */
export function parseLength(text: string): number {
  const [, number, unit] = /^(\d{1,6})([smhd])$/.exec(text) ?? [];
  const length = Number(number) * (units[unit ?? ''] ?? Number.NaN);
  if (!(length > 0)) throw new InvalidArgumentError('give a length of time such as 90s, 15m, 8h or 7d');
  return length;
}

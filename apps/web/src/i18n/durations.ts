const steps = [
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3_600 },
  { unit: 'minute', seconds: 60 },
  { unit: 'second', seconds: 1 },
] as const;

// what belongs together is not broken over two lines
const NO_BREAK = '\u{A0}';

/**
 * How the units of a language are shortened. English has letters that stand at their number (4m 12s). Spanish and Russian have signs, which stand
 * apart from it by rule (4 min 12 s): of Spanish ones Intl's narrow form leaves that out, and its Russian day, "д.", is not what people write.
 */
const displayOf = (locale: string): 'narrow' | 'short' => (/^en\b/i.test(locale) ? 'narrow' : 'short');

/** A duration in its two largest units, as the language writes them: 4m 12s, 2 ч 5 мин, 3 d 4 h; below a minute seconds with one digit. */
export function durationText(locale: string, seconds: number): string {
  const unitDisplay = displayOf(locale);
  const inUnit = (unit: string, value: number, digits = 0): string =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay, maximumFractionDigits: digits })
      .format(value)
      .replace(/ /g, NO_BREAK);
  const sign = seconds < 0 ? '−' : '';
  const size = Math.abs(seconds);
  if (size < 59.95) return `${sign}${inUnit('second', size, 1)}`;
  // rounded in the smaller of the two units first: 59 min 59.7 s is an hour
  const from = steps.findIndex((step) => Math.round(size / smallerThan(step.seconds)) * smallerThan(step.seconds) >= step.seconds);
  const large = steps[from] ?? steps[0];
  const small = steps[from + 1] ?? steps[3];
  const rounded = Math.round(size / small.seconds) * small.seconds;
  const count = Math.floor(rounded / large.seconds);
  const rest = Math.round((rounded - count * large.seconds) / small.seconds);
  return `${sign}${inUnit(large.unit, count)}${rest === 0 ? '' : `${NO_BREAK}${inUnit(small.unit, rest)}`}`;
}

const smallerThan = (seconds: number): number => steps.find((step) => step.seconds < seconds)?.seconds ?? 1;

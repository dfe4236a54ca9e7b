type Language = 'en' | 'es' | 'ru';

/** A number as it was read from a screen, and how far the true one may be from it: half of its last place. null: a dash stood there. */
interface Read {
  readonly value: number | null;
  readonly within: number;
}

const DASH = '–';

const seconds = new Map([
  ...['d', 'дн'].map((unit) => [unit, 86_400] as const),
  ...['h', 'ч'].map((unit) => [unit, 3_600] as const),
  ...['m', 'min', 'мин'].map((unit) => [unit, 60] as const),
  ...['s', 'с'].map((unit) => [unit, 1] as const),
]);

/** Reads what a screen shows of a KPI of this unit, in the way of the language: durations in two units, shares in per cent, money, counts. */
export function shownNumber(text: string, unit: string, language: Language): Read {
  if (text.trim() === DASH) return { value: null, within: 0 };
  const sign = /[-−]/.test(text) ? -1 : 1;
  if (unit === 's') {
    const parts = [...text.matchAll(/([\d.,]+)\s*(\p{L}+)/gu)].map(([, digits = '', of = '']) => ({
      ...plainNumber(digits, language),
      seconds: seconds.get(of) ?? Number.NaN,
    }));
    const last = parts.at(-1);
    const value = sign * parts.reduce((sum, part) => sum + part.value * part.seconds, 0);
    // 3d alone is three days to the hour, as 3d 0h would be
    const grain = parts.length === 1 ? nextSmaller(last?.seconds ?? 0) : (last?.seconds ?? 0);
    return { value, within: (grain / 2) * (last?.step ?? 1) };
  }
  const { value, step } = plainNumber(text.replaceAll(/[^\d.,]/g, ''), language);
  const scale = unit === 'ratio' ? 100 : 1;
  return { value: (sign * value) / scale, within: step / 2 / scale };
}

/** The unit that a duration's second part would have, in seconds. */
const nextSmaller = (unit: number): number => Math.max(1, ...[...seconds.values()].filter((other) => other < unit));

/** Digits with their marks: 1,234.5 or 1.234,5 or 1 234,5; `step` is what one of the last place is worth, a whole number's as much as a part of it. */
function plainNumber(text: string, language: Language): { readonly value: number; readonly step: number } {
  const [group, point] = language === 'en' ? [',', '.'] : ['.', ','];
  const plain = text
    .replace(/[.,]+$/, '')
    .replaceAll(group, '')
    .replace(point, '.');
  const places = plain.split('.')[1]?.length ?? 0;
  return { value: Number(plain), step: 10 ** -places };
}

/** Whether a screen shows this number, as far as it shows it at all. */
export function shows(text: string, value: number | null, unit: string, language: Language): boolean {
  const read = shownNumber(text, unit, language);
  if (read.value === null || value === null) return read.value === value;
  return Math.abs(read.value - value) <= read.within * (1 + 1e-9);
}

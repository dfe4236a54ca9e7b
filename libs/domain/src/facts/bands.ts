/** The bands of time to the first answer, in order: up to so many milliseconds, the last without a bound. */
const bounds: readonly (readonly [band: string, most: number])[] = [
  ['0-5', 300_000],
  ['5-15', 900_000],
  ['15-60', 3_600_000],
  ['60+', Number.POSITIVE_INFINITY],
];

/** All bands, in the order in which they are shown. */
export const bands: readonly string[] = [...bounds.map(([band]) => band), 'unanswered'];

export const bandOf = (milliseconds: number): string => bounds.find(([, most]) => milliseconds <= most)?.[0] ?? '60+';

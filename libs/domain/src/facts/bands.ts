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

/** The bands of one answer on both clocks as one word, or two where they differ; `answerBand` reads them. */
export const writeBands = (working: string, wall: string): string => (working === wall ? working : `${working} ${wall}`);

/** The band of the first answer that the `part` of an `arrival` row names; null: there is none. */
export function answerBand(part: string | null, clock: 'working' | 'wall'): string | null {
  if (part === null || part === 'unanswered' || part === 'before_arrival') return null;
  const space = part.indexOf(' ');
  if (space < 0) return part;
  return clock === 'working' ? part.slice(0, space) : part.slice(space + 1);
}

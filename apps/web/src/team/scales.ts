/** The top of an axis that begins at 0, and its steps: at most four, all of 1, 2, 2.5 or 5 times a power of ten, whole. */
export function axisTo(max: number): { readonly top: number; readonly step: number } {
  const least = Math.max(1, max) / 2;
  const power = 10 ** Math.floor(Math.log10(least));
  const steps = [1, 2, 2.5, 5, 10].map((factor) => factor * power).filter((one) => Number.isInteger(one));
  const step = steps.find((one) => one >= least) ?? Math.ceil(least);
  return { top: Math.max(step, Math.ceil(Math.max(1, max) / step) * step), step };
}

/** The marks of such an axis, 0 first. */
export const marksOf = ({ top, step }: { readonly top: number; readonly step: number }): readonly number[] =>
  Array.from({ length: Math.round(top / step) + 1 }, (_, index) => index * step);

export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * The points of a line through values at equal distances, in a box with a margin, higher values higher; null where there is no value.
 * All values equal: a line through the middle.
 */
export function linePoints(values: readonly (number | null)[], width: number, height: number, margin: number): readonly (Point | null)[] {
  const known = values.filter((value) => value !== null);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const wide = width - 2 * margin;
  const tall = height - 2 * margin;
  return values.map((value, index) => {
    if (value === null) return null;
    const share = high === low ? 0.5 : (value - low) / (high - low);
    return { x: margin + (values.length === 1 ? wide : (wide * index) / (values.length - 1)), y: margin + tall * (1 - share) };
  });
}

/** The path of a line; where a point is missing it is interrupted. */
export function pathOf(points: readonly (Point | null)[]): string {
  let path = '';
  let pen = 'M';
  for (const point of points) {
    if (point === null) pen = 'M';
    else {
      path += `${pen}${fixed(point.x)} ${fixed(point.y)}`;
      pen = 'L';
    }
  }
  return path;
}

const fixed = (value: number): string => String(Math.round(value * 10) / 10);

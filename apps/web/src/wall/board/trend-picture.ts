import type { ScenePoint } from '@leadclock/live-protocol/scene-state.js';
import { axisOf } from '../../kpis/trend-scale.js';
import { type Point, pathOf } from '../../team/scales.js';

const [WIDTH, HEIGHT, LEFT, TOP, BASE] = [850, 470, 180, 30, 380];
const RIGHT = 14;
/** more dots than this would stand in each other */
const MOST_DOTS = 32;

interface Mark {
  readonly y: number;
  readonly value: number;
}

export interface TrendPicture {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly marks: readonly Mark[];
  readonly line: string;
  readonly dots: readonly (Point & { readonly small: boolean })[];
  /** where the level lies that it is held against */
  readonly level: number | null;
}

/** The line of a trend in px of the stage; a bucket without a value is a gap. The axis has three marks at most, for they must be read from far. */
export function trendPicture(points: readonly ScenePoint[], unit: string, level: number | null): TrendPicture {
  const { marks, low, high } = axisOf([...points.flatMap(({ value }) => value ?? []), ...(level === null ? [] : [level])], unit);
  const wide = WIDTH - RIGHT - LEFT;
  const y = (value: number): number => Math.round(BASE - ((value - low) / (high - low)) * (BASE - TOP));
  const places = points.map(({ value }, at): Point | null =>
    value === null ? null : { x: Math.round(LEFT + (points.length === 1 ? wide / 2 : (wide * at) / (points.length - 1))), y: y(value) },
  );
  const each = Math.ceil((marks.length - 1) / 2);
  const dots = places.flatMap((place, at) => {
    if (place === null) return [];
    const lonely = (places[at - 1] ?? null) === null && (places[at + 1] ?? null) === null;
    return points.length <= MOST_DOTS || lonely ? [{ ...place, small: points[at]?.small ?? false }] : [];
  });
  return {
    width: WIDTH,
    height: HEIGHT,
    left: LEFT,
    marks: marks.filter((_, at) => at % Math.max(1, each) === 0).map((value) => ({ y: y(value), value })),
    line: pathOf(places),
    dots,
    level: level === null ? null : y(level),
  };
}

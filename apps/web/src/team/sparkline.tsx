import { linePoints, pathOf } from './scales.js';

/** A line without axes, the present value as a dot at its end. It repeats what stands in words beside it. */
export function Sparkline({ values, width = 72, height = 28 }: { values: readonly (number | null)[]; width?: number; height?: number }) {
  const points = linePoints(values, width, height, 3);
  const last = points.at(-1) ?? null;
  if (values.filter((value) => value !== null).length < 2) return null;
  return (
    <svg className="spark" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <path d={pathOf(points)} />
      {last !== null && <circle cx={last.x} cy={last.y} r="2.5" />}
    </svg>
  );
}

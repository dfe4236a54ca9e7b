import { type Point, pathOf } from '../team/scales.js';
import { useWidth } from '../team/use-width.js';
import { axisOf } from './trend-scale.js';
import { useKpiFormats } from './use-kpi-formats.js';
import type { Measure } from './value-format.js';
import type { Bucket } from './view.js';

/** One bucket of a trend. `value` null: nothing was measured, which is a gap and no zero. */
export interface TrendPoint {
  readonly from: string;
  readonly value: number | null;
  readonly n: number;
  readonly small: boolean;
  readonly currency: string | null;
}

const [TOP, BASE, HEIGHT, LEFT, RIGHT] = [10, 150, 174, 76, 10];

interface ChartProps {
  readonly points: readonly TrendPoint[];
  readonly bucket: Bucket;
  readonly measure: Measure;
  /** what is wanted: a line across; null: nothing is */
  readonly goal?: number | null;
}

/** A line through the buckets; those of too few rows are hollow. The same figures stand in the panel's table. */
export function TrendChart({ points, bucket, measure, goal = null }: ChartProps) {
  const format = useKpiFormats();
  const [box, width] = useWidth<HTMLDivElement>(640);
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]));
  const { marks, low, high } = axisOf(goal === null ? values : [...values, goal], measure.unit);
  const wide = width - LEFT - RIGHT;
  const x = (index: number): number => LEFT + (points.length === 1 ? wide / 2 : (wide * index) / (points.length - 1));
  const y = (value: number): number => BASE - ((value - low) / (high - low)) * (BASE - TOP);
  const line = points.map(({ value }, index): Point | null => (value === null ? null : { x: x(index), y: y(value) }));
  // on a phone there is no room for a third
  const labels =
    points.length < 3 ? [0] : width < 440 ? [0, points.length - 1] : [0, Math.floor((points.length - 1) / 2), points.length - 1];
  const dots = points.length <= 62;
  const step = wide / Math.max(1, points.length - 1);
  return (
    <div className="chart" ref={box}>
      <svg width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} aria-hidden="true">
        {marks.map((mark) => (
          <g key={mark}>
            <line x1={LEFT} x2={width} y1={y(mark)} y2={y(mark)} className="grid" />
            <text x={LEFT - 8} y={y(mark) + 4} textAnchor="end" className="axis">
              {format.mark(mark, measure)}
            </text>
          </g>
        ))}
        {goal !== null && <line x1={LEFT} x2={width} y1={y(goal)} y2={y(goal)} className="goal-line" />}
        <path d={pathOf(line)} className="line" />
        {line.map((point, index) => {
          if (point === null || !(dots || lonely(line, index))) return null;
          return <circle key={index} cx={point.x} cy={point.y} r="3" className={points[index]?.small === true ? 'dot dot-small' : 'dot'} />;
        })}
        {labels.map((index) => (
          <text
            key={index}
            x={x(index)}
            y={HEIGHT - 6}
            textAnchor={points.length === 1 ? 'middle' : index === 0 ? 'start' : index === points.length - 1 ? 'end' : 'middle'}
            className="axis"
          >
            {points[index] === undefined ? '' : format.bucket(bucket, points[index].from)}
          </text>
        ))}
        {points.map((point, index) => (
          <rect key={point.from} x={x(index) - step / 2} y={TOP} width={Math.max(1, step)} height={BASE - TOP} className="hit-area">
            <title>{`${format.bucket(bucket, point.from)}: ${format.value(point.value, measure)} (n ${format.number(point.n)})`}</title>
          </rect>
        ))}
      </svg>
    </div>
  );
}

/** A point between two gaps would not be seen on a line. */
const lonely = (line: readonly (Point | null)[], index: number): boolean =>
  (line[index - 1] ?? null) === null && (line[index + 1] ?? null) === null;

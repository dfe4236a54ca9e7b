import { Trans, useLingui } from '@lingui/react/macro';
import { useHistory } from './history-context.js';
import { ChartPanel, PlainTable } from './panel-frame.js';
import { type Point, pathOf } from './scales.js';
import { useTeam } from './team-context.js';
import { NOTHING, useFormats } from './use-formats.js';
import { useWidth } from './use-width.js';

const HEIGHT = 172;
const BASE = 150;
const TOP = 8;
const LEFT = 36;

/** The share answered in target, day by day, against the goal. A day without a judged lead is a gap, never a zero. */
export function Compliance() {
  const { t } = useLingui();
  const { percent, day, number } = useFormats();
  const { goal } = useTeam().state.site;
  const points = useHistory()?.inTarget ?? [];
  const [box, width] = useWidth<HTMLDivElement>(420);
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]));
  const floor = Math.min(0.8, Math.floor(Math.min(1, ...values) * 10) / 10);
  const y = (share: number): number => BASE - ((share - floor) / (1 - floor)) * (BASE - TOP);
  const x = (index: number): number => LEFT + ((width - LEFT - 6) * index) / Math.max(1, points.length - 1);
  const line = points.map(({ value }, index): Point | null => (value === null ? null : { x: x(index), y: y(value) }));
  const marks = [floor, (1 + floor) / 2, 1];
  const goalText = percent(goal);
  const reached = number(values.filter((value) => value >= goal).length);
  const days = number(values.length);
  return (
    <ChartPanel
      className="c4 compliance-panel"
      title={t`In target, 30 days`}
      summary={t`In target, day by day: on ${reached} of ${days} days the goal of ${goalText} was reached.`}
      table={
        <PlainTable
          caption={t`In target, 30 days`}
          heads={[t`Day`, t`In target`, t`Leads`]}
          rows={points.map((point) => [day(point.day), point.value === null ? NOTHING : percent(point.value), number(point.n)])}
        />
      }
    >
      <div className="chart" ref={box}>
        {values.length === 0 ? (
          <p className="empty">{t`Nothing was judged in these days.`}</p>
        ) : (
          <svg width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} aria-hidden="true">
            {marks.map((mark) => (
              <g key={mark}>
                <line x1={LEFT} x2={width} y1={y(mark)} y2={y(mark)} className="grid" />
                <text x={LEFT - 8} y={y(mark) + 4} textAnchor="end" className="axis">
                  {number(mark * 100)}
                </text>
              </g>
            ))}
            <line x1={LEFT} x2={width} y1={y(goal)} y2={y(goal)} className="goal-line" />
            <text x={LEFT + 6} y={y(goal) - 6} className="axis">
              <Trans>goal {goalText}</Trans>
            </text>
            <path d={pathOf(line)} className="line" />
            {line.map(
              (point, index) =>
                point !== null && alone(line, index) && <circle key={index} cx={point.x} cy={point.y} r="2" className="dot" />,
            )}
            {[0, Math.floor((points.length - 1) / 2), points.length - 1].map((index, place) => (
              <text key={place} x={x(index)} y="168" textAnchor={place === 0 ? 'start' : place === 1 ? 'middle' : 'end'} className="axis">
                {points[index] === undefined || (place > 0 && points.length < 3) ? '' : day(points[index].day)}
              </text>
            ))}
          </svg>
        )}
      </div>
    </ChartPanel>
  );
}

/** A day between two gaps, and the last one, would not be seen on a line. */
const alone = (line: readonly (Point | null)[], index: number): boolean =>
  index === line.length - 1 || ((line[index - 1] ?? null) === null && (line[index + 1] ?? null) === null);

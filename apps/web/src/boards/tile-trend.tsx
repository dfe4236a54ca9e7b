import type { TileFigures, TileGoal } from '@leadclock/live-protocol/board-state.js';
import { Trans, useLingui } from '@lingui/react/macro';
import type { Definition } from '../kpis/answers.js';
import { isSmall } from '../kpis/group-order.js';
import { currencyOf } from '../kpis/parts.js';
import { TrendChart, type TrendPoint } from '../kpis/trend-chart.js';
import { useKpiFormats } from '../kpis/use-kpi-formats.js';
import { buckets as steps } from '../kpis/view.js';
import { useBesideWords } from './beside-words.js';

interface TrendProps {
  readonly definition: Definition;
  readonly bucket: string | undefined;
  readonly buckets: NonNullable<TileFigures['buckets']>;
  /** the level that it is held against; null: none */
  readonly goal: TileGoal | null;
}

/** How the number moved. The same points stand as a table on the number's page. */
export function TileTrend({ definition, bucket, buckets, goal }: TrendProps) {
  const { t } = useLingui();
  const format = useKpiFormats();
  const words = useBesideWords(format.value);
  const step = steps.find((one) => one === bucket) ?? 'day';
  const points = buckets.map(({ from, groups: [first] }): TrendPoint => {
    const small = first !== undefined && isSmall(first);
    return { from, value: first?.value ?? null, n: first?.n ?? 0, small, currency: currencyOf(first) };
  });
  const known = points.filter(({ value }) => value !== null);
  const last = known.at(-1);
  if (last === undefined)
    return (
      <p className="t2">
        <Trans>Nothing was measured in this period.</Trans>
      </p>
    );
  const measure = { unit: definition.unit, currency: last.currency };
  const { title } = definition;
  const count = format.number(known.length);
  const lastText = format.value(last.value, measure);
  const n = format.number(last.n);
  return (
    <>
      <figure className="tile-chart" aria-label={t`${title}, ${count} points, the last ${lastText}.`}>
        <TrendChart points={points} bucket={step} measure={measure} goal={goal?.target ?? null} />
      </figure>
      <p className="cap t2">
        <Trans>
          last: {lastText}, n = {n}
        </Trans>
        {goal !== null && <span> · {words.goal(goal, measure)}</span>}
      </p>
    </>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import { AskError } from '../team/ask.js';
import { ChartPanel, PlainTable } from '../team/panel-frame.js';
import type { Definition } from './answers.js';
import { Choice } from './choice.js';
import { isSmall } from './group-order.js';
import { currencyOf } from './parts.js';
import { type GroupKey, narrowed, type Question, STOCK_WINDOW } from './question.js';
import { useQuestionWords } from './question-words.js';
import { TrendChart, type TrendPoint } from './trend-chart.js';
import { bucketFor, memberOf } from './trend-scale.js';
import { useKpiFormats } from './use-kpi-formats.js';
import { useMemberWords } from './use-member-words.js';
import { useTrend } from './use-numbers.js';
import type { Change } from './use-question.js';
import { type Bucket, buckets, type View } from './view.js';

interface TrendProps {
  readonly definition: Definition;
  readonly question: Question;
  readonly view: View;
  /** what the answer is keyed by all the same, and its first member: of several lines one is drawn */
  readonly series: readonly string[];
  readonly first: GroupKey | null;
  readonly look: (change: Change<View>) => void;
}

const HOUR = 3_600_000;
const lengths: Readonly<Record<string, number>> = {
  '1h': 1,
  '24h': 24,
  '7d': 168,
  '28d': 672,
  '90d': 2_160,
  today: 24,
  week: 168,
  month: 744,
  quarter: 2_200,
  year: 8_760,
};

function lengthOf({ window, from, to }: Question): number | null {
  if (window !== null) return (lengths[window] ?? 168) * HOUR;
  if (from === null) return null;
  const length = (to === null ? Date.now() : Date.parse(to)) - Date.parse(from);
  return Number.isNaN(length) ? null : length;
}

/** How the number moved: of the whole, or of the group that is chosen. A stock without a period is shown over the last week. */
export function TrendPanel({ definition, question, view, series, first, look }: TrendProps) {
  const { t } = useLingui();
  const words = useQuestionWords();
  const steps = { hour: t`hour`, day: t`day`, week: t`week`, month: t`month` } as const;
  const step = (one: Bucket): string => steps[one];
  const member = useMemberWords();
  const format = useKpiFormats();
  const group = view.group;
  const stock = definition.shape === 'stock' && question.window === null && question.from === null;
  const narrow = group === null ? question : narrowed(question, group, definition.dimensions);
  const asked: Question = stock ? { ...narrow, window: STOCK_WINDOW } : narrow;
  const bucket = view.bucket ?? bucketFor(lengthOf(asked));
  const { data, error } = useTrend(asked, bucket, true);
  const shown = group ?? (series.length === 0 ? null : first);
  const inSeries: GroupKey | null =
    shown === null ? null : Object.fromEntries(series.flatMap((key) => (key in shown ? [[key, shown[key] ?? null]] : [])));
  const points = (data?.buckets ?? []).map(({ from, groups }): TrendPoint => {
    const found = memberOf(groups, inSeries);
    return {
      from,
      value: found?.value ?? null,
      n: found?.n ?? 0,
      small: found !== undefined && isSmall(found),
      currency: currencyOf(found),
    };
  });

  const name =
    shown === null
      ? ''
      : Object.entries(shown)
          .map(([key, value]) => member(key, value))
          .join(', ');
  const measure = { unit: definition.unit, currency: points.find((point) => point.currency !== null)?.currency ?? null };
  const many = error instanceof AskError && error.refusal?.parameter === 'bucket';
  const known = points.filter((point) => point.value !== null);
  const last = known.at(-1);
  const title = t({ message: 'Trend', context: 'how a number moved' });
  const count = format.number(known.length);
  const lastText = last === undefined ? '' : format.value(last.value, measure);
  return (
    <div className="trend">
      <ChartPanel
        className="trend-panel"
        title={title}
        sub={name !== '' ? name : stock ? words.window(STOCK_WINDOW) : undefined}
        summary={last === undefined ? t`Nothing was measured in this period.` : t`${title}, ${count} points, the last ${lastText}.`}
        table={
          <PlainTable
            caption={title}
            heads={[t({ message: 'From', context: 'the start of a period' }), definition.title, 'n']}
            rows={points.map((point) => [format.bucket(bucket, point.from), format.value(point.value, measure), format.number(point.n)])}
          />
        }
      >
        {many ? (
          <p className="empty">
            <Trans>More than a thousand points: choose a larger step.</Trans>
          </p>
        ) : error !== null ? (
          <p className="empty">
            <Trans>The trend cannot be had now.</Trans>
          </p>
        ) : data === undefined ? (
          <i className="bone bone-chart" aria-hidden="true" />
        ) : known.length === 0 ? (
          <p className="empty">
            <Trans>Nothing was measured in this period.</Trans>
          </p>
        ) : (
          <TrendChart points={points} bucket={bucket} measure={measure} />
        )}
      </ChartPanel>
      <div className="trend-foot">
        <Choice
          label={words.field('bucket', false)}
          value={bucket}
          choices={buckets.map((value) => ({ value, label: step(value) }))}
          onChoose={(value) => look({ bucket: buckets.find((one) => one === value) ?? null })}
        />
        {group !== null && (
          <button type="button" className="as-link" onClick={() => look({ group: null })}>
            <Trans>Show all groups</Trans>
          </button>
        )}
      </div>
    </div>
  );
}

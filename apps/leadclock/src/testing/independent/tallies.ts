/**
 * How the rows of a query come to figures, in plain SQL; a query that has no tally here answers its groups itself. Rows that are excluded are counted
 * by reason and are no part of a figure; n and value are as rules 13 and 14 of the catalogue say.
 */
const of = (aggregate: string): string => `(${aggregate} filter (where excluded is null))::float8`;
const n = `${of('count(*)')} as n`;
const quantile = (share: number): string => of(`percentile_cont(${share}) within group (order by value)`);

export const tallies = {
  distribution: `${n}, ${quantile(0.5)} as value, ${quantile(0.5)} as median, ${of('avg(value)')} as mean, ${quantile(0.9)} as p90, ${quantile(0.95)} as p95`,
  ratio: `${n}, ${of('avg(value)')} as value`,
  count: `${n}, ${of('count(*)')} as value`,
  sum: `${n}, coalesce(${of('sum(value)')}, 0) as value`,
  mean: `${n}, ${of('avg(value)')} as value`,
  perLead: 'count(distinct per)::float8 as n, (count(*) / nullif(count(distinct per), 0)::numeric)::float8 as value',
  activity: `${n}, count(*)::float8 as value, coalesce(sum(talk_s), 0)::float8 as talk_s`,
  winRatio: `${n}, ${of('avg(value)')} as value, coalesce(sum(value), 0)::float8 as won, coalesce(sum(1 - value), 0)::float8 as lost,
    (case when count(amount) filter (where value = 0) > 0 then sum(amount * value) / sum(amount) end)::float8 as by_value`,
  expansion: `${n}, coalesce(sum(value), 0)::float8 as value, coalesce(sum(value) filter (where kind = 'upsell'), 0)::float8 as upsell,
    coalesce(sum(value) filter (where kind = 'cross_sell'), 0)::float8 as cross_sell`,
  alerts: `${n}, ${quantile(0.5)} as value, ${quantile(0.5)} as median, ${of('avg(value)')} as mean, ${quantile(0.9)} as p90, ${quantile(0.95)} as p95,
    percentile_cont(0.5) within group (order by shown) as shown_median, percentile_cont(0.95) within group (order by shown) as shown_p95`,
  funnel: 'count(*)::float8 as n, count(*)::float8 as value',
} as const;

export type Tally = keyof typeof tallies;

/**
 * Questions over 90 days, and how somebody who knows SQL and the table would ask them by hand. Each answers rows of
 * {key, n, value and fields, excluded}, to be compared with what the product says.
 */
export const questions = [
  {
    name: 'response_by_rep_origin',
    kpi: 'lead-response-time',
    params: { by: 'rep,origin' },
    sql: (fact, span, asOf) => responseTimes(fact, span, asOf, ['rep', 'origin']),
  },
  {
    name: 'response_of_all',
    kpi: 'lead-response-time',
    params: {},
    sql: (fact, span, asOf) => responseTimes(fact, span, asOf, []),
  },
  {
    name: 'in_target_by_team_origin',
    kpi: 'answered-in-target',
    params: { by: 'team,origin' },
    sql: (fact, span, asOf) => `
      select team, origin, count(*) filter (where part = 'met')::float8 / nullif(count(*) filter (where kind = 'target'), 0) as value,
             count(*) filter (where kind = 'target')::int as n, count(*) filter (where part = 'met' and kind = 'target')::int as met,
             count(*) filter (where kind = 'arrival' and coalesce(excluded, item) = 'pending')::int as excluded_pending
        from ${fact} where (kind = 'target' or kind = 'arrival' and coalesce(excluded, item) is not null) and ${within(span, asOf)} group by team, origin`,
  },
  {
    name: 'revenue_by_rep_product',
    kpi: 'won-revenue',
    params: { by: 'rep,product' },
    sql: (fact, span, asOf) => `
      select rep, product, sum(value) / 10000 as value, count(*)::int as n
        from ${fact} where kind = 'close' and part = 'won' and currency = 'EUR' and ${within(span, asOf)} group by rep, product`,
  },
  {
    name: 'activity_by_rep_outcome',
    kpi: 'rep-activity',
    params: { by: 'rep,outcome' },
    sql: (fact, span, asOf) => `
      select rep, outcome, count(*)::int as value, count(*)::int as n, sum(value) / 1000.0 as talk_s
        from ${fact} where kind = 'touch' and excluded is null and ${within(span, asOf)} group by rep, outcome`,
  },
  {
    name: 'leads_by_origin_channel',
    kpi: 'leads-created',
    params: { by: 'origin,channel' },
    sql: (fact, span, asOf) => `
      select origin, channel, count(*)::int as value, count(*)::int as n
        from ${fact} where kind = 'arrival' and excluded is null and ${within(span, asOf)} group by origin, channel`,
  },
  {
    name: 'funnel_by_rep',
    kpi: 'funnel-volume',
    params: { by: 'rep' },
    sql: (fact, span, asOf) => `
      select rep, stage, count(*)::int as value, count(*)::int as n
        from (select rep, case kind when 'arrival' then 'created' when 'close' then part else stage end as stage
                from ${fact}
               where (kind = 'arrival' and excluded is null or kind = 'close' or kind in ('funnel', 'stage') and part = 'entered'
                      or kind = 'meeting' and stage is not null)
                 and ${within(span, asOf)}) entered
       group by rep, stage`,
    series: true,
  },
];

const within = ({ from, to }, asOf) => `at >= ${from} and at < ${to} and "from" <= ${asOf} and (until is null or until > ${asOf})`;

function responseTimes(fact, span, asOf, by) {
  const list = by.map((column) => `${column}, `).join('');
  const counted = `filter (where kind = 'response')`;
  return `
    select ${list} count(*) ${counted}::int as n, avg(value) ${counted} / 1000 as mean,
           percentile_cont(array[0.5, 0.9, 0.95]) within group (order by value) ${counted} as points,
           count(*) filter (where kind = 'arrival')::int as excluded_unanswered
      from ${fact}
     where (kind = 'response' and part in ('both', 'working')
            or kind = 'arrival' and excluded is null and part = 'unanswered')
       and ${within(span, asOf)} ${by.length === 0 ? '' : `group by ${by.join(', ')}`}`;
}

/** Throws where the product's groups and the rows of SQL differ. */
export function compare({ name, params, series, keys }, groups, rows) {
  const by = keys ?? [...(params.by?.split(',') ?? []), ...(series ? ['stage'] : [])];
  const keyOf = (of) => JSON.stringify(by.map((column) => of[column] ?? null));
  const told = new Map(groups.map((group) => [keyOf(group.key), group]));
  const counted = series ? groups.filter(({ n }) => n > 0) : groups;
  if (counted.length !== rows.length) throw new Error(`${name}: ${counted.length} groups, ${rows.length} by SQL`);
  for (const row of rows) {
    const group = told.get(keyOf(row));
    const differs = Object.entries(fieldsOf(row, by)).find(([field, value]) => !isNear(read(group, field), value));
    if (differs !== undefined) throw new Error(`${name}: ${JSON.stringify(group)}, by SQL ${JSON.stringify(row)}: ${differs[0]}`);
  }
}

function fieldsOf({ points, ...row }, by) {
  const fields = Object.fromEntries(Object.entries(row).filter(([field]) => !by.includes(field)));
  const [median, p90, p95] = points?.map((value) => value / 1000) ?? [];
  return points === undefined ? fields : { ...fields, value: median, p90, p95 };
}

const read = (group, field) => (field.startsWith('excluded_') ? (group?.excluded[field.slice(9)] ?? 0) : group?.[field]);

const isNear = (told, sql) =>
  sql === null || sql === undefined
    ? told === null || told === undefined
    : Math.abs(told - Number(sql)) <= 1e-9 * Math.max(1, Math.abs(told));

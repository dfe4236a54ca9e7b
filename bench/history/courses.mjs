/**
 * A number over time, and beside what it was: a trend by day, and a comparison with the day before, the same weekday of four weeks and last year.
 * As `questions`, with the call that answers them, the window that is asked and the groups that its answer comes to.
 */
export const courses = [
  {
    name: 'trend_in_target_by_team_day',
    kpi: 'answered-in-target',
    call: 'trend',
    days: 90,
    params: { by: 'team', bucket: 'day' },
    // as the site has days: the first one from the start of the window on
    keys: ['bucket', 'team'],
    groups: ({ buckets }) => buckets.flatMap(({ from, groups }) => groups.map((group) => keyed(group, { bucket: Date.parse(from) }))),
    sql: (fact, { from, to }, asOf) => `
      select greatest(extract(epoch from day at time zone '${zone}') * 1000, ${from})::float8 as bucket, team, value, n, met, excluded_pending
        from (select date_trunc('day', to_timestamp(at / 1000) at time zone '${zone}') as day, team,
                     count(*) filter (where part = 'met')::float8 / nullif(count(*) filter (where kind = 'target'), 0) as value,
                     count(*) filter (where kind = 'target')::int as n, count(*) filter (where part = 'met' and kind = 'target')::int as met,
                     count(*) filter (where kind = 'arrival' and coalesce(excluded, item) = 'pending')::int as excluded_pending
                from ${fact}
               where (kind = 'target' or kind = 'arrival' and coalesce(excluded, item) is not null)
                 and at >= ${from} and at < ${to} and "from" <= ${asOf} and (until is null or until > ${asOf})
               group by day, team) days`,
  },
  {
    name: 'compare_response_by_team',
    kpi: 'lead-response-time',
    call: 'compare',
    days: 1,
    params: { by: 'team' },
    keys: ['period', 'team'],
    groups: ({ groups, before, weekday, last_year }) => [
      ...groups.map((group) => keyed(group, { period: 'now' })),
      ...before.groups.map((group) => keyed(group, { period: 'before' })),
      ...weekday.groups.map((group) => keyed(group, { period: 'weekday' })),
      ...weekday.days.flatMap((day) => day.groups.map((group) => keyed(group, { period: `day ${day.to}` }))),
      ...last_year.groups.map((group) => keyed(group, { period: 'last_year' })),
    ],
    // looked up period by period: joined in one go PostgreSQL would read the whole table
    sql: (fact, span) => `
      select period, team, count(*) ${answered}::int as n, avg(value) ${answered} / 1000 as mean,
             percentile_cont(array[0.5, 0.9, 0.95]) within group (order by value) ${answered} as points,
             count(*) filter (where kind = 'arrival')::int as excluded_unanswered
        from (values ${periodsOf(span).join(', ')}) periods (period, began, ended)
       cross join lateral (select kind, part, team, excluded, value from ${fact}
                            where kind in ('response', 'arrival') and at >= began and at < ended
                              and "from" <= ended and (until is null or until > ended) offset 0) lying
       where (kind = 'response' and part in ('both', 'working') or kind = 'arrival' and excluded is null and part = 'unanswered')
       group by period, team`,
  },
];

const answered = `filter (where kind = 'response')`;
const zone = 'Europe/Madrid';
const DAY = 86_400_000;

const keyed = (group, more) => ({ ...group, key: { ...more, ...group.key } });

/** The day asked about and those it is compared with, each weekday's by itself and with the others. */
function periodsOf({ from, to }) {
  const row = (name, days) => `('${name}', ${from - days}::bigint, ${to - days}::bigint)`;
  const weekdays = [1, 2, 3, 4].map((weeks) => onWall(to, weeks));
  return [
    row('now', 0),
    row('before', DAY),
    ...weekdays.flatMap((back) => [row('weekday', back), row(`day ${new Date(to - back).toISOString()}`, back)]),
    row('last_year', 365 * DAY),
  ];
}

/** How long ago the same time on the clocks of the site was so many weeks ago. */
function onWall(instant, weeks) {
  const back = 7 * weeks * DAY;
  return back + offset(instant - back) - offset(instant);
}

function offset(instant) {
  const [, hours, minutes] =
    /GMT([+-]\d+)(?::(\d+))?/.exec(new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'shortOffset' }).format(instant)) ?? [];
  return (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000;
}

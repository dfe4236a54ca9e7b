// The aggregates of the catalogue by rep, written by hand in SQL as somebody would who knows the table of facts.

const median = (of) => (filter) => `percentile_cont(0.5) within group (order by ${of})${filter} / 1000.0`;
const mean = (of) => (filter) => `avg(${of})${filter}`;
const share = (hit) => (filter) => `avg(case when ${hit} then 1.0 else 0.0 end)${filter}`;
const count = (filter) => `count(*)${filter}`;
const sum = (filter) => `coalesce(sum(value)${filter}, 0) / 10000.0`;
const has = (word) => `coalesce(outcome like '%${word}%', false)`;
const nps = (filter) => `100.0 * avg(case when value >= 9 then 1 when value >= 7 then 0 else -1 end)${filter}`;

const arrival = "kind = 'arrival' and excluded is null";
const entered = "part in ('entered', 'returned', 'unordered')";
const answered = "(part <> 'unanswered' and part <> 'before_arrival')";
const standing = `(part = 'open' or (${entered} and ${has('standing')}))`;

/** Of each: which rows count, what they come to, and the member of a series that a row belongs to. `aside`: rows that only `excluded` counts are left out. */
export const figures = {
  'lead-response-time': { where: "kind = 'response' and part in ('both', 'working')", value: median('value') },
  'time-to-assign': {
    where: `((${arrival} and value is not null and since is not null) or (kind = 'assign' and part in ('both', 'working')))`,
    value: median('value'),
  },
  'time-to-touch': {
    where: "part in ('both', 'working') and (kind = 'handling' or (kind = 'response' and since is not null))",
    value: median("case when kind = 'response' then due - since else value end"),
  },
  'time-to-contact': {
    where: "part in ('both', 'working') and (kind = 'contact' or (kind = 'response' and stage = 'contact'))",
    value: median('value'),
  },
  'answered-in-target': { where: "kind = 'target' and part in ('met', 'breached')", value: share("part = 'met'") },
  'response-bands': { where: arrival, value: count, member: ['band', "split_part(part, ' ', 1)"], isShare: true },
  'contact-rate': { where: arrival, value: share(has('contacted')) },
  'never-answered': { where: arrival, value: share(has('never')) },
  'alert-lateness': { where: "kind = 'alert'", value: median('value') },
  'touches-to-first-meeting': { where: "kind = 'meeting' and part = 'booked'", value: (filter) => `${median('value')(filter)} * 1000` },
  'rep-activity': { where: "kind = 'touch'", value: count },
  'leads-created': { where: arrival, value: count },
  'funnel-volume': {
    where: `((${arrival}) or kind = 'close' or (kind in ('wait', 'funnel', 'stage') and ${entered}))`,
    value: count,
    member: ['stage', "case kind when 'arrival' then 'created' when 'close' then part else stage end"],
  },
  'stage-conversion': {
    where: `((${arrival}) or (kind in ('funnel', 'stage') and part in ('entered', 'skipped')))`,
    value: share(
      `case when kind = 'arrival' then ${answered} or stage is not null or ${has('contacted')} or ${has('qualified')} or ${has('won')} else since is not null end`,
    ),
    member: ['stage', "case kind when 'arrival' then 'created' else stage end"],
  },
  'opportunity-close-ratio': { where: `kind = 'stage' and ${entered} and ${has('first')}`, value: share(has('won')) },
  'time-in-stage': { where: "kind = 'visit'", value: median('value') },
  'lead-to-opportunity': { where: arrival, value: share(has('opportunity')) },
  'win-ratio': { where: "kind = 'close'", value: share("part = 'won'") },
  'lead-close-ratio': { where: "kind = 'response' and part <> 'wall'", value: share("outcome = 'won'") },
  'sales-cycle-length': { where: "kind = 'cycle'", value: median('at - since') },
  'average-deal-size': {
    where: "kind = 'close' and part = 'won' and value is not null",
    value: (filter) => `${mean('value')(filter)} / 10000.0`,
  },
  'won-revenue': { where: "kind = 'close' and part = 'won' and value is not null", value: sum },
  'expansion-revenue': {
    where: "kind = 'subscription' and part = 'change' and outcome in ('upsell', 'cross_sell') and value > 0",
    value: sum,
  },
  'net-promoter-score': { where: "kind = 'survey'", value: nps },
  'waiting-now': { where: "kind = 'wait'", value: count, isStock: true },
  'late-now': { where: "kind = 'wait' and due <= AS_OF", value: count, isStock: true },
  'unassigned-now': { where: "kind = 'wait' and rep is null", value: count, isStock: true },
  'oldest-waiting': { where: "kind = 'wait'", value: () => '(AS_OF - min("from")) / 1000.0', isStock: true },
  'pipeline-value': { where: `kind = 'stage' and ${standing} and value is not null`, value: sum, isStock: true },
  'pipeline-volume': { where: `kind = 'stage' and ${standing}`, value: count, isStock: true },
  'deals-at-risk': { where: "kind = 'risk'", value: count, isStock: true },
  'monthly-recurring-revenue': { where: "kind = 'subscription' and part = 'live'", value: sum, isStock: true },
  'annual-recurring-revenue': {
    where: "kind = 'subscription' and part = 'live'",
    value: (filter) => `12 * (${sum(filter)})`,
    isStock: true,
  },
};

/** The statements of a figure, in two ways: one for all windows (those of a stock: one), or one for each. Rows: rep, member, then n and value of each window. */
export function statementsOf(name, { set, asOf, windows }) {
  const { where, value, member, isStock = false } = figures[name];
  const by = member === undefined ? "''" : member[1];
  const isTrue = `excluded is null and "from" <= ${asOf} and (until is null or until > ${asOf}) and ${where}`;
  const ask = (columns, more) =>
    `select rep, ${by} as member, ${columns.join(', ')} from ${set}.fact where ${isTrue}${more} group by 1, 2`.replaceAll(
      'AS_OF',
      String(asOf),
    );
  const answer = (filter, index) => [`count(*)${filter}::int as n_${index}`, `(${value(filter)})::float8 as value_${index}`];
  if (isStock) return { together: [ask(answer('', 0), '')], each: [ask(answer('', 0), '')] };
  const lengths = Object.values(windows);
  const longest = Math.max(...lengths);
  const columns = lengths.flatMap((length, index) => answer(` filter (where at >= ${asOf - length})`, index));
  return {
    together: [ask(columns, ` and at >= ${asOf - longest} and at < ${asOf}`)],
    each: lengths.map((length, index) => ask(answer('', index), ` and at >= ${asOf - length} and at < ${asOf}`)),
  };
}

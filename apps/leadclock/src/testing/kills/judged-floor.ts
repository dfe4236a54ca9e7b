import type { Client } from 'pg';
import { dueOf } from './ladder-floor.js';
import type { FloorLead, RunningFloor } from './running-floor.js';

/** From when on something was held or away, until it was back: what falls due in it may be told then. Epoch milliseconds. */
export interface Outage {
  readonly from: number;
  readonly to: number;
  /** what was killed where */
  readonly kill: string;
}

/** What became of the alerts of a floor: all lists but of leads and steps that went wrong. */
export interface Judged {
  readonly due: number;
  readonly missing: readonly string[];
  readonly doubled: readonly string[];
  readonly wrong: readonly string[];
  /** raised though the answer had been taken half a second before, and nothing was away meanwhile */
  readonly falselyRung: readonly string[];
  /** an action whose event is not there exactly once */
  readonly misdone: readonly string[];
  /** milliseconds after the deadline, or after who was killed is back */
  readonly worst: number;
  readonly worstOf: string;
  /** the worst by what was killed when they fell due; empty: nothing was */
  readonly worstBy: Readonly<Record<string, number>>;
}

interface Row {
  readonly id: string;
  readonly lead: string;
  readonly step: string;
  readonly dueAt: number;
  readonly at: number | null;
  readonly ended: string | null;
}

const named = ({ lead, step, dueAt }: Pick<Row, 'lead' | 'step' | 'dueAt'>): string => `${lead} ${step} ${dueAt}`;
/** After 300 ms of quiet an answer that was taken is known; a deadline is not nearer to it on this floor than 700. */
const KNOWN_AFTER_MS = 500;

export async function alertsOf(client: Client): Promise<readonly Row[]> {
  const ms = (column: string) => `(extract(epoch from ${column}) * 1000)::float8`;
  const { rows } = await client.query<Row>(
    `select a.id, a.lead, a.step, round(${ms('a.due_at')}) as "dueAt", (select ${ms('min(r.at)')} from story.raised r where r.alert = a.id) as at, a.ended
       from alert a`,
  );
  return rows;
}

/** What the leads ought to have been told of and were not, yet. */
export function missingOf(floor: RunningFloor, rows: readonly Row[]): readonly string[] {
  const there = new Set(rows.filter(({ ended }) => ended !== 'retracted').map(named));
  return floor.leads
    .flatMap((lead) => dueOf(lead, floor.quietUntil))
    .filter(({ must }) => must)
    .map(named)
    .filter((name) => !there.has(name));
}

export async function judge(client: Client, floor: RunningFloor, outages: readonly Outage[]): Promise<Judged> {
  const rows = await alertsOf(client);
  const leads = new Map(floor.leads.map((lead) => [lead.lead, lead]));
  const due = floor.leads.flatMap((lead) => dueOf(lead, floor.quietUntil));
  const known = new Set(due.map(named));
  const standing = rows.filter(({ ended }) => ended !== 'retracted');
  const names = standing.map(named);
  const late = standing.flatMap((row) => {
    const lead = leads.get(row.lead);
    if (row.at === null || lead === undefined) return [];
    const from = fromWhen(row, lead, outages);
    return [{ row, late: Math.round(row.at - from), kill: outages.find(({ to }) => to === from)?.kill ?? '' }];
  });
  const worst = late.toSorted((a, b) => b.late - a.late)[0];
  return {
    due: due.filter(({ must }) => must).length,
    missing: missingOf(floor, rows),
    doubled: names.filter((name, at) => names.indexOf(name) !== at),
    wrong: names.filter((name) => !known.has(name)),
    falselyRung: rows.filter((row) => isFalse(row, leads.get(row.lead), outages)).map(named),
    misdone: await misdoneOf(client, rows),
    worst: worst?.late ?? 0,
    worstBy: Object.fromEntries(late.toSorted((a, b) => a.late - b.late).map((one) => [one.kill, one.late])),
    worstOf: worst === undefined ? '' : named(worst.row),
  };
}

/** When an alert could be told at the earliest. */
function fromWhen({ dueAt }: Row, { acceptedAt }: FloorLead, outages: readonly Outage[]): number {
  let from = Math.max(dueAt, acceptedAt);
  for (const outage of outages) if (outage.from <= from && from < outage.to) from = outage.to;
  return from;
}

function isFalse({ dueAt }: Row, lead: FloorLead | undefined, outages: readonly Outage[]): boolean {
  const takenAt = lead?.kind.course === 'in_time' ? lead.answerTakenAt : null;
  if (takenAt === null || dueAt - takenAt < KNOWN_AFTER_MS) return false;
  return !outages.some(({ from, to }) => from <= dueAt && takenAt <= to);
}

/**
 * A step that gives a lead on or back says so once, with one turn of the rota for each that was given on. Of all that were told, also of those that were
 * taken back: while an answer was not read yet the lead may have been given on.
 */
async function misdoneOf(client: Client, told: readonly Row[]): Promise<readonly string[]> {
  const { rows } = await client.query<{ lead: string; by: string; n: number }>(
    `select subject as lead, body::json->'data'->>'by' as by, count(distinct body::json->>'id')::int as n
       from set_1.timeline where type = 'lead.assigned' and body::text like '%"rule:%' group by 1, 2`,
  );
  const { rows: turns } = await client.query<{ n: number }>(
    `select count(distinct body::json->>'id')::int as n from set_1.timeline where type = 'rota.advanced'`,
  );
  const given = rows.filter(({ by }) => by === 'rule:acting/next').length;
  const raised = told.filter(({ step }) => step === 'next').length;
  return [
    ...rows.filter(({ n }) => n !== 1).map(({ lead, by, n }) => `${lead} ${by}: ${n} times`),
    ...(turns[0]?.n === given ? [] : [`${turns[0]?.n} turns for ${given} leads`]),
    ...(given <= raised ? [] : [`${given} leads given on by ${raised} alerts`]),
  ];
}

import type { Client } from 'pg';
import { dueOf, type LeadKind } from './ladder-floor.js';
import type { FloorLead, RunningFloor } from './running-floor.js';

/** From when on something was held or away. Epoch milliseconds. */
export interface Outage {
  readonly from: number;
  /** from when on alerts can be raised again: what falls due in it may be told then */
  readonly to: number;
  /** from when on pages hear of them again */
  readonly shownTo: number;
  /** from when on all that was sent meanwhile is known: until then an answer may not be */
  readonly knownTo: number;
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
  /** those that came later than is promised, for whoever looks for the reason */
  readonly tooLate: readonly string[];
}

interface Told {
  readonly id: string;
  readonly lead: string;
  readonly step: string;
  readonly dueAt: number;
  readonly at: number | null;
  readonly ended: string | null;
}

export const named = ({ lead, step, dueAt }: Pick<Told, 'lead' | 'step' | 'dueAt'>): string => `${lead} ${step} ${dueAt}`;
/** After 300 ms of quiet an answer that was taken is known; a deadline is not nearer to it on this floor than 700. */
const KNOWN_AFTER_MS = 500;
const PROMISED_MS = 1_000;
/** No alert comes later after its lead: it may be quiet for a minute. */
const LATEST_AFTER_MS = 70_000;
/** Answers that are not taken back, and the last that the lead has. */
const forGood: ReadonlySet<LeadKind['course']> = new Set(['in_time', 'late', 'claimed']);

/** What was told of deadlines after `since` (epoch ms), as it stands. */
export async function alertsOf(client: Client, since = 0): Promise<readonly Told[]> {
  const ms = (column: string) => `(extract(epoch from ${column}) * 1000)::float8`;
  const { rows } = await client.query<Told>(
    `select a.id, a.lead, a.step, round(${ms('a.due_at')}) as "dueAt", (select ${ms('min(r.at)')} from story.raised r where r.alert = a.id) as at, a.ended
       from alert a where a.due_at >= to_timestamp($1 / 1000.0)`,
    [since],
  );
  return rows;
}

/** What the leads ought to have been told of in a span of time and were not, yet. */
export function missingOf(floor: RunningFloor, rows: readonly Told[], since = 0, until = Number.POSITIVE_INFINITY): readonly string[] {
  const there = new Set(rows.filter(({ ended }) => ended !== 'retracted').map(named));
  return floor.leads
    .filter(({ at }) => at >= since - LATEST_AFTER_MS)
    .flatMap((lead) => dueOf(lead, floor.quietUntil))
    .filter(({ must, dueAt }) => must && dueAt >= since && dueAt <= until)
    .map(named)
    .filter((name) => !there.has(name));
}

/** Deadlines in a span of time that stand in the read model and of which nobody was told yet, but for those that wait for the end of quiet hours. */
export async function untoldOf(client: Client, floor: RunningFloor, since: number, until: number): Promise<readonly string[]> {
  const { rows } = await client.query<{ lead: string; step: string }>(
    `select d.lead, d.step from set_1.deadline d where d.due_at between to_timestamp($1 / 1000.0) and to_timestamp($2 / 1000.0)
        and not exists (select from alert a where a.lead = d.lead and a.step = d.step and a.due_at >= d.due_at)`,
    [since, until],
  );
  return rows.filter(({ lead }) => floor.leadOf(lead)?.kind.origin !== 'quiet').map(({ lead, step }) => `${lead} ${step}`);
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
    const from = fromWhen(row, lead, outages, 'to');
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
    tooLate: late.filter((one) => one.late > PROMISED_MS).map(({ row, late: ms, kill }) => `${named(row)}: ${ms} ms, ${kill}`),
    worstOf: worst === undefined ? '' : named(worst.row),
  };
}

/** When an alert could be raised (`to`) or shown (`shownTo`) at the earliest. */
export function fromWhen({ dueAt }: Told, { acceptedAt }: FloorLead, outages: readonly Outage[], back: 'to' | 'shownTo'): number {
  let from = Math.max(dueAt, acceptedAt);
  for (const outage of outages) if (outage.from <= from && from < outage[back]) from = outage[back];
  return from;
}

function isFalse({ dueAt }: Told, lead: FloorLead | undefined, outages: readonly Outage[]): boolean {
  const takenAt = lead !== undefined && forGood.has(lead.kind.course) ? lead.answerTakenAt : null;
  if (takenAt === null || dueAt - takenAt < KNOWN_AFTER_MS) return false;
  return !outages.some(({ from, knownTo }) => from <= dueAt && takenAt <= knownTo);
}

/**
 * A step that gives a lead on or back says so once, with one turn of the rota for each that was given on. Of all that were told, also of those that were
 * taken back: while an answer was not read yet the lead may have been given on.
 */
async function misdoneOf(client: Client, told: readonly Told[]): Promise<readonly string[]> {
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

import type { Client } from 'pg';
import type { DecidedClaim, FloorReps } from './floor-reps.js';
import { alertsOf, fromWhen, named, type Outage } from './judged-floor.js';
import type { RunningFloor } from './running-floor.js';

/** What became of what reps were shown, and of what they claimed: all lists but of what went wrong. */
export interface JudgedReps {
  /** alerts that the log says were shown */
  readonly shown: number;
  /** open, and on no page */
  readonly unseen: readonly string[];
  /** open, and the log does not say that it was shown */
  readonly unsaid: readonly string[];
  /** the log says more than once that it was shown, or its figure is another one than what the log says */
  readonly miscounted: readonly string[];
  /** milliseconds from the deadline until a page showed it, or from when who was killed is back */
  readonly worstShown: number;
  readonly worstShownOf: string;
  /** leads that both reps claimed */
  readonly contested: number;
  /** leads that nobody won, though both were refused */
  readonly unwon: readonly string[];
  /** claims that were answered with success and do not hold, and why */
  readonly lost: readonly string[];
}

export async function judgeReps(client: Client, floor: RunningFloor, reps: FloorReps, outages: readonly Outage[]): Promise<JudgedReps> {
  const told = await alertsOf(client);
  const [shown, claimed] = [await shownOf(client), await claimedIn(client)];
  const open = told.filter(({ ended }) => ended === null);
  const late = told.flatMap((alert) => {
    const [lead, seenAt] = [floor.leadOf(alert.lead), reps.seenAt.get(alert.id)];
    return lead === undefined || seenAt === undefined ? [] : [{ alert, late: seenAt - fromWhen(alert, lead, outages, 'shownTo') }];
  });
  const worst = late.toSorted((a, b) => b.late - a.late)[0];
  return {
    shown: shown.length,
    unseen: open.filter(({ id }) => !reps.seenAt.has(id)).map(named),
    unsaid: open.filter(({ id }) => !shown.some(({ alert }) => alert === id)).map(named),
    miscounted: shown.filter(({ times, said, counted }) => times !== 1 || said !== counted).map(({ alert }) => alert),
    worstShown: Math.round(worst?.late ?? 0),
    worstShownOf: worst === undefined ? '' : named(worst.alert),
    ...unwonOf(reps.claims),
    lost: reps.claims.flatMap((claim) => faultOf(claim, claimed) ?? []),
  };
}

interface Shown {
  readonly alert: string;
  readonly times: number;
  /** shown − due by the log, and by the facts that figures are made of; milliseconds */
  readonly said: number;
  readonly counted: number | null;
}

async function shownOf(client: Client): Promise<readonly Shown[]> {
  const ms = (name: string) => `(extract(epoch from (body::json->'data'->>'${name}')::timestamptz) * 1000)::float8`;
  const { rows } = await client.query<Shown>(
    `with said as (select subject, body::json->'data'->>'alert' as alert, count(distinct id)::int as times, min(${ms('shown_at')} - ${ms('due_at')}) as said
       from set_1.timeline where type = 'alert.shown' group by 1, 2)
     select s.alert, s.times, s.said,
       (select case count(*) when 1 then min(f.since - f.due)::float8 end from set_1.fact f where f.subject = s.subject and f.kind = 'alert' and f.item = s.alert and f.until is null) as counted
       from said s`,
  );
  return rows;
}

/** Leads that both claimed and nobody won. */
function unwonOf(claims: readonly DecidedClaim[]): { readonly contested: number; readonly unwon: readonly string[] } {
  const contested = [...new Set(claims.map(({ lead }) => lead))]
    .map((lead) => claims.filter((claim) => claim.lead === lead))
    .filter(({ length }) => length > 1);
  return {
    contested: contested.length,
    unwon: contested.filter((of) => of.every(({ won }) => won === null)).map((of) => of[0]?.lead ?? ''),
  };
}

interface Claimed {
  readonly lead: string;
  readonly event: string;
  /** the assignment that it names, and the one that stood then */
  readonly named: string | null;
  readonly stood: string | null;
  readonly owner: string | null;
  /** how often the lead was assigned or claimed afterwards: a rule takes it from who was kept from calling */
  readonly later: number;
}

/** What is wrong with a claim that was answered with success; null: nothing is. */
function faultOf({ lead, rep, won }: DecidedClaim, rows: readonly Claimed[]): string | null {
  if (won === null) return null;
  const ours = rows.filter(({ event }) => event === won.event);
  const [claimed] = ours;
  if (claimed === undefined || ours.length > 1) return `${lead} of ${rep} is in the log ${ours.length} times`;
  if (rows.filter((row) => row.lead === lead && row.named === claimed.named).length > 1) return `${lead} of ${rep} was won twice`;
  if (claimed.named !== claimed.stood) return `${lead} of ${rep} was assigned to somebody else`;
  return claimed.later === 0 && claimed.owner !== rep ? `${lead} of ${rep} is ${claimed.owner}'s` : null;
}

/** A claim that waited at the door may be dated before the assignment that it names: it holds from that on. */
async function claimedIn(client: Client): Promise<readonly Claimed[]> {
  const { rows } = await client.query<Claimed>(
    `select t.subject as lead, t.id as event, n.id as named, l.owner,
       (select a.id from set_1.timeline a where a.subject = t.subject and a.type in ('lead.created', 'lead.assigned') and a.happened_at <= f.at
         order by a.happened_at desc limit 1) as stood,
       (select count(*)::int from set_1.timeline a where a.subject = t.subject and a.type in ('lead.assigned', 'lead.claimed')
         and a.happened_at > f.at) as later
       from set_1.timeline t join set_1.lead l using (subject)
         left join set_1.timeline n on n.subject = t.subject and n.id = t.body::json->'data'->'assignment'->>'id'
         cross join lateral (select greatest(t.happened_at, n.happened_at) as at) f where t.type = 'lead.claimed'`,
  );
  return rows;
}

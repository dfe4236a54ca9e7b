import {
  BY_RULE,
  type ClaimRow,
  type EventName,
  insertClaim,
  lockedClaim,
  NEVER_ASSIGNED,
  releaseClaim,
} from '@leadclock/read-model/outside/claim.table.js';
import type { LeadStanding } from '@leadclock/read-model/queries/lead-status.query.js';
import { nextLead } from '@leadclock/read-model/queries/next-lead.query.js';
import type { EntityManager } from 'typeorm';
import type { BodyOf } from './command-bodies.js';
import { type Refusal, refuse, type Verdict } from './verdict.js';

/** Who asks for what about which lead, and what the event would be. */
export interface Occasion {
  readonly lead: string;
  readonly standing: LeadStanding;
  /** id of the event that the command writes */
  readonly event: string;
  /** epoch ms */
  readonly now: number;
}

/** Why nobody can have the lead any more: whoever wanted it is told of another one. */
const inVain: ReadonlySet<string> = new Set(['claimed', 'answered', 'closed', 'merged', 'erased']);

/** Claims a lead; who does so in vain is told of the next one that waits for somebody. */
export async function decideClaim(em: EntityManager, body: BodyOf<'claim'>, occasion: Occasion): Promise<Verdict> {
  const verdict = await claimed(em, body, occasion);
  if (verdict.kind !== 'refused' || !inVain.has(verdict.reason)) return verdict;
  return { ...verdict, next: await nextLead(em, { rep: body.rep, except: occasion.lead, now: occasion.now }) };
}

/** Claims the assignment that the rep's page showed. The table of claims decides between two, and no clock can turn that over. */
async function claimed(em: EntityManager, body: BodyOf<'claim'>, occasion: Occasion): Promise<Verdict> {
  const { lead, standing, event, now } = occasion;
  const { rep } = body;
  const wanted = body.assignment === undefined ? standing.assignment : body.assignment;
  const unfit = claimRefusal(standing);
  if (unfit !== null) return unfit;
  if (standing.isRepGone) return refuse('rep_gone', 'the site has no active rep of this id (any more); choose another');
  if (!sameEvent(wanted, standing.assignment)) return reassigned(standing.owner, standing.ownerSince);
  const assignment = wanted ?? NEVER_ASSIGNED;
  const row = await lockedClaim(em, lead, assignment);
  if (row !== null) return held(row, rep, standing);
  // a claim that came as an event, from a program that does not ask here
  if (standing.claimedBy !== null && (standing.claimedBy !== rep || standing.owner !== rep))
    return lost(standing.owner, standing.ownerSince);
  if (await insertClaim(em, { lead, assignment, rep, event, at: now }))
    return { kind: 'write', type: 'lead.claimed', data: { rep, ...(wanted !== null && { assignment: wanted }) }, time: now };
  const winner = await lockedClaim(em, lead, assignment);
  if (winner === null) throw new Error('a claim that others hold is gone');
  return held(winner, rep, standing);
}

/** Gives a lead back to the pool: its owner may, and who claimed it a moment ago, before the read model knows. */
export async function decideRelease(em: EntityManager, body: BodyOf<'release'>, occasion: Occasion): Promise<Verdict> {
  const { rep } = body;
  const { lead, standing, event, now } = occasion;
  const gone = goneRefusal(standing);
  if (gone !== null) return gone;
  const assignment = standing.assignment ?? NEVER_ASSIGNED;
  const row = await lockedClaim(em, lead, assignment);
  if (row?.released === true) return givenBack(row);
  const [owner, since] = holder(row, standing);
  if (owner !== rep)
    return refuse(
      'not_yours',
      owner === null ? 'nobody has the lead' : 'somebody else has the lead; only he can give it back',
      owner,
      since,
    );
  if (row !== null) await releaseClaim(em, lead, assignment);
  // somebody has claimed it, or given it back, since we looked: his row decides
  else if (!(await insertClaim(em, { lead, assignment, rep, event, at: now }, true))) return decideRelease(em, body, occasion);
  return { kind: 'write', type: 'lead.assigned', data: { owner: null, by: rep }, time: now };
}

/** What a claim comes to when the assignment has a row. */
function held(row: ClaimRow, rep: string, standing: LeadStanding): Verdict {
  if (row.released) return givenBack(row);
  const [owner, since] = holder(row, standing);
  return owner === rep ? { kind: 'done', event: row.event, at: row.at } : lost(owner, since);
}

/** Who has the lead, and since when. A claim that the fold knows may have been handed over since; one that it does not know yet is newer than its owner. */
export function holder(row: ClaimRow | null, { knows, owner, ownerSince }: LeadStanding): readonly [string | null, number | null] {
  return row !== null && !knows(row.event) ? [row.rep, row.at] : [owner, ownerSince];
}

/** Merged or erased: nobody can do anything with it any more. */
export function goneRefusal({ erasedAt, mergedInto }: LeadStanding): Refusal | null {
  if (erasedAt !== null) return refuse('erased', 'the details of this lead were erased', null, erasedAt);
  return mergedInto === null ? null : refuse('merged', `the lead was merged into ${mergedInto}; go on there`);
}

/** Gone, or closed: nobody has to do anything about it. */
export function closedRefusal(standing: LeadStanding): Refusal | null {
  const { closedAt } = standing;
  return goneRefusal(standing) ?? (closedAt === null ? null : refuse('closed', 'the lead is closed', null, closedAt));
}

function claimRefusal(standing: LeadStanding): Refusal | null {
  const { answeredAt, answeredBy } = standing;
  const closed = closedRefusal(standing);
  if (closed !== null) return closed;
  return answeredAt === null ? null : refuse('answered', 'the lead is answered', answeredBy, answeredAt);
}

const lost = (rep: string | null, at: number | null): Refusal => refuse('claimed', 'somebody else has claimed the lead', rep, at);

const reassigned = (rep: string | null, at: number | null): Refusal =>
  refuse('reassigned', 'the lead was assigned anew since; load it again', rep, at);

/** Nobody can have that assignment any more: whoever had it gave the lead back, or a rule gave it on. */
export const givenBack = ({ rep, at }: ClaimRow): Refusal =>
  rep === BY_RULE
    ? reassigned(null, at)
    : refuse('given_back', 'the lead was given back a moment ago; load it again and claim it anew', rep, at);

export const sameEvent = (a: EventName | null, b: EventName | null): boolean => a?.source === b?.source && a?.id === b?.id;

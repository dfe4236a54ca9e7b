import { type ClaimRow, type EventName, insertClaim, lockedClaim, releaseAssignment } from '@leadclock/read-model/outside/claim.table.js';
import type { LeadStanding } from '@leadclock/read-model/queries/lead-status.query.js';
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

/** A lead that was never assigned has one claim all the same. */
const NEVER_ASSIGNED: EventName = { source: '', id: '' };

/** Claims the assignment that the rep's page showed. The table of claims decides between two, and no clock can turn that over. */
export async function decideClaim(em: EntityManager, body: BodyOf<'claim'>, occasion: Occasion): Promise<Verdict> {
  const { lead, standing, event, now } = occasion;
  const { rep } = body;
  const wanted = body.assignment === undefined ? standing.assignment : body.assignment;
  const unfit = claimRefusal(standing);
  if (unfit !== null) return unfit;
  if (standing.isRepGone) return refuse('rep_gone', 'the site has no active rep of this id (any more); choose another');
  if (!sameEvent(wanted, standing.assignment))
    return refuse('reassigned', 'the lead was assigned anew since; load it again', standing.owner, standing.ownerSince);
  const assignment = wanted ?? NEVER_ASSIGNED;
  const row = await lockedClaim(em, lead, assignment);
  // a claim that came as an event, from a program that does not ask here
  if (row === null && standing.claimedBy !== null && standing.claimedBy !== rep)
    return lost(standing.claimedBy, standing.owner === standing.claimedBy ? standing.ownerSince : null);
  if (row === null && (await insertClaim(em, { lead, assignment, rep, event, at: now })))
    return { kind: 'write', type: 'lead.claimed', data: { rep, ...(wanted !== null && { assignment: wanted }) }, time: now };
  const winner = row ?? (await lockedClaim(em, lead, assignment));
  if (winner === null) throw new Error('a claim that others hold is gone');
  return winner.rep === rep && !winner.released ? { kind: 'done', event: winner.event, at: winner.at } : lostTo(winner);
}

/** Gives a lead back to the pool: its owner may, and who claimed it a moment ago, before the read model knows. */
export async function decideRelease(em: EntityManager, { rep }: BodyOf<'release'>, occasion: Occasion): Promise<Verdict> {
  const { lead, standing, event, now } = occasion;
  const gone = goneRefusal(standing);
  if (gone !== null) return gone;
  const assignment = standing.assignment ?? NEVER_ASSIGNED;
  const row = await lockedClaim(em, lead, assignment);
  if (row?.released === true) return lostTo(row);
  // a claim that the fold knows may have been handed over since; one that it does not know yet is newer than the owner it names
  const isNewer = row !== null && row.rep !== standing.claimedBy;
  const [owner, since] = isNewer ? [row.rep, row.at] : [standing.owner, standing.ownerSince];
  if (owner !== rep)
    return refuse(
      'not_yours',
      owner === null ? 'nobody has the lead' : 'somebody else has the lead; only he can give it back',
      owner,
      since,
    );
  const given = await releaseAssignment(em, { lead, assignment, rep, event, at: now });
  return given
    ? { kind: 'write', type: 'lead.assigned', data: { owner: null, by: rep }, time: now }
    : refuse('given_back', 'the lead was given back already', rep);
}

/** Merged or erased: nobody can do anything with it any more. */
export function goneRefusal({ erasedAt, mergedInto }: LeadStanding): Refusal | null {
  if (erasedAt !== null) return refuse('erased', 'the details of this lead were erased', null, erasedAt);
  return mergedInto === null ? null : refuse('merged', `the lead was merged into ${mergedInto}; go on there`);
}

function claimRefusal(standing: LeadStanding): Refusal | null {
  const { closedAt, answeredAt, answeredBy } = standing;
  const gone = goneRefusal(standing);
  if (gone !== null) return gone;
  if (closedAt !== null) return refuse('closed', 'the lead is closed', null, closedAt);
  return answeredAt === null ? null : refuse('answered', 'the lead is answered', answeredBy, answeredAt);
}

const lost = (rep: string, at: number | null): Refusal => refuse('claimed', 'somebody else has claimed the lead', rep, at);

function lostTo({ rep, at, released }: ClaimRow): Refusal {
  return released ? refuse('given_back', 'the lead was given back a moment ago; load it again and claim it anew', rep, at) : lost(rep, at);
}

const sameEvent = (a: EventName | null, b: EventName | null): boolean => a?.source === b?.source && a?.id === b?.id;

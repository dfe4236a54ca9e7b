import { ALERTS_SOURCE } from '@leadclock/domain/alerts/ladder-event-id.js';
import { effectiveTime } from '@leadclock/domain/events/event.js';
import { lastAssignment } from '@leadclock/domain/lead/owners.js';
import { foldLead } from '@leadclock/domain/merges/fold-lead.js';
import { BY_RULE, insertClaim, lockedClaim, NEVER_ASSIGNED, releaseClaim, takeOver } from '@leadclock/read-model/outside/claim.table.js';
import { eventsOfLeads } from '@leadclock/read-model/queries/merged-leads.query.js';
import type { Snapshot } from '@leadclock/read-model/queries/snapshot.js';

/** Somebody has taken a lead, or was given it, while a step was about to give it on: the step looks again once that is known. */
export class OwnedMeanwhile extends Error {
  constructor(lead: string) {
    super(`${lead} was claimed or assigned meanwhile`);
  }
}

/** What a step that was begun before it would come after, though it is dated earlier. */
const owning: ReadonlySet<string> = new Set(['lead.assigned', 'lead.claimed', 'lead.handover_accepted']);

/** A lead that a step gives on, to whom (null: nobody), with the id of the event that says so. */
export interface GivenOn {
  readonly lead: string;
  readonly owner: string | null;
  readonly event: string;
}

/**
 * Puts the assignments that steps of this transaction follow by others out of reach of claims: from its commit on, and not only once the projector has
 * read of it, whoever names one of them is told that there is another. Waits for claims that are being decided. `before`: leads that the same transaction has
 * given on already; `at`: when the steps were begun, epoch milliseconds.
 */
export async function closeClaims(
  snapshot: Snapshot,
  given: readonly GivenOn[],
  before: ReadonlyMap<string, GivenOn>,
  at: number,
): Promise<void> {
  if (given.length === 0) return;
  const { em } = snapshot;
  const leads = given.map(({ lead }) => lead);
  const told = await eventsOfLeads(snapshot, leads);
  for (const { lead, event } of given) {
    const events = told.get(lead) ?? [];
    if (events.some((one) => owning.has(one.type) && effectiveTime(one) >= at)) throw new OwnedMeanwhile(lead);
    const earlier = before.get(lead);
    const assignment =
      earlier === undefined ? (lastAssignment(foldLead(lead, events)) ?? NEVER_ASSIGNED) : { source: ALERTS_SOURCE, id: earlier.event };
    if (await insertClaim(em, { lead, assignment, rep: BY_RULE, event, at }, true)) continue;
    const row = await lockedClaim(em, lead, assignment);
    if (row === null || row.released) continue;
    if (!events.some(({ id }) => id === row.event)) throw new OwnedMeanwhile(lead);
    await takeOver(em, { lead, assignment, rep: BY_RULE, event, at });
    await releaseClaim(em, lead, assignment);
  }
}

import { lastAssignment } from '@leadclock/domain/lead/owners.js';
import { foldLead } from '@leadclock/domain/merges/fold-lead.js';
import { BY_RULE, insertClaim, lockedClaim, NEVER_ASSIGNED, releaseClaim, takeOver } from '@leadclock/read-model/outside/claim.table.js';
import { eventsOfLeads } from '@leadclock/read-model/queries/merged-leads.query.js';
import type { Snapshot } from '@leadclock/read-model/queries/snapshot.js';

/** Somebody has claimed a lead while a step was about to give it on: the step waits until that is known. */
export class ClaimedMeanwhile extends Error {
  constructor(lead: string) {
    super(`${lead} was claimed meanwhile`);
  }
}

/** A lead that a step gives on, with the id of the event that says so. */
export interface GivenOn {
  readonly lead: string;
  readonly event: string;
}

/**
 * Puts the assignments that steps of this transaction follow by others out of reach of claims: from its commit on, and not only once the projector has
 * read of it, whoever names one of them is told that there is another. Waits for claims that are being decided. `at` is epoch milliseconds.
 */
export async function closeClaims(snapshot: Snapshot, given: readonly GivenOn[], at: number): Promise<void> {
  if (given.length === 0) return;
  const { em } = snapshot;
  const leads = given.map(({ lead }) => lead);
  const told = await eventsOfLeads(snapshot, leads);
  for (const { lead, event } of given) {
    const events = told.get(lead) ?? [];
    const assignment = lastAssignment(foldLead(lead, events)) ?? NEVER_ASSIGNED;
    if (await insertClaim(em, { lead, assignment, rep: BY_RULE, event, at }, true)) continue;
    const row = await lockedClaim(em, lead, assignment);
    if (row === null || row.released) continue;
    if (!events.some(({ id }) => id === row.event)) throw new ClaimedMeanwhile(lead);
    await takeOver(em, { lead, assignment, rep: BY_RULE, event, at });
    await releaseClaim(em, lead, assignment);
  }
}

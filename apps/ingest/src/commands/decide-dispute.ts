import { doneCommand, waitForTurn } from '@leadclock/read-model/outside/idempotency.table.js';
import type { EntityManager } from 'typeorm';
import type { BodyOf } from './command-bodies.js';
import { goneRefusal, type Occasion } from './decide-owner.js';
import { refuse, type Verdict } from './verdict.js';

const subjects: readonly string[] = ['answer', 'owner', 'spam'];

/** Says that something about a lead is wrong. Of one rep and one thing a dispute can be open once. */
export function decideDispute({ rep, about, ...said }: BodyOf<'dispute'>, { standing, now }: Occasion): Verdict {
  const gone = goneRefusal(standing);
  if (gone !== null) return gone;
  if (!subjects.includes(about) && !standing.touchpoints.includes(about))
    return { kind: 'missing', problem: `about is no touchpoint of this lead; it may be ${subjects.join(', ')} or the id of a touchpoint` };
  const open = standing.disputes.find((dispute) => dispute.decided === null && dispute.rep === rep && dispute.about === about);
  if (open !== undefined) return refuse('disputed', 'this dispute is open already; it waits for a decision', rep, open.at);
  return { kind: 'write', type: 'lead.disputed', data: { rep, about, ...said }, time: now };
}

/**
 * Accepts or refuses a dispute, once. What is accepted comes true by the events that follow, in the same transaction. Its event in the log names no
 * dispute but decides the one that has been open longest, so that one goes first.
 */
export async function decideOnDispute(
  em: EntityManager,
  { rep, event: named, accepted, ...said }: BodyOf<'decide'>,
  { lead, standing, event, now }: Occasion,
): Promise<Verdict> {
  const { dispute, disputes, corrections } = standing;
  const meant = disputes.find((known) => known.event.source === named.source && known.event.id === named.id);
  if (meant === undefined) return { kind: 'missing', problem: 'event names no dispute about this lead; GET /v1/leads/:lead lists them' };
  await waitForTurn(em, event);
  const done = await doneCommand(em, { lead, command: 'decide', event });
  if (meant.decided !== null || done !== null || dispute === null)
    return refuse('decided', 'the dispute was decided already', meant.decided?.by ?? done?.rep ?? null, meant.decided?.at ?? null);
  if (dispute !== meant) return refuse('not_its_turn', 'an older dispute about this lead has to be decided first', dispute.rep, dispute.at);
  if (dispute.rep === rep) return refuse('own_dispute', 'somebody else has to decide on it', rep, dispute.at);
  if (accepted && corrections === null)
    return refuse(
      'nothing_to_correct',
      'what the dispute is about is not there (any more): refuse it, and have it recorded anew',
      dispute.rep,
    );
  return {
    kind: 'write',
    type: 'lead.dispute_decided',
    data: { by: rep, accepted, ...said },
    time: now,
    followedBy: accepted ? (corrections ?? []) : [],
  };
}

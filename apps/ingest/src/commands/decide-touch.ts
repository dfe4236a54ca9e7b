import { instantOf } from '@leadclock/domain/events/instant.js';
import { doneCommand, waitForTurn } from '@leadclock/read-model/outside/idempotency.table.js';
import type { EntityManager } from 'typeorm';
import type { BodyOf } from './command-bodies.js';
import { SOURCE } from './command-source.js';
import { goneRefusal, type Occasion } from './decide-owner.js';
import { refuse, type Verdict } from './verdict.js';

/** Logs a touch, of whomever's lead: who called has called. The touch is named after its event. */
export function decideTouch({ at, ...touch }: BodyOf<'touchpoints'>, { standing, event, now }: Occasion): Verdict {
  return (
    goneRefusal(standing) ?? {
      kind: 'write',
      type: 'touchpoint.recorded',
      data: { touchpoint: event, ...touch },
      time: at === undefined ? now : instantOf(at),
    }
  );
}

/** Takes back a touch that this rep logged here, a call that he promised or a lead that he closed, once, also before the read model knows of it. */
export async function decideUndo(em: EntityManager, { rep, event: named }: BodyOf<'undo'>, occasion: Occasion): Promise<Verdict> {
  const { lead, standing, event, now } = occasion;
  const gone = goneRefusal(standing);
  if (gone !== null) return gone;
  const known = standing.undoable.find(({ source, id }) => source === named.source && id === named.id);
  const by = async (command: 'touchpoints' | 'call-back' | 'disqualify') =>
    (await doneCommand(em, { lead, command, event: named.id }))?.rep ?? null;
  const writer = known?.rep ?? (await by('touchpoints')) ?? (await by('call-back')) ?? (await by('disqualify'));
  if (named.source !== SOURCE || writer === null)
    return {
      kind: 'missing',
      problem:
        'no touchpoint of this lead was logged here, nor a call promised, nor was it closed here, under that event; give event as the answer to touchpoints, call-back or disqualify had it (a claim is taken back by release, a release by another claim)',
    };
  if (writer !== rep) return refuse('not_yours', 'that is somebody else’s; only he can take it back', writer);
  await waitForTurn(em, event);
  const undone = known?.takenBack === true || (await doneCommand(em, { lead, command: 'undo', event })) !== null;
  if (undone) return refuse('taken_back', 'it was taken back already', writer);
  // a retraction names an event of its own lead, which may have been merged into this one since
  const recorded = known?.lead ?? lead;
  const under = recorded === lead ? {} : { lead: recorded };
  return { kind: 'write', type: 'event.retracted', data: { source: named.source, id: named.id, reason: 'undone' }, time: now, ...under };
}

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

/** Takes back a touch that this rep logged here, once, also before the read model knows of it. */
export async function decideUndo(em: EntityManager, { rep, event: named }: BodyOf<'undo'>, occasion: Occasion): Promise<Verdict> {
  const { lead, standing, event, now } = occasion;
  const gone = goneRefusal(standing);
  if (gone !== null) return gone;
  const touch = standing.touches.find(({ source, id }) => source === named.source && id === named.id);
  const writer = touch?.rep ?? (await doneCommand(em, { lead, command: 'touchpoints', event: named.id }))?.rep ?? null;
  if (named.source !== SOURCE || writer === null)
    return {
      kind: 'missing',
      problem:
        'no touchpoint of this lead was logged here under that event; give event as the answer to touchpoints had it (a claim is taken back by release, a release by another claim)',
    };
  if (writer !== rep) return refuse('not_yours', 'somebody else has logged this touchpoint; only he can take it back', writer);
  await waitForTurn(em, event);
  const undone = touch?.takenBack === true || (await doneCommand(em, { lead, command: 'undo', event })) !== null;
  if (undone) return refuse('taken_back', 'the touchpoint was taken back already', writer);
  // a retraction names an event of its own lead, which may have been merged into this one since
  const under = touch === undefined || touch.lead === lead ? {} : { lead: touch.lead };
  return { kind: 'write', type: 'event.retracted', data: { source: named.source, id: named.id, reason: 'undone' }, time: now, ...under };
}

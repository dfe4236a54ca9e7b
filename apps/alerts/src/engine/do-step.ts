import { deedOf } from '@leadclock/domain/alerts/step-deed.js';
import type { Rung } from '@leadclock/read-model/queries/rung.js';
import type { LadderEvent } from './ladder-event.js';
import type { StandingRota } from './standing-rota.js';

/**
 * What a step does with a lead, as events: to the next of its team's rota, back to the pool, or its silent owner to "away". Empty: it changes
 * nothing, as nobody can take the lead, or nobody has it.
 */
export function doStep({ action, policyId, deadline: { lead, step, owner, team } }: Rung, rota: StandingRota): readonly LadderEvent[] {
  const by = `rule:${policyId ?? 'default'}/${step}`.slice(0, 200);
  const deed = deedOf(action, owner, rota.teamOf(team, owner));
  switch (deed?.does) {
    case undefined:
      return [];
    case 'pool':
      return [{ type: 'lead.assigned', subject: lead, data: { owner: null, by } }];
    case 'away':
      return rota.sendAway(deed.owner) ? [{ type: 'rep.status_changed', subject: deed.owner, data: { status: 'away', by } }] : [];
    case 'reassign': {
      const rep = rota.take(deed.team, owner);
      if (rep === null) return [];
      return [
        { type: 'lead.assigned', subject: lead, data: { owner: rep, by } },
        { type: 'rota.advanced', subject: deed.team, data: { rep } },
      ];
    }
  }
}

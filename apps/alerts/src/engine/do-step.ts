import type { Rung } from '@leadclock/read-model/queries/rung.js';
import type { LadderEvent } from './ladder-event.js';
import type { StandingRota } from './standing-rota.js';

/**
 * What a step does with a lead, as events: to the next of its team's rota, back to the pool, or its silent owner to "away". Empty: it changes
 * nothing, as nobody can take the lead, or nobody has it.
 */
export function doStep({ action, policyId, deadline: { lead, step, owner, team } }: Rung, rota: StandingRota): readonly LadderEvent[] {
  const by = `rule:${policyId ?? 'default'}/${step}`.slice(0, 200);
  switch (action) {
    case null:
      return [];
    case 'pool':
      return owner === null ? [] : [{ type: 'lead.assigned', subject: lead, data: { owner: null, by } }];
    case 'away':
      return owner === null || !rota.sendAway(owner) ? [] : [{ type: 'rep.status_changed', subject: owner, data: { status: 'away', by } }];
    case 'reassign': {
      const goesBy = rota.teamOf(team, owner);
      const rep = goesBy === null ? null : rota.take(goesBy, owner);
      if (goesBy === null || rep === null) return [];
      return [
        { type: 'lead.assigned', subject: lead, data: { owner: rep, by } },
        { type: 'rota.advanced', subject: goesBy, data: { rep } },
      ];
    }
  }
}

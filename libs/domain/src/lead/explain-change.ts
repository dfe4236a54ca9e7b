import type { LeadclockEvent } from '../events/event.js';
import { eventKey } from '../events/identity.js';
import type { Deal, SubjectState } from './lead-state.js';
import { because, notBecause, type Reason, type ReasonCode } from './reasons.js';

/** Why an event other than a record of a touchpoint changed something or not: what it left differently. */
export function explainChange(event: LeadclockEvent, before: SubjectState, after: SubjectState): Reason {
  switch (event.type) {
    case 'lead.created':
      return explainCreated(before, after);
    case 'lead.assigned':
    case 'lead.handover_accepted':
      return explainOwner(before, after) ?? explainTeam(before, after) ?? notBecause('same_owner', { owner: ownerOf(before) });
    case 'lead.claimed':
      return explainOwner(before, after) ?? explainClaim(event.data.assignment, before, after);
    case 'lead.qualified':
      return because(before.verdicts.length < after.verdicts.length ? 'closing_taken_back' : 'qualified');
    case 'lead.disqualified':
      return grown(before.verdicts, after.verdicts, 'closed', { reason: event.data.reason ?? null });
    case 'lead.paused':
      return differ(before.pauses !== after.pauses, 'clock_stopped');
    case 'lead.resumed':
      return differ(before.pauses !== after.pauses, 'clock_runs');
    case 'lead.disputed':
      return notBecause('disputed', { about: event.data.about, rep: event.data.rep });
    case 'lead.dispute_decided':
      return notBecause(before.disputes === after.disputes ? 'no_dispute' : event.data.accepted ? 'dispute_accepted' : 'dispute_refused');
    case 'touchpoint.corrected':
      return ofTouch(before, after, 'touch_corrected', event.data.touchpoint);
    case 'touchpoint.retracted':
      return ofTouch(before, after, 'touch_retracted', event.data.touchpoint);
    case 'deal.opened':
    case 'deal.stage_changed':
    case 'deal.revised':
    case 'deal.won':
    case 'deal.lost':
    case 'deal.reopened':
      return explainDeal(event.type, event.data.deal, before, after);
    case 'alert.raised':
    case 'alert.shown':
      return differ(before.alerts !== after.alerts, 'alert_told');
    default:
      return notBecause(after.knownAt === null ? 'not_about_a_lead' : 'no_number');
  }
}

const ownerOf = (state: SubjectState): string | null => state.owners.at(-1)?.owner ?? null;

function explainCreated(before: SubjectState, after: SubjectState): Reason {
  if (before.arrivedAt === null) return because('arrival', { owner: ownerOf(after) });
  const filled = (['origin', 'campaign', 'channel', 'segment', 'product', 'value'] as const).filter((name) => before[name] !== after[name]);
  const named = filled.length > 0 || before.owners !== after.owners || before.teams !== after.teams;
  return named ? because('fills_attributes', { filled: filled.join(' '), owner: ownerOf(after) }) : notBecause('nothing_changed');
}

function explainOwner(before: SubjectState, after: SubjectState): Reason | null {
  if (before.owners.length === after.owners.length) return null;
  return because('owner_changed', { from: ownerOf(before), to: ownerOf(after) });
}

function explainTeam(before: SubjectState, after: SubjectState): Reason | null {
  return before.teams === after.teams ? null : because('team_named', { team: after.teams.at(-1)?.team ?? null });
}

function explainClaim(
  assignment: { readonly source: string; readonly id: string } | undefined,
  before: SubjectState,
  after: SubjectState,
): Reason {
  if (before.claim !== after.claim) return notBecause('same_owner', { owner: ownerOf(after) });
  const last = before.claim?.assignments.at(-1);
  const isOld = assignment !== undefined && last !== undefined && last !== eventKey(assignment);
  return isOld ? notBecause('claim_of_an_old_assignment') : notBecause('claim_came_second', { by: before.claim?.by ?? null });
}

function ofTouch(before: SubjectState, after: SubjectState, code: ReasonCode, touchpoint: string): Reason {
  return before.touches === after.touches ? notBecause('unknown_touch', { touchpoint }) : because(code, { touchpoint });
}

function explainDeal(type: `deal.${string}`, id: string, before: SubjectState, after: SubjectState): Reason {
  const find = (state: SubjectState): Deal | undefined => state.deals.find((deal) => deal.id === id);
  const [was, is] = [find(before), find(after)];
  const more = (name: 'outcomes' | 'stages'): boolean => (is?.[name].length ?? 0) > (was?.[name].length ?? 0);
  const values = { deal: id, stage: is?.stages.at(-1)?.stage ?? null };
  if (more('outcomes')) {
    const outcome = is?.outcomes.at(-1)?.outcome;
    return because(outcome === 'won' ? 'deal_won' : outcome === 'lost' ? 'deal_lost' : 'deal_reopened', values);
  }
  if (type === 'deal.opened' && was?.openedAt == null) return because('deal_opened', values);
  if (more('stages')) return because('stage_entered', values);
  if (type === 'deal.won' || type === 'deal.lost') return because('same_outcome', values);
  if (was === is) return notBecause('deal_is_closed', values);
  return type === 'deal.revised' || type === 'deal.opened' ? because('deal_revised', values) : notBecause('nothing_changed', values);
}

function grown(before: readonly unknown[], after: readonly unknown[], code: ReasonCode, values: Reason['values']): Reason {
  return after.length > before.length ? because(code, values) : notBecause('nothing_changed', values);
}

const differ = (isDifferent: boolean, code: ReasonCode): Reason => (isDifferent ? because(code) : notBecause('nothing_changed'));

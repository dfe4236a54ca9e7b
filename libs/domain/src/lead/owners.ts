import { eventKey } from '../events/identity.js';
import type { Handlers, Moment } from './fold.js';
import { answeredHandover } from './handover.js';
import { type ClaimState, type NamedTeam, nothing, type OwnerChange, type SubjectState } from './lead-state.js';

const noClaim: ClaimState = { assignments: nothing, by: null, named: false, ahead: nothing };

/** Whose a lead is, and by which claim. */
export type Owned = Pick<SubjectState, 'owners' | 'claim'>;

/** Who owns the lead, and who has claimed it. */
export const ownerHandlers: Handlers = {
  'lead.assigned': (state, event, moment) => {
    const { owner, team } = event.data;
    const { owners, claim } = assigned(state, eventKey(event), owner, moment);
    const firstAssignment = state.firstAssignment ?? (owner === null ? null : { at: moment.at, by: event.data.by ?? null });
    return { ...state, owners, claim, firstAssignment, teams: teamsAfter(state.teams, team, moment) };
  },
  'lead.claimed': (state, { data }, moment) => {
    const claim = state.claim ?? noClaim;
    const claimed = (holds: ClaimState): SubjectState => ({
      ...state,
      claim: holds,
      claimedAt: state.claimedAt ?? moment.at,
      owners: ownersAfter(state.owners, data.rep, moment),
    });
    if (data.assignment === undefined) return claim.by === null ? claimed({ ...claim, by: data.rep, named: false }) : state;
    const assignment = eventKey(data.assignment);
    if (assignment === claim.assignments.at(-1)) return claim.named ? state : claimed({ ...claim, by: data.rep, named: true });
    if (claim.assignments.includes(assignment) || claim.ahead.some((other) => other.assignment === assignment)) return state;
    return claimed({ ...claim, ahead: [...claim.ahead, { assignment, rep: data.rep }] });
  },
  'lead.handover_accepted': (state, { data }, moment) => {
    const owners = ownersAfter(state.owners, data.to, moment);
    const handover = answeredHandover(state.handover, data, 'accepted', moment.at);
    return owners === state.owners && handover === state.handover ? state : { ...state, owners, handover };
  },
};

/** An assignment opens a new claim; one that was claimed before it was heard of (a clock behind) stays with who claimed it. */
export function assigned(state: Owned, assignment: string, owner: string | null, moment: Moment): Owned {
  const claim = state.claim ?? noClaim;
  const early = claim.ahead.find((other) => other.assignment === assignment);
  return {
    owners: ownersAfter(state.owners, early?.rep ?? owner, moment),
    claim: {
      assignments: [...claim.assignments, assignment],
      by: early?.rep ?? null,
      named: early !== undefined,
      ahead: early === undefined ? claim.ahead : claim.ahead.filter((other) => other !== early),
    },
  };
}

/** The event that assigned the lead last, lead.created among them: what a claim names. null: it was never assigned. */
export function lastAssignment({ claim }: Pick<SubjectState, 'claim'>): { readonly source: string; readonly id: string } | null {
  const key = claim?.assignments.at(-1);
  if (key === undefined) return null;
  const end = key.indexOf('\u0000');
  return { source: key.slice(0, end), id: key.slice(end + 1) };
}

/** Naming the present owner again is no change of owner. */
function ownersAfter(owners: readonly OwnerChange[], owner: string | null, { at, order }: Moment): readonly OwnerChange[] {
  const present = owners.at(-1)?.owner ?? null;
  return present === owner ? owners : [...owners, { at, order, owner }];
}

export const teamsAfter = (teams: readonly NamedTeam[], team: string | undefined, { at }: Moment): readonly NamedTeam[] =>
  team === undefined || teams.at(-1)?.team === team ? teams : [...teams, { at, team }];

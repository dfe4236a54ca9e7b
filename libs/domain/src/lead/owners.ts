import { eventKey } from '../events/identity.js';
import type { Handlers, Moment } from './fold.js';
import type { ClaimState, SubjectState } from './lead-state.js';

const noClaim: ClaimState = { assignments: [], by: null, named: false, ahead: [] };

/** Who owns the lead, and who has claimed it. */
export const ownerHandlers: Handlers = {
  'lead.assigned': (state, event, moment) => {
    const { owner, team } = event.data;
    return nameTeam(assign(state, eventKey(event), owner, moment), team, moment);
  },
  'lead.claimed': (state, { data }, moment) => {
    const claim = state.claim ?? noClaim;
    if (data.assignment === undefined) {
      return claim.by === null ? claimed(state, { ...claim, by: data.rep, named: false }, data.rep, moment) : state;
    }
    const assignment = eventKey(data.assignment);
    if (assignment === claim.assignments.at(-1)) {
      return claim.named ? state : claimed(state, { ...claim, by: data.rep, named: true }, data.rep, moment);
    }
    if (claim.assignments.includes(assignment) || claim.ahead.some((other) => other.assignment === assignment)) {
      return state;
    }
    const ahead = [...claim.ahead, { assignment, rep: data.rep }];
    return claimed(state, { ...claim, ahead }, data.rep, moment);
  },
  'lead.handover_accepted': (state, { data }, moment) => changeOwner(state, data.to, moment),
};

/** An assignment opens a new claim; one that was claimed before it was heard of (a clock behind) stays with who claimed it. */
export function assign(state: SubjectState, assignment: string, owner: string | null, moment: Moment): SubjectState {
  const claim = state.claim ?? noClaim;
  const early = claim.ahead.find((other) => other.assignment === assignment);
  return changeOwner(
    {
      ...state,
      claim: {
        assignments: [...claim.assignments, assignment],
        by: early?.rep ?? null,
        named: early !== undefined,
        ahead: early === undefined ? claim.ahead : claim.ahead.filter((other) => other !== early),
      },
    },
    early?.rep ?? owner,
    moment,
  );
}

/** Naming the present owner again is no change of owner. */
export function changeOwner(state: SubjectState, owner: string | null, { at, order }: Moment): SubjectState {
  const present = state.owners.at(-1)?.owner ?? null;
  return present === owner ? state : { ...state, owners: [...state.owners, { at, order, owner }] };
}

export function nameTeam(state: SubjectState, team: string | undefined, { at }: Moment): SubjectState {
  if (team === undefined || state.teams.at(-1)?.team === team) return state;
  return { ...state, teams: [...state.teams, { at, team }] };
}

function claimed(state: SubjectState, claim: ClaimState, rep: string, moment: Moment): SubjectState {
  return changeOwner({ ...state, claim }, rep, moment);
}

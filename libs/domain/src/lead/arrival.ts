import { amountToUnits } from '../events/amount.js';
import type { DataOf } from '../events/catalogue.js';
import { eventKey } from '../events/identity.js';
import type { Handlers, Moment } from './fold.js';
import type { Named, SubjectState } from './lead-state.js';
import { assign, nameTeam } from './owners.js';

/** The first lead.created is the arrival; a later one fills what is still unset and starts nothing. */
export const arrivalHandlers: Handlers = {
  'lead.created': (state, event, moment) => {
    const { data } = event;
    const first = state.arrivedAt === null;
    const filled = fillAttributes(state, data, moment.at);
    const arrived = first ? { ...filled, arrivedAt: moment.at, historical: event.historical } : filled;
    const owned = ownerOf(arrived, data.owner, eventKey(event), first, moment);
    return first || owned.teams.length === 0 ? nameTeam(owned, data.team, moment) : owned;
  },
};

function ownerOf(state: SubjectState, owner: string | undefined, key: string, first: boolean, moment: Moment): SubjectState {
  const assignedBefore = (state.claim?.assignments.length ?? 0) > 0;
  if (first) return owner !== undefined || !assignedBefore ? assign(state, key, owner ?? null, moment) : state;
  if (owner === undefined || state.owners.length > 0) return state;
  return { ...state, owners: [{ at: moment.at, order: moment.order, owner }] };
}

function fillAttributes(state: SubjectState, data: DataOf<'lead.created'>, at: number): SubjectState {
  const first = (known: Named | null, value: string | undefined): Named | null => known ?? (value === undefined ? null : { at, value });
  return {
    ...state,
    origin: first(state.origin, data.origin),
    campaign: first(state.campaign, data.campaign),
    channel: first(state.channel, data.channel),
    segment: first(state.segment, data.segment),
    product: first(state.product, data.product),
    value: state.value ?? (data.value === undefined ? null : { at, amount: amountToUnits(data.value), currency: data.value.currency }),
  };
}

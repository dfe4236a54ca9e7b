import { type Amount, amountToUnits } from '../events/amount.js';
import { eventKey } from '../events/identity.js';
import type { Handlers, Moment } from './fold.js';
import type { Named, NamedAmount, SubjectState } from './lead-state.js';
import { assigned, type Owned, teamsAfter } from './owners.js';

/** The first lead.created is the arrival; a later one fills what is still unset and starts nothing. */
export const arrivalHandlers: Handlers = {
  'lead.created': (state, event, moment) => {
    const { data } = event;
    const { at } = moment;
    const isFirst = state.arrivedAt === null;
    const { owners, claim } = ownedBy(state, data.owner, eventKey(event), isFirst, moment);
    return {
      ...state,
      arrivedAt: state.arrivedAt ?? at,
      historical: isFirst ? event.historical : state.historical,
      receivedAt: state.receivedAt ?? event.recordedTime,
      firstAssignment: state.firstAssignment ?? (data.owner === undefined ? null : { at, by: null }),
      origin: state.origin ?? first(at, data.origin),
      campaign: state.campaign ?? first(at, data.campaign),
      channel: state.channel ?? first(at, data.channel),
      segment: state.segment ?? first(at, data.segment),
      product: state.product ?? first(at, data.product),
      value: state.value ?? firstAmount(at, data.value),
      owners,
      claim,
      teams: isFirst || state.teams.length === 0 ? teamsAfter(state.teams, data.team, moment) : state.teams,
    };
  },
};

function ownedBy(state: SubjectState, owner: string | undefined, key: string, isFirst: boolean, moment: Moment): Owned {
  const wasAssigned = (state.claim?.assignments.length ?? 0) > 0;
  if (isFirst) return owner !== undefined || !wasAssigned ? assigned(state, key, owner ?? null, moment) : state;
  if (owner === undefined || state.owners.length > 0) return state;
  return { claim: state.claim, owners: [{ at: moment.at, order: moment.order, owner }] };
}

const first = (at: number, value: string | undefined): Named | null => (value === undefined ? null : { at, value });

const firstAmount = (at: number, value: Amount | undefined): NamedAmount | null =>
  value === undefined ? null : { at, amount: amountToUnits(value), currency: value.currency };

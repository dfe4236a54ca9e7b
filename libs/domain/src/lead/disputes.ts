import type { EventName } from '../events/identity.js';
import type { Handlers } from './fold.js';
import type { SubjectState } from './lead-state.js';

/** Somebody says that something about a lead is wrong. */
export interface Dispute {
  /** the lead.disputed that began it */
  readonly event: EventName;
  readonly at: number;
  readonly rep: string;
  /** `answer`, `owner`, `spam`, or the id of a touchpoint */
  readonly about: string;
  readonly reason: string;
  /** null: nobody has decided it yet */
  readonly decided: Decision | null;
}

interface Decision {
  /** the lead.dispute_decided that it was decided by */
  readonly event: EventName;
  readonly at: number;
  readonly by: string;
  readonly accepted: boolean;
  readonly reason: string | null;
}

export type DisputeStatus = 'open' | 'accepted' | 'refused';

/** Disputes change no number by themselves. A decision names none, so it decides the one that has been open longest; without one it says nothing. */
export const disputeHandlers: Handlers = {
  'lead.disputed': (state, { source, id, data: { rep, about, reason } }, { at }) => ({
    ...state,
    disputes: [...state.disputes, { event: { source, id }, at, rep, about, reason, decided: null }],
  }),
  'lead.dispute_decided': (state, { source, id, data: { by, accepted, reason } }, { at }) => {
    const index = state.disputes.findIndex(({ decided }) => decided === null);
    const dispute = state.disputes[index];
    if (dispute === undefined) return state;
    const decided = { event: { source, id }, at, by, accepted, reason: reason ?? null };
    return { ...state, disputes: state.disputes.with(index, { ...dispute, decided }) };
  },
};

/** The dispute that a decision would decide; null: none is open. */
export const openDispute = ({ disputes }: Pick<SubjectState, 'disputes'>): Dispute | null =>
  disputes.find(({ decided }) => decided === null) ?? null;

/** How the disputes of a lead stand: open while one is, else as the last was decided; null: there were none. */
export function disputeStatus({ disputes }: Pick<SubjectState, 'disputes'>): DisputeStatus | null {
  if (openDispute({ disputes }) !== null) return 'open';
  const last = disputes.at(-1)?.decided;
  return last === undefined || last === null ? null : last.accepted ? 'accepted' : 'refused';
}

import type { EventName } from '../events/identity.js';
import type { Handlers } from './fold.js';
import type { SubjectState } from './lead-state.js';

/** A lead that its owner has offered to another rep. */
export interface Handover {
  /** the lead.handover_offered: what an answer to it names */
  readonly event: EventName;
  readonly at: number;
  readonly from: string;
  readonly to: string;
  /** null: nobody has answered it */
  readonly answer: { readonly how: 'accepted' | 'declined'; readonly at: number } | null;
}

interface Between {
  readonly from: string;
  readonly to: string;
}

/** A later offer takes the place of the one before. Who accepts becomes the owner, which is the affair of owners.ts. */
export const handoverHandlers: Handlers = {
  'lead.handover_offered': (state, { source, id, data: { from, to } }, { at }) => ({
    ...state,
    handover: { event: { source, id }, at, from, to, answer: null },
  }),
  'lead.handover_declined': (state, { data }, { at }) => {
    const handover = answeredHandover(state.handover, data, 'declined', at);
    return handover === state.handover ? state : { ...state, handover };
  },
};

/** The offer after an answer between two reps, which may be to another one, or to none. */
export function answeredHandover(
  handover: Handover | null,
  { from, to }: Between,
  how: 'accepted' | 'declined',
  at: number,
): Handover | null {
  if (handover === null || handover.answer !== null || handover.from !== from || handover.to !== to) return handover;
  return { ...handover, answer: { how, at } };
}

/** How an offer ended, and when: it was answered, or the lead changed hands in another way or was closed; null: it can be accepted. */
export function handoverEnd(
  { handover, owners }: Pick<SubjectState, 'handover' | 'owners'>,
  closedAt: number | null,
): { readonly how: 'accepted' | 'declined' | 'lapsed'; readonly at: number } | null {
  if (handover === null || handover.answer !== null) return handover?.answer ?? null;
  if (openHandover({ handover, owners }) === null)
    return { how: 'lapsed', at: owners.find(({ at }) => at > handover.at)?.at ?? handover.at };
  return closedAt === null ? null : { how: 'lapsed', at: closedAt };
}

/** The offer that can be accepted; null: there is none. It lapses when the lead gets another owner, also when it comes back to who offered it. */
export function openHandover({ handover, owners }: Pick<SubjectState, 'handover' | 'owners'>): Handover | null {
  if (handover === null || handover.answer !== null) return null;
  const last = owners.at(-1);
  return last !== undefined && last.owner === handover.from && last.at <= handover.at ? handover : null;
}

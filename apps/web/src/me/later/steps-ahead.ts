import { instantIn, listIn, memberIn, numberIn, textIn } from '../../console/json.js';

/** A step of the lead's policy that is still to come. */
export interface StepAhead {
  /** epoch ms */
  readonly at: number;
  /** nobody has spoken with the lead by then, though it may be answered */
  readonly isOfContact: boolean;
  /** rep ids, `*`, `team:ID`, `manager:ID`, `screen:ID`, `channel:ID`, `owner:next` */
  readonly to: readonly string[];
  /** a code: `reassign`, `pool`, `away`; null: it only tells */
  readonly action: string | null;
  /** null: it tells once */
  readonly repeat: { readonly everyMs: number; readonly left: number } | null;
}

/** What `GET /v1/leads/:id` says is still to be told, but for a promised call, which stands on the card by itself; null: it does not say. */
export function readSteps(body: unknown): readonly StepAhead[] | null {
  if (!Array.isArray(memberIn(body, 'steps'))) return null;
  return listIn(body, 'steps').flatMap((step) => readStep(step) ?? []);
}

/** Whether a promised call is still to ring. */
export const hasCall = (body: unknown): boolean => listIn(body, 'steps').some((step) => textIn(step, 'of') === 'call');

function readStep(step: unknown): StepAhead | null {
  const [at, of] = [instantIn(step, 'at'), textIn(step, 'of')];
  const to = listIn(step, 'to').filter((one) => typeof one === 'string');
  if (at === null || of === 'call' || to.length === 0) return null;
  const [every, left] = [numberIn(memberIn(step, 'repeat'), 'every_s'), numberIn(memberIn(step, 'repeat'), 'left')];
  const repeat = every === null || left === null ? null : { everyMs: every * 1_000, left };
  return { at, isOfContact: of === 'contact', to, action: textIn(step, 'action'), repeat };
}

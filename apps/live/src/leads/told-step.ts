import type { StepToCome } from '@leadclock/read-model/queries/steps-to-come.query.js';

/** A step that is still to come, in the words of the API. */
export interface ToldStep {
  readonly step: string;
  /** what the lead waits for then: `answer`, `contact`, `call` (one that was promised) */
  readonly of: string;
  /** after quiet hours and what was put off; one that has passed is being told */
  readonly at: string;
  /** a rep's id, `*` everybody, `team:ID`, `manager:ID`, `screen:ID`, `channel:ID`; `owner:next`: who gets it by the rota from a step before */
  readonly to: readonly string[];
  /** what it does besides: `reassign` gives it to the next of the rota, `pool` back to nobody, `away` sets its owner so; null: nothing */
  readonly action: string | null;
  /** how often it tells again; null: it does not */
  readonly repeat: { readonly every_s: number; readonly left: number } | null;
}

export const toldStep = ({ step, of, at, to, does, repeat }: StepToCome): ToldStep => ({
  step,
  of,
  at: new Date(at).toISOString(),
  to,
  action: does,
  repeat: repeat === null ? null : { every_s: repeat.everyMs / 1000, left: repeat.most },
});

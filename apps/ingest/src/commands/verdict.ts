/** Why a lead does not allow a command: a code for programs. */
export type RefusalReason =
  | 'claimed'
  | 'reassigned'
  | 'given_back'
  | 'not_yours'
  | 'answered'
  | 'closed'
  | 'merged'
  | 'erased'
  | 'taken_back'
  | 'acknowledged'
  | 'resolved'
  | 'retracted'
  | 'rep_gone'
  | 'disputed'
  | 'decided'
  | 'own_dispute'
  | 'not_its_turn'
  | 'nothing_to_correct'
  | 'accepted'
  | 'declined'
  | 'lapsed'
  | 'past_target'
  | 'too_long'
  | 'snoozed'
  | 'paused'
  | 'running';

/** Why not, who was it (null: nobody that we know) and when, epoch ms (null: not known). */
export interface Refusal {
  readonly kind: 'refused';
  readonly reason: RefusalReason;
  readonly problem: string;
  readonly rep: string | null;
  readonly at: number | null;
  /** for whoever wanted a lead in vain: another one that waits for somebody to take it; null: none does */
  readonly next?: string | null;
}

/** An event to write. */
export interface Write {
  readonly kind: 'write';
  readonly type: string;
  /** of the type; left out: 1 */
  readonly version?: number;
  readonly data: Readonly<Record<string, unknown>>;
  /** epoch ms */
  readonly time: number;
  /** what is written with it, at the same instant, in this order */
  readonly followedBy?: readonly Pick<Write, 'type' | 'data' | 'lead'>[];
  /** the lead that it is recorded under; left out: the one that the command names */
  readonly lead?: string;
  /** an alert that is now first shown: how long after its deadline */
  readonly shownAfterMs?: number;
}

/** There is nothing like what the command names. */
export interface Missing {
  readonly kind: 'missing';
  readonly problem: string;
}

/** A field that is right by itself, and cannot be meant so of this lead or now. */
export interface Wrong {
  readonly kind: 'wrong';
  readonly problem: string;
}

/** What a command comes to; `done`: an earlier command has done it already. */
export type Verdict = Write | { readonly kind: 'done'; readonly event: string; readonly at: number } | Missing | Wrong | Refusal;

export const refuse = (reason: RefusalReason, problem: string, rep: string | null = null, at: number | null = null): Refusal => ({
  kind: 'refused',
  reason,
  problem,
  rep,
  at,
});

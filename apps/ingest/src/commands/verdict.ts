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
  | 'taken_back';

/** Why not, who was it (null: nobody that we know) and when, epoch ms (null: not known). */
export interface Refusal {
  readonly kind: 'refused';
  readonly reason: RefusalReason;
  readonly problem: string;
  readonly rep: string | null;
  readonly at: number | null;
}

/** What a command comes to: an event to write; what an earlier command of the rep has done already; nothing like it there; or a refusal. */
export type Verdict =
  | { readonly kind: 'write'; readonly type: string; readonly data: Readonly<Record<string, unknown>>; readonly time: number }
  | { readonly kind: 'done'; readonly event: string; readonly at: number }
  | { readonly kind: 'missing'; readonly problem: string }
  | Refusal;

export const refuse = (reason: RefusalReason, problem: string, rep: string | null = null, at: number | null = null): Refusal => ({
  kind: 'refused',
  reason,
  problem,
  rep,
  at,
});

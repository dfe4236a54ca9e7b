/** What became of a try to send. A failure names no address: it is kept, shown and logged. */
export type Sent =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly failure: string;
      /** refused: trying again would change nothing */
      readonly isFinal: boolean;
      /** it says nothing about the endpoint, which takes other messages */
      readonly isOnlyThis: boolean;
      /** the other side asks to be left alone for so long, milliseconds; null: it does not */
      readonly retryAfterMs: number | null;
      /** it takes messages, but no more of them now: that is no failure of the endpoint */
      readonly isBusy: boolean;
      /** there is nobody any more behind the address: its way is taken away */
      readonly isGone?: true;
    };

export type Failed = Extract<Sent, { readonly ok: false }>;
type More = Partial<Omit<Failed, 'ok' | 'failure'>>;

export const failed = (failure: string, more: More = {}): Sent => ({
  ok: false,
  failure,
  isFinal: more.isFinal ?? false,
  isOnlyThis: more.isOnlyThis ?? false,
  retryAfterMs: more.retryAfterMs ?? null,
  isBusy: more.isBusy ?? false,
  ...(more.isGone === true && { isGone: true }),
});

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
    };

export const failed = (failure: string, more: { readonly isFinal?: boolean; readonly isOnlyThis?: boolean } = {}): Sent => ({
  ok: false,
  failure,
  isFinal: more.isFinal ?? false,
  isOnlyThis: more.isOnlyThis ?? false,
});

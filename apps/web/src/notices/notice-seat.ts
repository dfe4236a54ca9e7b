/** Whom the browser is for, as the page knows it that asks for notifications. */
export interface NoticeSeat {
  /** the page that the worker is registered for */
  readonly scope: '/me' | '/team';
  /** whom the browser is told as, in the words of a way (`rep:ana`, `manager:north`); null: nobody sits here, or it is not known yet */
  readonly listener: () => string | null;
  /** whether whoever sits here wants to be told, as this browser remembers */
  readonly isWanted: () => boolean;
  readonly want: (isWanted: boolean) => void;
}

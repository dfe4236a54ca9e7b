import type { LiveAlert } from '@leadclock/live-protocol/queue-lead.js';

/** What is told beside the page: an alert, in the page's language. */
export interface Notice {
  readonly alert: LiveAlert;
  readonly isAhead: boolean;
  readonly title: string;
  readonly body: string;
}

/** Who tells beside the page. */
export interface Teller {
  readonly tell: (notice: Notice) => void;
  /** nothing is to be told of that lead any more */
  readonly close: (lead: string) => void;
}

let teller: Teller | null = null;
const waiting: Notice[] = [];

/** He comes once the page is drawn; what has rung before is told by him then. */
export function tellBy(one: Teller): void {
  teller = one;
  for (const notice of waiting.splice(0)) one.tell(notice);
}

export function showNotice(notice: Notice): void {
  if (teller === null) waiting.push(notice);
  else teller.tell(notice);
}

export const closeNotice = (lead: string): void => teller?.close(lead);

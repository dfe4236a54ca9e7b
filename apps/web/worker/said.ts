/** What a notification says: as the server pushes it, or as a page that is not in sight asks for it. */
export interface Said {
  readonly alert_id: string;
  /** empty: somebody tries whether notifications come */
  readonly lead: string;
  readonly says: string;
  readonly title: string;
  readonly body: string;
  readonly language: string;
  /** who takes the lead with one press */
  readonly rep: string | null;
  /** null: the lead cannot be taken here */
  readonly claim: { readonly label: string; readonly assignment: { readonly source: string; readonly id: string } | null } | null;
  readonly open: string;
}

/** What a page tells the worker. `isSilent`: it has rung itself. */
export type ToWorker =
  | { readonly type: 'tell'; readonly said: Said; readonly isSilent: boolean }
  | { readonly type: 'close'; readonly lead: string }
  /** of no other leads is that rep (null: the manager) to be told any more */
  | { readonly type: 'standing'; readonly rep: string | null; readonly leads: readonly string[] }
  /** should its push service give this browser another subscription while no page is open; null: nobody is told here any more */
  | { readonly type: 'seat'; readonly seat: Seat | null };

/** Whom a browser is for, in the words of a way (`rep:ana`), and by which way it is told. */
export interface Seat {
  readonly for: string;
  readonly language: string;
  readonly way: string;
}

/** What the worker tells a page. `asks` is answered by its port, with a `PageAnswer`; `renewed`: the browser has another subscription. */
export type ToPage =
  | { readonly type: 'asks'; readonly rep: string | null; readonly lead: string }
  | { readonly type: 'open'; readonly lead: string }
  | { readonly type: 'renewed' };

/** `isShown`: the page is live, in sight, and shows what that rep is told; `isHeard`: it is live and rings for it. */
export interface PageAnswer {
  readonly isShown: boolean;
  readonly isHeard: boolean;
}

const member = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
const text = (value: unknown, name: string): string => {
  const found = member(value, name);
  return typeof found === 'string' ? found : '';
};

/** Reads what was kept of a seat; null: nobody is told here. */
export function readSeat(value: unknown): Seat | null {
  const seat = { for: text(value, 'for'), language: text(value, 'language'), way: text(value, 'way') };
  return seat.for === '' ? null : seat;
}

/** Reads what was pushed; what is left out is empty. null: it is nothing of ours. */
export function readSaid(value: unknown): Said | null {
  const [alert, title] = [text(value, 'alert_id'), text(value, 'title')];
  if (alert === '' || title === '') return null;
  const claim = member(value, 'claim');
  const assignment = member(claim, 'assignment');
  return {
    alert_id: alert,
    lead: text(value, 'lead'),
    says: text(value, 'says'),
    title,
    body: text(value, 'body'),
    language: text(value, 'language'),
    rep: text(value, 'rep') || null,
    claim:
      text(claim, 'label') === ''
        ? null
        : {
            label: text(claim, 'label'),
            assignment: text(assignment, 'id') === '' ? null : { source: text(assignment, 'source'), id: text(assignment, 'id') },
          },
    open: text(value, 'open'),
  };
}

/** That an alert is over takes the place of the alert. */
export const isOver = ({ says }: Pick<Said, 'says'>): boolean => says === 'retracted' || says === 'resolved';

/** One notification for a lead: what is said later of it takes the place of what was said before. */
export const tagOf = (lead: string): string => (lead === '' ? 'test' : `lead ${lead}`);

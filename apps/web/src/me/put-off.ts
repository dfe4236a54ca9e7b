import { instantIn, listIn, memberIn, textIn } from '../console/json.js';

/** How far an alert can be put off: until an instant, as of another, and what says so. */
export interface LimitTold {
  readonly until: number;
  readonly asOf: number;
  readonly by: string;
}

/** How far the open alerts of a lead can be put off, by their ids, as `GET /v1/leads/:lead/alerts` says; null: the alert is over. */
export function readLimits(body: unknown): ReadonlyMap<string, LimitTold | null> {
  const asOf = instantIn(body, 'as_of');
  return new Map(
    listIn(body, 'alerts').flatMap((alert): [string, LimitTold | null][] => {
      const id = textIn(alert, 'alert');
      const limit = memberIn(alert, 'snooze_limit');
      const [until, by] = [instantIn(limit, 'until'), textIn(limit, 'by')];
      if (id === null) return [];
      return [[id, until === null || asOf === null || by === null ? null : { until, asOf, by }]];
    }),
  );
}

const MINUTES = [1, 2, 5, 10, 15, 30, 60] as const;
/** The clock of a page can be ahead a little. */
const AHEAD_MS = 1_000;
/** These are counted from whenever somebody puts it off; the others are instants of the lead. */
const counted: readonly string[] = ['policy', 'call_back'];

/** Until when it can be put off now: what was asked a while ago is right all the same. */
export const limitNow = ({ until, asOf, by }: LimitTold, now: number): number => (counted.includes(by) ? now + until - asOf : until);

/** For how many seconds it can be put off: whole minutes up to the limit. */
export function secondsOffered(limit: LimitTold, now: number): readonly number[] {
  return MINUTES.map((minutes) => minutes * 60).filter((seconds) => now + seconds * 1_000 <= limitNow(limit, now) + AHEAD_MS);
}

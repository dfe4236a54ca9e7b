import { instantIn, listIn, memberIn, textIn } from '../console/json.js';

/** How far an alert can be put off: until an instant, and what says so. */
export interface LimitTold {
  readonly until: number;
  readonly by: string;
}

/** How far the open alerts of a lead can be put off, by their ids, as `GET /v1/leads/:lead/alerts` says; null: the alert is over. */
export const readLimits = (body: unknown): ReadonlyMap<string, LimitTold | null> =>
  new Map(
    listIn(body, 'alerts').flatMap((alert): [string, LimitTold | null][] => {
      const id = textIn(alert, 'alert');
      const limit = memberIn(alert, 'snooze_limit');
      const [until, by] = [instantIn(limit, 'until'), textIn(limit, 'by')];
      if (id === null) return [];
      return [[id, until === null || by === null ? null : { until, by }]];
    }),
  );

const MINUTES = [1, 2, 5, 10, 15, 30, 60] as const;
/** A limit that a policy sets is counted from now on: what was asked a while ago is right all the same. */
const PASSED_MS = 1_000;

/** For how many seconds it can be put off: whole minutes up to the limit. */
export function secondsOffered({ until }: LimitTold, now: number): readonly number[] {
  return MINUTES.map((minutes) => minutes * 60).filter((seconds) => now + seconds * 1_000 <= until + PASSED_MS);
}

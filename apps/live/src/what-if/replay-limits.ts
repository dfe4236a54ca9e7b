/** What replays over HTTP may take, so that whoever else lives on this process and its database has his turn. */
export interface ReplayLimits {
  /** at once */
  readonly replays: number;
  /** a whole replay, milliseconds */
  readonly replayMs: number;
  /** one of its questions to the database, milliseconds */
  readonly questionMs: number;
}

/** Those that hold here. LiveModule provides them. */
export const REPLAY_LIMITS = Symbol('replay limits');

export const replayLimits: ReplayLimits = { replays: 2, replayMs: 60_000, questionMs: 20_000 };

/** Why a replay was stopped, and what to do. */
export const tookTooLong = (what: string, limitMs: number): string =>
  `${what} takes more than ${limitMs / 1000} s; ask for a shorter period, or use leadclock what-if, which takes as long as it needs`;

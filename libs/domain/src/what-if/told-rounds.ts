import type { RoundState } from '../alerts/next-round.js';
import { nextRoundSnoozed, type ToldRound } from '../alerts/next-round-snoozed.js';
import { quietUntil } from '../alerts/quiet-hours.js';
import { snoozeLimit } from '../alerts/snooze-limit.js';
import type { RaisedThen, ToldAlert } from './alerts-told.js';
import type { KnownLeads, StandingDeadline } from './leads-known.js';
import type { SnoozeSaid } from './snoozes-said.js';

/** An alert that would have been raised. */
export interface ReplayedAlert extends ToldAlert {
  /** id of the policy whose step it is; null: the default */
  readonly policy: string | null;
}

/** A round that was raised in the replay. */
export interface Round extends ToldRound {
  readonly key: string;
  readonly deadline: StandingDeadline;
  readonly round: number;
  told: ReplayedAlert;
  /** the alert that was raised then, where there was one */
  readonly then: RaisedThen | null;
  state: RoundState;
  snoozedUntil: number | null;
}

/** A round that is to come, if nothing is recorded before. */
export interface ToCome {
  readonly deadline: StandingDeadline;
  readonly round: number;
  readonly due: number;
  /** when it is raised */
  readonly at: number;
  /** its step does something with the lead: the first time it comes */
  readonly acts: boolean;
}

/** The rounds that a replay has told of, and those that come after them. */
export class ToldRounds {
  readonly all: Round[] = [];

  /** Which round of a deadline comes next, of what is known since `at`, epoch ms; null: none. */
  next(deadline: StandingDeadline, at: number): ToCome | null {
    const { key, dueAt, said } = deadline;
    const firstDue = toldAt(deadline, dueAt);
    const told = this.all.filter((round) => round.key === key);
    const next = nextRoundSnoozed(told, firstDue, said.repeat);
    if (next === null) return null;
    const due = toldAt(deadline, next.dueAt);
    return {
      deadline,
      round: next.round,
      due,
      at: toldAt(deadline, Math.max(due, at)),
      acts: said.action !== null && due <= firstDue,
    };
  }

  /**
   * Somebody put off an alert that the replay has met; one that it does not come to cannot be. By a policy that is only tried it is put off no longer
   * than that lets it be.
   */
  putOff({ alert, recorded, until }: SnoozeSaid, known: KnownLeads, isTried: (policy: string) => boolean): void {
    const round = this.all.find(({ then }) => then?.alert === alert);
    if (round === undefined || round.state !== 'open') return;
    const { policy, step } = round.told;
    const state = known.standing.find(({ key }) => key === round.key)?.state;
    const limit =
      policy === null || !isTried(policy) || state === undefined ? null : snoozeLimit(state, known.configuration, step, recorded);
    const end = Math.min(until, limit?.until ?? until);
    if (end > recorded) round.snoozedUntil = end;
  }
}

const toldAt = ({ said: { quiet, zone } }: StandingDeadline, at: number): number => quietUntil(quiet, zone, at);

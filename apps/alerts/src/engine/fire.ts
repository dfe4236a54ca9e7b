import { ladderEventId } from '@leadclock/domain/alerts/ladder-event-id.js';
import { nextRoundSnoozed } from '@leadclock/domain/alerts/next-round-snoozed.js';
import { alertIdOf } from '@leadclock/domain/alerts/rounds.js';
import type { Configuration } from '@leadclock/domain/configuration/configuration.js';
import { compareUtf8 } from '@leadclock/domain/events/order.js';
import { CALL_BACK } from '@leadclock/domain/lead/call-back.js';
import { type RaisedAlert, type Raising, raiseAlerts } from '@leadclock/read-model/outside/alert.table.js';
import { holdRota, putTurns } from '@leadclock/read-model/outside/rota.table.js';
import { type DueDeadline, dueDeadlines } from '@leadclock/read-model/queries/deadlines.query.js';
import { leadsOnTheirWay } from '@leadclock/read-model/queries/on-its-way.query.js';
import type { CurrentSet } from '@leadclock/read-model/sets/current-set.js';
import type { DataSource, EntityManager } from 'typeorm';
import { alertRecord } from './alert-event.js';
import { roundsTold, toldBy } from './alert-name.js';
import { closeClaims, type GivenOn, OwnedMeanwhile } from './close-claims.js';
import { doStep } from './do-step.js';
import { ladderRecord } from './ladder-event.js';
import { MOST_BEHIND_MS } from './lag.js';
import { type Rung, rungOf, toldAt } from './rung.js';
import { StandingRota } from './standing-rota.js';
import { whomTold } from './whom.js';

export interface FireParts {
  readonly dataSource: DataSource;
  /** of the events */
  readonly topic: string;
  readonly set: CurrentSet;
  /** epoch ms */
  readonly now: number;
  /** for how long events of a partition have waited for the projector, milliseconds */
  readonly behind: (partition: number) => number;
  /** that the deadlines were made under; asked only when one is of no default policy, or a promised call */
  readonly configuration: () => Promise<Configuration>;
}

export interface Fired {
  readonly raised: readonly RaisedAlert[];
  /** deadlines that are to ring again, and when (epoch ms) */
  readonly later: ReadonlyMap<number, number>;
  /** some of these wait for what is not read yet */
  readonly waits: boolean;
}

/** Nobody could be told of a deadline now: when to try again. Many of them came with a catch-up or an import, which takes its time. */
const laterMs = (deadlines: number): number => (deadlines > fewDeadlines ? 1_000 : 100);
const fewDeadlines = 50;

/** A round of a step that is told now. */
interface Round {
  readonly rung: Rung;
  readonly round: number;
  readonly dueAt: number;
}

/**
 * Raises the alerts of deadlines that have come, each with its event and what its step does: all processes may try, the alert's key lets one. A deadline
 * that has gone meanwhile tells nobody: what is read first only says whom and when, `raiseAlerts` holds the deadline. One that was written after its time
 * waits until its partition is no longer behind: what takes its reason away may stand in the log already.
 */
export async function fire(parts: FireParts, numbers: readonly number[]): Promise<Fired> {
  const { dataSource, set, now } = parts;
  const due = await dueDeadlines(dataSource.manager, set, numbers);
  const configuration = due.some(needsConfiguration) ? await parts.configuration() : null;
  const firing = new Firing(parts, configuration);
  const come: Round[] = [];
  for (const deadline of due) {
    const rung = rungOf(deadline, deadline.policy === 'default' ? null : configuration);
    if (mustWait(rung, parts)) firing.wait(deadline.id, laterMs(due.length));
    else if (toldAt(rung, now) > now) firing.later.set(deadline.id, toldAt(rung, now));
    else come.push({ rung, round: 1, dueAt: toldAt(rung, deadline.dueAt) });
  }
  const [acting, telling] = [come.filter(({ rung }) => rung.action !== null), come.filter(({ rung }) => rung.action === null)];
  const first = await firing.raise(dataSource.manager, telling);
  // few were told of before: only these are asked for their rounds
  const again = telling.filter(({ rung }) => !first.has(rung));
  if (again.length > 0) await firing.raise(dataSource.manager, await firing.roundsNow(dataSource.manager, again));
  if (acting.length > 0 && configuration !== null) await firing.act(acting, configuration);
  return { raised: firing.raised, later: firing.later, waits: firing.waits };
}

/** What takes the reason of a step away, or turns its lead's owner over, may not have been read yet. */
function mustWait({ deadline: { dueAt, wasPast, partition }, action }: Rung, { now, behind }: FireParts): boolean {
  return dueAt > now || ((wasPast || action !== null) && behind(partition) >= MOST_BEHIND_MS);
}

/** Of a promised call it says whether who promised it is still there. */
const needsConfiguration = ({ policy, step }: DueDeadline): boolean => policy !== 'default' || step === CALL_BACK;

/** Who has waited longest is given on first. */
const byTurn = (a: Round, b: Round): number => a.dueAt - b.dueAt || compareUtf8(a.rung.deadline.lead, b.rung.deadline.lead);

class Firing {
  readonly raised: RaisedAlert[] = [];
  readonly later = new Map<number, number>();
  waits = false;

  constructor(
    private readonly parts: FireParts,
    private readonly configuration: Configuration | null,
  ) {}

  /** Nobody is told of a deadline now, as it is not known yet whether its reason stands. */
  wait(deadline: number, ms: number): void {
    this.later.set(deadline, this.parts.now + ms);
    this.waits = true;
  }

  /** Raises these rounds, and says when those that repeat ring next. Answers those that nobody had raised. */
  async raise(em: EntityManager, rounds: readonly Round[], recordsOf: (round: Round, alert: RaisedAlert) => Raising['records'] = () => []) {
    const { set, topic, now } = this.parts;
    const whom = await whomTold(
      { em, set },
      rounds.map(({ rung }) => rung),
      this.configuration,
      now,
    );
    const raisings = rounds.map((round) => {
      const alert = this.alertOf(round, whom.get(round.rung) ?? null);
      return {
        round,
        deadline: round.rung.deadline.id,
        alert,
        records: [alertRecord(topic, 'raised', alert, now), ...recordsOf(round, alert)],
      };
    });
    const fresh = await raiseAlerts(em, set, raisings);
    const done = new Set<Rung>();
    for (const { round, alert } of raisings) {
      if (!fresh.has(alert.id)) continue;
      this.raised.push(alert);
      done.add(round.rung);
      const { rung, dueAt } = round;
      if (rung.repeat !== null) this.later.set(rung.deadline.id, toldAt(rung, dueAt + rung.repeat.everyMs));
    }
    return done;
  }

  /** Of deadlines whose first round was raised the rounds that are to be told now; the others are told later, or never. */
  async roundsNow(em: EntityManager, rounds: readonly Round[]): Promise<readonly Round[]> {
    const told = await roundsTold(em, new Map(rounds.map(({ rung }) => [rung.deadline, rung.repeat])));
    return rounds.flatMap(({ rung, dueAt }) => {
      const next = nextRoundSnoozed(told.get(rung.deadline) ?? [], dueAt, rung.repeat);
      if (next === null) return [];
      const at = toldAt(rung, next.dueAt);
      if (at <= this.parts.now) return [{ rung, round: next.round, dueAt: at }];
      this.later.set(rung.deadline.id, at);
      return [];
    });
  }

  /** Steps that do something: one process at a time, so that a rota's turns are taken one after the other; and none while its lead is on the move. */
  async act(rounds: readonly Round[], configuration: Configuration): Promise<void> {
    const acting = new Firing(this.parts, this.configuration);
    try {
      await this.parts.dataSource.transaction((em) => acting.actIn(em, rounds, configuration));
    } catch (error) {
      if (!(error instanceof OwnedMeanwhile)) throw error;
      for (const { rung } of rounds) this.wait(rung.deadline.id, laterMs(rounds.length));
      return;
    }
    this.raised.push(...acting.raised);
    for (const [deadline, at] of acting.later) this.later.set(deadline, at);
    this.waits ||= acting.waits;
  }

  private async actIn(em: EntityManager, rounds: readonly Round[], configuration: Configuration): Promise<void> {
    const { set, topic, now } = this.parts;
    await holdRota(em);
    const moving = await leadsOnTheirWay(
      em,
      set.name,
      rounds.map(({ rung }) => rung.deadline.lead),
    );
    for (const { rung } of rounds) if (moving.has(rung.deadline.lead)) this.wait(rung.deadline.id, laterMs(rounds.length));
    const still = await this.roundsNow(
      em,
      rounds.filter(({ rung }) => !moving.has(rung.deadline.lead)),
    );
    if (still.length === 0) return;
    const rota = await StandingRota.read({ em, set }, configuration, now);
    const given = new Map<Rung, GivenOn>();
    const raised = await this.raise(em, still.toSorted(byTurn), ({ rung, dueAt }, alert) => {
      // a repeat only tells again
      const events = dueAt > toldAt(rung, rung.deadline.dueAt) ? [] : doStep(rung, rota);
      if (events.some(({ type }) => type === 'lead.assigned'))
        given.set(rung, { lead: alert.lead, event: ladderEventId(alert.id, 'lead.assigned') });
      return events.map((event) => ladderRecord(topic, alert.id, event, now));
    });
    await closeClaims(
      { em, set },
      [...given].flatMap(([rung, on]) => (raised.has(rung) ? [on] : [])),
      now,
    );
    await putTurns(em, rota.turns);
  }

  private alertOf({ rung: { deadline }, round, dueAt }: Round, rep: string | null): RaisedAlert {
    const { lead, step, partition } = deadline;
    const { now, behind } = this.parts;
    const id = alertIdOf(lead, toldBy(deadline), round);
    return { id, lead, step, dueAt, raisedAt: now, rep, unconfirmed: behind(partition) > MOST_BEHIND_MS };
  }
}

import { ladderEventId } from '@leadclock/domain/alerts/ladder-event-id.js';
import { alertIdOf } from '@leadclock/domain/alerts/rounds.js';
import type { Configuration } from '@leadclock/domain/configuration/configuration.js';
import { compareUtf8 } from '@leadclock/domain/events/order.js';
import { type RaisedAlert, raiseAlerts } from '@leadclock/read-model/outside/alert.table.js';
import { holdRota, putTurns } from '@leadclock/read-model/outside/rota.table.js';
import { dueDeadlines } from '@leadclock/read-model/queries/deadlines.query.js';
import { leadsOnTheirWay } from '@leadclock/read-model/queries/on-its-way.query.js';
import { roundsTold, toldBy } from '@leadclock/read-model/queries/rounds-told.query.js';
import { nextOf, type Rung, rungOf, toldAt } from '@leadclock/read-model/queries/rung.js';
import { alsoNewOwner, whomTold } from '@leadclock/read-model/queries/whom-told.query.js';
import type { CurrentSet } from '@leadclock/read-model/sets/current-set.js';
import type { DataSource, EntityManager } from 'typeorm';
import { alertRecord } from './alert-event.js';
import { closeClaims, type GivenOn, OwnedMeanwhile } from './close-claims.js';
import { doStep } from './do-step.js';
import { type LadderEvent, ladderRecord, newOwnerIn, ownersBy } from './ladder-event.js';
import { MOST_BEHIND_MS } from './lag.js';
import { StandingRota } from './standing-rota.js';

export interface FireParts {
  readonly dataSource: DataSource;
  /** of the events */
  readonly topic: string;
  readonly set: CurrentSet;
  /** epoch ms */
  readonly now: number;
  /** for how long events of a partition have waited for the projector, milliseconds */
  readonly behind: (partition: number) => number;
  /** that the deadlines were made under */
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
const laterMs = (deadlines: number): number => (deadlines > fewDeadlines ? 1_000 : 50);
const fewDeadlines = 50;

/** A round of a step that is told now. */
interface Round {
  readonly rung: Rung;
  readonly round: number;
  readonly dueAt: number;
  readonly acts: boolean;
}

/**
 * Raises the alerts of deadlines that have come, each with its event and what its step does: all processes may try, the alert's key lets one. A deadline
 * that has gone meanwhile tells nobody: what is read first only says whom and when, `raiseAlerts` holds the deadline. One that was written after its time
 * waits until its partition is no longer behind: what takes its reason away may stand in the log already.
 */
export async function fire(parts: FireParts, numbers: readonly number[]): Promise<Fired> {
  const { dataSource, set, now } = parts;
  const due = await dueDeadlines(dataSource.manager, set, numbers);
  if (due.length === 0) return { raised: [], later: new Map(), waits: false };
  const configuration = await parts.configuration();
  const firing = new Firing(parts, configuration);
  const come: Round[] = [];
  for (const deadline of due) {
    const rung = rungOf(deadline, configuration);
    if (mustWait(rung, parts)) firing.wait(deadline.id, laterMs(due.length));
    else if (toldAt(rung, now) > now) firing.later.set(deadline.id, toldAt(rung, now));
    else come.push({ rung, round: 1, dueAt: toldAt(rung, deadline.dueAt), acts: true });
  }
  const [acting, telling] = [come.filter(({ rung }) => rung.action !== null), come.filter(({ rung }) => rung.action === null)];
  const first = await firing.raise(dataSource.manager, telling);
  // few were told of before: only these are asked for their rounds
  const again = telling.filter(({ rung }) => !first.has(rung));
  if (again.length > 0) await firing.raise(dataSource.manager, await firing.roundsNow(dataSource.manager, again));
  if (acting.length > 0) await firing.act(acting);
  return { raised: firing.raised, later: firing.later, waits: firing.waits };
}

/** What takes the reason of a step away, or turns its lead's owner over, may not have been read yet. */
function mustWait({ deadline: { dueAt, wasPast, partition }, action }: Rung, { now, behind }: FireParts): boolean {
  return dueAt > now || ((wasPast || action !== null) && behind(partition) >= MOST_BEHIND_MS);
}

/** An alert that was raised now, and what its step has done. */
interface Raised {
  readonly alert: RaisedAlert;
  readonly events: readonly LadderEvent[];
}

/** Who has waited longest is given on first. */
const byTurn = (a: Round, b: Round): number => a.dueAt - b.dueAt || compareUtf8(a.rung.deadline.lead, b.rung.deadline.lead);

/**
 * By turn, one of each lead. Two steps that come together, after an outage, act one after the other, the later a millisecond later and on the owner that the
 * earlier has given the lead to: at one instant nothing would say which of their assignments is the last.
 */
function firstOfEachLead(rounds: readonly Round[]): ReadonlyMap<string, Round> {
  const first = new Map<string, Round>();
  for (const round of rounds.toSorted(byTurn)) if (!first.has(round.rung.deadline.lead)) first.set(round.rung.deadline.lead, round);
  return first;
}

function withOwner(round: Round, given: ReadonlyMap<string, GivenOn>): Round {
  const { rung } = round;
  const on = given.get(rung.deadline.lead);
  return on === undefined ? round : { ...round, rung: { ...rung, deadline: { ...rung.deadline, owner: on.owner } } };
}

class Firing {
  readonly raised: RaisedAlert[] = [];
  readonly later = new Map<number, number>();
  waits = false;

  constructor(
    private readonly parts: FireParts,
    private readonly configuration: Configuration,
  ) {}

  /** Nobody is told of a deadline now, as it is not known yet whether its reason stands. */
  wait(deadline: number, ms: number): void {
    this.later.set(deadline, this.parts.now + ms);
    this.waits = true;
  }

  /**
   * Raises these rounds, each with what its step does, at an instant, and says when those that repeat ring next. Answers those that nobody had raised.
   */
  async raise(em: EntityManager, rounds: readonly Round[], does: (round: Round) => readonly LadderEvent[] = () => [], at = this.parts.now) {
    const { set, topic, now } = this.parts;
    const whom = await whomTold(
      { em, set },
      rounds.map(({ rung }) => rung),
      this.configuration,
      now,
    );
    const raisings = rounds.map((round) => {
      const events = does(round);
      const alert = this.alertOf(round, alsoNewOwner(whom.get(round.rung) ?? null, newOwnerIn(events)));
      const records = [alertRecord(topic, 'raised', alert, now), ...events.map((event) => ladderRecord(topic, alert.id, event, at))];
      const { id, owner } = round.rung.deadline;
      return { round, deadline: id, alert, owners: ownersBy(events, owner), events, records };
    });
    const fresh = await raiseAlerts(em, set, raisings);
    const done = new Map<Rung, Raised>();
    for (const { round, alert, events } of raisings) {
      const { rung, dueAt } = round;
      const { deadline, repeat } = rung;
      if (!fresh.has(alert.id)) {
        // it may be about to go, or another process has told it, which may not live until the next round: it is looked at again
        this.later.set(deadline.id, now + laterMs(1));
        continue;
      }
      if (repeat === null) this.later.delete(deadline.id);
      else this.later.set(deadline.id, toldAt(rung, dueAt + repeat.everyMs));
      this.raised.push(alert);
      done.set(rung, { alert, events });
    }
    return done;
  }

  /** Of deadlines whose first round was raised the rounds that are to be told now; the others are told later, or never. */
  async roundsNow(em: EntityManager, rounds: readonly Round[]): Promise<readonly Round[]> {
    const told = await roundsTold(em, new Map(rounds.map(({ rung }) => [rung.deadline, rung.repeat])));
    return rounds.flatMap(({ rung }) => {
      const next = nextOf(rung, told.get(rung.deadline) ?? []);
      this.later.delete(rung.deadline.id);
      if (next === null) return [];
      if (next.dueAt <= this.parts.now) return [{ rung, ...next }];
      this.later.set(rung.deadline.id, next.dueAt);
      return [];
    });
  }

  /** Steps that do something: one process at a time, so that a rota's turns are taken one after the other; and none while its lead is on the move. */
  async act(rounds: readonly Round[]): Promise<void> {
    const acting = new Firing(this.parts, this.configuration);
    try {
      await this.parts.dataSource.transaction((em) => acting.actIn(em, rounds));
    } catch (error) {
      if (!(error instanceof OwnedMeanwhile)) throw error;
      for (const { rung } of rounds) this.wait(rung.deadline.id, laterMs(rounds.length));
      return;
    }
    this.raised.push(...acting.raised);
    for (const [deadline, at] of acting.later) this.later.set(deadline, at);
    this.waits ||= acting.waits;
  }

  private async actIn(em: EntityManager, rounds: readonly Round[]): Promise<void> {
    const { set, now } = this.parts;
    await holdRota(em);
    const moving = await leadsOnTheirWay(
      em,
      set.name,
      rounds.map(({ rung }) => rung.deadline.lead),
    );
    for (const { rung } of rounds) if (moving.has(rung.deadline.lead)) this.wait(rung.deadline.id, laterMs(rounds.length));
    let left = await this.roundsNow(
      em,
      rounds.filter(({ rung }) => !moving.has(rung.deadline.lead)),
    );
    if (left.length === 0) return;
    const rota = await StandingRota.read({ em, set }, this.configuration, now);
    const given = new Map<string, GivenOn>();
    for (let at = now; left.length > 0; at++) {
      const first = firstOfEachLead(left);
      left = left.filter((round) => first.get(round.rung.deadline.lead) !== round);
      const turn = [...first.values()].map((round) => withOwner(round, given));
      const fresh = await this.actOnce(em, turn, rota, at);
      await closeClaims({ em, set }, fresh, given, at);
      for (const on of fresh) given.set(on.lead, on);
    }
    await putTurns(em, rota.turns);
  }

  /** Raises the alerts of steps and does what they say at an instant. Answers the leads that were given on. */
  private async actOnce(em: EntityManager, rounds: readonly Round[], rota: StandingRota, at: number): Promise<readonly GivenOn[]> {
    const does = ({ rung, acts }: Round) => (acts ? doStep(rung, rota) : []);
    const raised = await this.raise(em, rounds, does, at);
    return [...raised.values()].flatMap(({ alert: { id, lead }, events }) =>
      events.flatMap(({ type, data }) => (type === 'lead.assigned' ? [{ lead, owner: data.owner, event: ladderEventId(id, type) }] : [])),
    );
  }

  private alertOf({ rung: { deadline }, round, dueAt }: Round, rep: string | null): RaisedAlert {
    const { lead, step, partition } = deadline;
    const { now, behind } = this.parts;
    const id = alertIdOf(lead, toldBy(deadline), round);
    return { id, lead, step, dueAt, raisedAt: now, rep, unconfirmed: behind(partition) > MOST_BEHIND_MS };
  }
}

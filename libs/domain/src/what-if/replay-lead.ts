import { audienceOrManager, withNewOwner } from '../alerts/audience.js';
import { callerOf } from '../alerts/caller.js';
import { hasLeft } from '../alerts/has-left.js';
import { ALERTS_SOURCE, ladderEventId } from '../alerts/ladder-event-id.js';
import type { RoundState } from '../alerts/next-round.js';
import { alertIdOf } from '../alerts/rounds.js';
import { stoodWhenDue } from '../alerts/stood-when-due.js';
import type { LeadclockEvent } from '../events/event.js';
import { teamOf } from '../lead/summary.js';
import { alertsTold, type RaisedThen } from './alerts-told.js';
import type { ConfigurationHistory } from './configuration-history.js';
import { KnownLeads, type StandingDeadline } from './leads-known.js';
import type { ReplayedRota, TurnAsked } from './replayed-rota.js';
import { type SnoozeSaid, snoozesSaid } from './snoozes-said.js';
import { type ReplayedAlert, type Round, type ToCome, ToldRounds } from './told-rounds.js';
import { whoGetsIt } from './who-gets-it.js';

/** A deadline that was older when it became known rings nobody: it came with history (docs/decisions/alerts.md). */
const oldMs = 3_600_000;

/** A replay that asks whose turn it is where a step gives the lead on that gave it to nobody then; it is answered by a rep's id, null: nobody's. */
export type Replaying = Generator<TurnAsked, readonly ReplayedAlert[], string | null>;

/**
 * The alerts of a lead as they would have been raised, had events and configuration been read the instant they were recorded: each at its time, if what
 * was recorded by then left its reason standing. `events`: every version of every event of the lead and of all that are tied to it by merges. Of those
 * of alerts only who put one off counts, if the replay raises it too; and what a step did with the lead is done again if the replay raises its alert, and left
 * out if not: `rota` hears of both. Up to `until`, epoch ms.
 */
export function replayLead(events: readonly LeadclockEvent[], history: ConfigurationHistory, until: number, rota: ReplayedRota): Replaying {
  return new LeadReplay(events, history, until, rota).run();
}

class LeadReplay {
  private readonly events: readonly LeadclockEvent[];
  /** of what happened those that the replay has not met again yet */
  private readonly unmet: RaisedThen[];
  /** those that are not known yet, by when they were recorded */
  private readonly snoozes: SnoozeSaid[];
  /** ids of events by which steps did something that the replay has met again */
  private readonly doneAgain = new Set<string>();
  private readonly doneAnew: LeadclockEvent[] = [];
  private readonly rounds = new ToldRounds();
  /** since when a deadline of a key has stood at its instant */
  private writtenAt = new Map<string, number>();
  private known: KnownLeads;

  constructor(
    events: readonly LeadclockEvent[],
    private readonly history: ConfigurationHistory,
    private readonly until: number,
    private readonly rota: ReplayedRota,
  ) {
    this.events = events.filter(({ type }) => !type.startsWith('alert.')).toSorted((a, b) => a.recordedTime - b.recordedTime);
    this.unmet = [...alertsTold(events)];
    this.snoozes = [...snoozesSaid(events)];
    for (const { alert } of this.unmet) rota.expect(alert);
    this.known = new KnownLeads([], history.at(Number.NEGATIVE_INFINITY));
  }

  *run(): Replaying {
    const first = Math.min(...this.events.map(({ recordedTime }) => recordedTime));
    for (let at = first; at <= this.until; ) {
      this.learn(at);
      const next = this.nextRecordedAfter(at);
      at = (yield* this.ring(at, Math.min(next, this.until + 1))) ?? next;
    }
    return this.rounds.all.map(({ told }) => told);
  }

  /** Takes in what was recorded by an instant, and ends what has lost its reason. */
  private learn(at: number): void {
    const told = this.events.filter((event) => event.recordedTime <= at && this.isSo(event));
    this.known = new KnownLeads([...told, ...this.doneAnew], this.history.at(at), this.known);
    const before = this.writtenAt;
    this.writtenAt = new Map(this.known.standing.map((deadline) => [written(deadline), before.get(written(deadline)) ?? at]));
    for (const round of this.rounds.all) if (round.state === 'open') round.state = this.stateOf(round, at);
    for (let snooze = this.snoozes[0]; snooze !== undefined && snooze.recorded <= at; snooze = this.snoozes[0]) {
      this.rounds.putOff(snooze, this.known, (policy) => this.history.isTried(policy));
      this.snoozes.shift();
    }
  }

  private stateOf({ key, deadline, round, told: { lead, due } }: Round, at: number): RoundState {
    if (this.known.standing.some((other) => other.key === key && other.dueAt <= at)) return 'open';
    const id = alertIdOf(lead, deadline, round);
    return stoodWhenDue(lead, this.known.eventsOf(lead), this.known.configuration, { id, dueAt: due }) ? 'resolved' : 'retracted';
  }

  /** What a step did is so only if it does it in the replay too. */
  private isSo({ type, source, id }: LeadclockEvent): boolean {
    return type !== 'lead.assigned' || source !== ALERTS_SOURCE || this.doneAgain.has(id);
  }

  private nextRecordedAfter(at: number): number {
    let next = this.snoozes[0]?.recorded ?? Number.POSITIVE_INFINITY;
    for (const { recordedTime } of this.events) if (recordedTime > at && recordedTime < next) next = recordedTime;
    const configured = !this.known.areOpen ? undefined : this.history.instants.find((instant) => instant > at);
    return Math.min(next, configured ?? next);
  }

  /** Raises what comes before `end`, in its order; answers the instant at which a step has done something with the lead, else null. */
  private *ring(at: number, end: number): Generator<TurnAsked, number | null, string | null> {
    for (;;) {
      const [next] = this.known.standing
        .flatMap((deadline) => this.toCome(deadline, at) ?? [])
        .filter((round) => round.at < end)
        .toSorted((a, b) => a.at - b.at || Number(a.acts) - Number(b.acts));
      if (next === undefined) return null;
      const told = this.raise(next);
      if (!next.acts) continue;
      const { then } = told;
      if (then !== null) this.doneAgain.add(ladderEventId(then.alert, 'lead.assigned'));
      const owner = then === null ? yield* this.do(next) : this.givenBy(then);
      told.told = { ...told.told, to: withNewOwner(told.told.to, owner) };
      return next.at;
    }
  }

  private toCome(deadline: StandingDeadline, at: number): ToCome | null {
    const since = this.writtenAt.get(written(deadline)) ?? at;
    return deadline.dueAt <= since - oldMs ? null : this.rounds.next(deadline, at);
  }

  /** Raises it, as the alert of what happened that it is, if there is one. */
  private raise({ deadline, round, due, at }: ToCome): Round {
    const { state, step, key, said } = deadline;
    const { owner, team } = this.around(deadline);
    const claimant = state.claim?.by ?? null;
    const { configuration } = this.known;
    const caller = callerOf(state, configuration, at);
    const to = audienceOrManager(said.notify, { owner, claimant, caller, team, hasLeft: (rep) => hasLeft(configuration, rep, at) });
    const told = { lead: state.subject, step, policy: said.policyId, due, raised: at, to };
    const met = this.unmet.findIndex((alert) => alert.lead === told.lead && alert.step === step && alert.due === due);
    const [then = null] = met < 0 ? [] : this.unmet.splice(met, 1);
    if (then !== null) this.rota.met(then.alert);
    const raised: Round = { key, deadline, round, dueAt: due, told, then, state: 'open', snoozedUntil: null };
    this.rounds.all.push(raised);
    return raised;
  }

  /** To whom the step of an alert gave the lead then; null: to nobody. */
  private givenBy({ alert }: RaisedThen): string | null {
    const id = ladderEventId(alert, 'lead.assigned');
    for (const event of this.events)
      if (event.id === id && event.source === ALERTS_SOURCE && event.type === 'lead.assigned') return event.data.owner;
    return null;
  }

  private around({ state }: StandingDeadline) {
    const owner = state.owners.at(-1)?.owner ?? null;
    return { owner, team: teamOf(state, this.known.configuration, owner) };
  }

  /** What a step does with the lead that only the replay comes to. Answers to whom it gives it; null: to nobody. */
  private *do({ deadline, round, at }: ToCome): Generator<TurnAsked, string | null, string | null> {
    const { state, step, said } = deadline;
    const { owner, team } = this.around(deadline);
    const goes = whoGetsIt(said.action, owner, team, this.known.configuration, at);
    if (goes === null) return null;
    const given = goes === 'pool' ? null : yield { lead: state.subject, team: goes.team, except: owner, at };
    if (given === null && goes !== 'pool') return null;
    this.doneAnew.push({
      id: ladderEventId(alertIdOf(state.subject, deadline, round), 'lead.assigned'),
      source: ALERTS_SOURCE,
      subject: state.subject,
      type: 'lead.assigned',
      time: at,
      recordedTime: at,
      historical: false,
      data: { owner: given, by: `rule:${said.policyId ?? 'default'}/${step}`.slice(0, 200) },
    });
    return given;
  }
}

/** A deadline that moves is another one. */
const written = ({ key, dueAt }: StandingDeadline): string => `${key}\u0000${dueAt}`;

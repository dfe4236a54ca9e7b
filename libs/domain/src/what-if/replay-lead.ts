import { audienceOrManager } from '../alerts/audience.js';
import { callerOf } from '../alerts/caller.js';
import { ALERTS_SOURCE, ladderEventId } from '../alerts/ladder-event-id.js';
import { nextRound, type RoundState } from '../alerts/next-round.js';
import { quietUntil } from '../alerts/quiet-hours.js';
import { alertIdOf } from '../alerts/rounds.js';
import { stoodWhenDue } from '../alerts/stood-when-due.js';
import type { Configuration } from '../configuration/configuration.js';
import type { LeadclockEvent } from '../events/event.js';
import { teamOf } from '../lead/summary.js';
import { alertsTold, type RaisedThen, type ToldAlert } from './alerts-told.js';
import type { ConfigurationHistory } from './configuration-history.js';
import { KnownLeads, type StandingDeadline } from './leads-known.js';
import { whoGetsIt } from './who-gets-it.js';

/** An alert that would have been raised. */
export interface ReplayedAlert extends ToldAlert {
  /** id of the policy whose step it is; null: the default */
  readonly policy: string | null;
}

/** A round that was raised in the replay. */
interface Round {
  readonly key: string;
  readonly deadline: StandingDeadline;
  readonly round: number;
  readonly told: ReplayedAlert;
  state: RoundState;
}

/** A round that is to come, if nothing is recorded before. */
interface ToCome {
  readonly deadline: StandingDeadline;
  readonly round: number;
  readonly due: number;
  /** when it is raised */
  readonly at: number;
  readonly acts: boolean;
}

/** A deadline that was older when it became known rings nobody: it came with history (docs/decisions/alerts.md). */
const oldMs = 3_600_000;

/**
 * The alerts of a lead as they would have been raised, had events and configuration been read the instant they were recorded: each at its time, if what
 * was recorded by then left its reason standing. `events`: every version of every event of the lead and of all that are tied to it by merges; those of
 * alerts are passed over, but that what a step did with the lead is done again if the replay raises its alert, and left out if not. Up to `until`, epoch ms.
 */
export function replayLead(events: readonly LeadclockEvent[], history: ConfigurationHistory, until: number): readonly ReplayedAlert[] {
  return new LeadReplay(events, history, until).run();
}

class LeadReplay {
  private readonly events: readonly LeadclockEvent[];
  /** of what happened those that the replay has not met again yet */
  private readonly unmet: RaisedThen[];
  /** ids of events by which steps did something that the replay has met again */
  private readonly doneAgain = new Set<string>();
  private readonly doneAnew: LeadclockEvent[] = [];
  private readonly rounds: Round[] = [];
  /** since when a deadline of a key has stood at its instant */
  private writtenAt = new Map<string, number>();
  private known: KnownLeads;

  constructor(
    events: readonly LeadclockEvent[],
    private readonly history: ConfigurationHistory,
    private readonly until: number,
  ) {
    this.events = events.filter(({ type }) => !type.startsWith('alert.')).toSorted((a, b) => a.recordedTime - b.recordedTime);
    this.unmet = [...alertsTold(events)];
    this.known = new KnownLeads([], history.at(Number.NEGATIVE_INFINITY));
  }

  run(): readonly ReplayedAlert[] {
    const first = Math.min(...this.events.map(({ recordedTime }) => recordedTime));
    for (let at = first; at <= this.until; ) {
      this.learn(at);
      const next = this.nextRecordedAfter(at);
      at = this.ring(at, Math.min(next, this.until + 1)) ?? next;
    }
    return this.rounds.map(({ told }) => told);
  }

  /** Takes in what was recorded by an instant, and ends what has lost its reason. */
  private learn(at: number): void {
    const told = this.events.filter((event) => event.recordedTime <= at && this.isSo(event));
    this.known = new KnownLeads([...told, ...this.doneAnew], this.history.at(at), this.known);
    const before = this.writtenAt;
    this.writtenAt = new Map(this.known.standing.map((deadline) => [written(deadline), before.get(written(deadline)) ?? at]));
    for (const round of this.rounds) if (round.state === 'open') round.state = this.stateOf(round, at);
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
    let next = Number.POSITIVE_INFINITY;
    for (const { recordedTime } of this.events) if (recordedTime > at && recordedTime < next) next = recordedTime;
    const configured = !this.known.areOpen ? undefined : this.history.instants.find((instant) => instant > at);
    return Math.min(next, configured ?? next);
  }

  /** Raises what comes before `end`, in its order; answers the instant at which a step has done something with the lead, else null. */
  private ring(at: number, end: number): number | null {
    for (;;) {
      const [next] = this.known.standing
        .flatMap((deadline) => this.toCome(deadline, at) ?? [])
        .filter((round) => round.at < end)
        .toSorted((a, b) => a.at - b.at || Number(a.acts) - Number(b.acts));
      if (next === undefined) return null;
      this.raise(next);
      if (next.acts) return next.at;
    }
  }

  private toCome(deadline: StandingDeadline, at: number): ToCome | null {
    const { key, dueAt, said } = deadline;
    const since = this.writtenAt.get(written(deadline)) ?? at;
    if (dueAt <= since - oldMs) return null;
    const told = this.rounds.filter((round) => round.key === key);
    const firstDue = toldAt(deadline, dueAt);
    const next = nextRound(
      told.map(({ state }) => state),
      firstDue,
      said.repeat,
    );
    if (next === null) return null;
    const due = toldAt(deadline, next.dueAt);
    const last = told.findLast(({ state }) => state === 'open');
    // several that quiet hours have put off come one after the other
    const notBefore = last === undefined ? since : last.told.due + (said.repeat?.everyMs ?? 0);
    const acts = said.action !== null && due <= firstDue;
    return { deadline, round: next.round, due, at: toldAt(deadline, Math.max(due, notBefore, at)), acts };
  }

  private raise({ deadline, round, due, at, acts }: ToCome): void {
    const { state, step, key, said } = deadline;
    const { configuration } = this.known;
    const owner = state.owners.at(-1)?.owner ?? null;
    const team = teamOf(state, configuration, owner);
    const to = audienceOrManager(said.notify, {
      owner,
      claimant: state.claim?.by ?? null,
      caller: callerOf(state, configuration, at),
      team,
    });
    const told = { lead: state.subject, step, policy: said.policyId, due, raised: at, to };
    this.rounds.push({ key, deadline, round, told, state: 'open' });
    const met = this.unmet.findIndex((alert) => alert.lead === told.lead && alert.step === step && alert.due === due);
    const [then] = met < 0 ? [] : this.unmet.splice(met, 1);
    if (!acts) return;
    if (then !== undefined) this.doneAgain.add(ladderEventId(then.alert, 'lead.assigned'));
    else this.do(deadline, { id: alertIdOf(state.subject, deadline, round), at, owner, team, configuration });
  }

  private do(
    { state: { subject }, step, said: { action, policyId } }: StandingDeadline,
    {
      id,
      at,
      owner,
      team,
      configuration,
    }: { id: string; at: number; owner: string | null; team: string | null; configuration: Configuration },
  ): void {
    const given = whoGetsIt(action, owner, team, configuration, at);
    if (given === undefined) return;
    this.doneAnew.push({
      id: ladderEventId(id, 'lead.assigned'),
      source: ALERTS_SOURCE,
      subject,
      type: 'lead.assigned',
      time: at,
      recordedTime: at,
      historical: false,
      data: { owner: given, by: `rule:${policyId ?? 'default'}/${step}`.slice(0, 200) },
    });
  }
}

const toldAt = ({ said: { quiet, zone } }: StandingDeadline, at: number): number => quietUntil(quiet, zone, at);

/** A deadline that moves is another one. */
const written = ({ key, dueAt }: StandingDeadline): string => `${key}\u0000${dueAt}`;

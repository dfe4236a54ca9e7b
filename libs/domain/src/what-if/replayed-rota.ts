import type { RepStatus } from '../alerts/availability.js';
import { ALERTS_SOURCE, ladderEventId } from '../alerts/ladder-event-id.js';
import { nextByRota } from '../alerts/rota.js';
import { standingEvents, type Turn } from '../alerts/rota-said.js';
import type { Configuration } from '../configuration/configuration.js';
import { inForce } from '../configuration/in-force.js';
import type { EventOf, LeadclockEvent } from '../events/event.js';
import { bySubject } from './by-subject.js';

/** A lead that a step of the replay alone gives on: to the next of its team's rota, but not to who has it. */
export interface TurnAsked {
  readonly lead: string;
  readonly team: string;
  readonly except: string | null;
  /** epoch ms */
  readonly at: number;
}

/**
 * The rotas of teams as they went, with the turns that a replay takes besides. What steps did that the replay does not come to (a turn, a rep sent
 * away) never was. It is asked in the order of time, when all leads have been replayed as far as that.
 */
export class ReplayedRota {
  private readonly events: ReadonlyMap<string, readonly LeadclockEvent[]>;
  private readonly taken = new Map<string, Turn>();
  /** alerts that were raised and that the replay has not come to */
  private readonly unmet = new Set<string>();
  /** by the id of what its step may have done */
  private alertOf: ReadonlyMap<string, string> | null = null;

  /** `events`: those of teams and reps, of their rotas and of what reps say of themselves */
  constructor(events: readonly LeadclockEvent[]) {
    this.events = new Map([...bySubject(events)].map(([subject, own]) => [subject, standingEvents(own)]));
  }

  /** An alert was raised: what its step did counts once the replay comes to it. */
  expect(alert: string): void {
    this.unmet.add(alert);
  }

  met(alert: string): void {
    this.unmet.delete(alert);
  }

  /** Whose turn it is, who takes it by that; null: nobody can. */
  take({ team, except, at }: TurnAsked, configuration: Configuration): string | null {
    const told = this.lastOf(team, 'rota.advanced', at);
    const own = this.taken.get(team);
    const last = told === null || (own !== undefined && own.at >= told.time) ? own?.rep : told.data.rep;
    const statuses = new Map<string, RepStatus>();
    for (const [rep, versions] of Object.entries(configuration.reps)) {
      const said = inForce(versions, at)?.team === team ? this.lastOf(rep, 'rep.status_changed', at) : null;
      if (said !== null) statuses.set(rep, said.data.status);
    }
    const rep = nextByRota(configuration, team, { last: last ?? null, statuses }, at, except);
    if (rep !== null) this.taken.set(team, { rep, at });
    return rep;
  }

  private lastOf<T extends 'rota.advanced' | 'rep.status_changed'>(subject: string, type: T, at: number): EventOf<T> | null {
    const is = (event: LeadclockEvent): event is LeadclockEvent & EventOf<T> =>
      event.type === type && event.recordedTime <= at && this.isSo(event);
    return this.events.get(subject)?.findLast(is) ?? null;
  }

  private isSo({ source, id }: LeadclockEvent): boolean {
    if (source !== ALERTS_SOURCE) return true;
    this.alertOf ??= new Map(
      [...this.unmet].flatMap((alert) =>
        (['rota.advanced', 'rep.status_changed'] as const).map((type) => [ladderEventId(alert, type), alert]),
      ),
    );
    const alert = this.alertOf.get(id);
    return alert === undefined || !this.unmet.has(alert);
  }
}

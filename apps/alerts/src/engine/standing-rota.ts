import { type RepStatus, whyUnavailable } from '@leadclock/domain/alerts/availability.js';
import { nextByRota, rotaTeamOf } from '@leadclock/domain/alerts/rota.js';
import { lastTurnOf, statusOf, type Turn } from '@leadclock/domain/alerts/rota-said.js';
import type { Configuration } from '@leadclock/domain/configuration/configuration.js';
import { inForce } from '@leadclock/domain/configuration/in-force.js';
import { lastTurns, type RotaTurn } from '@leadclock/read-model/outside/rota.table.js';
import { eventsOfSubjects } from '@leadclock/read-model/queries/events.query.js';
import type { Snapshot } from '@leadclock/read-model/queries/snapshot.js';

/** The rotas of some teams while leads are given on by them, one after the other. The caller holds the rota. */
export class StandingRota {
  private readonly taken = new Map<string, RotaTurn>();

  private constructor(
    private readonly configuration: Configuration,
    private readonly last: Map<string, Turn>,
    private readonly statuses: Map<string, RepStatus>,
    private readonly now: number,
  ) {}

  /** From the log, as far as it was read, and from what was given on here since. */
  static async read(snapshot: Snapshot, configuration: Configuration, now: number): Promise<StandingRota> {
    const reps = Object.entries(configuration.reps).map(([rep, versions]) => ({ rep, team: inForce(versions, now)?.team ?? null }));
    const teams = [...new Set(reps.flatMap(({ team }) => (team === null ? [] : [team])))];
    const events = await eventsOfSubjects(snapshot, [...new Set([...teams, ...reps.map(({ rep }) => rep)])]);
    const last = new Map((await lastTurns(snapshot.em, teams)).map(({ team, rep, at }): [string, Turn] => [team, { rep, at }]));
    for (const team of teams) {
      const told = lastTurnOf(events.get(team) ?? []);
      if (told !== null && told.at > (last.get(team)?.at ?? Number.NEGATIVE_INFINITY)) last.set(team, told);
    }
    const statuses = new Map<string, RepStatus>();
    for (const { rep } of reps) {
      const status = statusOf(events.get(rep) ?? []);
      if (status !== null) statuses.set(rep, status);
    }
    return new StandingRota(configuration, last, statuses, now);
  }

  /** The last turn of each team that was taken since it was read. */
  get turns(): readonly RotaTurn[] {
    return [...this.taken.values()];
  }

  /** The team whose rota a lead goes by: its own, else its owner's. */
  teamOf(team: string | null, owner: string | null): string | null {
    return rotaTeamOf(this.configuration, team, owner, this.now);
  }

  /** Whose turn it is, who takes it by that; null: nobody can. */
  take(team: string, except: string | null): string | null {
    const rep = nextByRota(this.configuration, team, { last: this.last.get(team)?.rep ?? null, statuses: this.statuses }, this.now, except);
    if (rep === null) return null;
    this.last.set(team, { rep, at: this.now });
    this.taken.set(team, { team, rep, at: this.now });
    return rep;
  }

  /** Sets a rep to "away"; false: he is not there anyway. */
  sendAway(rep: string): boolean {
    if (['away', 'gone'].includes(whyUnavailable(this.configuration, rep, this.statuses.get(rep) ?? null, this.now) ?? '')) return false;
    this.statuses.set(rep, 'away');
    return true;
  }
}

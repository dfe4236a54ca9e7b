import { repeatingSteps } from '@leadclock/domain/alerts/step-of.js';
import { buildConfiguration } from '@leadclock/domain/configuration/build-configuration.js';
import { leadsPutOff } from '@leadclock/read-model/queries/alerts.query.js';
import { type ClocksOfLeads, clocksOfLeads, eachDeadline } from '@leadclock/read-model/queries/deadlines.query.js';
import { configurationEvents } from '@leadclock/read-model/queries/events.query.js';
import { type FeedPosition, feedPositions, feedSince } from '@leadclock/read-model/queries/feed.query.js';
import { inSnapshot } from '@leadclock/read-model/queries/snapshot.js';
import { type CurrentSet, currentSet } from '@leadclock/read-model/sets/current-set.js';
import type { DataSource } from 'typeorm';
import { hashOfBytes, hashOfLead } from '../wheel/lead-hash.js';
import { type RungClock, TimerWheel } from '../wheel/timer-wheel.js';

/** Further behind than this all deadlines are read again. */
const mostBehind = 50_000;
/** Leads whose deadlines are asked for at once. */
const atOnce = 1_000;
/** A clock that was set back by more than this has rung what is to ring again; less is only waited for. */
const mostAhead = 1_000;

interface Loaded {
  readonly wheel: TimerWheel;
  readonly set: CurrentSet;
  positions: readonly FeedPosition[];
}

/** What following came to: how many leads have changed, and those among them that people are told of; `all`: everything was read again. */
export type Changed = { readonly leads: number; readonly told: readonly string[] } | 'all';

/** Every deadline in a timer wheel, kept in step with the read model by its change feed, of which nothing may be missing. */
export class DeadlineClocks {
  private loaded: Loaded | null = null;

  constructor(
    private readonly dataSource: DataSource,
    private readonly now: () => number,
  ) {}

  get isLoaded(): boolean {
    return this.loaded !== null;
  }

  /** Where the deadlines are read from. */
  get set(): CurrentSet {
    return this.started().set;
  }

  /** How far the configuration goes that the deadlines were made under. */
  get configOffset(): number {
    return Math.max(0, ...this.started().positions.map(({ configOffset }) => configOffset));
  }

  get size(): number {
    return this.loaded?.wheel.size ?? 0;
  }

  /** bytes */
  get memory(): number {
    return this.loaded?.wheel.memory ?? 0;
  }

  /** When there may be something to do, epoch ms; Infinity: never. */
  get next(): number {
    return this.loaded?.wheel.next ?? Number.POSITIVE_INFINITY;
  }

  /** The deadlines whose time has come; they do not ring by themselves any more. */
  takeDue(limit: number): readonly RungClock[] {
    return this.started().wheel.takeDue(this.now(), limit);
  }

  /** Rings these again at an instant: nobody could be told now, or they repeat. */
  ringAgain(clocks: readonly RungClock[], at: number): void {
    for (const { id, lead } of clocks) this.loaded?.wheel.rearm(id, lead, at);
  }

  /** Takes in what has changed since; the first time everything. */
  async follow(): Promise<Changed> {
    const { loaded } = this;
    if (loaded === null || loaded.wheel.isWornOut || loaded.wheel.rungUntil - this.now() > mostAhead) return this.load();
    try {
      return (await this.takeChanges(loaded)) ?? (await this.load());
    } catch (error) {
      // a set that is no more cannot be asked
      if ((await currentSet(this.dataSource)).epoch !== loaded.set.epoch) return this.load();
      throw error;
    }
  }

  /** null: a part of the feed is missing, or it is shorter to read everything again. */
  private async takeChanges(loaded: Loaded): Promise<Changed | null> {
    const { reading, heads, subjects } = await feedSince(
      this.dataSource.manager,
      loaded.set.name,
      loaded.positions,
      Math.ceil(mostBehind / Math.max(1, loaded.positions.length)),
    );
    if (reading !== loaded.set.epoch || heads.length !== loaded.positions.length || subjects === null) return null;
    const leads = new Set(subjects);
    if (leads.size > mostBehind) return null;
    const changed = [...leads];
    const told: string[] = [];
    for (let at = 0; at < changed.length; at += atOnce) told.push(...(await this.take(loaded, changed.slice(at, at + atOnce))));
    loaded.positions = heads;
    return { leads: changed.length, told };
  }

  /** What is read may be newer than the change: another change will say it again, and nothing happens then. Answers those that people are told of. */
  private async take({ wheel, set }: Loaded, leads: readonly string[]): Promise<readonly string[]> {
    const [ids, hashes]: [number[], number[]] = [[], []];
    const hashOf = leads.map(hashOfLead);
    for (const hash of hashOf) {
      for (const id of wheel.knownOf(hash)) {
        ids.push(id);
        hashes.push(hash);
      }
    }
    // another lead may have the same hash: what still stands is left alone
    const { deadlines, standing, told } = await clocksOfLeads(this.dataSource.manager, set.name, leads, ids);
    for (const [at, id] of ids.entries()) if (!standing.has(id)) wheel.disarm(id, hashes[at] ?? 0);
    for (const { id, lead } of await this.putOff(leads, deadlines, ids)) wheel.disarm(id, hashOf[lead] ?? 0);
    for (const { id, lead, dueAt } of deadlines) wheel.arm(id, hashOf[lead] ?? 0, dueAt);
    return told.map((lead) => leads[lead] ?? '');
  }

  /** Those that were told, or stand for a repeat, while somebody has put their alert off, perhaps for less: they are to be looked at now. */
  private async putOff(
    leads: readonly string[],
    deadlines: ClocksOfLeads['deadlines'],
    ids: readonly number[],
  ): Promise<ClocksOfLeads['deadlines']> {
    const now = this.now();
    const past = deadlines.filter(({ dueAt }) => dueAt <= now);
    if (past.length === 0) return [];
    const known = new Set(ids);
    const told = past.filter(({ id }) => known.has(id));
    if (told.length === 0) return [];
    const nameOf = (lead: number): string => leads[lead] ?? '';
    const putOff = await leadsPutOff(this.dataSource.manager, [...new Set(told.map(({ lead }) => nameOf(lead)))]);
    return told.filter(({ lead }) => putOff.has(nameOf(lead)));
  }

  private async load(): Promise<Changed> {
    return inSnapshot(this.dataSource, async (snapshot): Promise<Changed> => {
      const wheel = new TimerWheel(this.now());
      const positions = await feedPositions(snapshot);
      const repeating = repeatingSteps(buildConfiguration(await configurationEvents(snapshot)));
      await eachDeadline(snapshot, repeating, (id, dueAt, bytes, start, end) => wheel.arm(id, hashOfBytes(bytes, start, end), dueAt));
      this.loaded = { wheel, set: snapshot.set, positions };
      return 'all';
    });
  }

  private started(): Loaded {
    if (this.loaded === null) throw new Error('no deadlines were read yet');
    return this.loaded;
  }
}

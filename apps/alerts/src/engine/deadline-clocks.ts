import { type ClockRow, deadlinesOfLeads, eachDeadline, idsThatStand } from '@leadclock/read-model/queries/deadlines.query.js';
import { changesAfter, type FeedPosition, feedPositions } from '@leadclock/read-model/queries/feed.query.js';
import { inSnapshot, type Snapshot } from '@leadclock/read-model/queries/snapshot.js';
import type { DataSource } from 'typeorm';
import { hashOfLead } from '../wheel/lead-hash.js';
import { TimerWheel } from '../wheel/timer-wheel.js';

/** Further behind than this all deadlines are read again. */
const mostBehind = 5_000;
/** Leads whose deadlines are asked for at once. */
const atOnce = 1_000;
/** A wheel counts 497 days; it is made anew before. */
const longestLife = 365 * 86_400_000;

interface Loaded {
  readonly wheel: TimerWheel;
  readonly set: string;
  readonly epoch: number;
  readonly madeAt: number;
  positions: readonly FeedPosition[];
}

/** What following came to: the leads that have changed; `all`: everything was read again. */
export type Changed = readonly string[] | 'all';

/** Every deadline in a timer wheel, kept in step with the read model by its change feed. */
export class DeadlineClocks {
  private loaded: Loaded | null = null;

  constructor(
    private readonly dataSource: DataSource,
    private readonly now: () => number,
  ) {}

  get isLoaded(): boolean {
    return this.loaded !== null;
  }

  /** The schema that deadlines are read from. */
  get set(): string {
    return this.started().set;
  }

  get positions(): readonly FeedPosition[] {
    return this.started().positions;
  }

  get size(): number {
    return this.loaded?.wheel.size ?? 0;
  }

  get memory(): number {
    return this.loaded?.wheel.memory ?? 0;
  }

  /** When there may be something to do, epoch ms; Infinity: never. */
  get next(): number {
    return this.loaded?.wheel.next ?? Number.POSITIVE_INFINITY;
  }

  /** The numbers of deadlines whose time has come; they are not on the wheel any more. */
  takeDue(limit: number): readonly number[] {
    return this.started().wheel.takeDue(this.now(), limit);
  }

  /** All is read again at the next look: clocks that were taken out and rang for nobody come back. */
  forget(): void {
    this.loaded = null;
  }

  /** Takes in what has changed since; the first time everything. */
  async follow(): Promise<Changed> {
    return inSnapshot(this.dataSource, async (snapshot) => {
      const { loaded } = this;
      if (loaded === null || loaded.epoch !== snapshot.set.epoch || this.isWorn(loaded)) return this.load(snapshot);
      const heads = await feedPositions(snapshot);
      const leads = await leadsChanged(snapshot, loaded, heads);
      if (leads === null) return this.load(snapshot);
      for (let at = 0; at < leads.length; at += atOnce) await this.take(snapshot, loaded.wheel, leads.slice(at, at + atOnce));
      loaded.positions = heads;
      return leads;
    });
  }

  /** A clock that was set back: what has rung must ring again at its time. Or a wheel that has turned for long. */
  private isWorn({ wheel, madeAt }: Loaded): boolean {
    return wheel.rungUntil - this.now() > 1_000 || this.now() - madeAt > longestLife;
  }

  private async take(snapshot: Snapshot, wheel: TimerWheel, leads: readonly string[]): Promise<void> {
    const rows = await deadlinesOfLeads(snapshot, leads);
    const known = new Set(rows.map(({ id }) => id));
    const armed = [...new Set(leads.map(hashOfLead))].flatMap((hash) => wheel.armedOf(hash).map((id) => ({ id, hash })));
    const unknown = armed.filter(({ id }) => !known.has(id));
    // another lead may have the same hash: what still stands is left alone
    const standing = new Set(
      await idsThatStand(
        snapshot,
        unknown.map(({ id }) => id),
      ),
    );
    for (const { id, hash } of unknown) if (!standing.has(id)) wheel.disarm(id, hash);
    for (const row of rows) arm(wheel, row);
  }

  private async load(snapshot: Snapshot): Promise<Changed> {
    const wheel = new TimerWheel(this.now());
    const positions = await feedPositions(snapshot);
    await eachDeadline(snapshot, (row) => arm(wheel, row));
    this.loaded = { wheel, set: snapshot.set.name, epoch: snapshot.set.epoch, madeAt: this.now(), positions };
    return 'all';
  }

  private started(): Loaded {
    if (this.loaded === null) throw new Error('no deadlines were read yet');
    return this.loaded;
  }
}

const arm = (wheel: TimerWheel, { id, lead, dueAt }: ClockRow): void => wheel.arm(id, hashOfLead(lead), dueAt);

/** null: a part of the feed is missing, or it is shorter to read everything again. */
async function leadsChanged(snapshot: Snapshot, loaded: Loaded, heads: readonly FeedPosition[]): Promise<readonly string[] | null> {
  if (heads.length !== loaded.positions.length) return null;
  const changes = await changesAfter(snapshot, loaded.positions, mostBehind + 1);
  const next = new Map(loaded.positions.map(({ partition, changeNo }) => [partition, changeNo]));
  const leads = new Set<string>();
  for (const { partition, changeNo, epoch, subjects } of changes) {
    if (epoch !== loaded.epoch || changeNo !== (next.get(partition) ?? 0) + 1) return null;
    next.set(partition, changeNo);
    for (const subject of subjects) leads.add(subject);
  }
  return heads.every(({ partition, changeNo }) => next.get(partition) === changeNo) ? [...leads] : null;
}

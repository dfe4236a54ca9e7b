import { readSetup, type SetupState } from '@leadclock/read-model/queries/setup.query.js';
import { inSnapshot } from '@leadclock/read-model/queries/snapshot.js';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { LiveEngine } from '../engine/live-engine.js';
import type { RunningWindows } from '../engine/running-windows.js';
import { AgreementBook } from '../rooms/agreement-book.js';
import { AlertBook } from '../rooms/alert-book.js';
import { FigureGroups } from '../rooms/figure-groups.js';
import { floorFigures } from '../rooms/floor-figures.js';
import { type FloorLists, keepLists } from '../rooms/floor-lists.js';
import type { FloorSources } from '../rooms/floor-sources.js';
import { StatusBook } from '../rooms/status-book.js';

/** The longest time between two looks at the feed: notifications can get lost. */
const lookEveryMs = 1_000;
/**
 * Who reads everything again and still is behind rests this many times as long as he read, before he reads again: an import goes on meanwhile,
 * in this very process. Who is not behind any more follows at once: resting would let him fall behind again, for ever.
 */
const restAfterReading = 4;
const longestRest = 5_000;

/** What walls have not been told yet; the greater of two holds. */
export const news = { none: 0, moved: 1, restarted: 2 } as const;
export type News = (typeof news)[keyof typeof news];

/** What is remembered of leads until they change. */
interface Remembered {
  forget(leads: Iterable<string>): void;
  forgetAll(): void;
}

/** What the wall is made of, kept in step with the read model: at each call, and now and then in case one was lost. */
export class WallFeed {
  readonly engine: LiveEngine;
  readonly alerts: AlertBook;
  private readonly agreements: AgreementBook;
  private readonly statuses: StatusBook;
  setup: SetupState = { anyLead: false, source: null };
  /** why the figures may still move without anything new */
  pending: string | null = null;
  lookedAt = Number.NEGATIVE_INFINITY;
  private lookFrom = Number.NEGATIVE_INFINITY;
  /** everything was read, and nothing followed since */
  private hasJustRead = false;
  private called = true;
  private setupIsOld = true;
  private readonly lists = new WeakMap<RunningWindows, FloorLists>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly remembered: Remembered,
    private readonly logger: Logger,
    private readonly now: () => number,
    private readonly elapsed: () => number,
  ) {
    this.alerts = new AlertBook(dataSource);
    this.agreements = new AgreementBook(dataSource);
    this.statuses = new StatusBook(dataSource);
    this.engine = new LiveEngine(dataSource, floorFigures(), now, (windows) => void this.lists.set(windows, keepLists(windows)));
  }

  /** Somebody says that there is something new. */
  call(): void {
    this.called = true;
  }

  /** When to look again, on the count of `elapsed`. */
  get lookAt(): number {
    return Math.max(this.called ? Number.NEGATIVE_INFINITY : this.lookedAt + lookEveryMs, this.lookFrom);
  }

  sources(): FloorSources {
    const { windows, configuration } = this.engine;
    const lists = this.lists.get(windows);
    // as they are when they go out, not when it was begun to read the names that go with them
    const alerts = () => this.alerts.current(this.now());
    if (lists === undefined) throw new Error('the windows were never prepared');
    return {
      windows,
      groups: new FigureGroups(windows),
      configuration,
      ...lists,
      get alerts() {
        return alerts();
      },
      agreements: this.agreements,
      statuses: this.statuses,
      pending: this.pending,
    };
  }

  /** Looks whether there is something new, and takes it in. After an error the next look finds it again. */
  async look(tell: (what: News) => void): Promise<void> {
    if (this.called || !(await this.engine.isUpToDate())) await this.follow(tell);
    else {
      this.hasJustRead = false;
      this.pending = await this.engine.pending({ kind: 'nothing' });
    }
    // those of later follow by themselves
    if (!this.alerts.isLoaded) await this.alerts.follow();
    if (await this.alerts.followLeads()) tell(news.moved);
    await this.agreements.follow(this.now());
    await this.statuses.follow(Object.keys(this.engine.configuration.reps));
    if (this.setupIsOld && !this.setup.anyLead) this.setup = await inSnapshot(this.dataSource, readSetup);
    this.setupIsOld = false;
    this.lookedAt = this.elapsed();
  }

  private get books(): readonly Remembered[] {
    return [this.remembered, this.agreements, this.statuses, this.alerts];
  }

  private async follow(tell: (what: News) => void): Promise<void> {
    const began = this.elapsed();
    this.called = false;
    const followed = await this.engine.follow();
    if (followed.kind !== 'nothing') this.setupIsOld = true;
    if (followed.kind === 'changed') {
      for (const book of this.books) book.forget(followed.subjects);
      tell(news.moved);
    }
    if (followed.kind === 'reloaded') {
      const took = this.elapsed() - began;
      if (this.hasJustRead) this.lookFrom = this.elapsed() + Math.min(took * restAfterReading, longestRest);
      this.logger.info({ why: followed.why, facts: this.engine.windows.store.size, ms: Math.round(took) }, 'the live figures were read');
      for (const book of this.books) book.forgetAll();
      tell(news.restarted);
    }
    this.hasJustRead = followed.kind === 'reloaded' && !this.hasJustRead;
    this.pending = await this.engine.pending(followed);
  }
}

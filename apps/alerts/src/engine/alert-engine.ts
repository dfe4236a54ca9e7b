import type { EventLog } from '@leadclock/event-log/event-log.js';
import { inTime } from '@leadclock/event-log/in-time.js';
import { partitionOf } from '@leadclock/event-log/partition.js';
import type { RaisedAlert } from '@leadclock/read-model/outside/alert.table.js';
import { openAlertsAfter, openAlertsOf } from '@leadclock/read-model/queries/alerts.query.js';
import { alertLateness } from '@leadclock/runtime/alert-lateness.js';
import type { DataSource } from 'typeorm';
import { alertsTold } from '../metrics.js';
import { DeadlineClocks } from './deadline-clocks.js';
import { fire } from './fire.js';
import { Lag } from './lag.js';
import { KnownConfiguration, settle } from './settle.js';
import { UnconfirmedAlerts } from './unconfirmed-alerts.js';

export interface EngineParts {
  readonly dataSource: DataSource;
  /** where the heads of the events are looked at; alerts go to its topic, by the spool */
  readonly log: Pick<EventLog, 'topic' | 'partitions' | 'ranges'>;
  /** epoch milliseconds, as the database counts them */
  readonly now: () => number;
  /** milliseconds that no clock step can change */
  readonly elapsed?: () => number;
}

/** Changes are taken in together, the longer the more of them come: a deadline is minutes away when it is written. */
const followEveryMs = 100;
const followManyEveryMs = 400;
const many = 50;
/** A call may be lost. */
const lookEveryMs = 5_000;
/** The log is watched while a deadline is that near. */
const watchAheadMs = 3_000;
const watchEveryMs = 1_000;
/** Somebody is to be told as soon as what is on its way has been read. */
const watchWaitingMs = 50;
const watchWithinMs = 1_000;
/** Deadlines, or leads, of one transaction. */
const atOnce = 500;

/**
 * Tells people when a deadline passes, and ends or takes back what was told when its reason has gone. `keepUp` and `ring` are called side by side, again and
 * again: a deadline waits for nothing that is being read. `keepUp` never twice at once; of several `ring` each takes what is due then, so that what the
 * database keeps long holds nobody else. What fails is done again by the next call.
 */
export class AlertEngine {
  readonly clocks: DeadlineClocks;
  private readonly lag: Lag;
  private readonly configuration = new KnownConfiguration();
  private readonly elapsed: () => number;
  private called = true;
  private followedAt = Number.NEGATIVE_INFINITY;
  private followAfterMs = followEveryMs;
  private watchedAt = Number.NEGATIVE_INFINITY;
  private canWatch = true;
  private watching: Promise<void> = Promise.resolve();
  /** when somebody was last found to wait for what is not read yet */
  private waitedAt = Number.NEGATIVE_INFINITY;
  /** leads whose alerts may have lost their reason; stays until that was looked at, whatever fails meanwhile */
  private unsettled: Set<string> | 'all' = 'all';
  private readonly unconfirmed: UnconfirmedAlerts;

  constructor(private readonly parts: EngineParts) {
    this.elapsed = parts.elapsed ?? (() => performance.now());
    this.clocks = new DeadlineClocks(parts.dataSource, parts.now);
    this.lag = new Lag(parts.dataSource, parts.log, this.elapsed);
    this.unconfirmed = new UnconfirmedAlerts(parts.dataSource, this.lag);
  }

  /** Somebody says that there is something new; answers whether that is news itself, so that the next turn may come sooner. */
  call(): boolean {
    const isNews = !this.called;
    this.called = true;
    return isNews;
  }

  /** Takes in what has changed, calls `mayRing` as there may be something to ring sooner, and then ends what has lost its reason: nobody waits for that. */
  async keepUp(mayRing: () => void = () => undefined): Promise<void> {
    if (this.elapsed() >= this.followAt) {
      await this.follow();
      mayRing();
      // read ahead, when it has changed: who falls due later does not wait for it
      await this.fireParts().configuration();
    }
    await this.settleAll();
  }

  /** Tells people of the deadlines that have come, and confirms what has become certain. */
  async ring(): Promise<void> {
    if (!this.clocks.isLoaded) return;
    if (this.mustWatch()) this.watching = this.watch();
    // whoever looks at the log first, all wait for what he finds
    await this.watching;
    await this.ringDue();
    await this.unconfirmed.confirm();
  }

  /** Milliseconds until `keepUp` has something to do, unless it is called before. */
  get untilKeepUp(): number {
    return Math.max(0, this.followAt - this.elapsed());
  }

  /** Milliseconds until `ring` has something to do, unless a deadline is written that comes sooner; Infinity: never. */
  get untilRing(): number {
    const watched = this.isWatching ? this.watchedAt + this.watchAfterMs - this.elapsed() : Number.POSITIVE_INFINITY;
    return Math.max(0, Math.min(this.clocks.next - this.parts.now(), watched));
  }

  private get followAt(): number {
    return this.followedAt + (this.called ? this.followAfterMs : lookEveryMs);
  }

  private async follow(): Promise<void> {
    this.called = false;
    const changed = await this.clocks.follow();
    if (changed === 'all') this.unsettled = 'all';
    // whoever takes a reason away waits for those who raise an alert for it: it is there when the change is
    else if (this.unsettled !== 'all') for (const lead of changed.told) this.unsettled.add(lead);
    const leads = changed === 'all' ? 0 : changed.leads;
    this.followAfterMs = leads > many ? followManyEveryMs : followEveryMs;
    // what somebody waits for may just have been read
    if (this.isWaitedFor && (changed === 'all' || leads > 0)) this.watchedAt = Number.NEGATIVE_INFINITY;
    this.followedAt = this.elapsed();
  }

  private async settleAll(): Promise<void> {
    const { dataSource } = this.parts;
    if (this.unsettled === 'all') {
      for (let after = ''; ; ) {
        const open = await openAlertsAfter(dataSource.manager, after, atOnce);
        for (const { id, lead, unconfirmed } of open) if (unconfirmed) this.unconfirmed.add(id, this.partitionOf(lead));
        await this.settle(open);
        const last = open.at(-1);
        if (last === undefined) break;
        after = last.id;
      }
    } else {
      const leads = [...this.unsettled];
      for (let at = 0; at < leads.length; at += atOnce)
        await this.settle(await openAlertsOf(dataSource.manager, leads.slice(at, at + atOnce)));
    }
    this.unsettled = new Set();
  }

  private async settle(open: readonly RaisedAlert[]): Promise<void> {
    if (open.length === 0) return;
    const key = this.configurationKey;
    const ended = await settle(this.fireParts(), open, (snapshot) => this.configuration.of(snapshot, key));
    for (const { id, ended: what } of ended) {
      this.unconfirmed.delete(id);
      alertsTold.inc({ what });
    }
  }

  /** Deadlines are near, or what was said is not certain: how far the projector is matters. */
  private get isWatching(): boolean {
    return this.unconfirmed.size > 0 || this.clocks.next - this.parts.now() <= watchAheadMs;
  }

  private mustWatch(): boolean {
    return this.isWatching && this.elapsed() - this.watchedAt >= this.watchAfterMs;
  }

  private get watchAfterMs(): number {
    return this.isWaitedFor ? watchWaitingMs : watchEveryMs;
  }

  /** Who waits is looked at again within a second: he would have been found to wait since. */
  private get isWaitedFor(): boolean {
    return this.elapsed() - this.waitedAt <= watchEveryMs;
  }

  /** A log that does not answer is waited for once: people are told meanwhile, as far as is known. */
  private async watch(): Promise<void> {
    const isKnown = this.elapsed() - this.lag.lookedAt <= watchAheadMs;
    this.watchedAt = this.elapsed();
    const looked = this.lag.look(this.clocks.set.name).then(
      () => {
        this.canWatch = true;
      },
      () => {
        this.canWatch = false;
      },
    );
    if (!isKnown && this.canWatch) await inTime(looked, watchWithinMs, 'the log does not answer').catch(() => (this.canWatch = false));
  }

  private async ringDue(): Promise<void> {
    for (let due = this.clocks.takeDue(atOnce); due.length > 0; due = this.clocks.takeDue(atOnce)) {
      const parts = this.fireParts();
      try {
        const fired = await fire(
          parts,
          due.map(({ id }) => id),
        );
        const { raised, later } = fired;
        if (fired.waits) this.waitedAt = this.elapsed();
        const now = this.parts.now();
        for (const { id, lead, dueAt, unconfirmed } of raised) {
          alertLateness.observe({ stage: 'raised' }, Math.max(0, now - dueAt) / 1_000);
          if (unconfirmed) this.unconfirmed.add(id, this.partitionOf(lead));
        }
        alertsTold.inc({ what: 'raised' }, raised.length);
        for (const clock of due) {
          const at = later.get(clock.id);
          if (at !== undefined) this.clocks.ringAgain([clock], at);
        }
      } catch (error) {
        this.clocks.ringAgain(due, parts.now);
        throw error;
      }
    }
  }

  /** Changes with the configuration that the deadlines were made under. */
  private get configurationKey(): string {
    const { set, configOffset } = this.clocks;
    return `${set.epoch}/${configOffset}`;
  }

  private partitionOf(lead: string): number {
    return partitionOf(lead, this.parts.log.partitions);
  }

  private fireParts() {
    const { dataSource, log, now } = this.parts;
    const { set } = this.clocks;
    const configuration = () => this.configuration.of({ em: dataSource.manager, set }, this.configurationKey);
    return { dataSource, topic: log.topic, set, now: now(), behind: (partition: number) => this.lag.behind(partition), configuration };
  }
}

import { setImmediate as letOthersRun } from 'node:timers/promises';
import type { Configuration } from '@leadclock/domain/configuration/configuration.js';
import type { Fact, FactKind } from '@leadclock/domain/facts/fact.js';
import { parseAsking } from '@leadclock/domain/kpi/asking.js';
import type { Kpi } from '@leadclock/domain/kpi/kpi.js';
import { needsRates } from '@leadclock/domain/kpi/parts.js';
import { noRates } from '@leadclock/domain/money/rates.js';
import { factsOfSubjects } from '@leadclock/read-model/queries/facts.query.js';
import { changesAfter, type FeedPosition, feedHeads, feedPositions, lastHeard } from '@leadclock/read-model/queries/feed.query.js';
import { inSnapshot, type Snapshot } from '@leadclock/read-model/queries/snapshot.js';
import type { CurrentSet } from '@leadclock/read-model/sets/current-set.js';
import type { DataSource } from 'typeorm';
import type { Params } from '../answer/answered.js';
import { readWorld } from '../answer/world.js';
import type { LiveQuestion } from './live-question.js';
import { LiveRates } from './live-rates.js';
import { loadFacts, loadRates } from './load-facts.js';
import { RunningWindows } from './running-windows.js';

/** A figure to keep live: a KPI with the parameters of a question that can be (`canBeLive`). */
export interface Subscription {
  readonly name: string;
  readonly kpi: Kpi;
  readonly params: Params;
}

/** What following the feed came to: nothing new; these subjects say something else now; or everything was read again, and why (`behind`: too much had come). */
export type Followed =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'changed'; readonly subjects: readonly string[] }
  | { readonly kind: 'reloaded'; readonly why: string; readonly behind?: boolean };

/** Further behind than this, and than this part of all that is held, a snapshot is cheaper than catching up. */
const mostBehind = 5_000;
const mostBehindPart = 1 / 4;
/** Subjects whose facts are asked for at once: what thousands have said is taken out of the answer, and thrown away after it, in one piece. */
const atOnce = 500;
/** So many are taken in before other work of the process has its turn: an alert may have to go out. */
const TURN = 32;
/** Names of subjects that have left are given back by reading everything again. */
const mostGarbage = 200_000;

/** A clock that was set back by more than this leaves figures of the future behind; less is only waited for. */
const mostAhead = 2_000;

/** What was heard longer ago than this when its row changes was waiting to be projected. */
const behindMs = 5_000;
/** Subjects of a change that are asked for when they were heard: the last ones tell. */
const looked = 20;

interface Loaded {
  readonly windows: RunningWindows;
  readonly configuration: Configuration;
  /** null: no figure sums money */
  readonly rates: LiveRates | null;
  readonly set: CurrentSet;
  positions: readonly FeedPosition[];
}

/**
 * Keeps live figures in step with the read model: starts from facts and feed positions of one snapshot, then follows the change feed,
 * of which nothing may be missing. The caller says when: at each wake-up, and now and then in case one was lost.
 */
export class LiveEngine {
  private loaded: Loaded | null = null;
  /** merged leads waited to be folded anew when it was last asked */
  private refolding = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly subscriptions: readonly Subscription[],
    private readonly now: () => number,
    /** handed each new set of windows before it is filled, to hang watchers on it */
    private readonly prepare: (windows: RunningWindows) => void = () => {},
  ) {}

  get windows(): RunningWindows {
    return this.started().windows;
  }

  get configuration(): Configuration {
    return this.started().configuration;
  }

  get isLoaded(): boolean {
    return this.loaded !== null;
  }

  /** The next instant at which a figure may move by itself; Infinity: never. */
  get next(): number {
    const { windows, rates } = this.started();
    return Math.min(windows.next, rates?.next ?? Number.POSITIVE_INFINITY);
  }

  /** Moves the figures on to the present instant; answers whether any moved. */
  advance(): boolean {
    const { windows, rates } = this.started();
    const moved = windows.advance(this.now());
    if (rates === null || windows.asOf < rates.next) return moved;
    windows.exchange(rates.at(windows.asOf));
    return true;
  }

  /** Whether `follow` would find nothing new: one statement, to be asked now and then in case a wake-up was lost. */
  async isUpToDate(): Promise<boolean> {
    const { loaded } = this;
    if (loaded === null || this.isAhead(loaded)) return false;
    try {
      const { epoch, positions } = await feedHeads(this.dataSource, loaded.set.name);
      return epoch === loaded.set.epoch && areSame(positions, loaded.positions);
    } catch {
      return false; // following says what is wrong
    }
  }

  /** Takes in what has changed since; the first time everything. */
  async follow(): Promise<Followed> {
    return inSnapshot(this.dataSource, async (snapshot) => {
      const { loaded } = this;
      if (loaded === null) return this.load(snapshot, 'start');
      if (this.isAhead(loaded)) return this.load(snapshot, 'the clock was set back');
      if (snapshot.set.epoch !== loaded.set.epoch) return this.load(snapshot, 'another set is read now');
      const heads = await feedPositions(snapshot);
      if (heads.length !== loaded.positions.length) return this.load(snapshot, 'the partitions are others');
      if (heads.some((head, i) => head.configOffset !== loaded.positions[i]?.configOffset) && (await this.isConfiguredAnew(snapshot)))
        return this.load(snapshot, 'the configuration has changed');
      if (loaded.windows.garbage > mostGarbage) return this.load(snapshot, 'most that was held has gone');
      const followed = await this.takeChanges(snapshot, loaded, heads);
      if (followed.kind === 'reloaded') return { ...(await this.load(snapshot, followed.why)), ...followed };
      loaded.positions = heads;
      return followed;
    });
  }

  /** Why the figures may still move without anything new happening: `sweep`, `catching_up`; null: they are up to date. */
  async pending(followed: Followed): Promise<string | null> {
    const [first, ...more] = this.started().positions;
    if (more.some(({ configOffset }) => configOffset !== first?.configOffset)) return 'sweep';
    if (followed.kind === 'reloaded' && followed.behind === true) return 'catching_up';
    // whoever ends a merge's work says so in the feed
    if (followed.kind === 'nothing') return this.refolding ? 'catching_up' : null;
    const subjects = followed.kind === 'changed' ? followed.subjects.slice(-looked) : [];
    const { at, refolding } = await inSnapshot(this.dataSource, (snapshot) => lastHeard(snapshot, subjects));
    this.refolding = refolding;
    return refolding || (at !== null && this.now() - at > behindMs) ? 'catching_up' : null;
  }

  private async takeChanges(snapshot: Snapshot, loaded: Loaded, heads: readonly FeedPosition[]): Promise<Followed> {
    if (areSame(heads, loaded.positions)) return { kind: 'nothing' };
    const most = Math.max(mostBehind, Math.floor(loaded.windows.store.subjects.size * mostBehindPart));
    const changes = await changesAfter(snapshot, loaded.positions, most + 1);
    const next = new Map(loaded.positions.map(({ partition, changeNo }) => [partition, changeNo]));
    const subjects = new Set<string>();
    for (const { partition, changeNo, epoch, subjects: changed } of changes) {
      if (epoch !== loaded.set.epoch || changeNo !== (next.get(partition) ?? 0) + 1)
        return { kind: 'reloaded', why: 'a part of the change feed is missing' };
      next.set(partition, changeNo);
      for (const subject of changed) subjects.add(subject);
    }
    if (subjects.size > most) return { kind: 'reloaded', why: `more than ${most} subjects behind`, behind: true };
    if (heads.some(({ partition, changeNo }) => next.get(partition) !== changeNo))
      return { kind: 'reloaded', why: 'a part of the change feed is missing' };
    const changed = [...subjects];
    for (let at = 0; at < changed.length; at += atOnce) await this.replace(snapshot, loaded, changed.slice(at, at + atOnce));
    return { kind: 'changed', subjects: changed };
  }

  private async replace(snapshot: Snapshot, { windows, rates }: Loaded, subjects: readonly string[]): Promise<void> {
    const kinds = windows.scopes().map(({ kind }) => kind);
    const factsOf = new Map<string, Fact[]>(subjects.map((subject) => [subject, []]));
    const asked: readonly FactKind[] = rates === null ? kinds : [...kinds, 'rate'];
    for (const fact of await factsOfSubjects(snapshot, subjects, asked)) factsOf.get(fact.subject)?.push(fact);
    windows.advance(this.now());
    let exchanged = false;
    let turn = 0;
    for (const [subject, facts] of factsOf) {
      if (++turn % TURN === 0) await letOthersRun();
      const told = facts.filter(({ kind }) => kind !== 'rate');
      windows.replace(subject, told);
      if (rates?.replace(subject, told.length === facts.length ? [] : facts.filter(({ kind }) => kind === 'rate'))) exchanged = true;
    }
    if (rates !== null && exchanged) windows.exchange(rates.at(windows.asOf));
  }

  private async load(snapshot: Snapshot, why: string): Promise<Followed> {
    const { configuration } = await readWorld(snapshot);
    const positions = await feedPositions(snapshot);
    const now = this.now();
    const questions = this.questions(configuration, now);
    const rates = questions.some(({ kpi, asking }) => needsRates(kpi, asking, { configuration })) ? await loadRates(snapshot, now) : null;
    const context = { configuration, rates: rates?.at(now) ?? noRates };
    const windows = new RunningWindows(questions, context, now);
    this.prepare(windows);
    await loadFacts(snapshot, windows);
    this.loaded = { windows, configuration, rates, positions, set: snapshot.set };
    return { kind: 'reloaded', why };
  }

  private isAhead({ windows }: Loaded): boolean {
    return windows.asOf - this.now() > mostAhead;
  }

  private questions(configuration: Configuration, now: number): LiveQuestion[] {
    return this.subscriptions.map(({ name, kpi, params }) => {
      const parsed = parseAsking(kpi, params, { configuration, now });
      if (!parsed.ok) throw new Error(`the live figure ${name} asks wrongly: ${parsed.parameter}: ${parsed.problem}`);
      return { name, kpi, asking: parsed.asking };
    });
  }

  private async isConfiguredAnew(snapshot: Snapshot): Promise<boolean> {
    const { configuration } = await readWorld(snapshot);
    return JSON.stringify(configuration) !== JSON.stringify(this.started().configuration);
  }

  private started(): Loaded {
    if (this.loaded === null) throw new Error('the live engine has not read its first snapshot yet');
    return this.loaded;
  }
}

const areSame = (heads: readonly FeedPosition[], positions: readonly FeedPosition[]): boolean =>
  heads.length === positions.length &&
  heads.every(({ partition, changeNo, configOffset }, i) => {
    const known = positions[i];
    return partition === known?.partition && changeNo === known.changeNo && configOffset === known.configOffset;
  });

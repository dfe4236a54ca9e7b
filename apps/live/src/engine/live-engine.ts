import type { Configuration } from '@leadclock/domain/configuration/configuration.js';
import type { Fact } from '@leadclock/domain/facts/fact.js';
import { parseAsking } from '@leadclock/domain/kpi/asking.js';
import type { Kpi } from '@leadclock/domain/kpi/kpi.js';
import { noRates, type RateFact, ratesAt } from '@leadclock/domain/money/rates.js';
import { eachFact, factsOfSubjects } from '@leadclock/read-model/queries/facts.query.js';
import { changesAfter, type FeedPosition, feedPositions, lastHeard } from '@leadclock/read-model/queries/feed.query.js';
import { inSnapshot, type Snapshot } from '@leadclock/read-model/queries/snapshot.js';
import type { DataSource } from 'typeorm';
import { readWorld } from '../answer/world.js';
import type { LiveQuestion } from './live-question.js';
import { loadFacts } from './load-facts.js';
import { RunningWindows } from './running-windows.js';

/** A figure to keep live: a KPI with the parameters of a question. A flow needs a named window. */
export interface Subscription {
  readonly name: string;
  readonly kpi: Kpi;
  readonly params: Readonly<Record<string, string>>;
}

/** What following the feed came to: nothing new; these subjects say something else now; or everything was read again, and why. */
export type Followed =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'changed'; readonly subjects: readonly string[] }
  | { readonly kind: 'reloaded'; readonly why: string };

/** Further behind than this a snapshot is cheaper than catching up. */
const mostBehind = 5_000;
/** Names of subjects that have left are given back by reading everything again. */
const mostGarbage = 200_000;

/** What was heard longer ago than this when its row changes was waiting to be projected. */
const behindMs = 5_000;
/** Subjects of a change that are asked for when they were heard: the last ones tell. */
const looked = 20;

interface Loaded {
  readonly windows: RunningWindows;
  readonly configuration: Configuration;
  readonly epoch: number;
  positions: readonly FeedPosition[];
}

/**
 * Keeps live figures in step with the read model: starts from facts and feed positions of one snapshot, then follows the change feed,
 * of which nothing may be missing. The caller says when: at each wake-up, and now and then in case one was lost.
 */
export class LiveEngine {
  private loaded: Loaded | null = null;

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

  /** Moves the figures on to the present instant; answers whether any moved. */
  advance(): boolean {
    return this.started().windows.advance(this.now());
  }

  /** Takes in what has changed since; the first time everything. */
  async follow(): Promise<Followed> {
    return inSnapshot(this.dataSource, async (snapshot) => {
      const { loaded } = this;
      if (loaded === null) return this.load(snapshot, 'start');
      if (snapshot.set.epoch !== loaded.epoch) return this.load(snapshot, 'another set is read now');
      const heads = await feedPositions(snapshot);
      if (heads.length !== loaded.positions.length) return this.load(snapshot, 'the partitions are others');
      if (heads.some((head, i) => head.configOffset !== loaded.positions[i]?.configOffset) && (await this.isConfiguredAnew(snapshot)))
        return this.load(snapshot, 'the configuration has changed');
      if (loaded.windows.garbage > mostGarbage) return this.load(snapshot, 'most that was held has gone');
      const followed = await this.takeChanges(snapshot, loaded, heads);
      if (followed.kind === 'reloaded') return this.load(snapshot, followed.why);
      loaded.positions = heads;
      return followed;
    });
  }

  /** Why the figures may still move without anything new happening: `sweep`, `catching_up`; null: they are up to date. */
  async pending(followed: Followed): Promise<string | null> {
    const [first, ...more] = this.started().positions;
    if (more.some(({ configOffset }) => configOffset !== first?.configOffset)) return 'sweep';
    if (followed.kind !== 'changed') return null;
    const heardAt = await inSnapshot(this.dataSource, (snapshot) => lastHeard(snapshot, followed.subjects.slice(-looked)));
    return heardAt !== null && this.now() - heardAt > behindMs ? 'catching_up' : null;
  }

  private async takeChanges(snapshot: Snapshot, loaded: Loaded, heads: readonly FeedPosition[]): Promise<Followed> {
    if (heads.every((head, i) => head.changeNo === loaded.positions[i]?.changeNo)) return { kind: 'nothing' };
    const changes = await changesAfter(snapshot, loaded.positions, mostBehind + 1);
    const next = new Map(loaded.positions.map(({ partition, changeNo }) => [partition, changeNo]));
    const subjects = new Set<string>();
    for (const { partition, changeNo, epoch, subjects: changed } of changes) {
      if (epoch !== loaded.epoch || changeNo !== (next.get(partition) ?? 0) + 1)
        return { kind: 'reloaded', why: 'a part of the change feed is missing' };
      next.set(partition, changeNo);
      for (const subject of changed) subjects.add(subject);
    }
    if (subjects.size > mostBehind) return { kind: 'reloaded', why: `more than ${mostBehind} subjects behind` };
    if (heads.some(({ partition, changeNo }) => next.get(partition) !== changeNo))
      return { kind: 'reloaded', why: 'a part of the change feed is missing' };
    await this.replace(snapshot, loaded.windows, [...subjects]);
    return { kind: 'changed', subjects: [...subjects] };
  }

  private async replace(snapshot: Snapshot, windows: RunningWindows, subjects: readonly string[]): Promise<void> {
    const kinds = windows.scopes().map(({ kind }) => kind);
    const factsOf = new Map<string, Fact[]>(subjects.map((subject) => [subject, []]));
    for (const fact of await factsOfSubjects(snapshot, subjects, kinds)) factsOf.get(fact.subject)?.push(fact);
    windows.advance(this.now());
    for (const [subject, facts] of factsOf) windows.replace(subject, facts);
  }

  private async load(snapshot: Snapshot, why: string): Promise<Followed> {
    const { configuration } = await readWorld(snapshot);
    const positions = await feedPositions(snapshot);
    const now = this.now();
    const rates: RateFact[] = [];
    await eachFact(
      snapshot,
      { kinds: ['rate'], at: null, trueAt: now, filters: [] },
      ({ kind, subject, currency, at, from, until, item }) => {
        rates.push({ kind, subject, currency, at, from, until, item });
      },
    );
    const context = { configuration, rates: rates.length === 0 ? noRates : ratesAt(rates, now) };
    const windows = new RunningWindows(this.questions(configuration, now), context, now);
    this.prepare(windows);
    await loadFacts(snapshot, windows);
    this.loaded = { windows, configuration, positions, epoch: snapshot.set.epoch };
    return { kind: 'reloaded', why };
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

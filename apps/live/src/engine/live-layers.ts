import type { Configuration } from '@leadclock/domain/configuration/configuration.js';
import type { GroupAnswer } from '@leadclock/domain/kpi/running-answer.js';
import { inTurns } from '@leadclock/read-model/queries/turns.js';
import type { DataSource } from 'typeorm';
import { LiveEngine, type Subscription } from './live-engine.js';

/** So many sets of facts side by side; the next one takes all of them together. */
const mostLayers = 4;

/** Questions that were taken up together, and the facts that they are made of. */
interface Layer {
  readonly engine: LiveEngine;
  readonly names: ReadonlySet<string>;
}

/**
 * Live figures that come and go. New ones are read in beside those that are there, into a layer of their own that takes its place when it has
 * come up with the feed: the others notice nothing. Layers that have become many or mostly unwanted are read anew as one, beside them too.
 */
export class LiveLayers {
  private layers: readonly Layer[] = [];

  constructor(
    private readonly dataSource: DataSource,
    private readonly now: () => number,
  ) {}

  /** The next instant at which a figure may move by itself; Infinity: never. */
  get next(): number {
    return this.layers.reduce((next, { engine }) => Math.min(next, engine.next), Number.POSITIVE_INFINITY);
  }

  /** Facts held, and the bytes that they take. */
  get held(): { readonly facts: number; readonly bytes: number } {
    const windows = this.layers.map(({ engine }) => engine.windows);
    return {
      facts: windows.reduce((sum, { store }) => sum + store.size, 0),
      bytes: windows.reduce((sum, { memory }) => sum + memory, 0),
    };
  }

  has(name: string): boolean {
    return this.layerOf(name) !== undefined;
  }

  /** The groups of a figure, the instant that they are of and the configuration that they were made under; null: it is not held. */
  look(name: string): { readonly asOf: number; readonly configuration: Configuration; readonly groups: readonly GroupAnswer[] } | null {
    const engine = this.layerOf(name)?.engine;
    if (engine === undefined) return null;
    return { asOf: engine.windows.asOf, configuration: engine.configuration, groups: engine.windows.groups(name) };
  }

  /** Lets go what is not wanted, and takes up what is and is not there yet; answers whether anything was. Not to be called again before it has. */
  async keep(wanted: readonly Subscription[]): Promise<boolean> {
    const names = new Set(wanted.map(({ name }) => name));
    this.layers = this.layers.filter((layer) => [...layer.names].some((name) => names.has(name)));
    const missing = wanted.filter(({ name }) => !this.has(name));
    const isFull = missing.length > 0 && this.layers.length >= mostLayers;
    const held = this.layers.reduce((sum, layer) => sum + layer.names.size, 0);
    const isAnew = isFull || held > 2 * (wanted.length - missing.length);
    const taken = isAnew ? wanted : missing;
    if (taken.length === 0) return false;
    const engine = new LiveEngine(this.dataSource, taken, this.now);
    await engine.follow();
    // the first answer of a figure sorts all that is in it
    await inTurns(engine.windows.steps(taken.map(({ name }) => name)));
    await engine.follow(); // what came while it was read
    const layer = { engine, names: new Set(taken.map(({ name }) => name)) };
    this.layers = isAnew ? [layer] : [...this.layers, layer];
    return true;
  }

  /** Takes in what has changed; answers whether anything has. */
  async follow(): Promise<boolean> {
    let moved = false;
    for (const { engine } of this.layers) {
      if (await engine.isUpToDate()) continue;
      if ((await engine.follow()).kind !== 'nothing') moved = true;
    }
    return moved;
  }

  /** Moves all figures on to the present instant; answers whether any moved. */
  advance(): boolean {
    let moved = false;
    for (const { engine } of this.layers) if (engine.advance()) moved = true;
    return moved;
  }

  private layerOf(name: string): Layer | undefined {
    return this.layers.find((layer) => layer.names.has(name));
  }
}

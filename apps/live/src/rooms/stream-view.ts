import type { Faces, FloorSources } from './floor-sources.js';

/**
 * How the state of one stream is made. `leads` goes out at once, `figures` at most four times a second, `alerts` by themselves as soon as one is
 * raised or ends; `shown` says which leads they name, `claimable` for which of them the assignment must be known.
 */
export interface StreamView<S extends object> {
  readonly name: string;
  readonly keyed: readonly string[];
  readonly empty: () => S;
  readonly shown: (sources: FloorSources) => readonly string[];
  readonly claimable: (sources: FloorSources) => readonly string[];
  readonly leads: (sources: FloorSources, faces: Faces) => Partial<S>;
  readonly figures: (sources: FloorSources, faces: Faces) => Partial<S>;
  readonly alerts: (alerts: FloorSources['alerts'], names: Faces['names']) => Partial<S>;
}

/** What a floor is like. With the span these are all that its plan depends on. */
export interface Floor {
  /** the same seed plays the same day again */
  readonly seed: number;
  /** how many leads come in a busy hour of a weekday; nights and Sundays have fewer */
  readonly leadsPerHour: number;
  readonly reps: number;
  /** IANA: where the floor's days and nights are, and what its calendar windows are cut in */
  readonly zone: string;
}

/** From when until when leads come. Epoch milliseconds. */
export interface Span {
  readonly from: number;
  /** null: for ever */
  readonly until: number | null;
  /**
   * The instant at which the plan meets the clock. What came more than a target before it is a backfill (`historical`): it counts, and rings
   * nobody. Around it a few leads come that nobody hurries to, so that whoever looks at the floor sees one turn late.
   */
  readonly liveFrom: number | null;
}

export const usualFloor = { seed: 1, leadsPerHour: 180, reps: 8 } as const;

export const second = 1_000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;
/** The default policy's target: a lead that is older when the plan meets the clock was late before anybody could have been told. */
export const target = 5 * minute;

/** A stage that was entered: its place in the order of stages, and when. */
export interface Entered {
  readonly place: number;
  readonly at: number;
}

/** How the first entry of a stage lies among those of the other stages of its order. */
export interface Standing {
  /** a later stage was entered before it: it is in that one's cohort of those who skipped it */
  readonly returned: boolean;
  /** when a later stage was entered first; null: none was */
  readonly laterAt: number | null;
  /** when the very next stage was entered first; null: it was not */
  readonly nextAt: number | null;
}

/** Compares the first entry of a stage with those of all stages of the order. Of two of one instant neither was before the other. */
export function standingAmong(entry: Entered, all: readonly Entered[]): Standing {
  let laterAt: number | null = null;
  let nextAt: number | null = null;
  for (const { place, at } of all) {
    if (place <= entry.place) continue;
    laterAt = laterAt === null ? at : Math.min(laterAt, at);
    if (place === entry.place + 1) nextAt = at;
  }
  return { returned: laterAt !== null && laterAt < entry.at, laterAt, nextAt };
}

/** By which entry a stage was skipped: the first one of a later stage, unless the stage itself was entered by then; null: it was not. */
export function skippedBy<T extends Entered>(place: number, all: readonly T[]): T | null {
  let first: T | null = null;
  let enteredAt = Number.POSITIVE_INFINITY;
  for (const entry of all) {
    if (entry.place === place) enteredAt = entry.at;
    else if (entry.place > place && (first === null || entry.at < first.at)) first = entry;
  }
  return first !== null && first.at < enteredAt ? first : null;
}

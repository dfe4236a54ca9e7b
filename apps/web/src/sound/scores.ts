/** What a screen can be heard saying: a lead came in, one is late, a deal is won, a minute is left. */
export type SoundName = 'new' | 'breach' | 'win' | 'tick';

/** One note of a score: when it begins and how long it lasts, in ms, and its pitch. */
export interface Note {
  readonly at: number;
  readonly lasts: number;
  readonly hz: number;
}

const [C5, E5, G5, A5, C6, E6] = [523.25, 659.25, 783.99, 880, 1046.5, 1318.51] as const;

/** Told apart without looking: rising, falling, a chord that climbs, a single short one. */
export const scores: Readonly<Record<SoundName, readonly Note[]>> = {
  new: [
    { at: 0, lasts: 90, hz: E5 },
    { at: 90, lasts: 90, hz: A5 },
  ],
  breach: [
    { at: 0, lasts: 150, hz: A5 },
    { at: 150, lasts: 150, hz: E5 },
    { at: 300, lasts: 150, hz: C5 },
  ],
  win: [
    { at: 0, lasts: 200, hz: C5 },
    { at: 150, lasts: 200, hz: E5 },
    { at: 300, lasts: 200, hz: G5 },
    { at: 450, lasts: 200, hz: C6 },
    { at: 600, lasts: 600, hz: E6 },
  ],
  tick: [{ at: 0, lasts: 80, hz: C6 }],
};

/** How long a sound is, in ms. */
export const lengthOf = (name: SoundName): number => Math.max(...scores[name].map(({ at, lasts }) => at + lasts));

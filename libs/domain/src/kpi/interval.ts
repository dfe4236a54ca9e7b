/** What stands beside a figure that is drawn from rows: between which values it lies with 95 % confidence, and whether the rows are too few. */
export interface Interval {
  /** null: the rows are too few to say */
  readonly low: number | null;
  readonly high: number | null;
  /** true: fewer than ten rows; screens grey the figure and rank it nowhere */
  readonly small: boolean;
}

/** Figures over fewer rows than this are shown greyed and never ranked. */
const fewRows = 10;

/** The normal distribution's 97.5 % point. */
const z = 1.959963984540054;

/** Chance that the interval of a median may miss it on either side. */
const eitherSide = 0.025;

/** Weights below this change no double that they are added to. */
const negligible = 1e-18;

/** Ranks that have been counted, of up to so many values; beyond, they are reckoned. */
const countedUpTo = 1000;
const ranks: number[] = [];

/** How far from a whole number a reckoned rank must lie to be trusted: it is off by about n^(−3/2), and agrees with the sums at every n up to 150,000. */
const trusted = 1e-4;

export const isSmall = (n: number): boolean => n < fewRows;

/**
 * Wilson's score interval of a share, 95 %: (p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n). Source: E. B. Wilson, "Probable inference, the
 * law of succession, and statistical inference", 1927. Unlike the textbook's p ± z √(p(1 − p)/n) it stays within 0..1 and means something at 0 of 3.
 */
export function shareInterval(hits: number, n: number): Interval {
  if (n === 0) return { low: null, high: null, small: true };
  const share = hits / n;
  const middle = share + (z * z) / (2 * n);
  const half = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  const whole = 1 + (z * z) / n;
  return { low: hits === 0 ? 0 : (middle - half) / whole, high: hits === n ? 1 : (middle + half) / whole, small: isSmall(n) };
}

/**
 * The rank (from 1) of the value below which the median of a population lies with a chance of at most 2.5 %, whatever its distribution: the
 * largest r for which P(B < r) ≤ 0.025, B binomial(n, ½); the value of rank n + 1 − r is the other end. null: fewer than 6 values have none.
 * Source: the sign test, W. R. Thompson, 1936.
 */
export function medianRank(n: number): number | null {
  if (n > countedUpTo) {
    const reckoned = reckonRank(n);
    return Math.abs(reckoned - Math.round(reckoned)) < trusted ? countRank(n) : Math.floor(reckoned);
  }
  const rank = (ranks[n] ??= countRank(n));
  return rank === 0 ? null : rank;
}

/** The normal distribution's rank, corrected for the steps and the tails of the binomial one (Cornish and Fisher, to the order 1/√n). */
const reckonRank = (n: number): number => (n + 1) / 2 - (Math.sqrt(n) / 2) * (z - (z ** 3 - z) / (12 * n));

/**
 * Sums the binomial weights relative to the middle one, from where they begin to matter: w(k) / w(k + 1) = (k + 1) / (n − k). About nine roots
 * of n steps, with no factorial that could overflow. 0: there is none.
 */
function countRank(n: number): number {
  const middle = Math.floor(n / 2);
  let k = middle;
  let weight = 1;
  let below = 0;
  while (k > 0 && weight > negligible) {
    weight *= k / (n - k + 1);
    k--;
    below += weight;
  }
  // the weights are the same on both sides: of an odd n two are in the middle
  const all = 2 * below + (n % 2 === 0 ? 1 : 2);
  let passed = 0;
  for (let rank = k; ; rank++) {
    passed += weight;
    if (passed > eitherSide * all) return rank;
    weight *= (n - rank) / (rank + 1);
  }
}

/** Chance by a seed: the same words give the same draws on every machine, for ever. */
export interface Random {
  /** [0, 1) */
  unit(): number;
  /** a number in [from, to) */
  between(from: number, to: number): number;
  /** a whole number, 0 to `below` - 1 */
  whole(below: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly [T, ...T[]]): T;
  /** one of them, each as likely as its weight */
  weighted<T>(list: readonly [Weighted<T>, ...Weighted<T>[]]): T;
  /** how long until something happens that happens every `mean` */
  exponential(mean: number): number;
  /** spread around a median as human delays are: `sigma` 0.5 puts two thirds between 0.6 and 1.65 of it */
  logNormal(median: number, sigma: number): number;
  /** how often something happened that happens `mean` times */
  poisson(mean: number): number;
}

export interface Weighted<T> {
  readonly value: T;
  readonly weight: number;
}

/** Draws that are a function of the words alone. */
export function randomOf(...words: readonly (string | number)[]): Random {
  const unit = sfc32(words.join('\u0000'));
  const normal = () => Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit());
  const whole = (below: number) => Math.floor(unit() * below);
  return {
    unit,
    between: (from, to) => from + unit() * (to - from),
    whole,
    chance: (probability) => unit() < probability,
    pick: (list) => list[whole(list.length)] ?? list[0],
    weighted: (list) => {
      let left = unit() * list.reduce((sum, { weight }) => sum + weight, 0);
      for (const { value, weight } of list) {
        left -= weight;
        if (left < 0) return value;
      }
      return list[0].value;
    },
    exponential: (mean) => -Math.log(1 - unit()) * mean,
    logNormal: (median, sigma) => median * Math.exp(sigma * normal()),
    poisson: (mean) => {
      // beyond this e^-mean comes near to what a double can hold; a normal draw is as good there
      if (mean > 200) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()));
      let count = -1;
      for (let left = Math.exp(mean); left >= 1; left *= 1 - unit()) count++;
      return Math.max(0, count);
    },
  };
}

/** Small Fast Counter (PractRand's sfc32), its 96 bits of seed hashed from the text by FNV-1a with three offsets. */
function sfc32(text: string): () => number {
  let a = hash(text, 0x811c9dc5);
  let b = hash(text, 0x9e3779b9);
  let c = hash(text, 0x85ebca6b);
  let counter = 1;
  const next = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 0x1_0000_0000;
  };
  // the first draws are still like their seed
  for (let i = 0; i < 12; i++) next();
  return next;
}

function hash(text: string, offset: number): number {
  let h = offset;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h | 0;
}

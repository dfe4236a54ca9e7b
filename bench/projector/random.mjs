/** The same numbers in every run: mulberry32, seeded. */
export function randomOf(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    chance: (share) => next() < share,
    between: (from, to) => from + next() * (to - from),
    whole: (count) => Math.floor(next() * count),
    pick: (list) => list[Math.floor(next() * list.length)],
  };
}

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** An id of the length and look of a ULID, different for every number. */
export function idOf(prefix, number) {
  let text = '';
  let rest = number;
  let mixed = Math.imul(number + 1, 0x9e3779b1) >>> 0;
  for (let i = 0; i < 7; i += 1) {
    text = LETTERS[rest % 32] + text;
    rest = Math.floor(rest / 32);
  }
  for (let i = 0; i < 6; i += 1) {
    text = LETTERS[mixed % 32] + text;
    mixed = Math.floor(mixed / 32);
  }
  return `${prefix}${text}`;
}

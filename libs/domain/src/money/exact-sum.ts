/** Below this a double holds every whole number with a bit to spare; beyond it a running sum moves into the bigint. */
const spill = 2 ** 52;

/** A sum of whole numbers that is exact in any order and however long it runs. */
export class ExactSum {
  private small = 0;
  private large = 0n;

  /** `value` is a whole number that a double holds as it is; negative takes back */
  add(value: number): void {
    const next = this.small + value;
    if (next < spill && next > -spill) this.small = next;
    else {
      this.large += BigInt(this.small) + BigInt(value);
      this.small = 0;
    }
  }

  /** Adds another sum. */
  addTotal({ small, large }: ExactSum): void {
    this.add(small);
    this.large += large;
  }

  total(): bigint {
    return this.large + BigInt(this.small);
  }

  /** The sum divided by `divisor`, rounded once: the same double however the sum came to be. */
  over(divisor: number): number {
    return this.large === 0n ? this.small / divisor : quotient(this.total(), BigInt(divisor));
  }
}

/** Bits kept below the point before a quotient is rounded: more than a double's for any quotient above 2^-100. */
const keptBits = 160n;

/**
 * numerator / denominator, both whole numbers of any length, the denominator above 0: the nearest double,
 * as `/` gives it for whole numbers that doubles hold. Exact so for quotients above 2^-100.
 */
export function quotient(numerator: bigint, denominator: bigint): number {
  const scaled = numerator << keptBits;
  const rest = scaled % denominator;
  // one bit below the kept ones says that something was cut off, so that a tie is rounded as what it really was
  const cut = rest === 0n ? 0n : rest > 0n ? 1n : -1n;
  return Number(2n * (scaled / denominator) + cut) / 2 ** Number(keptBits + 1n);
}

/** Below this a double holds every whole number with a bit to spare; beyond it a running sum moves into the bigint. */
const spill = 2 ** 52;

/** A sum of whole numbers that is exact in any order and however long it runs. */
export class ExactSum {
  private small = 0;
  private large = 0n;

  /** `value` is a safe integer; negative takes back */
  add(value: number): void {
    const next = this.small + value;
    if (next < spill && next > -spill) this.small = next;
    else {
      this.large += BigInt(this.small) + BigInt(value);
      this.small = 0;
    }
  }

  total(): bigint {
    return this.large + BigInt(this.small);
  }

  /** The sum divided by `divisor`, rounded once, as a double. */
  over(divisor: number): number {
    return this.large === 0n ? this.small / divisor : quotient(this.total(), BigInt(divisor));
  }
}

/** numerator / denominator, both whole numbers of any length, the denominator above 0: to the last digit of a double. */
export function quotient(numerator: bigint, denominator: bigint): number {
  const whole = numerator / denominator;
  const rest = numerator % denominator;
  return Number(whole) + Number((rest << 64n) / denominator) / 2 ** 64;
}

/** 95 % of the normal distribution lies within so many deviations. */
const Z = 1.959964;

/**
 * Where a share lies with 95 % confidence, by Wilson's score interval: it stays in 0..1 and does not shrink to nothing when all or none
 * are met. null: there is nothing to judge. Source: E. B. Wilson, JASA 22 (1927), 209–212.
 */
export function confidence(met: number, n: number): { readonly low: number; readonly high: number } | null {
  if (n <= 0) return null;
  const share = met / n;
  const middle = (share + Z ** 2 / (2 * n)) / (1 + Z ** 2 / n);
  const reach = (Z / (1 + Z ** 2 / n)) * Math.sqrt((share * (1 - share)) / n + Z ** 2 / (4 * n ** 2));
  return { low: Math.max(0, middle - reach), high: Math.min(1, middle + reach) };
}

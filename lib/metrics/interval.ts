/** z(95 %), the normal quantile of metrics.md 0. */
export const Z_95 = 1.959963984540054;

/**
 * 95 % Wilson interval of a share: `successes` of `n`, both counts, 0 ≤ successes ≤ n. Answers fractions in
 * [0, 1], or null when n is 0 (metrics.md B10; Wilson 1927).
 */
export function wilsonInterval(successes: number, n: number): { low: number; high: number } | null {
  if (n <= 0) {
    return null;
  } else {
    const share = successes / n;
    const z2 = Z_95 * Z_95;
    const denominator = 1 + z2 / n;
    const centre = (share + z2 / (2 * n)) / denominator;
    const halfWidth = (Z_95 * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n))) / denominator;
    return { low: Math.max(0, centre - halfWidth), high: Math.min(1, centre + halfWidth) };
  }
}

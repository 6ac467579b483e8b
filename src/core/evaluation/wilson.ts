/** The two-sided 95 % point of the normal distribution. */
const Z = 1.959963984540054

/**
 * The 95 % interval of a share, by Wilson's score method (1927): it holds its level for few trials and for shares near
 * 0 and 1, where the usual interval of a mean does not.
 *
 * @param right how many of `total` trials succeeded
 * @returns bounds in [0, 1]; with no trial nothing is known, which is [0, 1]
 */
export function wilson(right: number, total: number): { low: number; high: number } {
  if (total <= 0) return { low: 0, high: 1 }
  const share = right / total
  const z2 = (Z * Z) / total
  const centre = share + z2 / 2
  const spread = Z * Math.sqrt((share * (1 - share)) / total + z2 / (4 * total))
  // At the ends the terms cancel but for rounding.
  const low = right <= 0 ? 0 : (centre - spread) / (1 + z2)
  const high = right >= total ? 1 : (centre + spread) / (1 + z2)
  return { low, high }
}

/** A share with what it could as well be, all in [0, 1]. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/** Two-sided 95 % of the normal distribution. */
const Z = 1.959963984540054

/**
 * Score interval of a share at 95 % (E. B. Wilson, “Probable inference, the law of succession, and statistical
 * inference”, Journal of the American Statistical Association 22, 1927, 209–212): with p = right / total,
 * (p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n). It stays within [0, 1] and is of use for small samples and for
 * shares near 0 or 1 (rule BLIND4).
 *
 * @param right how many are, from 0 to `total`; need not be whole, as weighted counts are not
 * @param total out of how many; nothing at all gives the whole of [0, 1]
 */
export function wilson(right: number, total: number): Interval {
  if (total <= 0) return { low: 0, high: 1 }
  const share = Math.min(1, Math.max(0, right / total))
  const z2 = Z * Z
  const middle = share + z2 / (2 * total)
  const reach = Z * Math.sqrt((share * (1 - share)) / total + z2 / (4 * total * total))
  const scale = 1 + z2 / total
  // The ends are 0 and 1 exactly where nothing, or everything, is right; rounding must not put them beside it.
  return {
    low: share === 0 ? 0 : Math.max(0, (middle - reach) / scale),
    high: share === 1 ? 1 : Math.min(1, (middle + reach) / scale),
  }
}

/** Standard normal quantile of 97.5 %. */
const Z = 1.959963984540054

/**
 * Wilson's score interval of a share at 95 % (E. B. Wilson, 1927): it stays within [0, 1] and holds for small numbers and
 * for shares near 0 or 1. Of nothing at all, everything is possible.
 *
 * @param right how many of `total`, both whole numbers of 0 or more
 */
export function wilson(right: number, total: number): { readonly low: number; readonly high: number } {
  if (total <= 0) return { low: 0, high: 1 }
  const share = right / total
  const scale = 1 + Z ** 2 / total
  const middle = (share + Z ** 2 / (2 * total)) / scale
  const half = (Z / scale) * Math.sqrt((share * (1 - share)) / total + Z ** 2 / (4 * total ** 2))
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}

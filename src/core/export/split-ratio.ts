export const SPLITS = ['train', 'validation', 'test'] as const
export type Split = (typeof SPLITS)[number]

/** Shares in percent. */
export type SplitRatio = { readonly [split in Split]: number }

/** `90/5/5` as shares of train, validation and test; null for anything that is not three shares that add to 100. */
export function parseSplitRatio(text: string): SplitRatio | null {
  const parts = text.split('/').map(part => (/^\s*\d+(?:\.\d+)?\s*$/.test(part) ? Number(part) : Number.NaN))
  const [train, validation, test] = parts
  if (parts.length !== 3 || train === undefined || validation === undefined || test === undefined) return null
  const ratio = { train, validation, test }
  return isSplitRatio(ratio) ? ratio : null
}

/** Whether the shares are not negative and add to 100. */
export function isSplitRatio({ train, validation, test }: SplitRatio): boolean {
  return [train, validation, test].every(share => share >= 0) && Math.abs(train + validation + test - 100) < 1e-6
}

/** The side with the largest share; it takes what fits nowhere else. */
export function mainSide(ratio: SplitRatio): Split {
  return SPLITS.reduce((main, side) => (ratio[side] > ratio[main] ? side : main))
}

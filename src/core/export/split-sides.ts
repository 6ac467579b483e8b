import { type Split, SPLITS, type SplitRatio } from '#core/export/split-ratio'
import { randomStream } from '#core/synthesis/random-stream'

interface Group {
  readonly group: number
  readonly rows: number
}

/**
 * Chooses a side for each group of rows. Groups come in an order drawn by the seed; each of the smaller sides takes what
 * brings it nearer to its share of rows, one group at least while one is left for the largest side, which takes the rest.
 */
export function assignSides(groupOf: Int32Array, ratio: SplitRatio, seed: number): (group: number) => Split {
  const sizes = new Map<number, number>()
  for (const group of groupOf) sizes.set(group, (sizes.get(group) ?? 0) + 1)
  const inOrder = [...sizes].map(([group, rows]) => ({ group, rows })).sort((a, b) => a.group - b.group)
  let left = randomStream(seed, 'split').shuffle(inOrder)
  const [main = 'train'] = SPLITS.filter(side => ratio[side] > 0).sort((a, b) => ratio[b] - ratio[a])
  const sides = new Map<number, Split>()
  // The last name first: when there is too little for all, a test set is worth more than a validation set.
  for (const side of SPLITS.filter(side => side !== main && ratio[side] > 0).reverse()) {
    const taken = choose(left, (groupOf.length * ratio[side]) / 100)
    for (const { group } of taken) sides.set(group, side)
    left = left.filter(({ group }) => !sides.has(group))
  }
  return group => sides.get(group) ?? main
}

function choose(groups: readonly Group[], target: number): readonly Group[] {
  if (groups.length < 2) return []
  const taken: Group[] = []
  let rows = 0
  for (const group of groups) {
    if (taken.length + 1 === groups.length) break
    if (group.rows >= 2 * (target - rows)) continue
    taken.push(group)
    rows += group.rows
  }
  if (taken.length > 0) return taken
  return [groups.reduce((least, group) => (group.rows < least.rows ? group : least))]
}

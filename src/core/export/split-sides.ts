import { mainSide, type Split, SPLITS, type SplitRatio } from '#core/export/split-ratio'
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
  const main = mainSide(ratio)
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

/**
 * Moves rows that repeat one of another group to the side of that one (rule EXPORT8). A cluster that would make a smaller
 * side more than twice as large as asked goes to the largest side instead, all of it. Gives the side of each row.
 */
export function keepClustersTogether(
  groupOf: Int32Array,
  firsts: Int32Array,
  ratio: SplitRatio,
  sideOfGroup: (group: number) => Split,
): Split[] {
  const main = mainSide(ratio)
  const sides = Array.from(groupOf, sideOfGroup)
  const rows: Record<Split, number> = { train: 0, validation: 0, test: 0 }
  for (const side of sides) rows[side] += 1
  const clusters = new Map<number, number[]>()
  for (const [row, first] of firsts.entries()) {
    const members = clusters.get(first)
    if (members !== undefined) members.push(row)
    else if (first !== row) clusters.set(first, [first, row])
  }
  for (const [first, members] of clusters) {
    const wanted = sides[first] ?? main
    const strays = members.filter(row => sides[row] !== wanted).length
    if (strays === 0) continue
    const most = (2 * ratio[wanted] * groupOf.length) / 100
    const side = wanted === main || rows[wanted] + strays <= most ? wanted : main
    for (const row of members) {
      rows[sides[row] ?? main] -= 1
      rows[side] += 1
      sides[row] = side
    }
  }
  return sides
}

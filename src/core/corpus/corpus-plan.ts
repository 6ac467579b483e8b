import type { PassageRows } from '#core/corpus/passage-index'
import { segmentsOf } from '#core/corpus/segments'

export type RowSegment<Where> = readonly [PassageRows<Where>, ...PassageRows<Where>[]]

/** Which passages become one text, and where the texts stand. */
export interface CorpusPlan<Where> {
  /** In the order of their first passages (rule CORPUS3). */
  readonly segments: readonly RowSegment<Where>[]
  /** Keys of passages that stand in several segments, as of two runs. */
  readonly repeated: ReadonlySet<string>
}

/** Cuts passages into texts: chains where they broke, and passages of no chain each by itself (rules CORPUS1 to CORPUS3). */
export function planCorpus<Where>(rows: readonly PassageRows<Where>[]): CorpusPlan<Where> {
  const chains = grouped(
    rows.filter(row => row.chain !== null),
    row => row.chain ?? '',
  )
  const alone = rows.filter(row => row.chain === null).map(row => [row] as const)
  const segments: RowSegment<Where>[] = [...chains.values()].flatMap(chain => segmentsOf(chain))
  segments.push(...alone)
  const [seen, repeated] = [new Set<string>(), new Set<string>()]
  for (const { key } of rows) (seen.has(key) ? repeated : seen).add(key)
  return { segments: segments.sort(([a], [b]) => a.at - b.at), repeated }
}

/** Items by key, groups and items in order of their first. */
export function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group === undefined) groups.set(keyOf(item), [item])
    else group.push(item)
  }
  return groups
}

import type { CheckTally, PairKey, PairOrder, PassageTally, StoredPair } from '#core/ports/project-store'
import type { State } from '#core/synthesis/pair'

const DOUBT: readonly State[] = ['unsure', 'failed', 'ready', 'kept', 'dropped']

const troubles = ({ pair }: StoredPair): number => pair.checks.filter(check => check.result !== 'pass').length

function repeated(pairs: readonly StoredPair[]): readonly StoredPair[] {
  const groups = new Map<string, StoredPair[]>()
  for (const one of pairs) {
    const of = one.pair.checks.find(check => check.reason === 'duplicate')?.values?.['of']
    if (of !== undefined) groups.set(String(of), [...(groups.get(String(of)) ?? []), one])
  }
  return pairs.flatMap(one => {
    const repeats = groups.get(one.pair.id)
    return repeats === undefined ? [] : [one, ...repeats]
  })
}

/** Keys in an order of the store's. */
export function orderedBy(pairs: readonly StoredPair[], order: PairOrder): readonly PairKey[] {
  const sorted = [...pairs]
  if (order === 'doubt') {
    sorted.sort((a, b) => DOUBT.indexOf(a.pair.state) - DOUBT.indexOf(b.pair.state) || troubles(b) - troubles(a))
  } else if (order === 'task')
    sorted.sort((a, b) => (a.pair.task < b.pair.task ? -1 : a.pair.task > b.pair.task ? 1 : 0))
  return (order === 'repetition' ? repeated(sorted) : sorted).map(one => one.key)
}

export function checkTalliesOf(pairs: readonly StoredPair[]): readonly CheckTally[] {
  const counts = new Map<string, number>()
  for (const { pair } of pairs) {
    for (const { name, result } of pair.checks) if (result !== 'pass') counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts].map(([check, count]) => ({ check, count }))
}

export function passageTalliesOf(pairs: readonly StoredPair[]): readonly PassageTally[] {
  const counts = new Map<string, PassageTally>()
  for (const { pair } of pairs) {
    const { state, task } = pair
    const { start } = pair.passage
    const key = `${String(start)} ${state} ${task}`
    counts.set(key, { start, state, task, count: (counts.get(key)?.count ?? 0) + 1 })
  }
  return [...counts.values()].sort((a, b) => a.start - b.start)
}

import type { Source } from '#core/ports/project-store'

export type Group = 'all' | 'attention' | 'failed' | 'repeated' | 'removed'

/** Whether a source gave no text at all. */
export function isUnread(source: Source): boolean {
  return source.problem !== null && source.documents === 0
}

/** Whether a source is still being read: a finished one has documents or a problem. */
export function isBeingRead(source: Source): boolean {
  return source.problem === null && source.documents === 0
}

/** Which group a source stands in beside `all`; removed ones stand only there. */
function groupOf(source: Source): Group {
  if (source.removed) return 'removed'
  if (isUnread(source)) return source.problem?.kind === 'already-here' ? 'repeated' : 'failed'
  return source.warnings.length > 0 || source.problem !== null ? 'attention' : 'all'
}

export function countGroups(sources: readonly Source[]): Readonly<Record<Group, number>> {
  const counts = { all: sources.length, attention: 0, failed: 0, repeated: 0, removed: 0 }
  for (const source of sources) {
    const group = groupOf(source)
    if (group !== 'all') counts[group]++
  }
  return counts
}

/** Sources of a group whose name holds the words; removed ones last. */
export function filterSources(sources: readonly Source[], group: Group, words: string): readonly Source[] {
  const wanted = words.trim().toLowerCase()
  return sources
    .filter(source => (group === 'all' || groupOf(source) === group) && source.name.toLowerCase().includes(wanted))
    .sort((a, b) => Number(a.removed) - Number(b.removed))
}

export interface Totals {
  readonly sources: number
  readonly documents: number
  readonly passages: number
  readonly characters: number
}

/** Sums over what is not removed and gave text. */
export function totalsOf(sources: readonly Source[]): Totals {
  const counted = sources.filter(source => !source.removed && source.documents > 0)
  const sum = (of: (source: Source) => number): number => counted.reduce((total, source) => total + of(source), 0)
  return {
    sources: counted.length,
    documents: sum(source => source.documents),
    passages: sum(source => source.passages),
    characters: sum(source => source.characters),
  }
}

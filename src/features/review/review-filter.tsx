import type { Language } from '#core/documents/document'
import type { PairFilter, PairKey, Tally } from '#core/ports/project-store'
import type { Pair, State } from '#core/synthesis/pair'

/** What the chips above the list choose: groups of states. */
export type Group = 'review' | 'kept' | 'dropped' | 'failed' | 'all'

export const GROUPS: readonly Group[] = ['review', 'kept', 'dropped', 'failed', 'all']

const STATES_OF: Readonly<Record<Group, readonly State[]>> = {
  review: ['ready', 'unsure'],
  kept: ['kept'],
  dropped: ['dropped'],
  failed: ['failed'],
  all: [],
}

/** What the person chose to see, as it stands in the URL. Empty strings and null mean "all". */
export interface ReviewFilter {
  readonly group: Group
  readonly task: string
  readonly language: Language | ''
  readonly document: number | null
  readonly text: string
}

/** The filter of a URL; what it cannot read counts as not there. */
export function filterOf(params: URLSearchParams): ReviewFilter {
  const group = GROUPS.find(name => name === params.get('show')) ?? 'review'
  const language = (['en', 'zh', 'other'] as const).find(name => name === params.get('language')) ?? ''
  const document = Number(params.get('document') ?? Number.NaN)
  return {
    group,
    language,
    task: params.get('task') ?? '',
    document: Number.isSafeInteger(document) && document >= 0 ? document : null,
    text: params.get('find') ?? '',
  }
}

/** The parameters that `filterOf` reads back, without those that say nothing. */
export function paramsOf(filter: ReviewFilter, pair: PairKey | null): Readonly<Record<string, string>> {
  return {
    ...(filter.group !== 'review' && { show: filter.group }),
    ...(filter.task !== '' && { task: filter.task }),
    ...(filter.language !== '' && { language: filter.language }),
    ...(filter.document !== null && { document: String(filter.document) }),
    ...(filter.text !== '' && { find: filter.text }),
    ...(pair !== null && { pair }),
  }
}

/** The filter as the store understands it. */
export function pairFilterOf(filter: ReviewFilter): PairFilter {
  return {
    states: STATES_OF[filter.group],
    tasks: filter.task === '' ? [] : [filter.task],
    languages: filter.language === '' ? [] : [filter.language],
    checks: [],
    document: filter.document,
    text: filter.text.trim(),
  }
}

/** Whether a pair passes a filter; its text is not looked at. */
export function passes(filter: PairFilter, pair: Pick<Pair, 'state' | 'task' | 'language'>): boolean {
  return (
    (filter.states.length === 0 || filter.states.includes(pair.state)) &&
    (filter.tasks.length === 0 || filter.tasks.includes(pair.task)) &&
    (filter.languages.length === 0 || filter.languages.includes(pair.language))
  )
}

/** Number of pairs that a filter shows, by maintained counts; its text is not looked at. */
export function countOf(tallies: readonly Tally[], filter: PairFilter): number {
  let count = 0
  for (const tally of tallies) if (passes(filter, tally)) count += tally.count
  return count
}

/** Pairs of each group among those of the chosen task and language. */
export function groupCounts(tallies: readonly Tally[], filter: ReviewFilter): Readonly<Record<Group, number>> {
  const count = (group: Group): number => countOf(tallies, pairFilterOf({ ...filter, group }))
  return {
    review: count('review'),
    kept: count('kept'),
    dropped: count('dropped'),
    failed: count('failed'),
    all: count('all'),
  }
}

/** Choices of one kind with the number of pairs that each would show, most first. */
export function choices<Kind extends 'task' | 'language'>(
  tallies: readonly Tally[],
  filter: ReviewFilter,
  kind: Kind,
): readonly (readonly [value: Tally[Kind], count: number])[] {
  const open = pairFilterOf({ ...filter, [kind]: '' })
  const counts = new Map<Tally[Kind], number>()
  for (const tally of tallies)
    if (passes(open, tally)) counts.set(tally[kind], (counts.get(tally[kind]) ?? 0) + tally.count)
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
}

import type { Language } from '#core/documents/document'
import type { PairFilter, PairKey, PairOrder, Tally } from '#core/ports/project-store'
import type { Pair, State } from '#core/synthesis/pair'

/** What the chips above the list choose: groups of states. */
export type Group = 'review' | 'kept' | 'dropped' | 'failed' | 'all'

export const GROUPS: readonly Group[] = ['review', 'kept', 'dropped', 'failed', 'all']

export const ORDERS: readonly PairOrder[] = ['place', 'doubt', 'task', 'repetition']

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
  /** Name of a check that did not pass. */
  readonly check: string
  readonly order: PairOrder
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
    check: params.get('check') ?? '',
    order: ORDERS.find(name => name === params.get('order')) ?? 'place',
  }
}

/** The document whose map a URL asks for; null where it asks for the list. */
export function mapOf(params: URLSearchParams): number | null {
  const map = Number(params.get('map') ?? Number.NaN)
  return Number.isSafeInteger(map) && map >= 0 ? map : null
}

/** The parameters that `filterOf` reads back, without those that say nothing. */
export function paramsOf(filter: ReviewFilter, pair: PairKey | null): Readonly<Record<string, string>> {
  return {
    ...(filter.group !== 'review' && { show: filter.group }),
    ...(filter.task !== '' && { task: filter.task }),
    ...(filter.language !== '' && { language: filter.language }),
    ...(filter.document !== null && { document: String(filter.document) }),
    ...(filter.text !== '' && { find: filter.text }),
    ...(filter.check !== '' && { check: filter.check }),
    ...(filter.order !== 'place' && { order: filter.order }),
    ...(pair !== null && { pair }),
  }
}

/** The filter as the store understands it. */
export function pairFilterOf(filter: ReviewFilter): PairFilter {
  return {
    states: STATES_OF[filter.group],
    tasks: filter.task === '' ? [] : [filter.task],
    languages: filter.language === '' ? [] : [filter.language],
    checks: filter.check === '' ? [] : [filter.check],
    document: filter.document,
    text: filter.text.trim(),
  }
}

/** A list that cannot be read in the order of keys, or whose length no counter knows: its keys are read first. */
export function needsKeys({ check, order }: ReviewFilter): boolean {
  return check !== '' || order !== 'place'
}

/** Pairs that repeat one another are in all groups: of those to review only the first ones would be left. */
export function inOrder(order: PairOrder, { group }: ReviewFilter): Partial<ReviewFilter> {
  return order === 'repetition' && group === 'review' ? { order, group: 'all' } : { order }
}

/** Whether a pair passes a filter; its text is not looked at. */
export function passes(filter: PairFilter, pair: Pick<Pair, 'state' | 'task' | 'language' | 'checks'>): boolean {
  return (
    counts(filter, pair) &&
    (filter.checks.length === 0 ||
      pair.checks.some(check => check.result !== 'pass' && filter.checks.includes(check.name)))
  )
}

function counts(filter: PairFilter, pair: Pick<Tally, 'state' | 'task' | 'language'>): boolean {
  return (
    (filter.states.length === 0 || filter.states.includes(pair.state)) &&
    (filter.tasks.length === 0 || filter.tasks.includes(pair.task)) &&
    (filter.languages.length === 0 || filter.languages.includes(pair.language))
  )
}

/** Number of pairs that a filter shows, by maintained counts; its text and checks are not looked at. */
export function countOf(tallies: readonly Tally[], filter: PairFilter): number {
  let count = 0
  for (const tally of tallies) if (counts(filter, tally)) count += tally.count
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
  const found = new Map<Tally[Kind], number>()
  for (const tally of tallies)
    if (counts(open, tally)) found.set(tally[kind], (found.get(tally[kind]) ?? 0) + tally.count)
  return [...found].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
}

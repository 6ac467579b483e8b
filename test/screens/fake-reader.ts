import type { Cut, PairFilter, ProjectReader, StoredPair, Tally } from '#core/ports/project-store'
import type { RejectedWords } from '#core/run/run'
import { DEFAULT_THRESHOLDS } from '#core/verification/thresholds'
import type { FakeProject } from './fake-data'
import { checkTalliesOf, orderedBy, passageTalliesOf } from './fake-judging'

function talliesOf(pairs: readonly StoredPair[]): readonly Tally[] {
  const counted = new Map<string, Tally>()
  for (const { pair } of pairs) {
    const key = [pair.state, pair.task, pair.language].join(' ')
    const before = counted.get(key)
    counted.set(key, { state: pair.state, task: pair.task, language: pair.language, count: (before?.count ?? 0) + 1 })
  }
  return [...counted.values()]
}

function matches(filter: PairFilter, { document, pair }: StoredPair): boolean {
  const has = <T>(list: readonly T[], value: T): boolean => list.length === 0 || list.includes(value)
  return (
    has(filter.states, pair.state) &&
    has(filter.tasks, pair.task) &&
    has(filter.languages, pair.language) &&
    (filter.document === null || filter.document === document) &&
    (filter.checks.length === 0 ||
      pair.checks.some(check => check.result !== 'pass' && filter.checks.includes(check.name)))
  )
}

/** What of two answers was no pair. */
const REJECTED: readonly (readonly RejectedWords[])[] = [
  [
    { reason: 'truncated', raw: '<QUE> Why did the keepers stop burning pine? <ANS> Its resin coated the' },
    {
      reason: 'answer-not-an-option',
      raw: '<QUE> What did a tower burn in winter?\nOptions:\n- Oak\n- Pine\n- Coal <ANS> Wood of any kind </END>',
    },
  ],
  [{ reason: 'no-answer', raw: '<QUE> 明前茶是什么？ </END>' }],
]

/** Reads a fake project as the store would. */
export function fakeReader(project: FakeProject): ProjectReader {
  const text = (document: number, start: number, end: number): string =>
    (project.texts.get(document) ?? '').slice(start, end)
  const cut = (document: number): Cut | undefined => {
    const passages = project.passages.get(document)
    return passages && { document, settings: { target: 600, maximum: 1000 }, passages }
  }
  return {
    sources: async () => [...project.sources],
    source: async id => project.sources.find(one => one.id === id),
    document: async order => project.documents.find(one => one.order === order),
    documentsAt: async orders => orders.map(order => project.documents.find(one => one.order === order)),
    documents: async ({ after, limit }) => project.documents.filter(one => one.order > after).slice(0, limit),
    documentBySha256: async sha256 => project.documents.find(one => one.sha256 === sha256),
    documentsBySha256: async hashes =>
      new Map(project.documents.filter(one => hashes.includes(one.sha256)).map(one => [one.sha256, one])),
    cut: async document => cut(document),
    cuts: async documents => documents.map(cut).filter(one => one !== undefined),
    text: async (document, start, end) => text(document, start, end),
    texts: async ranges => ranges.map(range => text(range.document, range.start, range.end)),
    runs: async () => [...project.runs],
    planItems: async (_run, from, limit) =>
      project.documents.slice(from, from + limit).map((document, index) => ({
        position: from + index,
        chain: from + index,
        round: 0,
        document: document.order,
        start: 0,
        end: document.length,
        headings: [],
        language: document.language,
      })),
    settledPositions: async () => [],
    item: async () => undefined,
    troubledItems: async (_run, after, limit) =>
      ['no-tags', 'cut-off', 'no-pattern', 'language-without-rules']
        .map((reason, index) => ({
          position: index,
          state: 'done' as const,
          attempts: 1,
          pairs: 0,
          reason,
          raw: reason === 'cut-off' ? '<QUE> What did a tower of the northern coast use in a' : null,
        }))
        .filter(item => item.position > after)
        .slice(0, limit),
    rejectedItems: async (_run, after, limit) =>
      REJECTED.map((rejected, position) => ({
        position,
        state: 'done' as const,
        attempts: 1,
        pairs: 2,
        reason: null,
        raw: null,
        rejected,
      }))
        .filter(item => item.position > after)
        .slice(0, limit),
    pairs: async (filter, after, limit) =>
      project.pairs.filter(one => one.key > after && matches(filter, one)).slice(0, limit),
    pairsBefore: async (filter, before, limit) =>
      project.pairs.filter(one => one.key < before && matches(filter, one)).slice(-limit),
    pair: async key => project.pairs.find(one => one.key === key),
    searchPairs: async (cancel, filter, found) => {
      const wanted = filter.text.toLowerCase()
      if (cancel.aborted) return
      found(
        project.pairs.filter(
          one => matches(filter, one) && `${one.pair.instruction}\n${one.pair.response}`.toLowerCase().includes(wanted),
        ),
      )
    },
    tallies: async document => talliesOf(project.pairs.filter(one => document === null || one.document === document)),
    documentTallies: async documents => {
      const of = (order: number): readonly StoredPair[] => project.pairs.filter(one => one.document === order)
      return new Map(documents.filter(order => of(order).length > 0).map(order => [order, talliesOf(of(order))]))
    },
    orderedKeys: async (_cancel, filter, order) =>
      orderedBy(
        project.pairs.filter(one => matches(filter, one)),
        order,
      ),
    checkTallies: async document =>
      checkTalliesOf(project.pairs.filter(one => document === null || one.document === document)),
    passageTallies: async document => passageTalliesOf(project.pairs.filter(one => one.document === document)),
    settings: async () => ({ thresholds: DEFAULT_THRESHOLDS }),
    samples: async () => [...project.samples],
    recipe: async version => project.recipes.find(stored => stored.version === version),
    ownRecipes: async () => project.recipes.filter(stored => stored.own),
    usage: async () => [
      { category: 'texts', bytes: 7_120_330, rows: 2_431 },
      { category: 'passages', bytes: 1_204_000, rows: 2_940 },
      { category: 'pairs', bytes: 18_400_122, rows: project.pairs.length },
      { category: 'ledger', bytes: 610_000, rows: 2_951 },
      { category: 'undo', bytes: 40_100, rows: 12 },
    ],
    pairsSinceBackup: async () => project.pairs.length,
    canUndo: async () => ({ undo: null, redo: null, steps: 0 }),
  }
}

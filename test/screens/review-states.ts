import type { StoredPair } from '#core/ports/project-store'
import type { Check } from '#core/synthesis/pair'
import type { FakeProject } from './fake-data'
import type { FakeOptions } from './fake-services'

export interface ReviewState extends FakeOptions {
  /** Of the address, without the screen. */
  readonly params?: string
  /** Of the first document, where it shall have many. */
  readonly passages?: number
}

/** The project with pairs as a model writes them, some with a check that points at the passage, some repeated. */
export function asJudged(project: FakeProject): void {
  project.pairs.forEach((stored, at) => {
    project.pairs[at] = { ...stored, pair: { ...stored.pair, checks: checksOf(stored, at, project.pairs) } }
  })
  for (const [at, stored] of project.pairs.entries()) {
    if (at % 3 === 0) continue
    const { pair } = stored
    const written = { synthesizer: 'chat', engine: 'webllm', model: 'qwen2.5-7b', recipe: 'reading-comprehension' }
    project.pairs[at] = { ...stored, pair: { ...pair, provenance: { ...pair.provenance, ...written } } }
  }
}

/** A document of so many passages, a third of them with a pair, under twenty headings. */
export function asLong(project: FakeProject, count: number): void {
  const [document] = project.documents
  const [pattern] = project.pairs.filter(stored => stored.document === document?.order)
  if (document === undefined || pattern === undefined) return
  const passages = Array.from({ length: count }, (_, at) => ({
    start: at * 10,
    end: at * 10 + 10,
    language: document.language,
    headings: ['Lighthouses', `Chapter ${1 + Math.floor((at * 20) / count)}`],
  }))
  project.texts.set(document.order, 'Ten units.'.repeat(count))
  project.passages.set(document.order, passages)
  const pairs = passages
    .filter((_, at) => at % 3 === 0)
    .flatMap(({ start, end }, at) =>
      Array.from({ length: 1 + (at % 5) }, (_, place) => {
        const passage = { start, end, headings: [] }
        const state = at % 7 === 0 ? ('failed' as const) : ('ready' as const)
        return { ...pattern, key: `${start}-${place}`, pair: { ...pattern.pair, passage, state } }
      }),
    )
  project.pairs.splice(0, project.pairs.length, ...pairs)
}

function checksOf({ pair }: StoredPair, at: number, all: readonly StoredPair[]): readonly Check[] {
  const [evidence] = pair.evidence
  const pass: Check = { name: 'evidence', result: 'pass', reason: 'evidence-quoted', ranges: pair.evidence }
  const complete: Check = { name: 'completeness', result: 'pass', reason: 'complete' }
  const earlier = all.slice(0, at).find(other => other.pair.instruction === pair.instruction)
  const repeats: Check =
    earlier === undefined
      ? { name: 'duplicate', result: 'pass', reason: 'unique' }
      : { name: 'duplicate', result: 'fail', reason: 'duplicate', values: { of: earlier.pair.id } }
  const start = evidence?.start ?? 0
  if (pair.state === 'failed')
    return [
      complete,
      pass,
      { name: 'language', result: 'fail', reason: 'language-differs', ranges: [{ start: start + 4, end: start + 18 }] },
      repeats,
    ]
  if (pair.state === 'unsure')
    return [complete, { name: 'evidence', result: 'doubt', reason: 'evidence-nearest', ranges: pair.evidence }, repeats]
  return [complete, pass, repeats]
}

export const REVIEW_STATES: Readonly<Record<string, ReviewState>> = {
  'review-list': {},
  'review-failed': { params: 'show=failed' },
  'review-repetition': { params: 'show=all&order=repetition' },
  'review-check': { params: 'show=all&check=duplicate&order=doubt' },
  'review-map': { params: 'map=1' },
  'review-map-long': { params: 'map=1', passages: 10_000 },
}

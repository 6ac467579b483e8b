import type { StoredPair } from '#core/ports/project-store'
import type { Check } from '#core/synthesis/pair'
import type { FakeProject } from './fake-data'
import type { FakeOptions } from './fake-services'

export interface ReviewState extends FakeOptions {
  /** Of the address, without the screen. */
  readonly params?: string
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
}

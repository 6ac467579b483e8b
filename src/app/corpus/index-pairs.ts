import { type CorpusPlan, planCorpus } from '#core/corpus/corpus-plan'
import { createPassageIndex, type PassageRows } from '#core/corpus/passage-index'
import type { Cancel } from '#core/ports/cancel'
import type { PairFilter, PairKey, ProjectReader } from '#core/ports/project-store'
import { ProblemError } from '#core/problem'
import type { State } from '#core/synthesis/pair'
import { nextTask } from '#files/next-task'

/** Pairs of a passage among all that go in: they have no others between them. */
export interface KeyStretch {
  readonly document: number
  readonly first: PairKey
  readonly last: PairKey
  readonly pairs: number
}

export interface ProjectCorpus {
  readonly rows: readonly PassageRows<KeyStretch>[]
  readonly plan: CorpusPlan<KeyStretch>
}

const PAGE = 1_000

/** All pairs in the given states, whatever else they are. */
export function inStates(states: readonly State[]): PairFilter {
  return { states, tasks: [], languages: [], checks: [], document: null, text: '' }
}

/** Looks through all pairs once, and holds for each passage where they stand and not what they say. */
export async function indexPairs(
  cancel: Cancel,
  reader: ProjectReader,
  states: readonly State[],
  progress: (pairs: number) => void,
): Promise<ProjectCorpus> {
  const index = createPassageIndex<KeyStretch>((first, next) => ({
    ...first,
    last: next.last,
    pairs: first.pairs + next.pairs,
  }))
  const filter = inStates(states)
  let [after, seen] = ['', 0]
  // No state at all is none here, and all of them in a filter.
  while (states.length > 0) {
    if (cancel.aborted) throw new ProblemError({ kind: 'cancelled' })
    const page = await reader.pairs(filter, after, PAGE)
    const orders = [...new Set(page.map(({ document }) => document))]
    const documents = new Map((await reader.documentsAt(orders)).map(document => [document?.order, document]))
    for (const { key, document, pair } of page) {
      const sha256 = documents.get(document)?.sha256
      if (sha256 !== undefined) index.add(pair, sha256, { document, first: key, last: key, pairs: 1 })
    }
    seen += page.length
    progress(seen)
    const last = page.at(-1)
    if (last === undefined || page.length < PAGE) break
    after = last.key
    await nextTask()
  }
  return { rows: index.rows, plan: planCorpus(index.rows) }
}

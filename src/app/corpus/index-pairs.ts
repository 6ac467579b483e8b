import { type CorpusPlan, planCorpus } from '#core/corpus/corpus-plan'
import { createPassageIndex, type PassageRows } from '#core/corpus/passage-index'
import type { Cancel } from '#core/ports/cancel'
import { type Narrowing, selectionOf } from '#core/export/selection'
import type { PairKey, ProjectReader, StoredPair } from '#core/ports/project-store'
import { ProblemError } from '#core/problem'
import { nextTask } from '#files/next-task'
import { filterOf } from '../export/export-source'

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

const PAGE = 500

/** Looks through the chosen pairs once, and holds for each passage where they stand and not what they say. */
export async function indexPairs(
  cancel: Cancel,
  reader: ProjectReader,
  narrowing: Narrowing,
  progress: (pairs: number) => void,
): Promise<ProjectCorpus> {
  const index = createPassageIndex<KeyStretch>((first, next) => ({
    ...first,
    last: next.last,
    pairs: first.pairs + next.pairs,
  }))
  const { pair: takes } = selectionOf(narrowing)
  let seen = 0
  for await (const { pairs, hashes } of pagesOf(cancel, reader, narrowing)) {
    for (const { key, document, pair } of pairs) {
      const sha256 = hashes.get(document)
      if (sha256 !== undefined && takes(document, pair))
        index.add(pair, sha256, { document, first: key, last: key, pairs: 1 })
    }
    seen += pairs.length
    progress(seen)
  }
  return { rows: index.rows, plan: planCorpus(index.rows) }
}

interface Page {
  readonly pairs: readonly StoredPair[]
  /** SHA-256 by key of the document. */
  readonly hashes: ReadonlyMap<number, string>
}

async function* pagesOf(cancel: Cancel, reader: ProjectReader, narrowing: Narrowing): AsyncGenerator<Page, void> {
  // No state at all is none here, and all of them in a filter.
  if (narrowing.states.length === 0) return
  const read = async (after: PairKey): Promise<Page> => {
    const pairs = await reader.pairs(filterOf(narrowing), after, PAGE)
    const found = await reader.documentsAt([...new Set(pairs.map(({ document }) => document))])
    const documents = found.filter(document => document !== undefined)
    return { pairs, hashes: new Map(documents.map(({ order, sha256 }) => [order, sha256])) }
  }
  for (let page = await read(''); ; ) {
    if (cancel.aborted) throw new ProblemError({ kind: 'cancelled' })
    const last = page.pairs.at(-1)
    // The next page is read while the caller notes this one.
    const next = last === undefined || page.pairs.length < PAGE ? null : read(last.key)
    next?.catch(() => undefined)
    yield page
    if (next === null) return
    await nextTask()
    page = await next
  }
}

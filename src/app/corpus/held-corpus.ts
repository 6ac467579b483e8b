import { type CorpusOptions, corpusSettings } from '#core/corpus/corpus-options'
import type { ProjectReader } from '#core/ports/project-store'
import { type DrawnPassage, drawPassages } from './drawn-passages'
import { indexPairs, type ProjectCorpus } from './index-pairs'
import { createShotReader } from './shot-reader'

type Shots = ReturnType<typeof createShotReader>

/** What was made last, for as long as the same is asked for; what is asked anew stops the old and puts it away. */
function createHeld<T>(): (key: string, make: (signal: AbortSignal) => Promise<T>) => Promise<T> {
  let heldKey = ''
  let control = new AbortController()
  let held: Promise<T> | null = null
  return (key, make) => {
    if (held !== null && heldKey === key) return held
    control.abort()
    control = new AbortController()
    heldKey = key
    const made = make(control.signal)
    held = made
    // What failed is tried again when it is asked for again.
    made.catch(() => {
      if (held === made) held = null
    })
    return made
  }
}

/** What decides which pairs and passages there are. */
function chosen({ states, documents, tasks, languages }: CorpusOptions, revision: string): string {
  return JSON.stringify([revision, states, documents, tasks, languages])
}

/** Looks through the pairs once for all that is asked of the same ones. */
export function createHeldCorpus(): (
  store: ProjectReader,
  options: CorpusOptions,
  revision: string,
) => Promise<{ readonly corpus: ProjectCorpus; readonly shot: Shots }> {
  const held = createHeld<{ corpus: ProjectCorpus; shot: Shots }>()
  return (store, options, revision) =>
    held(chosen(options, revision), async signal => {
      const corpus = await indexPairs(signal, store, options, () => undefined)
      return { corpus, shot: createShotReader(store, options, corpus.rows) }
    })
}

/** Notes once which passages are drawn to be read for comprehension. */
export function createHeldDrawn(): (
  store: ProjectReader,
  corpus: ProjectCorpus,
  options: CorpusOptions,
  revision: string,
) => Promise<readonly DrawnPassage[]> {
  const held = createHeld<readonly DrawnPassage[]>()
  return (store, corpus, options, revision) => {
    const { mixture, comprehension } = corpusSettings(options, false)
    const key = JSON.stringify([chosen(options, revision), mixture, comprehension])
    return held(key, signal => drawPassages(signal, store, corpus, options))
  }
}

import type { StoredPair } from '#core/ports/project-store'
import { randomStream } from '#core/synthesis/random-stream'
import { loadDetectLanguage } from '#files/language'
import { isRight, type Judged, judgeLabelledSet } from '#test/support/confusion'
import { LABELS, labelledPassages } from '#test/support/labelled-set'
import { provenanceOf } from '#test/support/provenance'

/** Right pairs outside of the sample that stand for those that a person kept: a judge is measured with them first. */
const KEPT = 8

export interface Draw {
  readonly language: 'en' | 'zh'
  /** Pairs of each label, where there are so many. */
  readonly each: number
  readonly passages: number
  readonly seed: number
}

/** Pairs of the labelled set as a project would hold them after the checks by strings. */
export interface GateSample {
  /** The sample by its keys. */
  readonly drawn: readonly { readonly key: string; readonly judged: Judged }[]
  /** The sample, and a few kept pairs beside it. */
  readonly pairs: readonly StoredPair[]
  /** Texts of the passages, by `document` of the pairs. */
  readonly texts: readonly string[]
}

/** The whole first set after the checks by strings; the fresh one is never asked about. */
export async function judgedSet(): Promise<readonly Judged[]> {
  return judgeLabelledSet(await loadDetectLanguage())
}

/**
 * Draws passages of a language by a seed, and of their pairs so many of each label; a few other
 * right ones of them count as kept. Few passages, because reading one takes a model far longer than one more question about it.
 */
export function drawSample(all: readonly Judged[], { language, each, passages: many, seed }: Draw): GateSample {
  const passages = randomStream(seed, 'gates', 'passages', language)
    .shuffle([...labelledPassages(language).values()])
    .slice(0, many)
  const placeOf = (entry: Judged): number => passages.findIndex(({ id }) => id === entry.pair.passage)
  const keyOf = (entry: Judged): string => `${String(placeOf(entry)).padStart(3, '0')} ${entry.pair.id}`
  const judged = all.filter(entry => placeOf(entry) >= 0)
  const chosen = new Set(
    LABELS.flatMap(label => {
      const cell = judged.filter(entry => entry.pair.label === label)
      return randomStream(seed, 'gates', label, language).shuffle(cell).slice(0, each)
    }),
  )
  const others = judged.filter(entry => isRight(entry) && !chosen.has(entry))
  const kept = new Set(randomStream(seed, 'gates', 'kept', language).shuffle(others).slice(0, KEPT))
  return {
    drawn: [...chosen].map(entry => ({ key: keyOf(entry), judged: entry })),
    pairs: [...chosen, ...kept].map(entry => {
      const document = placeOf(entry)
      return stored(keyOf(entry), document, passages[document]?.text ?? '', entry, kept.has(entry))
    }),
    texts: passages.map(({ text }) => text),
  }
}

function stored(key: string, document: number, text: string, entry: Judged, kept: boolean): StoredPair {
  const { draft, pair, language, checks, state } = entry
  return {
    key,
    document,
    run: 1,
    pair: {
      ...draft,
      id: pair.id,
      language,
      passage: { start: 0, end: text.length, headings: [] },
      chain: { id: key, round: 0, shots: [] },
      provenance: provenanceOf({ run: 'labelled', synthesizer: 'chat', recipe: 'labelled' }),
      checks,
      decision: kept ? 'keep' : null,
      state: kept ? 'kept' : state,
      original: null,
    },
  }
}

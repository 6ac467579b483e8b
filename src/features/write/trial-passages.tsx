import type { Document, Language } from '#core/documents/document'
import type { Passage } from '#core/documents/passage'
import type { ProjectReader } from '#core/ports/project-store'

/** A passage that a recipe is tried on. Offsets into its document, in UTF-16 code units. */
export interface TrialPassage {
  readonly document: number
  readonly name: string
  readonly row: number | null
  readonly headings: readonly string[]
  readonly start: number
  readonly end: number
  readonly language: Language
  readonly text: string
}

/** Passages of one trial. */
const TRIAL_SIZE = 3

/** Documents that are looked at. */
const DOCUMENTS = 500
/** Below this a passage is a heading or a line: nothing to ask about. */
const ENOUGH_CHARACTERS = 120
/** Steps that spread evenly however many there are, in one direction and in two. */
const GOLDEN = (Math.sqrt(5) - 1) / 2
const PLASTIC = 0.569_840_290_998
/** Places that are looked at for one passage, where others were taken or too short. */
const LOOKS = 40

/**
 * Passages that lie far from each other, over the documents and within them; the next round gives others, as long as
 * there are any. Fewer, or none, where there is less text (rule WRITE5).
 *
 * @param chosen keys of documents; null for all
 */
export async function trialPassages(
  reader: ProjectReader,
  chosen: readonly number[] | null,
  round: number,
): Promise<readonly TrialPassage[]> {
  const documents =
    chosen === null
      ? await reader.documents({ after: -1, limit: DOCUMENTS, removed: false })
      : (await reader.documentsAt(chosen.slice(0, DOCUMENTS))).filter(document => document !== undefined)
  const found: { document: Document; passage: Passage }[] = []
  const taken = new Set<string>()
  for (const long of [true, false]) {
    for (let look = 0; look < LOOKS && found.length < TRIAL_SIZE; look++) {
      const place = round * TRIAL_SIZE + look
      const document = at(documents, (0.5 + place * GOLDEN) % 1)
      if (document === undefined) return []
      const [cut] = await reader.cuts([document.order])
      const usable = (cut?.passages ?? []).filter(({ start, end }) => !long || end - start >= ENOUGH_CHARACTERS)
      const passage = at(usable, (0.5 + place * PLASTIC) % 1)
      const key = `${document.order} ${passage?.start ?? ''}`
      if (passage === undefined || taken.has(key)) continue
      taken.add(key)
      found.push({ document, passage })
    }
  }
  const texts = await reader.texts(
    found.map(({ document, passage: { start, end } }) => ({ document: document.order, start, end })),
  )
  return found.map(({ document, passage }, index) => ({
    document: document.order,
    name: document.name,
    row: document.row,
    headings: passage.headings,
    start: passage.start,
    end: passage.end,
    language: passage.language,
    text: texts[index] ?? '',
  }))
}

function at<T>(list: readonly T[], share: number): T | undefined {
  return list[Math.floor(share * list.length)]
}

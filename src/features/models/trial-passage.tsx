import type { Language } from '#core/documents/document'
import type { ProjectReader } from '#core/ports/project-store'

/** A passage that a model may be tried on. Offsets into its document, in UTF-16 code units. */
export interface TrialPassage {
  readonly document: number
  readonly name: string
  readonly row: number | null
  readonly start: number
  readonly end: number
  readonly language: Language
  readonly text: string
}

const DOCUMENTS = 20
/** Below this a passage is a heading or a line: nothing to ask about. */
const ENOUGH_CHARACTERS = 120

/**
 * The passage that is `step` passages after the first one worth asking about, among the first documents; from the last it
 * goes round to the first. Null where there is no text.
 */
export async function trialPassage(reader: ProjectReader, step: number): Promise<TrialPassage | null> {
  const documents = await reader.documents({ after: -1, limit: DOCUMENTS, removed: false })
  const cuts = await reader.cuts(documents.map(({ order }) => order))
  const all = documents.flatMap(document =>
    (cuts.find(cut => cut.document === document.order)?.passages ?? []).map(passage => ({ document, passage })),
  )
  const long = all.filter(({ passage }) => passage.end - passage.start >= ENOUGH_CHARACTERS)
  const usable = long.length === 0 ? all : long
  const found = usable[step % Math.max(1, usable.length)]
  if (found === undefined) return null
  const { document, passage } = found
  return {
    document: document.order,
    name: document.name,
    row: document.row,
    start: passage.start,
    end: passage.end,
    language: passage.language,
    text: await reader.text(document.order, passage.start, passage.end),
  }
}

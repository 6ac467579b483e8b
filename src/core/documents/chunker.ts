import type { ChunkSettings, Passage } from '#core/documents/passage'
import type { DetectLanguage } from '#core/ports/language'

/** Cuts a document that arrives in pieces. Offsets are absolute in the document, in UTF-16 code units. */
export interface Chunker {
  /** Takes the next piece, of any length; gives the passages that are certain by now, in order. */
  push(text: string): Passage[]
  /** The document is complete: gives the passages that are left. The chunker takes nothing after this. */
  end(): Passage[]
}

/** A chunker for one document (rules CHUNK1 to CHUNK12). The cut does not depend on how the text is pushed. */
export function createChunker(settings: ChunkSettings, detect: DetectLanguage): Chunker {
  let held = ''
  return {
    push: text => {
      held += text
      return []
    },
    end: () => {
      const passages: Passage[] = []
      const step = settings.target * 4
      for (let start = 0; start < held.length; start += step) {
        const end = Math.min(held.length, start + step)
        passages.push({ start, end, headings: [], language: detect(held.slice(start, end)) })
      }
      return passages
    },
  }
}

/** The passages of a whole text. */
export function chunk(text: string, settings: ChunkSettings, detect: DetectLanguage): Passage[] {
  const chunker = createChunker(settings, detect)
  return [...chunker.push(text), ...chunker.end()]
}

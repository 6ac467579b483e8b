import type { Passage } from '#core/documents/passage'
import type { Cut } from '#core/ports/project-store'
import type { CutRow } from '#storage/database/rows'
import { headingDictionary } from '#storage/documents/heading-dictionary'
import { LANGUAGES } from '#storage/index/codes'

/** Packs a cut. Passages tile the document, so starts and the last end say it all. */
export function packCut(cut: Cut): CutRow {
  const { document, settings, passages } = cut
  const headings = headingDictionary()
  return {
    document,
    settings,
    starts: Uint32Array.from(passages, passage => passage.start),
    end: passages.at(-1)?.end ?? 0,
    under: Uint32Array.from(passages, passage => headings.number(passage.headings)),
    headings: headings.list,
    languages: Uint8Array.from(passages, passage => LANGUAGES.indexOf(passage.language)),
  }
}

export function unpackCut(row: CutRow): Cut {
  const passages: Passage[] = Array.from(row.starts, (start, i) => ({
    start,
    end: row.starts[i + 1] ?? row.end,
    headings: row.headings[row.under[i] ?? 0] ?? [],
    language: LANGUAGES[row.languages[i] ?? 0] ?? 'other',
  }))
  return { document: row.document, settings: row.settings, passages }
}

/** Estimated bytes of a packed cut on disk. */
export function cutBytes(row: CutRow): number {
  const words = row.headings.reduce((sum, path) => sum + path.reduce((length, word) => length + word.length * 2, 8), 0)
  return 200 + row.starts.length * 9 + words
}

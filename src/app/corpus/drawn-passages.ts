import { isDrawn } from '#core/corpus/comprehension/drawn-text'
import { type CorpusOptions, corpusSettings } from '#core/corpus/corpus-options'
import { isConverted } from '#core/corpus/mixture'
import { passageKey, type PassageRows } from '#core/corpus/passage-index'
import type { Language } from '#core/documents/document'
import { selectionOf } from '#core/export/selection'
import type { Cancel } from '#core/ports/cancel'
import type { ProjectReader } from '#core/ports/project-store'
import { nextTask } from '#files/next-task'
import { exportPlaces } from '../export/export-source'
import type { KeyStretch, ProjectCorpus } from './index-pairs'

/** Where a passage stands that is drawn to be read for comprehension. */
export interface DrawnPassage {
  readonly key: string
  /** Key of the document, and the range in it. */
  readonly document: number
  readonly start: number
  readonly end: number
  readonly language: Language
  /** Its pairs, where it has some and stands raw all the same. */
  readonly rows: PassageRows<KeyStretch> | null
}

/** The passages in order that stand raw and are drawn (rule CORPUS8). What they say is not read. */
export async function drawPassages(
  cancel: Cancel,
  reader: ProjectReader,
  { rows, plan }: ProjectCorpus,
  options: CorpusOptions,
): Promise<readonly DrawnPassage[]> {
  const { mixture, comprehension } = corpusSettings(options, false)
  const { passage: takes } = selectionOf(options)
  const covered = new Set(rows.map(({ key }) => key))
  const raw = new Map(
    plan.segments
      .filter(([first]) => !isConverted(first, mixture))
      .flatMap(segment => segment.map(one => [one.key, one] as const)),
  )
  const drawn: DrawnPassage[] = []
  for await (const page of exportPlaces(cancel, reader)) {
    for (const { document, start, end, language } of page) {
      const key = passageKey({ document: document.sha256, start, end })
      const own = raw.get(key) ?? null
      if (!takes(document.order, language) || (covered.has(key) && own === null) || !isDrawn(key, comprehension))
        continue
      drawn.push({ key, document: document.order, start, end, language, rows: own })
    }
    await nextTask()
  }
  return drawn
}

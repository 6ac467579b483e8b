import { type CorpusCounts, createCorpusCounts } from '#core/corpus/corpus-counts'
import { type CorpusOptions, corpusSettings } from '#core/corpus/corpus-options'
import { corpusTexts, type CorpusText, type RawPassage } from '#core/corpus/corpus-texts'
import type { GeneralReport } from '#core/corpus/general-texts'
import { selectionOf } from '#core/export/selection'
import { passageKey } from '#core/corpus/passage-index'
import type { Cancel } from '#core/ports/cancel'
import type { ProjectReader } from '#core/ports/project-store'
import { nextTask } from '#files/next-task'
import { exportPlaces } from '../export/export-source'
import { generalTextsOf } from './general-file'
import type { ProjectCorpus } from './index-pairs'
import { createShotReader } from './shot-reader'

/** Texts of a project's corpus in order, and what was in those that were given so far. */
export interface ProjectTexts {
  readonly texts: AsyncGenerator<CorpusText, void>
  readonly contents: () => { readonly counts: CorpusCounts; readonly general: GeneralReport }
}

/**
 * The same texts that `npm run corpus` makes of the project's exported records and passages (rule CORPUS3).
 *
 * @param progress told how many passages are behind
 */
export function projectTexts(
  cancel: Cancel,
  reader: ProjectReader,
  { rows, plan }: ProjectCorpus,
  options: CorpusOptions,
  general: Blob | null,
  progress: (passages: number) => void,
): ProjectTexts {
  const counts = createCorpusCounts()
  const source = {
    shot: createShotReader(reader, options, rows),
    passages: rawPassages(cancel, reader, options, progress),
    general: general === null ? null : generalTextsOf(general),
  }
  async function* texts(): AsyncGenerator<CorpusText, void> {
    for await (const text of corpusTexts(plan, source, corpusSettings(options, general !== null))) {
      counts.add(text)
      yield text
    }
  }
  return {
    texts: texts(),
    contents: () => ({
      counts: counts.read(),
      general: source.general?.report() ?? { bad: 0, repeated: false },
    }),
  }
}

async function* rawPassages(
  cancel: Cancel,
  reader: ProjectReader,
  options: CorpusOptions,
  progress: (passages: number) => void,
): AsyncGenerator<RawPassage, void> {
  const { passage: takes } = selectionOf(options)
  let done = 0
  for await (const page of exportPlaces(cancel, reader)) {
    // Most passages have pairs and are read with these; a page is read when one of it stands as it is.
    let texts: Promise<readonly string[]> | null = null
    const textsOfPage = (): Promise<readonly string[]> =>
      (texts ??= reader.texts(page.map(({ document, start, end }) => ({ document: document.order, start, end }))))
    for (const [at, { document, start, end, language }] of page.entries()) {
      if (!takes(document.order, language)) continue
      const key = passageKey({ document: document.sha256, start, end })
      yield { key, language, text: async () => (await textsOfPage())[at] ?? '' }
    }
    done += page.length
    progress(done)
    await nextTask()
  }
}

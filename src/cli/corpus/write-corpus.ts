import { type CorpusCounts, createCorpusCounts } from '#core/corpus/corpus-counts'
import { corpusTexts } from '#core/corpus/corpus-texts'
import { createGeneralTexts, type GeneralReport } from '#core/corpus/general-texts'
import type { CommandOptions } from './corpus-options'
import { openRecords, textsOf } from './open-records'
import { writeTexts } from './write-texts'

export interface CorpusSummary {
  readonly counts: CorpusCounts
  /** Rows that are not chosen, and lines that could not be read. */
  readonly leftOut: number
  readonly broken: number
  /** Lines of the passages that are none. */
  readonly brokenPassages: number
  readonly general: GeneralReport
}

/** Writes the corpus of a file of records, a text at a time. The same files and options give the same bytes. */
export async function writeCorpus(options: CommandOptions): Promise<CorpusSummary> {
  const records = await openRecords(options.from, options.passages, options.narrowing)
  const { plan, shot, passages, leftOut, broken } = records
  const counts = createCorpusCounts()
  const file = options.general
  const general = file === null ? null : createGeneralTexts(() => textsOf(file))
  try {
    await writeTexts(options.out, async put => {
      for await (const text of corpusTexts(plan, { shot, passages: passages(), general }, options.settings)) {
        counts.add(text)
        await put(text.text)
      }
    })
  } finally {
    await records.close()
  }
  return {
    counts: counts.read(),
    leftOut,
    broken,
    brokenPassages: records.brokenPassages(),
    general: general?.report() ?? { bad: 0, repeated: false },
  }
}

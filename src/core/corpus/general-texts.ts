import { generalRow, generalText } from '#core/corpus/general-row'

/** What became of the rows of general instructions. */
export interface GeneralReport {
  /** Rows without two halves, counted once. */
  readonly bad: number
  /** Whether they were used up and began again. */
  readonly repeated: boolean
}

/** General instructions as texts, one after the other without an end. */
export interface GeneralTexts {
  /** null when there is none at all. */
  next(): Promise<string | null>
  report(): GeneralReport
}

/** The text of a row of general instructions. */
function ofGeneralRow(line: string): string | null {
  const row = generalRow(line)
  return row === null ? null : generalText(row)
}

/**
 * Reads general instructions, from the start again when they are used up (rules CORPUS4, CORPUS5).
 *
 * @param open gives the lines of the data from the start
 * @param read the text of a line; null where it has none
 */
export function createGeneralTexts(open: () => AsyncIterator<string>, read = ofGeneralRow): GeneralTexts {
  let lines = open()
  let [good, bad, repeated] = [0, 0, false]
  return {
    report: () => ({ bad, repeated }),
    next: async () => {
      for (;;) {
        const line = await lines.next()
        if (line.done === true) {
          if (good === 0) return null
          repeated = true
          lines = open()
          continue
        }
        const text = read(line.value)
        if (text !== null) {
          good += 1
          return text
        }
        if (!repeated && line.value.trim() !== '') bad += 1
      }
    },
  }
}

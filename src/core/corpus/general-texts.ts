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
/** Texts of a small file are held, in UTF-16 code units: it may be gone through a thousand times. */
const HELD = 4 << 20

/**
 * Reads general instructions, from the start again when they are used up (rules CORPUS4, CORPUS5). In memory for a row, or
 * for all of a small file.
 *
 * @param open gives the lines of the data from the start
 * @param textOf the text of a line; null where it has none
 */
export function createGeneralTexts(open: () => AsyncIterator<string>, textOf = ofGeneralRow): GeneralTexts {
  let lines = open()
  let [good, bad, repeated] = [0, 0, false]
  /** Those of the first time through; null once they are too many. */
  let held: string[] | null = []
  let [units, at] = [0, 0]

  const hold = (text: string): void => {
    units += text.length
    if (units > HELD) held = null
    else held?.push(text)
  }
  const read = async (): Promise<string | null> => {
    for (;;) {
      const line = await lines.next()
      if (line.done === true) return null
      const text = textOf(line.value)
      if (text !== null) return text
      if (!repeated && line.value.trim() !== '') bad += 1
    }
  }
  return {
    report: () => ({ bad, repeated }),
    next: async () => {
      if (repeated && held !== null) return held[at++ % held.length] ?? null
      const text = await read()
      if (text !== null) {
        good += 1
        if (!repeated) hold(text)
        return text
      }
      if (good === 0) return null
      repeated = true
      if (held !== null) return held[at++] ?? null
      lines = open()
      return read()
    },
  }
}

import { createGeneralTexts, type GeneralTexts } from '#core/corpus/general-texts'
import { generalRow, generalText } from '#core/corpus/general-row'
import { isRow } from '#core/export/shape'
import { ProblemError } from '#core/problem'
import { linesOf } from '#files/tables/lines'
import type { GeneralSample } from '#messages/corpus'

/** Rows that are looked at before a file is taken: enough to see whether its columns are the right ones. */
const LOOKED_AT = 1_000
/** A line longer than this many code units is no instruction. */
const LONGEST = 16 << 20

async function* piecesOf(file: Blob): AsyncGenerator<string, void> {
  const decoder = new TextDecoder()
  try {
    for await (const piece of file.stream()) yield decoder.decode(piece, { stream: true })
  } catch {
    throw new ProblemError({ kind: 'file-gone' })
  }
  yield decoder.decode()
}

async function* textsOf(file: Blob): AsyncGenerator<string, void> {
  for await (const { text } of linesOf(piecesOf(file), LONGEST)) yield text.trim()
}

/** The instructions of a file, a line at a time. */
export function generalTextsOf(file: Blob): GeneralTexts {
  return createGeneralTexts(() => textsOf(file))
}

/** Looks at the start of a file of general instructions. Throws `no-instructions`, `empty-file`, `file-gone`. */
export async function sampleGeneral(file: Blob): Promise<GeneralSample> {
  let [rows, bad, example, whole] = [0, 0, '', true]
  let columns: readonly string[] = []
  for await (const line of textsOf(file)) {
    if (line === '') continue
    if (rows === LOOKED_AT) {
      whole = false
      break
    }
    rows += 1
    const row = generalRow(line)
    if (row === null) bad += 1
    else if (example === '') example = generalText(row)
    if (columns.length === 0) columns = columnsOf(line)
  }
  if (rows === 0) throw new ProblemError({ kind: 'empty-file' })
  if (bad === rows) throw new ProblemError({ kind: 'no-instructions', columns })
  return { rows, bad, whole, example }
}

function columnsOf(line: string): readonly string[] {
  try {
    const row: unknown = JSON.parse(line)
    return isRow(row) ? Object.keys(row) : []
  } catch {
    return []
  }
}

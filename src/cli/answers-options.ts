import { createHash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { readAnswerRow } from '#core/synthesis/replay/answer-row'
import { linesOf } from './corpus/read-lines'

/** A file of answers that was read through: every line is one. */
interface AnswersChoice {
  readonly path: string
  /** By the content of the file (rule REPLAY5). */
  readonly name: string
}

/** Reads a file of answers through before anything else is done, so that a wrong one costs no time (rule REPLAY1). */
export async function readAnswersOption(file: string | undefined): Promise<AnswersChoice | { readonly fault: string }> {
  if (file === undefined) return { fault: '--engine replay needs --answers FILE.jsonl.' }
  const found = await stat(file).catch(() => null)
  if (found?.isFile() !== true) return { fault: `There is no file ${file}` }
  const hash = createHash('sha256')
  let [number, rows] = [0, 0]
  for await (const { text } of linesOf(file)) {
    number += 1
    if (text === '') continue
    const row = readAnswerRow(text)
    if ('fault' in row) return { fault: `${file}: line ${String(number)} ${row.fault}. ${EXPECTED}` }
    rows += 1
    hash.update(`${text}\n`)
  }
  if (rows === 0) return { fault: `${file} holds no answer. ${EXPECTED}` }
  return { path: path.resolve(file), name: `answers-${hash.digest('hex').slice(0, 12)}` }
}

const EXPECTED = 'Each line is {"text": the exact text of a passage, "completion": what the model wrote}.'

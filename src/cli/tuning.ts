import { createWriteStream } from 'node:fs'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { once } from 'node:events'
import path from 'node:path'
import { jsonLine, type Row } from '#core/export/json-line'
import { isRow } from '#core/export/shape'
import { readSet } from '#core/tuning/read-set'
import type { TuningExample } from '#core/tuning/reading-set'
import { completionRow, segmentRow, type Sequence, spanRow, tuningSequences } from '#core/tuning/sequences'
import { trainerConfigs } from '#core/tuning/trainer-configs'
import { EXIT, type Exit, runCommand, say } from './command'
import { linesOf } from './corpus/read-lines'
import { parseTuningOptions, TUNING_USAGE, type TuningFormat, type TuningOptions } from './tuning/tuning-options'

const ROWS: { readonly [format in TuningFormat]: (sequence: Sequence) => Row } = {
  spans: spanRow,
  segments: segmentRow,
  completion: completionRow,
}

/** The command that makes training data for one's own synthesizer. Gives the exit status. */
export function tuningMain(args: readonly string[]): Promise<number> {
  return runCommand(args, {
    usage: TUNING_USAGE,
    parse: parseTuningOptions,
    files: ({ sets }) => sets.map(({ file }) => file),
    work: makeTuningData,
  })
}

async function makeTuningData(options: TuningOptions): Promise<Exit> {
  const seen: TuningExample[] = []
  const unseen: TuningExample[] = []
  let lost = 0
  for (const { name, file } of options.sets) {
    const { examples, leftOut, severalAnswers } = readSet(await rowsOf(file, options), name)
    const into = options.unseen.includes(name) ? unseen : seen
    into.push(...examples)
    const pairs = examples.reduce((sum, example) => sum + example.pairs.length, 0)
    say(`read      ${name}: ${String(examples.length)} texts · ${String(pairs)} pairs`)
    for (const [reason, count] of Object.entries(leftOut)) say(`left out  ${name}: ${reason} ${String(count)}`)
    if (severalAnswers > 0)
      say(`note      ${name}: ${String(severalAnswers)} questions have several answers; one was taken`)
    // Unanswerable questions are no fault of the file.
    lost += Object.entries(leftOut).reduce((sum, [reason, count]) => sum + (reason === 'unanswerable' ? 0 : count), 0)
  }
  await writeRows(options.out, seen, options)
  if (unseen.length > 0) await writeRows(options.out.replace(/\.jsonl$/u, '.unseen.jsonl'), unseen, options)
  if (options.configs) {
    for (const { name, text } of trainerConfigs(path.basename(options.out))) {
      await writeFile(path.join(path.dirname(options.out), name), text)
      say(`wrote     ${name}`)
    }
    if (options.format !== 'segments') say('note      the configurations read --format segments')
  }
  return lost > 0 ? EXIT.partly : EXIT.done
}

/** A whole JSON document, or one for each line; records of other states than asked for are no rows. */
async function rowsOf(file: string, { states }: TuningOptions): Promise<readonly unknown[]> {
  if (!file.endsWith('.jsonl')) return [parsed(await readFile(file, 'utf8'))]
  const rows: unknown[] = []
  for await (const { text } of linesOf(file)) {
    const row = text === '' ? undefined : parsed(text)
    const isOther =
      isRow(row) && typeof row['state'] === 'string' && isRow(row['passage']) && !states.includes(row['state'])
    if (row !== undefined && !isOther) rows.push(row)
  }
  return rows
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}

async function writeRows(file: string, examples: readonly TuningExample[], options: TuningOptions): Promise<void> {
  const { sequences, beyond, tooLong } = tuningSequences(examples, options.settings)
  const unfinished = `${file}.part`
  const out = createWriteStream(unfinished)
  try {
    for (const sequence of sequences) {
      if (!out.write(jsonLine(ROWS[options.format](sequence)))) await once(out, 'drain')
    }
    out.end()
    await once(out, 'finish')
    await rename(unfinished, file)
  } finally {
    out.destroy()
    await rm(unfinished, { force: true })
  }
  const sum = (of: (sequence: Sequence) => number): string => String(sequences.reduce((all, one) => all + of(one), 0))
  say(
    `wrote     ${path.basename(file)}: ${String(sequences.length)} sequences of ${sum(one => one.examples)} texts and ${sum(one => one.pairs)} pairs · about ${sum(one => one.tokens)} tokens`,
  )
  if (beyond > 0) say(`left out  ${String(beyond)} texts beyond --per-set`)
  if (tooLong > 0) say(`left out  ${String(tooLong)} texts longer than --tokens by themselves`)
}

import { createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { once } from 'node:events'
import { generalRow, generalText } from '#core/corpus/general-row'
import { createBalance, isConverted } from '#core/corpus/mixture'
import { textOf } from '#core/corpus/part'
import { renderSegment } from '#core/corpus/render-segment'
import type { CorpusPair, CorpusShot } from '#core/corpus/segment'
import { segmentsOf } from '#core/corpus/segments'
import type { Mode } from '#core/corpus/style'
import { jsonLine } from '#core/export/json-line'
import { parseRecord } from '#core/export/parse-record'
import { isRow } from '#core/export/shape'
import { estimateTokens } from '#core/text/token-estimate'
import type { CorpusOptions } from './corpus-options'
import { indexRecords, passageKey, type PassageRows } from './index-records'
import { linesOf } from './read-lines'

export interface CorpusSummary {
  /** Texts with pairs, raw passages, and general instructions. */
  readonly texts: number
  readonly raw: number
  readonly general: number
  readonly pairs: number
  readonly modes: { readonly [mode in Mode]: number }
  /** Estimated tokens: of texts with pairs, of raw passages, of general instructions. */
  readonly tokens: { readonly texts: number; readonly raw: number; readonly general: number }
  /** Rows of other states; lines that could not be read; general rows without two halves. */
  readonly leftOut: number
  readonly broken: number
  readonly badGeneral: number
  /** Whether the general instructions were used up and began again. */
  readonly repeated: boolean
}

type Segment = readonly [PassageRows, ...PassageRows[]]

/**
 * Writes the corpus of a file of records, a text at a time: what is held is where rows stand, not what they say. The file
 * appears under its name when it is whole. The same files and options give the same bytes.
 */
export async function writeCorpus(options: CorpusOptions): Promise<CorpusSummary> {
  const { passages, leftOut, broken } = await indexRecords(options.from, options.states)
  const chains = grouped(passages, rows => rows.chain)
  const segments = [...chains.values()].flatMap(chain => segmentsOf(chain))
  const unfinished = `${options.out}.part`
  const records = await open(options.from)
  const out = createWriteStream(unfinished)
  const counts = { texts: 0, raw: 0, general: 0, pairs: 0, badGeneral: 0 }
  const tokens = { texts: 0, raw: 0, general: 0 }
  const modes = { classic: 0, dialog: 0, numbered: 0, 'few-shot': 0, 'next-turn': 0 }
  const balance = createBalance(options.mixture.general)
  const instructions = options.general === null ? null : generalTexts(options.general)
  const put = async (text: string, kind: keyof typeof tokens): Promise<void> => {
    // An empty text teaches nothing (defect 2 of the reference code).
    if (text.trim() === '') return
    const size = estimateTokens(text)
    counts[kind] += 1
    tokens[kind] += size
    if (kind === 'general') balance.added(size)
    else balance.wrote(size)
    if (!out.write(jsonLine({ text }))) await once(out, 'drain')
    while (kind !== 'general' && instructions !== null && balance.isDue()) {
      const next = await instructions.next()
      if (next === null) break
      await put(next, 'general')
    }
  }
  const putSegment = async (segment: Segment): Promise<void> => {
    const shots = await Promise.all(segment.map(rows => readShot(records, rows, options)))
    const [first, ...others] = shots
    if (first === undefined) return
    if (!isConverted(first, options.mixture)) {
      for (const { text } of shots) await put(text, 'raw')
      return
    }
    const rendered = renderSegment([first, ...others], options.templates)
    counts.pairs += shots.reduce((sum, { pairs }) => sum + pairs.length, 0)
    modes[rendered.mode] += 1
    await put(textOf(rendered.spans), 'texts')
  }
  try {
    if (options.passages === null) for (const segment of segments) await putSegment(segment)
    else await inOrderOf(options.passages, segments, putSegment, text => put(text, 'raw'))
    out.end()
    await once(out, 'finish')
    await rename(unfinished, options.out)
  } finally {
    out.destroy()
    await records.close()
    await rm(unfinished, { force: true })
  }
  const { badGeneral, repeated } = instructions?.told() ?? { badGeneral: 0, repeated: false }
  return { ...counts, tokens, modes, leftOut, broken, badGeneral, repeated }
}

/** Texts in the order of the passages: a segment where its first passage stands, raw text where there is no pair. */
async function inOrderOf(
  file: string,
  segments: readonly Segment[],
  putSegment: (segment: Segment) => Promise<void>,
  putRaw: (text: string) => Promise<void>,
): Promise<void> {
  const starts = grouped(segments, ([first]) => first.key)
  const covered = new Set(segments.flatMap(segment => segment.map(rows => rows.key)))
  for await (const { text } of linesOf(file)) {
    const passage = readPassage(text)
    if (passage === null) continue
    for (const segment of starts.get(passage.key) ?? []) await putSegment(segment)
    starts.delete(passage.key)
    if (!covered.has(passage.key)) await putRaw(passage.text)
  }
  // Pairs of passages that the file lacks: nothing is lost in silence.
  for (const left of starts.values()) for (const segment of left) await putSegment(segment)
}

/** Items by key, groups and items in order of their first. */
function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group === undefined) groups.set(keyOf(item), [item])
    else group.push(item)
  }
  return groups
}

function readPassage(line: string): { readonly key: string; readonly text: string } | null {
  let row: unknown
  try {
    row = JSON.parse(line)
  } catch {
    return null
  }
  if (!isRow(row) || !isRow(row['document'])) return null
  const { start, end, text } = row
  const sha256 = row['document']['sha256']
  if (typeof start !== 'number' || typeof end !== 'number' || typeof text !== 'string' || typeof sha256 !== 'string')
    return null
  return { key: passageKey({ document: sha256, start, end }), text }
}

async function readShot(
  records: Awaited<ReturnType<typeof open>>,
  { key, offset, bytes }: PassageRows,
  { states }: CorpusOptions,
): Promise<CorpusShot> {
  const { buffer } = await records.read(Buffer.alloc(bytes), 0, bytes, offset)
  let text = ''
  let language: CorpusShot['language'] = 'en'
  const pairs: CorpusPair[] = []
  for (const line of buffer.toString('utf8').split('\n')) {
    const parsed = parseRecord(line)
    if ('fault' in parsed || !states.includes(parsed.record.pair.state)) continue
    const { pair, passageText } = parsed.record
    text = passageText
    language = pair.language
    pairs.push(pair)
  }
  const [first, ...others] = pairs
  // The index holds only passages with at least one such row.
  if (first === undefined) throw new RangeError(`the records changed while they were read: ${key}`)
  return { key, text, language, pairs: [first, ...others] }
}

/** General instructions, from the start again when they are used up; null when there are none at all. */
function generalTexts(file: string) {
  let lines = linesOf(file)
  let [good, badGeneral, repeated] = [0, 0, false]
  return {
    told: () => ({ badGeneral, repeated }),
    next: async (): Promise<string | null> => {
      for (;;) {
        const line = await lines.next()
        if (line.done === true) {
          if (good === 0) return null
          repeated = true
          lines = linesOf(file)
          continue
        }
        const row = generalRow(line.value.text)
        if (row !== null) {
          good += 1
          return generalText(row)
        }
        if (!repeated && line.value.text !== '') badGeneral += 1
      }
    },
  }
}

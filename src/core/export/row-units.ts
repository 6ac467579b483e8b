import type { Document, Language } from '#core/documents/document'
import type { ExportPlan } from '#core/export/export-plan'
import type { ExportPair } from '#core/export/export-row'
import type { Row } from '#core/export/json-line'
import { selectionOf } from '#core/export/selection'
import type { PassageText } from '#core/ports/project-store'

/** What becomes one row: a pair, a passage with its pairs, or a passage. */
export interface RowUnit {
  readonly id: string
  readonly document: Document
  readonly start: number
  readonly end: number
  readonly language: Language
  readonly pairs: readonly ExportPair[]
  /** The words by which a split tells near-duplicates. */
  readonly words: () => string
  readonly row: () => Row
}

/** Turns a stream of pairs or passages, in the order of rows, into what becomes rows. */
export interface RowUnits {
  addPair(pair: ExportPair): readonly RowUnit[]
  addPassage(passage: PassageText): readonly RowUnit[]
  /** What was still being gathered. */
  end(): readonly RowUnit[]
}

/** Both passes over the data, the one that splits and the one that writes, see the same units by this (rule EXPORT1). */
export function createRowUnits({ options, format }: ExportPlan): RowUnits {
  const selection = selectionOf(options)
  let gathered: ExportPair[] = []

  const gatheredUnit = (): readonly RowUnit[] => {
    const pairs = gathered
    const [first] = pairs
    gathered = []
    if (first === undefined || format.input !== 'passage-pairs') return []
    const { start, end } = first.pair.passage
    return [
      {
        id: placeId(first.document, start, end),
        document: first.document,
        start,
        end,
        language: first.pair.language,
        pairs,
        words: () => [first.passageText, ...pairs.map(wordsOf)].join('\n'),
        row: () => format.row(pairs, options),
      },
    ]
  }

  return {
    addPair(pair) {
      if (!selection.pair(pair.document.order, pair.pair)) return []
      if (format.input === 'pairs') {
        const { start, end } = pair.pair.passage
        return [
          {
            id: pair.pair.id,
            document: pair.document,
            start,
            end,
            language: pair.pair.language,
            pairs: [pair],
            words: () => wordsOf(pair),
            row: () => format.row(pair, options),
          },
        ]
      }
      const [first] = gathered
      const done = first !== undefined && !samePassage(first, pair) ? gatheredUnit() : []
      gathered.push(pair)
      return done
    },
    addPassage(passage) {
      const { document, start, end, language, text } = passage
      if (format.input !== 'passages' || !selection.passage(document.order, language)) return []
      const row = () => format.row(passage)
      return [{ id: placeId(document, start, end), document, start, end, language, pairs: [], words: () => text, row }]
    },
    end: gatheredUnit,
  }
}

function wordsOf({ pair }: ExportPair): string {
  return `${pair.instruction}\n${pair.response}`
}

function placeId({ order }: Document, start: number, end: number): string {
  return `${order}:${start}-${end}`
}

function samePassage(a: ExportPair, b: ExportPair): boolean {
  return (
    a.document.order === b.document.order &&
    a.pair.passage.start === b.pair.passage.start &&
    a.pair.passage.end === b.pair.passage.end
  )
}

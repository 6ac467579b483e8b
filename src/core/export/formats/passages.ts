import { recordDocument } from '#core/export/export-row'
import type { PassageFormat } from '#core/export/format'
import { DOCUMENT_SHAPE, LANGUAGE_SHAPE, lengthFault, RANGE_SHAPES } from '#core/export/formats/common-shapes'
import type { Shape } from '#core/export/shape'

const SHAPES: { readonly [key: string]: Shape } = {
  document: DOCUMENT_SHAPE,
  ...RANGE_SHAPES,
  headings: { list: 'string' },
  language: LANGUAGE_SHAPE,
  text: 'string',
}

/** The cut itself: one passage a row, pairs or none. The texts of a document's rows join back to the document. */
export const passages: PassageFormat = {
  name: 'passages',
  input: 'passages',
  prompts: false,
  keys: () => Object.keys(SHAPES),
  shapes: SHAPES,
  row: ({ document, start, end, headings, language, text }) => ({
    document: recordDocument(document),
    start,
    end,
    headings,
    language,
    text,
  }),
  fault: lengthFault,
  trainers: () => ({
    llamaFactory: { formatting: 'alpaca', columns: { prompt: 'text' } },
    axolotl: { type: 'completion' },
  }),
}

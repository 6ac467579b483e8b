import { commonPart, ownPart, recordRow, sameCommonPart } from '#core/export/export-row'
import type { PairFormat } from '#core/export/format'
import { DOCUMENT_SHAPE, LANGUAGE_SHAPE, lengthFault, RANGE_SHAPES } from '#core/export/formats/common-shapes'
import type { ObjectShape, Shape } from '#core/export/shape'
import { isRow } from '#core/export/shape'
import { STATES } from '#core/synthesis/pair'

const CHECK: ObjectShape = {
  keys: { name: 'string', result: { oneOf: ['pass', 'doubt', 'fail'] }, reason: 'string' },
  optional: { score: 'number', ranges: { list: { keys: RANGE_SHAPES } } },
}

const SHAPES: { readonly [key: string]: Shape } = {
  id: 'string',
  instruction: 'string',
  response: 'string',
  options: { list: 'string' },
  reasoning: { nullable: 'string' },
  task: 'string',
  form: 'string',
  language: LANGUAGE_SHAPE,
  needs_passage: 'boolean',
  state: { oneOf: STATES },
  decision: { nullable: { oneOf: ['keep', 'drop'] } },
  checks: { list: CHECK },
  evidence: {
    list: {
      keys: { ...RANGE_SHAPES, how: { oneOf: ['quoted', 'fuzzy', 'nearest'] } },
      optional: { score: 'number' },
    },
  },
  passage: { keys: { ...RANGE_SHAPES, headings: { list: 'string' }, text: 'string' } },
  document: DOCUMENT_SHAPE,
  chain: {
    keys: { id: 'string', round: 'count', shots: { list: { keys: { document: 'string', ...RANGE_SHAPES } } } },
  },
  provenance: {
    keys: {
      run: 'string',
      synthesizer: 'string',
      recipe: 'string',
      recipe_version: 'string',
      engine: 'string',
      model: { nullable: 'string' },
      seed: 'number',
      prompt_sha256: { nullable: 'string' },
      reused: { nullable: 'count' },
    },
  },
  original: { nullable: { keys: { instruction: 'string', response: 'string' } } },
}

/** Everything that is known about a pair; see `export-row.ts`. */
export const records: PairFormat = {
  name: 'records',
  input: 'pairs',
  prompts: false,
  keys: () => Object.keys(SHAPES),
  shapes: SHAPES,
  row: recordRow,
  parts: { own: ownPart, common: commonPart, from: 'passage', same: sameCommonPart },
  fault: ({ passage }) => (isRow(passage) ? lengthFault(passage) : null),
  trainers: null,
}

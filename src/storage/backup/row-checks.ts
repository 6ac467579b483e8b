import type { Language } from '#core/documents/document'
import type { ChunkSettings, Passage } from '#core/documents/passage'
import type { BlindEntry, BlindSample } from '#core/evaluation/blind-sample'
import type { Chains, ItemRecord, PlanItem, RejectedWords, RunRequest } from '#core/run/run'
import type { Check as PairCheck, Evidence, Original, Pair, Provenance, Range, Shot } from '#core/synthesis/pair'
import {
  anyNumber,
  type Check,
  count,
  kinded,
  listOf,
  mapOf,
  maybe,
  oneOf,
  openObject,
  orNull,
  shape,
  size,
  text,
  yesOrNo,
} from '#storage/backup/checks'
import { isRecipe } from '#storage/backup/recipe-check'
import { type End, FORMAT, type Header, type RowKind, type Rows } from '#storage/backup/format'

const language: Check<Language> = oneOf('en', 'zh', 'other')
const texts = listOf(text)
const range = { start: count, end: count }
const decision = oneOf('keep', 'drop', null)

export const isHeader = shape<Header>({ format: oneOf(FORMAT), version: count, project: text })

export const isEnd = shape<End>({
  end: shape({
    source: count,
    document: count,
    text: count,
    cut: count,
    recipe: maybe(count),
    settings: maybe(count),
    sample: maybe(count),
    run: count,
    plan: count,
    items: count,
    pairs: count,
  }),
  sha256: text,
})

const passage = shape<Passage>({ ...range, headings: texts, language })
const settings = shape<ChunkSettings>({ target: count, maximum: count })

const planItem = shape<PlanItem>({
  ...range,
  position: count,
  chain: count,
  round: count,
  document: count,
  headings: texts,
  language,
})

const itemRecord = shape<ItemRecord>({
  position: count,
  state: oneOf('leased', 'done', 'failed', 'skipped'),
  attempts: count,
  pairs: count,
  reason: orNull(text),
  raw: orNull(text),
  rejected: maybe(listOf(shape<RejectedWords>({ reason: text, raw: text }))),
})

const request = shape<RunRequest>({
  synthesizer: text,
  engine: text,
  model: orNull(text),
  recipe: text,
  recipeVersion: text,
  tasks: texts,
  seed: anyNumber,
  documents: orNull(listOf(count)),
  sample: orNull(count),
  places: maybe(orNull(listOf(shape<{ document: number; start: number }>({ document: count, start: count })))),
  chains: maybe(orNull(shape<Chains>({ rounds: count, shots: oneOf('written', 'passed'), window: orNull(count) }))),
})

const sample = shape<BlindSample>({
  id: text,
  seed: anyNumber,
  createdAt: anyNumber,
  population: shape<BlindSample['population']>({ export: count, failed: count }),
  written: mapOf(count),
  entries: listOf(
    shape<BlindEntry>({
      key: text,
      pair: text,
      words: text,
      stratum: oneOf('export', 'failed'),
      checks: texts,
      verdict: oneOf('right', 'wrong', 'unclear', null),
      why: orNull(text),
    }),
  ),
})

export const ROW_CHECKS: { readonly [kind in RowKind]: Check<Rows[kind]> } = {
  source: shape<Rows['source']>({
    id: count,
    name: text,
    kind: oneOf('text', 'html', 'table', 'pdf', 'docx', 'paste', 'sample'),
    bytes: size,
    encoding: orNull(text),
    column: orNull(text),
    columns: orNull(texts),
    documents: count,
    passages: count,
    characters: size,
    languages: listOf(language),
    warnings: listOf(kinded()),
    problem: orNull(kinded()),
    removed: yesOrNo,
    firstDocument: orNull(count),
    lastDocument: orNull(count),
    reading: yesOrNo,
    textBytes: size,
    cutBytes: size,
  }),
  document: shape<Rows['document']>({
    order: count,
    source: count,
    name: text,
    row: orNull(count),
    sha256: text,
    length: count,
    language,
    title: orNull(text),
    pages: orNull(listOf(count)),
    meta: openObject(),
  }),
  text: shape<Rows['text']>({ document: count, block: count, text, closed: yesOrNo }),
  cut: shape<Rows['cut']>({ document: count, settings, passages: listOf(passage) }),
  recipe: shape<Rows['recipe']>({ version: text, recipe: isRecipe, own: yesOrNo, savedAt: anyNumber }),
  settings: shape<Rows['settings']>({ thresholds: mapOf(anyNumber) }),
  sample,
  run: shape<Rows['run']>({
    id: text,
    sequence: count,
    request,
    status: oneOf('running', 'paused', 'cancelled', 'done'),
    problem: orNull(kinded()),
    total: count,
    done: count,
    failed: count,
    empty: count,
    pairs: count,
    rejected: maybe(mapOf(count)),
    chosen: yesOrNo,
    activeMs: anyNumber,
    createdAt: anyNumber,
  }),
  plan: shape<Rows['plan']>({ run: count, items: listOf(planItem) }),
  items: shape<Rows['items']>({ run: count, items: listOf(itemRecord) }),
  pairs: shape<Rows['pairs']>({
    run: count,
    document: count,
    start: count,
    shared: text,
    pairs: texts,
    decisions: listOf(decision),
    added: maybe(oneOf(true)),
  }),
}

/** A pair as the pair row holds it, put together, before decision and state. */
export const isStoredPair = shape<Omit<Pair, 'decision' | 'state'>>({
  id: text,
  instruction: text,
  response: text,
  options: orNull(texts),
  reasoning: orNull(text),
  task: text,
  form: text,
  needsPassage: yesOrNo,
  evidence: listOf(shape<Evidence>({ ...range, how: oneOf('quoted', 'fuzzy', 'nearest'), score: maybe(anyNumber) })),
  language,
  passage: shape<Pair['passage']>({ ...range, headings: texts }),
  chain: shape<Pair['chain']>({ id: text, round: count, shots: listOf(shape<Shot>({ ...range, document: text })) }),
  provenance: shape<Provenance>({
    run: text,
    synthesizer: text,
    recipe: text,
    recipeVersion: text,
    engine: text,
    model: orNull(text),
    seed: anyNumber,
    promptSha256: orNull(text),
    reused: orNull(anyNumber),
  }),
  checks: listOf(
    shape<PairCheck>({
      name: text,
      result: oneOf('pass', 'doubt', 'fail'),
      reason: text,
      values: maybe(openObject()),
      score: maybe(anyNumber),
      ranges: maybe(listOf(shape<Range>(range))),
    }),
  ),
  checksVersion: maybe(text),
  original: orNull(shape<Original>({ instruction: text, response: text })),
})

import type { MinedType } from '#core/corpus/comprehension/find-examples'
import type { TokenPart } from '#core/corpus/corpus-counts'
import type { CorpusProblem } from '#core/corpus/corpus-options'
import type { Mode } from '#core/corpus/style'
import type { Format } from '#features/format'
import type { PreviewKind } from '#messages/corpus'

const many = (count: number, one: string, more: string, format: Format): string =>
  `${format.number(count)} ${count === 1 ? one : more}`

export const corpusEn = {
  title: 'Pre-training text',
  lead: 'Passages with their pairs, in many templates, mixed with raw passages and general instructions: text that a model goes on to be pre-trained on.',

  which: 'Which pairs',
  edited: 'What you edited goes in as you edited it.',

  templates: 'Templates',
  layouts: 'Weights of the layouts',
  presets: { paper: '80 / 5 / 5 / 5 / 5', two: '95 / 5', own: 'Own' },
  presetHints: {
    paper: 'The weights of the paper. Where a passage has one pair only it is classic or dialogue, 95 to 5.',
    two: 'Only classic and dialogue, as the paper has it where a passage has one pair only.',
    own: 'Only the ratios count; 0 leaves a layout out. Where a passage has one pair only, classic and dialogue share it.',
  },
  modes: {
    classic: { name: 'Classic', layout: 'The passage, then its pairs one after the other.' },
    dialog: { name: 'Dialogue', layout: 'The passage, then the pairs as a conversation.' },
    numbered: { name: 'Numbered', layout: 'The passage, then all questions by number, then all answers.' },
    'few-shot': { name: 'Worked examples', layout: 'All pairs but the last as examples; the last one is the test.' },
    'next-turn': { name: 'Next turn', layout: 'A conversation, whose last turn is asked for.' },
  } satisfies Record<Mode, { name: string; layout: string }>,
  weightOf: (mode: string) => `Weight of ${mode}`,
  inversion: 'Pairs before the passage, in percent',
  inversionHint: 'Of classic and dialogue texts. The paper has 5.',

  mixture: 'Mixture',
  converted: 'Texts that get their pairs',
  conversions: { all: 'All: one domain', fifth: 'One fifth: from scratch', own: 'Own share' },
  convertedPercent: 'Texts with pairs, in percent',
  convertedHint: 'The others stay passages as they are, as do passages without a pair.',

  comprehension: 'Read raw passages for comprehension',
  comprehensionHint:
    'Behind a passage that stands raw come questions mined from its own sentences by rules, as AdaptLLM has it: what follows, why, what a term means, how it goes on. No model, and never a pair: such questions are in no export for fine-tuning.',
  comprehensionPercent: 'Raw passages that are read, in percent',

  general: 'General instructions',
  generalLead: 'Optional. For one domain the paper mixes them in, one token for each token of the rest.',
  generalColumns:
    'JSONL with question and response, instruction and output, prompt and completion, or messages. Each becomes its question, one space and its response.',
  chooseGeneral: 'Choose a file …',
  dropGeneral: 'or drop it here',
  otherGeneral: 'Another file …',
  removeGeneral: 'Leave out',
  readingGeneral: 'Looking at the file …',
  generalRows: (rows: number, bad: number, whole: boolean, format: Format) =>
    `${whole ? many(rows, 'row', 'rows', format) : `The first ${many(rows, 'row', 'rows', format)}`}: ${
      bad === 0
        ? 'each has an instruction and a response.'
        : `${format.number(rows - bad)} can be used, ${format.number(bad)} have no instruction or no response and are left out.`
    }`,
  generalExample: 'The first one, as it will be written',
  generalNotKept: 'The address of this page keeps the options, but not the file: after a reload it is chosen again.',
  ratio: 'Their tokens for each token of the rest',

  file: 'File',
  name: 'Name',
  seed: 'Seed',
  seedHint: 'The same seed and options give the same file.',

  problems: {
    'name-missing': 'Give the file a name.',
    'no-weight': 'Give at least one layout a weight above 0.',
    'bad-weight': 'Weights are numbers of 0 or more.',
    'bad-share': 'A percentage from 0 to 100.',
    'bad-ratio': 'A number from 0 to 1,000.',
    'bad-seed': 'A whole number of 0 or more.',
  } satisfies Record<Exclude<CorpusProblem, 'no-state'>, string>,

  summary: 'What will be written',
  texts: (count: number, format: Format) => many(count, 'text', 'texts', format),
  tokens: (count: number, format: Format) => `about ${many(count, 'token', 'tokens', format)}`,
  counting: 'Counting …',
  countingFar: (done: number, total: number, format: Format) =>
    `Counting … ${format.number(done)} of ${many(total, 'passage', 'passages', format)}`,

  preview: 'Preview',
  previewOf: (place: number, texts: number, format: Format) => `${format.number(place)} of ${format.number(texts)}`,
  previousText: 'Previous text',
  nextText: 'Next text',
  anotherSeed: 'Another seed',
  legend: 'Colours',
  parts: { passage: 'Passage', pair: 'Pairs', template: 'Template words' },
  minedPart: 'Questions and answers',
  kinds: { pairs: 'With pairs', mined: 'Read for comprehension' } satisfies Record<PreviewKind, string>,
  kind: 'Texts of the preview',
  about: (mode: string, pairs: number, inverted: boolean, format: Format) =>
    `${mode} · ${many(pairs, 'pair', 'pairs', format)}${inverted ? ' · pairs before the passage' : ''}`,
  minedTypes: {
    title: 'Title',
    completion: 'How it goes on',
    summarize: 'Topic',
    'word-to-text': 'Definition',
    inference: 'What follows',
    commonsense: 'Cause and effect',
    paraphrase: 'In other words',
  } satisfies Record<MinedType, string>,
  minedAbout: (types: string) => `Asked: ${types}`,
  nothingMined: 'Nothing was found in this passage: it stays as it is.',
  wholePassages: 'Show passages in full',
  folded: (characters: number, format: Format) => ` … ${many(characters, 'character', 'characters', format)} … `,
  nonePreviewed: {
    pairs: 'No pair is in the chosen states: every passage stands as it is.',
    share: 'At this share no text gets its pairs: every passage stands as it is.',
    mined: 'At this share no passage is read for comprehension.',
  },

  inside: 'What is in it',
  byPart: 'Tokens',
  tokenParts: {
    passages: 'Passages with pairs',
    pairs: 'Pairs',
    template: 'Template words',
    mined: 'Passages read',
    examples: 'Questions on these',
    raw: 'Raw passages',
    general: 'General instructions',
  } satisfies Record<TokenPart, string>,
  share: (count: string, share: string) => `${count} · ${share}`,
  byMode: 'Texts by layout',
  inverted: (count: number, format: Format) =>
    `${many(count, 'text has', 'texts have', format)} the pairs before the passage.`,
  byTask: 'Pairs by task',
  byExample: 'Questions for comprehension',
  byLength: 'Texts by tokens',
  upTo: (most: string) => `up to ${most}`,
  between: (least: string, most: string) => `${least}–${most}`,
  above: (least: string) => `more than ${least}`,
  others: (count: number, format: Format) => many(count, 'other', 'others', format),
  estimated: 'Tokens are estimated; the tokenizer of your model counts somewhat differently.',
  repeated: 'There are fewer general instructions than the mixture takes: they are taken again from the start.',
  badRows: (count: number, format: Format) =>
    `${many(count, 'row', 'rows', format)} of the general instructions had no instruction or no response, and were left out.`,

  write: 'Write the file',
  cancel: 'Cancel',
  again: 'Try again',
  dismiss: 'Put away',
  progress: 'Progress of writing',
  phases: {
    start: 'Preparing …',
    index: (done: number, total: number, format: Format) =>
      `Looking through the pairs … ${format.number(done)} of ${format.number(total)}`,
    write: (done: number, total: number, format: Format) =>
      `Writing … ${format.number(done)} of ${many(total, 'passage', 'passages', format)}`,
    check: (done: number, total: number, format: Format) =>
      `Checking each line … ${format.number(done)} of ${format.number(total)}`,
  },
  left: (far: string, time: string) => `${far} · ${time} left`,
  stopped: 'Cancelled. No file was left.',
  done: 'Written and checked',
  doneRows: (rows: number, format: Format) =>
    `${many(rows, 'text was', 'texts were', format)} read again from the finished file; every line is valid.`,
  doneKinds: (pairs: number, mined: number, raw: number, general: number, format: Format) =>
    [
      `${format.number(pairs)} with pairs`,
      ...(mined > 0 ? [`${format.number(mined)} read for comprehension`] : []),
      `${format.number(raw)} raw`,
      ...(general > 0 ? [many(general, 'general instruction', 'general instructions', format)] : []),
    ].join(' · '),

  empty: 'Nothing to write yet',
  emptyWords: 'Pre-training text is made of your documents and their pairs. Add documents first.',
  toSources: 'Add documents',
  noPairs: 'There are no pairs yet',
  noPairsWords: 'Every passage would stand in the file as it is. Write pairs first to have them in the text.',
  toWrite: 'Write pairs',
}

export type CorpusMessages = typeof corpusEn

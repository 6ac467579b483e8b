import type { BlindFigure } from '#core/evaluation/figure'
import type { Measured } from '#core/evaluation/measured'
import type { OptionProblem } from '#core/export/export-plan'
import type { FormatName, PassageInPrompt } from '#core/export/format'
import type { Split } from '#core/export/split-ratio'
import type { Format } from '#features/format'

const many = (count: number, one: string, more: string, format: Format): string =>
  `${format.number(count)} ${count === 1 ? one : more}`

export const exportEn = {
  title: 'Export',
  lead: 'Write the pairs to a file that your trainer reads. Every line is read again and checked before it counts as done.',

  which: 'Which pairs',

  format: 'Format',
  formats: {
    records: {
      name: 'Records',
      use: 'Everything that is known about each pair, nothing lost: evidence, checks, where it comes from.',
    },
    passages: { name: 'Passages', use: 'Your text alone, a passage a line, with its document and headings. No pairs.' },
    alpaca: {
      name: 'Alpaca',
      use: 'instruction, input, output: for LLaMA-Factory, Axolotl (type: alpaca) and Unsloth.',
    },
    messages: { name: 'OpenAI messages', use: 'Chat turns: for TRL, Axolotl (type: chat_template) and Unsloth.' },
    sharegpt: { name: 'ShareGPT', use: 'conversations of from and value: for LLaMA-Factory and Unsloth.' },
    text: { name: 'Text', use: 'One text for a passage with its pairs: for continued pre-training.' },
  } satisfies Record<FormatName, { name: string; use: string }>,

  prompt: 'Prompt',
  passageInPrompt: 'Passage in the prompt',
  passageModes: { auto: 'Where needed', yes: 'Always', no: 'Never' } satisfies Record<PassageInPrompt, string>,
  passageHints: {
    auto: 'Pairs that make sense only with their passage carry it.',
    yes: 'Every prompt carries its passage: longer rows, and a model that answers from a text.',
    no: 'Pairs that need their passage go without it, and ask about something the model cannot see.',
  } satisfies Record<PassageInPrompt, string>,
  passageWarning: 'Some pairs will ask about a text that is not there.',
  systemPrompt: 'System prompt',
  systemHint: 'Stands before every conversation. Leave empty for none.',

  split: 'Split',
  splits: { none: 'One set', standard: '90 / 5 / 5', custom: 'Own shares' },
  splitLabel: 'Train, validation and test',
  splitRatio: 'Shares of train, validation and test, in percent',
  splitHow:
    'Whole documents go to one side, or whole sections where there are fewer than ten documents. Pairs that say nearly the same stay together. The same seed gives the same split.',
  splitNone: 'Everything in one file.',
  seed: 'Seed',
  splitNames: { train: 'train', validation: 'validation', test: 'test' } satisfies Record<Split, string>,

  file: 'File',
  name: 'Name',
  wrap: 'As',
  wraps: { plain: 'JSONL', pack: 'Zip for trainers' },
  wrapHints: {
    plain: 'One JSON object a line, UTF-8.',
    pack: 'The data with a dataset card, checksums, and where a trainer reads the format, its configuration.',
  },
  gzip: 'Compress with gzip',
  gzipHint: 'Trainers read .jsonl.gz through the datasets library.',
  cardTitle: 'Title of the dataset',
  licence: 'Licence',
  licenceHint:
    'Under which licence may this data be used? Only you can know: it depends on your documents and on the model.',

  problems: {
    'name-missing': 'Give the file a name.',
    'split-not-100': 'Three shares that add to 100, like 80/10/10.',
    'licence-missing': 'State a licence; the card needs one.',
  } satisfies Record<Exclude<OptionProblem, 'no-state'>, string>,

  summary: 'What will be written',
  pairs: (count: number, format: Format) => many(count, 'pair', 'pairs', format),
  passages: (count: number, format: Format) => many(count, 'passage', 'passages', format),
  measured: ({ population, marked, right }: BlindFigure, interval: string, format: Format) =>
    `${many(population, 'pair', 'pairs', format)} · ${format.number(marked)} checked blind · ${format.number(right)} right · ${interval}`,
  notMeasured: {
    none: 'The error rate of this dataset has not been measured yet.',
    states: 'The error rate of these states has not been measured: a blind check is of kept and ready pairs.',
    elsewhere: 'The error rate of this choice has not been measured: none of the pairs checked blind is in it.',
    void: 'The error rate is not known any more: none of the pairs that were checked blind is there now.',
  } satisfies Record<Exclude<Measured['kind'], 'measured'>, string>,
  voidNewer: (count: number, format: Format) =>
    `Void for ${many(count, 'pair', 'pairs', format)} written after the check.`,
  voidEntered: (count: number, format: Format) =>
    `Void for at least ${many(count, 'pair', 'pairs', format)} that came in since by decisions or other checks.`,
  toBlindCheck: 'Go to the blind check',
  preview: 'First rows',
  previewOf: (row: number, rows: number, format: Format) => `${format.number(row)} of ${format.number(rows)}`,
  previousRow: 'Previous row',
  nextRow: 'Next row',
  pretty: 'Read',
  raw: 'As written',
  previewAs: 'Show the row',
  nothingWords: 'No pair matches these choices.',

  export: 'Export',
  cancel: 'Cancel',
  phases: {
    start: 'Preparing …',
    write: (rows: number, total: number, format: Format) =>
      `Writing … ${format.number(rows)} of ${format.number(total)}`,
    check: (rows: number, total: number, format: Format) =>
      `Checking each line … ${format.number(rows)} of ${format.number(total)}`,
  },
  progress: 'Progress of the export',

  done: 'Exported and checked',
  doneRows: (rows: number, format: Format) => many(rows, 'row', 'rows', format),
  doneChecked: (rows: number, format: Format) =>
    `${many(rows, 'row was', 'rows were', format)} read again from the finished files; every one is valid.`,
  doneStates: 'By state:',
  doneSplits: 'By split:',
  doneWithout: (count: number, format: Format) =>
    `${many(count, 'pair needs its passage and went', 'pairs need their passage and went', format)} without it.`,
  stopped: 'Cancelled. No file was left.',
  dismiss: 'Put away',
  again: 'Try again',

  inside: 'What is in it',
  byTask: 'Pairs by task',
  byLanguage: 'Pairs by language',
  byDocument: 'Pairs by document',
  others: (count: number, format: Format) => many(count, 'other', 'others', format),

  noPairs: 'Nothing to export yet',
  noPairsWords:
    'Write pairs from your documents first; the passages alone can be exported as soon as there are documents.',
  writePairs: 'Write pairs',
  onlyPassages: 'Export passages',
}

export type ExportMessages = typeof exportEn

import type { Language } from '#core/documents/document'
import type { PairOrder } from '#core/ports/project-store'
import type { Check, State } from '#core/synthesis/pair'
import type { Format } from '#features/format'
import type { Group } from './review-filter'

/** How long the sentence of a check is allowed to know more than its key. */
type Values = NonNullable<Check['values']>

const many = (count: number, one: string, more: string, format: Format): string =>
  `${format.number(count)} ${count === 1 ? one : more}`

const pairs = (count: number, format: Format): string => many(count, 'pair', 'pairs', format)

const LANGUAGES: Readonly<Record<Language, string>> = { en: 'English', zh: 'Chinese', other: 'Other' }

function named(values: Values, name: string): string {
  const value = values[name]
  if (value === 'other' || value === undefined) return 'another language'
  return value === 'en' || value === 'zh' ? LANGUAGES[value] : String(value)
}

export const reviewEn = {
  title: 'Review',
  list: 'Pairs',
  passage: 'Passage',
  pair: 'Pair',
  panes: 'Show',

  search: 'Search pairs',
  searchHint: (count: number, format: Format) => `Search ${pairs(count, format)} …`,
  searching: (count: number, format: Format) => `Searching … ${format.number(count)} found`,
  found: (count: number, format: Format) => `${format.number(count)} found`,
  groups: {
    review: 'To review',
    kept: 'Kept',
    dropped: 'Dropped',
    failed: 'Failed checks',
    all: 'All',
  } satisfies Record<Group, string>,
  groupsLabel: 'Which pairs',
  more: 'More filters',
  task: 'Task',
  language: 'Language',
  document: 'Document',
  anyTask: 'All tasks',
  anyLanguage: 'All languages',
  anyDocument: 'All documents',
  findDocument: 'Find a document',
  onlyFirst: (count: number, format: Format) => `The first ${format.number(count)} that match. Type more of the name.`,
  noDocument: 'No document has this in its name.',
  order: 'Order',
  orders: {
    place: 'In the order of the documents',
    doubt: 'Most doubtful first',
    task: 'By task',
    repetition: 'Repetitions together',
  } satisfies Record<PairOrder, string>,
  sortAgain: 'Sort again',
  saidOrder: (order: string) => `Order: ${order}.`,
  failedCheck: 'Check that did not pass',
  anyCheck: 'Any or none',
  /** Names of checks; one that is not here is shown as it is. */
  checkNames: {
    completeness: 'Complete',
    evidence: 'Evidence',
    language: 'Language',
    duplicate: 'Repetition',
    leak: 'Speaks of its source',
    support: 'Numbers and names',
    choice: 'Options',
    cap: 'Too many of a passage',
    grounded: 'Grounded, by a model',
    'round-trip': 'Answered again, by a model',
    'stands-alone': 'Stands alone, by a model',
  } satisfies Readonly<Record<string, string>>,
  clearFilters: 'Show all to review',
  languages: LANGUAGES,

  states: {
    ready: 'ready',
    unsure: 'unsure',
    failed: 'failed',
    kept: 'kept',
    dropped: 'dropped',
  } satisfies Record<State, string>,
  unsaved: 'not saved',

  noPairs: 'No pairs yet',
  noPairsWords: 'Write pairs from your documents first. Each one then waits here beside the passage that it came from.',
  writePairs: 'Write pairs',
  nothingLeft: 'Nothing left to review',
  nothingLeftWords: (exportable: number, format: Format) =>
    `${pairs(exportable, format)} can be exported. Pairs that failed a check are not among them unless you keep them.`,
  toExport: 'Go to Export',
  nothingHere: 'No pair matches',
  nothingHereWords: 'Try another group or fewer filters.',
  noRepetition: 'No pair repeats another',
  noRepetitionWords: 'Among these no two pairs say the same.',
  tryAgain: 'Try again',
  loading: 'Reading …',

  position: (place: number, count: number, format: Format) => `${format.number(place)} of ${format.number(count)}`,
  previous: 'Previous pair',
  next: 'Next pair',
  instruction: 'Instruction',
  response: 'Response',
  options: 'Options',
  reasoning: 'Reasoning',
  original: 'As first written',
  needsPassage: 'Makes sense only with its passage, so exports carry the passage in the prompt.',
  checks: 'Checks',
  checkResults: { pass: 'passed', doubt: 'in doubt', fail: 'failed' } satisfies Record<Check['result'], string>,
  showPlace: 'Show the place in the passage',
  repeats: 'repeats',
  repetition: 'Repetition',
  firstGone: 'The pair that it repeats is no longer in this project’s chosen runs.',
  isRepeated: (count: number, cut: boolean, format: Format) =>
    `${cut ? 'At least ' : ''}${many(count, 'pair repeats', 'pairs repeat', format)} this one.`,
  repeatsFirst: (count: number, cut: boolean, format: Format) =>
    count === 1
      ? 'It says the same as this pair:'
      : `It is one of ${cut ? 'at least ' : ''}${format.number(count)} that say the same as this pair:`,
  showFirst: 'Show it',
  showRepeat: 'Show the next one',
  keepFirst: (count: number, format: Format) => `Keep only the first: drop ${many(count, 'other', 'others', format)}`,
  madeBy: 'Made by',
  rules: 'Quick pairs (no model)',
  person: 'You',
  runNumber: (run: number) => `run ${run}`,
  round: (round: number) => `round ${round + 1}`,
  shots: (count: number, format: Format) => `saw ${many(count, 'earlier passage', 'earlier passages', format)}`,

  /** Sentences of checks; a key that is not here is shown as it is. */
  reasons: {
    complete: () => 'Instruction and response are complete',
    'empty-instruction': () => 'The instruction is empty',
    'empty-response': () => 'The response is empty',
    echo: () => 'The response only repeats the instruction',
    markup: () => 'Markup is left in the words',
    'cut-off': () => 'The response seems to break off',
    'evidence-quoted': () => 'Evidence found word for word',
    'evidence-nearest': () => 'No exact evidence; the nearest sentence is underlined',
    'evidence-missing': () => 'No part of the passage is named as evidence',
    'evidence-not-in-passage': () => 'The evidence named does not stand in the passage',
    'language-agrees': () => 'Same language as the passage',
    'language-differs': (values: Values) =>
      `Written in ${named(values, 'pair')}, its passage in ${named(values, 'passage')}`,
    unique: () => 'No other pair says the same',
    duplicate: () => 'Says the same as another pair',
  } satisfies Readonly<Record<string, (values: Values) => string>>,

  noEvidence: 'No single sentence supports the response.',
  before: 'Show what comes before',
  after: 'Show what comes after',
  startOfDocument: 'Start of the document',
  endOfDocument: 'End of the document',
  around: { before: 'Text before the passage', after: 'Text after the passage' },

  keep: 'Keep',
  drop: 'Drop',
  edit: 'Edit',
  undo: 'Undo',
  redo: 'Redo',
  clear: 'Clear decision',
  save: 'Save',
  cancel: 'Cancel',
  edited: 'Saving keeps the pair, and the words as first written stay beside it.',
  emptyWords: 'Write something here.',
  writeAgain: 'Write it again',
  answerAgain: 'Answer again',
  ownPair: 'New pair',
  map: 'Coverage of the document',
  bulkWriteAgain: 'Write again …',
  follower: 'Another tab works on this project, so here you can only read.',

  bulkKeep: (count: number, format: Format) => `Keep all ${format.number(count)}`,
  bulkDrop: (count: number, format: Format) => `Drop all ${format.number(count)}`,
  bulkAsk: {
    keep: (count: number, format: Format) => `Keep all ${pairs(count, format)} shown?`,
    drop: (count: number, format: Format) => `Drop all ${pairs(count, format)} shown?`,
  },
  bulkYes: {
    keep: (count: number, format: Format) => `Keep ${format.number(count)}`,
    drop: (count: number, format: Format) => `Drop ${format.number(count)}`,
  },
  bulkNo: 'Leave them',
  bulkAtWork: {
    keep: (done: number, count: number, format: Format) =>
      `Keeping … ${format.number(done)} of ${format.number(count)}`,
    drop: (done: number, count: number, format: Format) =>
      `Dropping … ${format.number(done)} of ${format.number(count)}`,
  },
  bulkStop: 'Stop',
  bulkDone: {
    keep: (count: number, format: Format) => `${pairs(count, format)} kept.`,
    drop: (count: number, format: Format) => `${pairs(count, format)} dropped.`,
  },
  bulkStopped: 'Stopped.',
  bulkLabel: 'All pairs shown',

  saidKept: 'Kept.',
  saidDropped: 'Dropped.',
  saidCleared: 'Decision cleared.',
  saidUndone: 'Undone.',
  saidRedone: 'Redone.',
  saidSaved: 'Saved and kept.',
  saidPair: (place: string | null, state: string, instruction: string) =>
    `${place === null ? '' : `${place}, `}${state}: ${instruction}`,
}

export type ReviewMessages = typeof reviewEn

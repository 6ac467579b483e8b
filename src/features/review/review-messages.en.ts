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

function text(values: Values, name: string): string {
  return String(values[name] ?? '…')
}

/** The model that judged. */
const judge = (values: Values): string => text(values, 'judge')

const seen = (values: Values): string =>
  'seenPercent' in values ? ` (it was shown ${text(values, 'seenPercent')} % of it)` : ''

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
  shots: (count: number, format: Format) =>
    `Written with ${many(count, 'other passage', 'other passages', format)} in sight`,
  shotGone: 'a document that is no longer here',

  /** Sentences of checks; a key that is not here is shown as it is. */
  reasons: {
    complete: () => 'Instruction and response are complete',
    'empty-instruction': () => 'The instruction is empty',
    'empty-response': () => 'The response is empty',
    echo: () => 'The response only repeats the instruction',
    'restates-question': () => 'The response only says the question again',
    'prompt-leak': () => 'Words of the prompt, or of the model about itself, are left in the pair',
    'asks-back': () => 'The response only asks; it answers nothing',
    'goes-round': () => 'The response goes round in circles',
    markup: () => 'Markup is left in the words',
    'cut-off': () => 'The response seems to break off',
    'evidence-quoted': () => 'Evidence found word for word',
    'evidence-aligned': () => 'A sentence of the passage shares enough of its words',
    'evidence-nearest': () => 'No exact evidence; the nearest sentence is underlined',
    'no-single-sentence': () => 'No single sentence of the passage supports it',
    'several-sentences': () => 'Reckons or sums up; no single sentence has to support it',
    'evidence-missing': () => 'No part of the passage is named as evidence',
    'evidence-not-in-passage': () => 'The evidence named does not stand in the passage',
    'language-agrees': () => 'Same language as the passage',
    'language-differs': (values: Values) =>
      `Written in ${named(values, 'pair')}, its passage in ${named(values, 'passage')}`,
    'language-mixed': (values: Values) => `A part of it is not in ${named(values, 'passage')}, as its passage is`,
    'no-leak': () => 'Does not lean on a text beside it',
    leak: (values: Values) => `“${text(values, 'phrase')}” points at the passage; it could be said without`,
    'leak-alone': (values: Values) => `“${text(values, 'phrase')}” points at a passage that the pair goes without`,
    'choice-sound': () => 'The response is one of the options',
    'choice-too-few': (values: Values) => `A choice needs two options or more, this one has ${text(values, 'options')}`,
    'choice-empty-option': () => 'An option is empty',
    'choice-same-options': (values: Values) => `The option “${text(values, 'option')}” is there twice`,
    'choice-no-option': () => 'The response is none of the options',
    'choice-debris': (values: Values) => `A mark of the list is left in the option “${text(values, 'option')}”`,
    'choice-letter': () => 'The response is only the letter of an option',
    supported: () => 'No number, name or quotation goes against the passage',
    'number-differs': (values: Values) =>
      `The pair says ${text(values, 'said')}, the passage says ${text(values, 'passage')}`,
    'unit-differs': (values: Values) =>
      `The pair says ${text(values, 'said')}, the passage says ${text(values, 'passage')}`,
    'sum-differs': (values: Values) => `“${text(values, 'said')}” does not come out`,
    'number-unknown': (values: Values) => `The passage does not say ${text(values, 'said')}`,
    'name-differs': (values: Values) =>
      `The pair names ${text(values, 'said')}, the passage names ${text(values, 'passage')} there`,
    'name-elsewhere': (values: Values) => `The passage names ${text(values, 'said')} with something else`,
    'name-unknown': (values: Values) => `The passage does not name ${text(values, 'said')}`,
    'quotation-unknown': (values: Values) => `“${text(values, 'said')}” is quoted but not in the passage`,
    'negation-differs': () => 'Like a sentence of the passage, but only one of the two denies',
    'order-differs': (values: Values) =>
      `“${text(values, 'first')}” and “${text(values, 'second')}” have changed places against the passage`,
    'words-differ': (values: Values) =>
      `The pair says “${text(values, 'said')}” where the passage says “${text(values, 'passage')}”`,
    unique: () => 'No other pair says the same',
    duplicate: () => 'Says the same as another pair',
    grounded: (values: Values) => `${judge(values)} finds all of the answer in the passage${seen(values)}`,
    'not-grounded': (values: Values) => `${judge(values)} does not find the answer in the passage${seen(values)}`,
    'round-trip-agrees': (values: Values) => `${judge(values)} gives the same answer from the passage${seen(values)}`,
    'round-trip-differs': (values: Values) =>
      `${judge(values)} answers differently: “${text(values, 'said')}”${seen(values)}`,
    'stands-alone': (values: Values) => `${judge(values)} understands the instruction without its passage`,
    'leans-on-passage': (values: Values) => `${judge(values)} does not understand the instruction without its passage`,
    'judge-unclear': (values: Values) => `${judge(values)} gave no verdict: “${text(values, 'said')}”`,
    'judge-too-long': (values: Values) => `Question and answer are too long for ${judge(values)}`,
    'judge-failed': (values: Values) => `${judge(values)} could not be asked about this pair`,
    'judge-untrusted': (values: Values) =>
      `${judge(values)} said “${text(values, 'said')}”, but it noticed only ${text(values, 'caught')} of ${text(values, 'planted')} planted faults: its word decides nothing`,
    'near-duplicate': () => 'Says nearly the same as another pair',
    'within-cap': () => 'Not too many pairs from this passage',
    'over-task-cap': (values: Values) => `More than ${String(values['most'])} pairs of this task from the passage`,
    'over-passage-cap': (values: Values) =>
      `More than ${String(values['most'])} pairs from the passage, much for its length`,
  } satisfies Readonly<Record<string, (values: Values) => string>>,

  noEvidence: 'No single sentence supports the response.',

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

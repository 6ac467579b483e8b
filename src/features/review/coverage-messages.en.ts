import type { Format } from '#features/format'
import type { Level } from './coverage'

const many = (count: number, one: string, more: string, format: Format): string =>
  `${format.number(count)} ${count === 1 ? one : more}`

const passages = (count: number, format: Format): string => many(count, 'passage', 'passages', format)

export const coverageEn = {
  title: 'Coverage',
  lead: 'Each square is a passage of the document, in order, with its number of usable pairs: those that are kept or ready.',
  back: 'Back to the pairs',
  noDocument: 'This document is not here',
  noDocumentWords: 'It may have been deleted. Choose another one.',
  loading: 'Reading …',
  levels: {
    unwritten: 'not written yet',
    empty: 'gave no pair',
    unusable: 'pairs, but none usable',
    one: '1 usable pair',
    few: '2 or 3',
    many: '4 and more',
  } satisfies Record<Level, string>,
  legend: 'What the squares mean',
  task: 'Count',
  allTasks: 'Pairs of all tasks',
  wholeDocument: 'The whole document',
  noHeading: 'Without a heading',
  sum: (usable: number, count: number, format: Format) =>
    `${many(usable, 'usable pair', 'usable pairs', format)} in ${passages(count, format)}`,
  thin: (count: number, format: Format) => `${passages(count, format)} without any`,
  cell: (place: number, usable: number, level: string, format: Format) =>
    usable > 0
      ? `Passage ${format.number(place)}: ${many(usable, 'usable pair', 'usable pairs', format)}`
      : `Passage ${format.number(place)}: ${level}`,
  cells: (section: string) => `Passages of ${section}. Arrow keys move.`,
  passage: (place: number, count: number, format: Format) =>
    `Passage ${format.number(place)} of ${format.number(count)}`,
  choose: 'Choose a square to read its passage.',
  why: (run: number, reason: string) => `Run ${run}: ${reason}`,
  noneSaid: 'Its run gave no reason.',
  pairsHere: 'Pairs here',
  noPairsHere: 'None.',
  showPairs: 'Show its pairs',
  close: 'Close',

  topUp: 'Top up',
  topUpThis: 'Top up this passage',
  topUpSection: (section: string) => `Top up ${section}`,
  scope: 'Where',
  scopes: {
    document: 'The whole document',
    section: 'This section',
    passage: 'This passage',
  },
  atLeast: 'At least',
  usablePairs: (count: number, format: Format) => many(count, 'usable pair', 'usable pairs', format),
  writer: 'Written by',
  rules: 'Quick pairs (no model)',
  rulesHint: 'Rules write the same again, so only passages that are not written yet are taken.',
  recipe: 'Recipe',
  noModels: 'There is no model on this device.',
  toModels: 'Go to Models',
  plan: (count: number, format: Format) => `${passages(count, format)} will be written.`,
  ofTask: (task: string) => `Only pairs of the task “${task}” count, but the recipe decides what is written.`,
  nothing: 'Every passage here has as many.',
  allWritten: 'Every passage here is written already.',
  start: (count: number, format: Format) => `Write ${passages(count, format)}`,
  cancel: 'Cancel',
  started: 'It writes now. The map follows.',
  follower: 'Another tab works on this project, so here you can only read.',
}

export type CoverageMessages = typeof coverageEn

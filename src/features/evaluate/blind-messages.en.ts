import type { Format } from '#features/format'

const many = (count: number, one: string, more: string, format: Format): string =>
  `${format.number(count)} ${count === 1 ? one : more}`

const pairs = (count: number, format: Format): string => many(count, 'pair', 'pairs', format)

/** Why a pair is wrong, in the order of its keys from 2 on. */
export const WHYS = ['unsupported', 'number', 'entity', 'cut-off', 'question', 'other'] as const

export type Why = (typeof WHYS)[number]

export const blindEn = {
  title: 'Blind check',
  lead: 'You see a pair beside its passage, not what the checks said of it, and press one key. From your marks comes the share of right pairs that an export carries.',

  /** Between sentences. */
  glue: ' ',
  noPairs: 'There are no pairs to check yet.',
  writePairs: 'Write pairs',
  none: 'Not measured yet',
  noneWords: 'Nobody has marked a pair of this project.',
  onlyUnsure:
    'No pair is kept or ready, and none failed a check. Pairs in doubt are decided one by one in Review before an export takes them.',

  confidence: 'The share of right pairs, and where it lies with 95 % confidence (Wilson score interval).',
  line: (population: number, marked: number, right: number, interval: string, format: Format) =>
    `${pairs(population, format)} · ${format.number(marked)} checked blind · ${format.number(right)} right · ${interval}`,
  plot: (interval: string) => `Share of right pairs: ${interval}`,
  exact: 'Every pair that an export would take was marked: this is no estimate.',
  generous: 'More than a tenth of all pairs was marked, so the true interval is narrower than this one.',
  rests: (seeds: string) => `Drawn by seed ${seeds} from kept and ready pairs.`,
  unclear: (count: number, format: Format) =>
    `${pairs(count, format)} could not be told and ${count === 1 ? 'is' : 'are'} left out.`,
  lost: (count: number, format: Format) =>
    `${many(count, 'mark no longer counts', 'marks no longer count', format)}: the pair was edited, replaced or removed.`,
  newer: (count: number, format: Format) => `Void for ${pairs(count, format)} written after it`,
  entered: (count: number, format: Format) =>
    `Void for at least ${pairs(count, format)} that came in since by decisions or other checks`,
  voidWords: 'The figure says nothing of those. Another check draws from all pairs.',
  voidAll: 'An earlier check is void',
  voidAllWords: 'None of the pairs that were marked is there any more.',

  check: (count: number, format: Format) => `Check ${format.number(count)}`,
  checkAnother: (count: number, format: Format) => `Check another ${format.number(count)}`,
  goOn: 'Go on marking',
  marked: (done: number, total: number, format: Format) => `${format.number(done)} of ${format.number(total)} marked`,
  brings: (fromExport: number, exportable: number, fromFailed: number, failed: number, format: Format) =>
    [
      fromExport > 0
        ? `${format.number(fromExport)} drawn from ${pairs(exportable, format)} that an export would take`
        : '',
      fromFailed > 0 ? `${format.number(fromFailed)} from ${format.number(failed)} that failed a check` : '',
    ]
      .filter(part => part !== '')
      .join(', ') + '.',
  wouldBe: (interval: string) => `If nine in ten are right, the figure will be ${interval}.`,
  narrows: (interval: string) => `If they turn out alike, the figure narrows to ${interval}.`,
  renews: (interval: string) => `If they turn out alike, the figure will be ${interval} and cover all pairs.`,
  noFailed: 'No pair failed a check, so nothing can be said of what checks take out wrongly.',
  allSeen: 'Every pair was shown. A further check shows them again.',
  drawing: 'Drawing …',
  follower: 'Another tab works on this project, so here you cannot mark.',

  rejects: 'Right pairs that checks took out',
  rejectsWords: (right: number, marked: number, interval: string, format: Format) =>
    `Of ${many(marked, 'failed pair', 'failed pairs', format)} that you marked, ${format.number(right)} ${right === 1 ? 'was' : 'were'} right (${interval}).`,
  rejectsLost: (count: number, share: string, format: Format) =>
    `That makes about ${pairs(count, format)} in all, ${share} of all right ones.`,
  rejectsTable: 'False rejects by check',
  byCheck: 'Check',
  failedMarked: 'Marked',
  failedRight: 'Right',
  failedShare: 'Share',

  samples: 'Checks made',
  sample: (seed: number) => `seed ${seed}`,
  look: 'Look at it',
  remove: 'Delete',
  removeAsk: 'Delete this check with its marks?',
  removeYes: 'Delete it',
  removeNo: 'Keep it',

  marking: 'Blind check: mark the pairs',
  back: 'Back to the figure',
  progress: 'Marked so far',
  pane: 'Show',
  pairPane: 'Pair',
  right: 'Right',
  wrong: 'Wrong because',
  whys: {
    unsupported: 'not in the passage',
    number: 'wrong figure',
    entity: 'wrong name',
    'cut-off': 'cut off',
    question: 'bad question',
    other: 'language, other',
  } satisfies Record<Why, string>,
  cannotTell: 'Cannot tell',
  undo: 'Undo',
  previous: 'Previous pair',
  next: 'Next pair',
  needsPassage: 'Goes out together with its passage.',
  standsAlone: 'Goes out without its passage, so it must be understood alone.',
  passed: (count: number, format: Format) =>
    `${pairs(count, format)} of this check ${count === 1 ? 'is' : 'are'} not there as drawn any more and passed over.`,
  notThere: 'This check is not there',
  notThereWords: 'It was deleted, or belongs to another project.',
  done: 'All marked',
  doneWords: 'Thank you. The figure is ready.',
  place: (place: number, total: number, format: Format) => `${format.number(place)} of ${format.number(total)}`,
  reading: 'Reading …',

  saidRight: 'Right.',
  saidWrong: (why: string) => `Wrong: ${why}.`,
  saidUnclear: 'Cannot tell.',
  saidUndone: 'Undone.',
  saidPair: (place: string, instruction: string) => `${place}: ${instruction}`,
}

export type BlindMessages = typeof blindEn

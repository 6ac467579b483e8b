import type { State } from '#core/synthesis/pair'
import type { Thresholds } from '#core/verification/thresholds'
import type { Format } from '#features/format'

const pairs = (count: number, format: Format): string => `${format.number(count)} ${count === 1 ? 'pair' : 'pairs'}`

export const thresholdsEn = {
  title: 'Thresholds',
  lead: 'Where the checks draw their lines. All pairs can be judged anew without writing any of them again; what you decided stays.',
  names: {
    aligned: 'Aligned from',
    repetition: 'Repeats another from',
    perTask: 'Pairs of a task in a passage',
    perHundredTokens: 'Pairs for 100 tokens of a passage',
    leastPerPassage: 'Pairs that a short passage may give',
    grounded: 'Grounded from',
    agreement: 'Second answer agrees from',
  } satisfies Record<keyof Thresholds, string>,
  hints: {
    aligned: 'Share of a sentence’s words that its passage must hold.',
    repetition: 'Similarity of two pairs, 1 for the same words.',
    perTask: 'More of the same task are a doubt.',
    perHundredTokens: 'More than that are a doubt.',
    leastPerPassage: 'However short it is, so many are no doubt.',
    grounded: 'Probability of YES by the model that judges.',
    agreement: 'Overlap of the two answers (F1).',
  } satisfies Record<keyof Thresholds, string>,
  /** Between sentences. */
  glue: ' ',
  notShare: 'A number from 0 to 1.',
  notCount: 'A number from 1 on.',
  standard: (value: string) => `Usual: ${value}.`,

  preview: 'See what would change',
  previewing: (done: number, total: number, format: Format) =>
    `Judging on trial … ${format.number(done)} of ${format.number(total)}`,
  applying: (done: number, total: number, format: Format) =>
    `Judging anew … ${format.number(done)} of ${format.number(total)}`,
  starting: 'Starting …',
  apply: (count: number, format: Format) => `Judge ${pairs(count, format)} anew`,
  stop: 'Stop',
  reset: 'Back to what holds',
  usual: 'Usual values',
  stoppedPreview: 'Stopped. Nothing was changed.',
  stoppedApply: 'Stopped. Some pairs are judged anew, the rest is not; judging anew again goes on from there.',
  done: (count: number, format: Format) => `${pairs(count, format)} judged anew.`,
  nothing: 'No pair would change its state.',
  progress: 'Progress of judging',
  wouldMove: 'Would change their state',
  moved: 'Changed their state',
  move: (from: string, to: string, count: number, format: Format) => `${from} → ${to}: ${pairs(count, format)}`,
  checks: 'Pairs that a check does not pass',
  check: 'Check',
  before: 'Before',
  after: 'After',
  states: {
    ready: 'ready',
    unsure: 'unsure',
    failed: 'failed',
    kept: 'kept',
    dropped: 'dropped',
  } satisfies Record<State, string>,
  follower: 'Another tab works on this project, so here nothing can be changed.',
  runs: 'Pairs are being written. Pause the run to judge anew.',

  proposals: 'What your marks say',
  noMarks: 'Once you have marked failed pairs in a blind check, this says which checks are too strict.',
  tooStrict: (check: string, right: number, marked: number, format: Format) =>
    `“${check}” is too strict: ${format.number(right)} of the ${format.number(marked)} marked pairs that it failed are right.`,
  fine: (check: string, right: number, marked: number, format: Format) =>
    `“${check}” is fine: only ${format.number(right)} of the ${format.number(marked)} marked pairs that it failed ${right === 1 ? 'is' : 'are'} right.`,
  open: (check: string, right: number, marked: number, needed: number | null, format: Format) =>
    `“${check}”: ${format.number(right)} of ${format.number(marked)} are right, too close to tell${needed === null ? '' : `; about ${format.number(needed)} more marks would`}.`,
  cut: (name: string, cut: string, right: number, wrong: number, format: Format) =>
    `${name} ${cut} would part right from wrong best (${format.number(right)} right and ${format.number(wrong)} wrong marks).`,
  noCut: (name: string) => `${name}: its score does not tell right from wrong.`,
  cutNeeds: (name: string, right: number, wrong: number, format: Format) =>
    `${name}: ${[
      right > 0 ? `${format.number(right)} more right` : '',
      wrong > 0 ? `${format.number(wrong)} more wrong` : '',
    ]
      .filter(part => part !== '')
      .join(' and ')} marks with a score are needed for a proposal.`,
  use: (cut: string) => `Use ${cut}`,
}

export type ThresholdsMessages = typeof thresholdsEn

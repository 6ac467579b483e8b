import type { Format } from '#features/format'
import type { SecondAnswer } from '#core/synthesis/again/answer-again'

const many = (count: number, one: string, more: string, format: Format): string =>
  `${format.number(count)} ${count === 1 ? one : more}`

export const againEn = {
  versions: 'Other versions',
  close: 'Close',
  cancel: 'Cancel',
  toModels: 'Go to Models',

  answerTitle: 'Answer again',
  noModel: 'No model is loaded. Load one, and it answers the instruction anew from this passage.',
  hasReasoning: 'This pair carries its reasoning, which would no longer fit another answer. Write it again instead.',
  answering: 'Answering …',
  stop: 'Stop',
  old: 'As it is',
  fresh: 'New answer',
  by: (model: string) => `by ${model}`,
  same: 'The new answer is the same, word for word.',
  none: {
    empty: 'The model wrote nothing.',
    'not-in-passage': 'The model says that the passage does not answer this.',
    'no-option': 'What the model wrote is none of the options.',
    'cut-off': 'The answer became too long and was cut off.',
  } satisfies Record<NonNullable<SecondAnswer['reason']>, string>,
  take: 'Take the new one',
  takeHint: 'Taking it counts as your edit: the pair is kept, and the words as first written stay beside it.',
  askAgain: 'Ask again',
  leave: 'Leave it as it is',

  writeTitle: 'Write again',
  looking: 'Looking through the pairs …',
  rulesOnly: 'Quick pairs come from rules: written again they would be the same, word for word.',
  ownOnly: 'You wrote this yourself. Edit it instead.',
  sameOnly: 'Its model takes the likeliest words and would write the same again.',
  otherOnly: 'It was written outside of this app.',
  leftOut: (count: number, format: Format) =>
    `${many(count, 'pair', 'pairs', format)} by rules or of your own ${count === 1 ? 'is' : 'are'} left out: they would come out the same.`,
  which: 'Which of them',
  group: (passages: number, recipe: string, model: string, format: Format) =>
    `${many(passages, 'passage', 'passages', format)} · ${recipe} · ${model}`,
  plan: (passages: number, pairs: number, format: Format) =>
    `${many(passages, 'passage is', 'passages are', format)} written again with the same recipe and model and another seed. ${pairs === 1 ? 'The pair here stays' : `The ${format.number(pairs)} pairs here stay`}, nothing is deleted.`,
  loadsModel: (model: string) => `${model} is loaded first.`,
  dropOld: 'Drop the old ones when the new ones are there',
  dropOldHint: 'Those that you kept or edited stay. One step of undo.',
  start: 'Write again',

  progress: (done: number, total: number, format: Format) =>
    `Writing again: ${format.number(done)} of ${many(total, 'passage', 'passages', format)}`,
  done: (pairs: number, format: Format) => `Written again: ${many(pairs, 'new pair', 'new pairs', format)}.`,
  stopped: 'Writing again has stopped. The old pairs stay.',
  dropNow: (count: number, format: Format) => `Drop ${many(count, 'old one', 'old ones', format)}`,
  dropped: (count: number, format: Format) => `${many(count, 'old pair', 'old pairs', format)} dropped.`,
  dismiss: 'Leave both',
  rewriteLabel: 'Pairs that are written again',

  ownTitle: 'New pair',
  ownEvidence: 'What it rests on',
  ownFrom: 'From sentence',
  ownTo: 'To sentence',
  ownHint: 'Select words in the passage, or choose sentences here.',
  instruction: 'Instruction',
  response: 'Response',
  needsPassage: 'Makes sense only with its passage',
  save: 'Save and keep',
  fillIn: 'Write something here.',
  selected: (words: string) => `“${words}”`,
  fromSelection: 'Write a pair about this',
  ownSaved: 'Pair added and kept.',
}

export type AgainMessages = typeof againEn

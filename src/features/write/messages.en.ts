import { ITEM_REASONS } from '#features/item-reasons'

const plural = (count: string, one: string, many: string): string => `${count} ${count === '1' ? one : many}`

interface FamilyWords {
  readonly title: string
  readonly body: string
}

const families: Readonly<Record<string, FamilyWords>> = {
  definition: { title: 'Definitions', body: 'What a thing is, where the text says so.' },
  cause: { title: 'Causes', body: 'Why something happens, from “because”, “therefore” and their like.' },
  effect: { title: 'Effects', body: 'What follows when, or if, something is so.' },
  purpose: { title: 'Purposes', body: 'What something is for.' },
  means: { title: 'Means', body: 'How something is done, or by what.' },
  section: { title: 'Sections', body: 'What stands under a heading, as prose or as numbered steps.' },
  title: { title: 'Titles', body: 'A title for an opening, and an opening for a title; once a document.' },
}

const recipeTitles: Readonly<Record<string, string>> = {
  'reading-comprehension': 'Questions and answers',
  'multiple-choice': 'Multiple choice',
  'step-by-step': 'Step by step',
  'yes-no': 'Yes or no',
  summary: 'Summaries',
  'self-contained': 'Self-contained questions',
  mixed: 'A mixture',
  'instruction-synthesizer': 'Instruction synthesizer',
}

const recipeBodies: Readonly<Record<string, string>> = {
  'reading-comprehension': 'Open questions on the passage, each with a full answer.',
  'multiple-choice': 'Questions with options, one of which is right.',
  'step-by-step': 'Questions whose answer needs some thinking, with the steps.',
  'yes-no': 'Questions answered with yes or no, and why.',
  summary: 'Short accounts of what the passage says.',
  'self-contained': 'Questions that make sense without the passage, for a model that will not see it.',
  mixed: 'A bit of each, by shares.',
}

export const en = {
  title: 'Write pairs',
  lead: 'Passages go in, instruction–response pairs come out, each with the words that it rests on.',
  empty: {
    title: 'There is no text to write from',
    body: 'Add documents first; then pairs can be written from their passages.',
    act: 'Go to Sources',
  },
  writers: {
    title: 'Who writes',
    rules: 'Quick pairs (no model)',
    person: 'Pairs of your own',
    rulesBody:
      'Rules find sentences that answer a question and put the question to them. Nothing is downloaded, every answer rests on words of the text, and the same seed gives the same pairs.',
    model: 'A model on this device',
    modelBody:
      'A language model reads each passage and writes instructions and answers in its own words, with the words it rests on.',
    which: 'Model',
    loaded: 'loaded',
    getModel: 'Get a model …',
    allModels: 'All models …',
    speed: (n: string) => `${n} tokens/s here`,
  },
  recipes: {
    title: 'What to ask for',
    own: 'yours',
    titles: recipeTitles,
    bodies: recipeBodies,
  },
  synthesizer: {
    title: 'Instruction synthesizer',
    body: 'This model was tuned to write pairs from a text in a format of its own: open questions, choices and steps, as it sees fit. It reads and writes English only; passages in Chinese are left to a chat model.',
  },
  rounds: {
    title: 'Rounds',
    alone: 'Each passage is written by itself.',
    chained: (n: string) =>
      `Passages are written in chains of ${n}: each sees those before it in its chain, with their pairs, from far apart in the documents. Pre-training text keeps such a chain together as one example.`,
    shots: 'Pairs to show',
    written: 'all, as written',
    passed: 'only those that passed or were kept',
    secondRound: 'What the second round would be sent',
    noSecond: 'There are too few passages for a second round.',
    places: (before: string, now: string) => `First round: ${before}. Second round: ${now}.`,
    pairsWritten: 'The pairs of the first round are those that this run has written.',
    placeholders:
      'The pairs of the first round are not written yet: placeholders in brackets stand for them, and real pairs are longer.',
    notShown: 'The passage of the first round does not fit beside this one: it would be written by itself.',
  },
  families: {
    title: 'What to ask',
    all: 'All',
    usual: 'Usual choice',
    none: 'Choose at least one.',
    off: 'often wrong: off unless you ask',
    words: families,
  },
  languages: { en: 'English', zh: 'Chinese', other: 'other' },
  from: {
    title: 'From',
    all: 'All documents',
    some: 'Selected sources',
    search: 'Find a source',
    passages: (n: string) => plural(n, 'passage', 'passages'),
    none: 'Select at least one source.',
    chosen: (n: string, of: string) => `${n} of ${of} selected`,
  },
  advanced: {
    title: 'Advanced',
    seed: 'Seed',
    seedHint: 'Decides the draw of a sample, the order of work and the choice of wording.',
    seedProblem: 'Give a whole number from 0 to 4294967295.',
  },
  start: {
    counting: 'Counting passages …',
    covers: (passages: string, documents: string) =>
      `${plural(passages, 'passage', 'passages')} of ${plural(documents, 'document', 'documents')}`,
    sample: (n: string) => `Write from a sample of ${n}`,
    all: (n: string) => (n === '1' ? 'Write from the passage' : `Write from all ${n}`),
    plain: 'Write pairs',
    resume: 'Resume this run',
    done: 'These passages have been written with these settings.',
    doneAct: 'Review the pairs',
    estimate: (time: string, pairs: string) => `About ${time} for about ${pairs} pairs, at the speed measured here.`,
    estimateFirst: (time: string, pairs: string, first: string) =>
      `About ${time} for about ${pairs} pairs; the first 50 in ${first}, at the speed measured here.`,
    unmeasured: 'How long it takes is known once the model has been loaded on this device.',
    active: 'A run is at work. Pause or finish it before the next one.',
    loadsFirst: (model: string) => `Starting loads ${model} first.`,
    fair: 'Work goes round all documents, so that a run that is stopped is a fair sample.',
  },
  loading: {
    title: (model: string) => `Loading ${model}:`,
    phases: {
      starting: 'starting the engine',
      reading: 'reading its files',
      weights: 'moving its weights into memory',
      shaders: 'preparing the programs of the graphics processor',
      'warm-up': 'a first answer, to measure its speed',
    },
    cancel: 'Cancel',
    failed: (model: string) => `${model} could not be loaded.`,
    models: 'Go to Models',
  },
  run: {
    now: 'Now',
    of: (done: string, total: string) => `${done} of ${plural(total, 'passage', 'passages')}`,
    pairs: 'pairs',
    empty: 'gave none',
    failed: 'failed',
    rate: 'passages/s',
    pairsMinute: 'pairs/min',
    tokens: 'tokens/s',
    writing: 'What the model writes',
    reading: 'reading the passage …',
    attempt: (n: string) => `attempt ${n}:`,
    noneOf: (none: string, of: string) => `${none} of ${of} gave no pair:`,
    pairRate: 'pairs/s',
    left: 'left',
    spent: 'spent',
    measuring: 'measuring',
    pause: 'Pause',
    resume: 'Resume',
    cancel: 'Stop',
    cancelHint: 'Pairs that are written stay.',
    loadsFirst: (model: string) => `Resuming loads ${model} first.`,
    review: 'Review',
    progress: 'Progress of the run',
  },
  runs: {
    title: 'Runs',
    lead: 'Each run is a set of pairs of its own. Review and Export take the chosen ones.',
    name: (n: string) => `Run ${n}`,
    byModel: (recipe: string, model: string) => `${recipe} · ${model}`,
    taught: 'with your examples',
    sample: (n: string) => `sample of ${n}`,
    all: 'all passages',
    some: (n: string) => `all passages of ${plural(n, 'document', 'documents')}`,
    places: (n: string) => plural(n, 'chosen passage', 'chosen passages'),
    tasks: (n: string) => plural(n, 'kind of question', 'kinds of question'),
    seed: (n: string) => `seed ${n}`,
    pairs: (n: string) => plural(n, 'pair', 'pairs'),
    status: { running: 'at work', paused: 'paused', cancelled: 'stopped', done: 'done' },
    chosen: 'In Review and Export',
    resume: 'Resume',
    more: (name: string) => `More for ${name}`,
    delete: 'Delete this run …',
    sureTitle: (name: string) => `Delete ${name}?`,
    sureBody: (pairs: string) =>
      `Its ${plural(pairs, 'pair', 'pairs')} and the decisions on them are deleted. This cannot be undone.`,
    confirm: 'Delete the run',
    cancel: 'Keep it',
    close: 'Close',
    none: (empty: string) => `${plural(empty, 'passage', 'passages')} gave no pair`,
    noneMore: 'Show more',
    failedItem: 'failed',
    raw: 'The answer, word for word',
    rejected: (pieces: string) => `${plural(pieces, 'part of an answer is', 'parts of answers are')} no pair`,
    rejectedOf: (reason: string, pieces: string) => `${reason}: ${pieces}`,
  },
  reasons: ITEM_REASONS.en,
  plots: {
    tasks: 'Pairs by kind of question',
    documents: 'Pairs by document',
    first: (n: string) => `Of the first ${n} documents`,
  },
}

export type Messages = typeof en

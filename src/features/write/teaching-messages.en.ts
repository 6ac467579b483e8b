const plural = (count: string, one: string, many: string): string => `${count} ${count === '1' ? one : many}`

export const en = {
  title: 'Teach with my kept pairs',
  fit: (pairs: string, passages: string) =>
    pairs === '1'
      ? '1 pair that you kept or edited fits this recipe.'
      : `${pairs} pairs that you kept or edited, from ${plural(passages, 'passage', 'passages')}, fit this recipe.`,
  chosen: (pairs: string, examples: string, tokens: string) =>
    `${plural(pairs, 'pair', 'pairs')} in ${plural(examples, 'example', 'examples')} stand before the recipe’s own, ${tokens} tokens at most in a prompt.`,
  chosenAbout: (pairs: string, examples: string, tokens: string) =>
    `${plural(pairs, 'pair', 'pairs')} in ${plural(examples, 'example', 'examples')} stand before the recipe’s own, about ${tokens} tokens at most in a prompt.`,
  tooSmall: 'The context of this model is too small for examples.',
  tooLong: 'They are too long for the context of this model.',
  which: (n: string) => (n === '1' ? 'The example that is shown' : `The ${n} examples that are shown`),
  how: 'Edited pairs come first, then the most varied ones. A passage is never shown its own pairs; each pair that is written records which examples its prompt held.',
  edited: (n: string) => `${n} edited`,
  tokens: (n: string) => `${n} tokens`,
  compare: {
    title: 'Compare with and without my examples',
    lead: 'Both write the same passages, in turns. Nothing goes into the project; the comparison stays while this tab is open.',
    passages: 'Passages',
    passagesProblem: (most: string) => `A whole number from 1 to ${most}.`,
    go: 'Write with both',
    goOn: 'Go on',
    complete: 'All of them are written by both.',
    stop: 'Stop',
    older: 'These figures are of another choice of recipe, examples, documents or number than the one above.',
    progress: (done: string, of: string, pairs: string, left: string | null) =>
      `${done} of ${of} written · ${plural(pairs, 'pair', 'pairs')}${left === null ? '' : ` · ${left} left`}`,
    progressOf: 'Progress of the comparison',
    notBoth: 'Figures follow when both have written the same passage.',
    tableOf: 'Figures with and without examples',
    over: (n: string, of: string) => `Over ${n} of ${plural(of, 'passage', 'passages')}, written by both`,
    without: 'Without',
    with: 'With mine',
    share: (n: string, share: string) => `${n} · ${share}`,
    check: (name: string) => `not passed: ${name}`,
    tokens: (n: string, reused: string) => (reused === '0' ? n : `${n} (${reused} from the cache)`),
    interval: (right: string, of: string, low: string, high: string) => `${right} of ${of} · ${low}–${high}`,
    rows: {
      pairs: 'Pairs',
      perPassage: 'for each passage',
      none: 'passages without any',
      ready: 'Ready',
      unsure: 'Unsure',
      failed: 'Failed',
      read: 'Tokens read',
      written: 'Tokens written',
      time: 'Time of the model',
      perPair: 'for each pair',
      right: 'Right, marked blind',
    },
    note: 'Repetitions count within each side alone. Over few passages, small differences may be chance.',
  },
  blind: {
    title: 'Blind marks',
    start: 'Mark the pairs blind',
    goOn: 'Go on marking',
    lead: (n: string, of: string) => `${n} of ${of} marked. Both are mixed, and whose a pair is stays hidden.`,
    of: (n: string, of: string) => `${n} of ${of}`,
    verdicts: { right: 'Right', wrong: 'Wrong', unclear: 'Can’t tell' },
    back: 'Back',
    enough: 'Enough',
  },
}

export type TeachingMessages = typeof en

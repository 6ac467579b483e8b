import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sortedPieces, type Sorted } from '#core/synthesis/draft/sorted-pieces'
import { strictDraftOf } from '#core/synthesis/draft/draft-of'
import { createTagParser } from '#core/synthesis/wire/tag-parser'
import { runs } from '#test/support/runs'

const ANSWERS = runs(100_000, 30_000)

const STRICT = { strict: true, source: false }

function read(answer: string, cuts: readonly number[] = [], passage = ''): Sorted {
  const parser = createTagParser(STRICT)
  const pieces = []
  let from = 0
  for (const cut of [...cuts].sort((a, b) => a - b)) {
    pieces.push(...parser.push(answer.slice(from, cut)))
    from = Math.max(from, cut)
  }
  pieces.push(...parser.push(answer.slice(from)), ...parser.finish('stop'))
  return sortedPieces(pieces, pair => strictDraftOf(pair, passage))
}

const short = ({ drafts, rejected }: Sorted): string[] => [
  ...drafts.map(({ instruction, response }) => `${instruction} | ${response}`),
  ...rejected.map(({ reason }) => reason),
]

interface ReferencePair {
  readonly question: string
  readonly answer: string
}

/**
 * The parse rules of the reference (method §1.4, rules 1 to 5), written as they are stated and no cleverer.
 *
 * @param isPair what counts as a pair besides
 */
function reference(answer: string, isPair: (left: string, question: string) => boolean): readonly ReferencePair[] {
  const pieces = answer.split('</END>')
  // Ending with the tag leaves an empty last piece; either way the last one is no pair.
  pieces.pop()
  const seen = new Set<string>()
  const pairs: ReferencePair[] = []
  for (const piece of pieces) {
    const halves = piece.split('<ANS>').map(half => half.trim())
    const [left = '', right = ''] = halves
    if (halves.length !== 2 || !left.startsWith('<QUE>') || right === '') continue
    const question = left.split('<QUE>').join('').trim()
    if (!isPair(piece, question) || seen.has(question.toLowerCase())) continue
    seen.add(question.toLowerCase())
    pairs.push({ question, answer: right })
  }
  return pairs
}

describe('the table of the parse rules', () => {
  it.each([
    ['<QUE> a <ANS> b </END>\n\n<QUE> c <ANS> d', ['a | b', 'truncated']],
    ['<QUE> a <ANS> b', ['truncated']],
    ['noise <QUE> a <ANS> b </END>', ['text-before']],
    ['<QUE> <ANS> b </END>', ['empty-question']],
    ['<QUE> a <QUE> b2 <ANS> c </END>', ['two-questions']],
    ['<QUE> q\nOptions:\n- x\n- y <ANS> z </END>', ['answer-not-an-option']],
    ['<QUE> q\nOptions:\n- x\n- y <ANS> y </END>', ['q | y']],
    ['<QUE> q\nOptions:\n- Yes\n- No <ANS> yes </END>', ['answer-not-an-option']],
    ['<QUE> q\nOptions:\n- x\n- y <ANS> None of the above </END>', ['q | None of the above']],
    ['<QUE> q\nOptions:\n- x\nOptions:\n- y <ANS> x </END>', ['options-broken']],
    ['<QUE> q\nOptions: x, y <ANS> y </END>', ['q\nOptions: x, y | y']],
    ["<QUE> q\nLet's think step by step. <ANS> y </END>", ['steps-broken']],
    ['<QUE> q <ANS> so\nTherefore, the answer is y </END>', ['steps-broken']],
    ["<QUE> q\nLet's think step by step. <ANS> so.\nTherefore, the answer is y </END>", ['q | y']],
    ['', []],
    ['I cannot help with that.', ['no-tags']],
  ])('TAGGED4: %j', (answer, expected) => {
    expect(short(read(answer))).toEqual(expected)
  })

  it('TAGGED4: options and steps are taken apart; one full stop is taken from the chain', () => {
    const choice = "Which?\nOptions:\n- one\n- two\nLet's think step by step."
    const { drafts } = read(`<QUE> ${choice} <ANS> It is not one.\nTherefore, the answer is two </END>`)
    expect(drafts).toMatchObject([
      { instruction: 'Which?', response: 'two', options: ['one', 'two'], reasoning: 'It is not one', form: 'choice' },
    ])
  })

  it('TAGGED6: the form names the task, and every pair needs its passage', () => {
    const { drafts } = read(
      "<QUE> a? <ANS> b </END><QUE> c?\nOptions:\n- d\n- e <ANS> e </END><QUE> f?\nLet's think step by step. <ANS> g\nTherefore, the answer is h </END>",
    )
    expect(drafts.map(({ task, form }) => `${task} ${form}`)).toEqual([
      'comprehension open',
      'multiple-choice choice',
      'reasoning steps',
    ])
    expect(drafts.every(({ needsPassage }) => needsPassage)).toBe(true)
  })

  it('TAGGED4: a rejected piece keeps its words', () => {
    expect(read('<QUE> a <ANS> b </END>\n\n<QUE> c\nOptions:\n- x\n- y <ANS> z </END>').rejected).toEqual([
      { kind: 'rejected', reason: 'answer-not-an-option', raw: '<QUE> c\nOptions:\n- x\n- y <ANS> z </END>' },
    ])
  })
})

describe('any answer', () => {
  const word = fc.constantFrom(
    ...['<QUE>', ' <QUE> q', '<ANS>', ' <ANS> a', '</END>', ' </END>\n\n', '<END>', '</s>', '\nOptions:\n- ', '\n- '],
    ...["\nLet's think step by step.", '\nTherefore, the answer is ', 'a', 'b', ' ', '\n', '.', '<', '>', '/', 'Q'],
    ...['None of these', '<\u200BQUE>', '𝒳', '\ud800', 'é', '。'],
  )
  const pair = fc
    .tuple(fc.constantFrom('a', 'b', 'A', 'c?'), fc.constantFrom('x', 'y', ''))
    .map(([question, answer]) => `<QUE> ${question} <ANS> ${answer} </END>\n\n`)
  const answers = fc.oneof(
    fc.array(fc.oneof(word, pair), { maxLength: 24 }).map(words => words.join('')),
    fc.string({ unit: 'binary', maxLength: 60 }),
  )

  it(
    'PARSE1, TAGGED4: a hundred thousand answers (a million in a soak) give the pairs of the reference less those that are rejected, however they are cut',
    () => {
      fc.assert(
        fc.property(answers, fc.array(fc.nat(80), { maxLength: 3 }), (answer, cuts) => {
          const parser = createTagParser(STRICT)
          const pieces = [...parser.push(answer), ...parser.finish('stop')]
          const found = pieces.flatMap(piece => (piece.kind === 'pair' ? [piece] : []))
          const wanted = reference(answer, (piece, question) => question !== '' && piece.split('<QUE>').length === 2)
          const same = (ours: ReferencePair, place: number): boolean =>
            ours.question === wanted[place]?.question && ours.answer === wanted[place].answer
          if (found.length !== wanted.length || !found.every(same)) throw new RangeError(answer)
          // Every piece that ends is a pair or rejected.
          if (pieces.length < answer.split('</END>').length - 1) throw new RangeError(answer)
          const whole = read(answer)
          if (JSON.stringify(whole) !== JSON.stringify(read(answer, cuts))) throw new RangeError(answer)
          for (const { instruction, response, options } of whole.drafts) {
            if (instruction.trim() === '' || response.trim() === '') throw new RangeError(answer)
            if (options !== null && options.length < 2) throw new RangeError(answer)
          }
          for (const { raw, reason } of whole.rejected)
            if (raw === '' || reason.length === 0) throw new RangeError(answer)
        }),
        { numRuns: ANSWERS.numRuns },
      )
    },
    ANSWERS.limitMs,
  )

  it.each([
    ['pairs', '<QUE> q <ANS> a </END>\n\n'],
    ['options', '\n- x'],
    ['steps', "\nLet's think step by step."],
    ['ends', '\nTherefore, the answer is '],
    ['white space', ' '],
  ])('PARSE1: time is linear in %s', (_, unit) => {
    const timeOf = (length: number): number => {
      const text = unit.repeat(Math.ceil(length / unit.length))
      const answer = `<QUE> q\nOptions:\n- x${text}\nLet's think step by step. <ANS> so${text}\nTherefore, the answer is x </END>${text}`
      const start = performance.now()
      read(answer)
      return performance.now() - start
    }
    timeOf(50_000)
    const [small, large] = [timeOf(50_000), timeOf(400_000)]
    // Eight times as long; room for a machine that is busy.
    expect(large).toBeLessThan(Math.max(400, small * 40))
  })
})

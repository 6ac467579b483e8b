import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readShape } from '#core/synthesis/wire/read-shape'
import { createTagParser } from '#core/synthesis/wire/tag-parser'
import { writePair } from '#core/synthesis/wire/write-pair'

const LIST = 'Which?\nOptions:\n- x\n- y'

describe('options and steps as the reference reads them', () => {
  it.each([
    [
      'PARSE13: the answer is one of the options',
      LIST,
      'y',
      { instruction: 'Which?', response: 'y', options: ['x', 'y'], form: 'choice' },
    ],
    ['PARSE13: an answer that is no option', LIST, 'z', { rejected: 'answer-not-an-option' }],
    ['PARSE13: another case is another option', LIST, 'Y', { rejected: 'answer-not-an-option' }],
    ['PARSE13: none of these is known', LIST, 'None of the above', { response: 'None of the above', form: 'choice' }],
    [
      'PARSE13: options in a line are an open question',
      'Which?\nOptions: x, y',
      'y',
      { instruction: 'Which?\nOptions: x, y', options: null, form: 'open' },
    ],
    ['PARSE13: two lists', `${LIST}\nOptions:\n- z\n- w`, 'x', { rejected: 'options-broken' }],
    ['PARSE13: one option is none', 'Which?\nOptions:\n- x', 'x', { rejected: 'options-broken' }],
    [
      'PARSE15: steps and answer',
      "How?\nLet's think step by step.",
      'One. Two.\nTherefore, the answer is 2',
      { instruction: 'How?', response: '2', reasoning: 'One. Two', form: 'steps' },
    ],
    ['PARSE15: a marker in the question alone', "How?\nLet's think step by step.", 'Two', { rejected: 'steps-broken' }],
    ['PARSE15: a marker in the answer alone', 'How?', 'One.\nTherefore, the answer is 2', { rejected: 'steps-broken' }],
    [
      'PARSE15: a marker twice',
      "How?\nLet's think step by step.",
      'a\nTherefore, the answer is 2\nTherefore, the answer is 3',
      { rejected: 'steps-broken' },
    ],
    [
      'PARSE15: options and steps',
      `${LIST}\nLet's think step by step.`,
      'So.\nTherefore, the answer is y',
      { instruction: 'Which?', response: 'y', options: ['x', 'y'], reasoning: 'So', form: 'choice' },
    ],
  ])('%s', (_, question, answer, expected) => {
    expect(readShape(question, answer, true)).toMatchObject(expected)
  })
})

describe('options and steps as chat models write them', () => {
  it.each([
    ['PARSE14: a letter', LIST, 'B', 'y', ['option-letter']],
    ['PARSE14: a letter with a stop', LIST, 'b.', 'y', ['option-letter']],
    ['PARSE14: a letter in brackets', LIST, '(B)', 'y', ['option-letter']],
    ['PARSE14: a bold letter and the words', LIST, '**B. y**', 'y', ['option-letter']],
    ['PARSE14: a word before the letter', LIST, 'Option B', 'y', ['option-letter']],
    ['PARSE14: another case and a stop', LIST, 'Y.', 'y', ['option-spelling']],
    ['PARSE14: the mark of the list', LIST, '- y', 'y', ['option-spelling']],
    ['PARSE14: a reason after it', LIST, 'y\nBecause so.', 'y', ['option-spelling', 'option-explained']],
    ['PARSE14: lettered options', 'Which?\nOptions:\nA. x\nB. y', 'B. y', 'y', ['option-spelling', 'option-letter']],
    ['PARSE14: lettered options in a list', 'Which?\n**Options:**\n- A) x\n- B) y', 'y', 'y', ['option-spelling']],
    ['PARSE14: numbered options', 'Which?\nOptions:\n1. x\n2. y', '2', 'y', ['option-spelling', 'option-letter']],
    ['PARSE14: Chinese', '哪个？\n选项：\n- x\n- y', '选项B', 'y', ['option-letter']],
  ])('%s', (_, question, answer, response, salvaged) => {
    expect(readShape(question, answer, false)).toMatchObject({
      response,
      options: ['x', 'y'],
      form: 'choice',
      salvaged,
    })
  })

  it.each([
    ['PARSE14: a letter beyond the options', LIST, 'C', 'answer-not-an-option'],
    ['PARSE14: a letter that its words deny', LIST, 'B. x', 'answer-not-an-option'],
    ['PARSE14: words of its own', LIST, 'Both of them', 'answer-not-an-option'],
    ['PARSE14: a number that no list has', 'Sum?\nOptions:\n- 3 mm\n- 4 mm\n- 5 mm', '3', 'answer-not-an-option'],
    ['PARSE14: signs and decimals count', 'Sum?\nOptions:\n- -5\n- 1.5', '15', 'answer-not-an-option'],
    ['PARSE16: steps asked for and not written', "How?\nLet's think step by step.", 'Two', 'steps-broken'],
  ])('%s', (_, question, answer, rejected) => {
    expect(readShape(question, answer, false)).toEqual({ rejected })
  })

  it('PARSE14: an option that begins like a letter is no letter', () => {
    const question = 'Who?\nOptions:\n- A. Smith\n- C. Jones'
    expect(readShape(question, 'C. Jones', false)).toMatchObject({
      response: 'C. Jones',
      options: ['A. Smith', 'C. Jones'],
    })
    expect(readShape('Sum?\nOptions:\n- -5\n- 5', '-5.', false)).toMatchObject({ response: '-5' })
  })

  it('PARSE16: steps whose question forgot to ask for them', () => {
    expect(readShape('How many?', 'One and one.\n**Therefore, the answer is:** 2.', false)).toMatchObject({
      instruction: 'How many?',
      reasoning: 'One and one.',
      response: '2.',
      form: 'steps',
      salvaged: ['missing-steps-line'],
    })
    expect(readShape('几个？\n让我们一步步思考。', '一加一。\n因此，答案是 **二**。', false)).toMatchObject({
      instruction: '几个？',
      reasoning: '一加一。',
      response: '**二**。',
    })
  })

  it('PARSE2: what is written is read back, in both languages', () => {
    const words = fc.stringMatching(/^[a-z0-9甲乙丙，.]{1,12}$/u).map(text => `w${text}w`)
    fc.assert(
      fc.property(
        words,
        fc.uniqueArray(words, { minLength: 2, maxLength: 5 }),
        words,
        words,
        fc.constantFrom<'en' | 'zh'>('en', 'zh'),
        (instruction, options, reasoning, quote, language) => {
          const [response = ''] = options
          for (const pair of [
            { instruction, response, quote },
            { instruction, response, quote, options },
            { instruction, response, quote, reasoning },
            { instruction, response, quote, options, reasoning },
          ]) {
            const parser = createTagParser({ strict: false, source: true })
            const [read] = parser.push(writePair(pair, language))
            if (read?.kind !== 'pair') throw new RangeError(instruction)
            expect(read.quotes).toEqual([quote])
            const shape = readShape(read.question, read.answer, false)
            expect(shape).toMatchObject({ instruction, response, salvaged: [] })
            expect('rejected' in shape ? null : shape.options).toEqual(pair.options ?? null)
            expect('rejected' in shape ? null : shape.reasoning).toBe(pair.reasoning ?? null)
          }
        },
      ),
      { numRuns: 500 },
    )
  })

  it.each(['- ', 'A. ', '\n', ' ', '\nOptions:\n- ', 'Therefore, the answer is ', '7', '(', '*'])(
    'PARSE14, PARSE16: time is linear in %j',
    unit => {
      const text = unit.repeat(Math.ceil(200_000 / unit.length))
      const start = performance.now()
      for (const strict of [true, false]) {
        readShape(`Which?\nOptions:\n- x\n- ${text}`, `x${text}`, strict)
        readShape(`Which? ${text}`, `x\n${text}`, strict)
      }
      expect(performance.now() - start).toBeLessThan(1_500)
    },
  )
})

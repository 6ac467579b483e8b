import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { comprehensionText, type ComprehensionSettings } from '#core/corpus/comprehension/comprehension-text'
import { type Example, findExamples } from '#core/corpus/comprehension/find-examples'
import { CHINESE_PHRASES, ENGLISH_PHRASES } from '#core/corpus/comprehension/phrases'
import { titleOf } from '#core/corpus/comprehension/title'
import { textOf } from '#core/corpus/part'

const PLAIN: ComprehensionSettings = { seed: 1, general: null }
const LEAD = 'The keepers of the lower ferry wrote down each crossing, in ink, for ninety years.'
const CHINESE_LEAD = '渡口的守渡人在九十年里，把每一次过河都记了下来。'

const find = (text: string, language = 'en', at = 0, general: ReadonlySet<string> | null = null): readonly Example[] =>
  findExamples(text, language, general, () => at)

const followed = (
  opening: string,
  second = 'the floods of those years can be dated to the day by their ledgers.',
): string => `${LEAD} ${opening} ${second}`

describe('examples of a text', () => {
  it.each([
    ['Therefore,', 0, 'entail'],
    ['For this reason,', 0.9, 'cause-to-effect'],
    ['However,', 0, 'contradict'],
    ['In contrast,', 0.9, 'different'],
    ['Moreover,', 0.9, 'neutral'],
    ['In other words,', 0.9, 'similar'],
    ['I.e.,', 0, 'similar'],
  ])('COMP2, COMP3: %s (%d) makes %s of first and last sentences, commas and all', (opening, at, subType) => {
    expect(find(followed(opening), 'en', at)).toEqual([
      { subType, given: LEAD, answer: 'The floods of those years can be dated to the day by their ledgers.' },
    ])
  })

  it.each([
    ['因此，', 0, 'entail'],
    ['所以', 0.9, 'cause-to-effect'],
    ['然而，', 0, 'contradict'],
    ['但是', 0.9, 'different'],
    ['此外，', 0, 'neutral'],
    ['换句话说，', 0, 'similar'],
  ])('COMP2: %s in Chinese', (opening, at, subType) => {
    expect(find(`${CHINESE_LEAD}${opening}那些年的洪水可以查到具体日期。`, 'zh', at)).toEqual([
      { subType, given: CHINESE_LEAD, answer: '那些年的洪水可以查到具体日期。' },
    ])
  })

  it.each([
    ['another paragraph', `${LEAD}\n\nTherefore, the floods of those years can be dated to the day by their ledgers.`],
    ['no comma', followed('Therefore')],
    ['too short', `It rained. Therefore, the floods of those years can be dated to the day by ledgers.`],
    [
      'a first sentence that hangs on another one',
      `However, ${LEAD} Therefore, the floods of those years can be dated by their ledgers.`,
    ],
    [
      'a question',
      'Why did the keepers of the lower ferry write down each crossing in ink? Therefore, the floods of those years can be dated.',
    ],
    ['only a word like it', followed('Nevertheless,')],
  ])('COMP2: nothing of %s', (_, text) => {
    expect(find(text)).toEqual([])
  })

  it('COMP2: effect and cause of one sentence, definitions of several words, topics that are no amounts', () => {
    expect(
      find('The lower ferry of the town was given up in the end, because of the new iron bridge upstream.'),
    ).toEqual([
      {
        subType: 'effect-to-cause',
        given: 'The lower ferry of the town was given up in the end.',
        answer: 'The new iron bridge upstream.',
      },
    ])
    expect(find('A reaction ferry is defined as a ferry that the current itself moves along a cable.')).toEqual([
      {
        subType: 'definition',
        given: 'reaction ferry',
        answer: 'A ferry that the current itself moves along a cable.',
      },
    ])
    const about = 'The third ledger of the keepers is about '
    expect(find(`${about}ice, wages and a long quarrel over tolls.`).map(({ subType }) => subType)).toEqual(['topic'])
    expect(find(`${about}40 pages longer than all of the others.`)).toEqual([])
    expect(find('由于新桥在上游建成，所以渡口最终被废弃。', 'zh')).toEqual([
      { subType: 'effect-to-cause', given: '渡口最终被废弃。', answer: '新桥在上游建成。' },
    ])
    expect(find('反应渡是指由水流沿缆索推动的渡船。', 'zh')).toEqual([
      { subType: 'definition', given: '反应渡', answer: '由水流沿缆索推动的渡船。' },
    ])
  })

  it('COMP3: keywords are long words that are not general, and off without a list', () => {
    const sentence =
      'Phosphorylation of the receptor precedes internalisation and polyubiquitination in these observations.'
    expect(find(sentence)).toEqual([])
    expect(find(sentence, 'en', 0, new Set(['observation']))).toEqual([
      { subType: 'keywords', given: 'phosphorylation, internalisation, polyubiquitination', answer: sentence },
    ])
    expect(find(sentence, 'en', 0, new Set(['observation', 'internalisation']))).toEqual([])
  })
})

describe('titles', () => {
  it.each([
    ['# The lower ferry\n\nIt ran.', 'The lower ferry', 'It ran.'],
    ['The lower ferry\nIt ran.', 'The lower ferry', 'It ran.'],
    ['## The lower ferry \\*\\* {#the-lower-ferry}\n\nIt ran.', 'The lower ferry', 'It ran.'],
    ['### The ferry <sup class="badge" /> and `Rc<T>`\nIt ran.', 'The ferry  and `Rc<T>`', 'It ran.'],
    ['### The `<script setup>` tag\nIt ran.', 'The `<script setup>` tag', 'It ran.'],
  ])('COMP5: %j', (text, title, body) => {
    expect(titleOf(text, 'en')).toEqual({ title, body })
  })

  it.each([
    'It ran for years.\nThen no more.',
    'The lower ferry',
    '- one\n- two',
    '| a | b |\n|---|---|',
    '12\nIt ran.',
    '',
  ])('COMP5: none in %j', text => {
    expect(titleOf(text, 'en')).toBeNull()
  })
})

/** A text with a title and examples of every kind, three of some. */
const RICH = `The lower ferry

${followed('Therefore,')} ${LEAD} However, nobody has read the ledgers of the lower ferry since the bridge was built.

${followed('Hence,', 'each of the eleven drowned horses has a line of its own in the ledgers.')} ${LEAD} Thus, the price of a crossing is known for any week that one may care to ask about.

${LEAD} Moreover, they noted the weather of each morning before the first boat was let out. ${LEAD} In other words, no boat went over the river without a line in the ledger about it.

The lower ferry of the town was given up in the end, because of the new iron bridge upstream. A reaction ferry is defined as a ferry that the current itself moves along a cable.`

const BARE = 'Ferries cross. Rivers flow. Boats wait. Rain falls.'

describe('reading comprehension texts', () => {
  const made = (seed: number, text = RICH, language = 'en'): ReturnType<typeof comprehensionText> =>
    comprehensionText('k', text, language, { ...PLAIN, seed })

  it('COMP1: all of the text is there, in order, and what is asked stands behind it', () => {
    for (let seed = 0; seed < 60; seed += 1) {
      const text = made(seed)
      const kept = (text?.spans ?? []).filter(({ kind }) => kind === 'passage').map(span => span.text)
      const whole = kept.join(' ').replace(/\s+/gu, ' ')
      const body = RICH.slice('The lower ferry'.length)
      expect(whole).toBe((text?.title === true ? body : RICH).replace(/\s+/gu, ' ').trim())
      const kinds = (text?.spans ?? []).map(({ kind }) => kind)
      expect(kinds.lastIndexOf('passage')).toBeLessThan(kinds.lastIndexOf('response'))
      expect(textOf(text?.spans ?? [])).not.toMatch(/undefined|\{|\}|^\s|\s$/u)
    }
  })

  it('COMP1, COMP2: nothing found, or no patterns for the language, leaves a text as it is', () => {
    expect(made(1, 'It ran for years. Then no more.')).toBeNull()
    expect(made(1, RICH, 'other')).toBeNull()
    expect(made(1, '')).toBeNull()
  })

  it('COMP4: at most two of a sub-type, those of a type together, in many orders of types', () => {
    const typeOf = (subType: string): string =>
      /^(?:entail|contradict|neutral)$/u.test(subType)
        ? 'inference'
        : /cause/u.test(subType)
          ? 'commonsense'
          : /similar|different/u.test(subType)
            ? 'paraphrase'
            : 'word-to-text'
    const orders = new Set<string>()
    for (let seed = 0; seed < 200; seed += 1) {
      const examples = made(seed)?.examples ?? []
      expect(examples.length).toBeGreaterThan(4)
      for (const subType of examples) expect(examples.filter(one => one === subType).length).toBeLessThanOrEqual(2)
      const types = examples.map(typeOf).filter((type, i, all) => type !== all[i - 1])
      expect(new Set(types).size).toBe(types.length)
      orders.add(types.join())
    }
    expect(orders.size).toBeGreaterThan(15)
  })

  it('COMP5: title and end are asked for as often as the paper has it', () => {
    const shares = (text: string): number[] => {
      const counts = { title: 0, completion: 0, both: 0, neither: 0 }
      for (let seed = 0; seed < 1_200; seed += 1) {
        const { title = false, completion = false } = made(seed, text) ?? {}
        counts[title ? (completion ? 'both' : 'title') : completion ? 'completion' : 'neither'] += 1
      }
      return Object.values(counts).map(count => count / 1_200)
    }
    const near = (found: readonly number[], wanted: readonly number[]): void => {
      found.forEach((share, i) => expect(Math.abs(share - (wanted[i] ?? -1))).toBeLessThan(0.05))
    }
    near(shares(RICH), [0.4, 0.1, 0.4, 0.1])
    near(shares(RICH.slice(17)), [0, 0.5, 0, 0.5])
    near(shares(`The lower ferry\n${followed('Therefore,')}`), [0.5, 0, 0, 0.5])
    near(shares(BARE), [0, 0.5, 0, 0.5])
  })

  it('COMP5: code is not cut', () => {
    const code = '```js\nlet count = 1. \n// It counts. It goes on. It ends.\ncount++\n```'
    const text = `It ran for years. It carried mail. It carried sheep.\n\n${code}\n\nThen it sank. Nobody was hurt.`
    for (let seed = 0; seed < 200; seed += 1) {
      const whole =
        made(seed, text)
          ?.spans.map(span => span.text)
          .join('') ?? code
      expect(whole).toContain(code)
    }
  })

  it('COMP5: two sentences are classified 80 times of 100, by a label that is true', () => {
    let classified = 0
    let asked = 0
    for (let seed = 0; seed < 2_000; seed += 1) {
      const text = comprehensionText('k', followed('However,'), 'en', { ...PLAIN, seed })
      if (text?.examples[0] !== 'contradict') continue
      asked += 1
      const answer = text.spans.filter(({ kind }) => kind === 'response').at(-1)?.text ?? ''
      if (answer.startsWith('The floods')) continue
      expect(['No', 'Contradiction', 'It is opposed.']).toContain(answer)
      classified += 1
    }
    expect(asked).toBeGreaterThan(800)
    expect(Math.abs(classified / asked - 0.8)).toBeLessThan(0.05)
  })

  it('COMP6: the same text and seed give the same text, other seeds others', () => {
    expect(made(7)).toEqual(made(7))
    expect(new Set(Array.from({ length: 40 }, (_, seed) => textOf(made(seed)?.spans ?? []))).size).toBe(40)
  })

  it('COMP6: examples come from the first 1,848 tokens, and the text behind is kept', () => {
    const filler = 'The river rose and the river fell and nobody wrote it down that year. '.repeat(200)
    const late = `${filler}${followed('Therefore,')}`
    const text = made(1, late)
    expect(text?.examples ?? []).toEqual([])
    const early = made(1, `${followed('Therefore,')} ${filler}`)
    expect(early?.examples).toHaveLength(1)
    expect(textOf(early?.spans ?? [])).toContain(filler.trim().slice(-200))
  })

  it('COMP6: any text is read in linear time and without a fault', () => {
    const unit = fc.constantFrom(
      'Therefore, ',
      'However, ',
      '。',
      '因此，',
      '. ',
      'a',
      ' due to ',
      ' is defined as ',
      '\n',
      '$&',
      '{answer}',
      '是指',
      '，',
    )
    fc.assert(
      fc.property(
        fc.string({ unit, maxLength: 300 }),
        fc.constantFrom('en', 'zh'),
        fc.nat(50),
        (text, language, seed) => {
          const found = comprehensionText('k', text, language, { seed, general: new Set() })
          for (const span of found?.spans ?? []) expect(typeof span.text).toBe('string')
        },
      ),
      { numRuns: 2_000 },
    )
    const time = (text: string, language: string): number => {
      const start = performance.now()
      comprehensionText('k', text, language, PLAIN)
      return performance.now() - start
    }
    for (const unit of [
      'a due to ',
      ' is defined as',
      'Therefore, ',
      '，由于',
      '因此，',
      'is about ',
      ' ',
      '\t#',
      '# ',
      'a \n',
      '\n',
    ])
      expect([unit, time(unit.repeat(300_000 / unit.length), unit < '\u3000' ? 'en' : 'zh') < 1_500]).toEqual([
        unit,
        true,
      ])
  })

  it('every sub-type has phrases in both languages', () => {
    for (const phrases of [ENGLISH_PHRASES, CHINESE_PHRASES]) {
      expect(phrases.classify.length).toBeGreaterThanOrEqual(6)
      for (const list of Object.values(phrases.ask)) expect(list.length).toBeGreaterThanOrEqual(2)
    }
  })
})

import { describe, expect, it } from 'vitest'
import type { Check, Draft } from '#core/synthesis/pair'
import { createJudge, type Judge, type PairWords } from '#core/verification/judge'
import { readingOf } from '#core/verification/repeats/reworded/reading'
import { saysSame } from '#core/verification/repeats/reworded/says-same'
import { DEFAULT_THRESHOLDS } from '#core/verification/thresholds'
import { nodeHash } from '#test/unit/storage/node-hash'
import { milliseconds } from './judged'
import { BAKERY } from './reworded-cases-bakery'
import { OBSERVATORY } from './reworded-cases-observatory'
import { SLUICE, type TwoPairs } from './reworded-cases-sluice'
import { NEARLY_CASES } from './reworded-cases-nearly'
import { ONE_WORD_CASES } from './reworded-cases-one-word'
import { CHINESE_CASES } from './reworded-cases-zh'

const ENGLISH = [SLUICE, BAKERY, OBSERVATORY]
const CASES = [...ENGLISH, ...CHINESE_CASES, ...NEARLY_CASES, ...ONE_WORD_CASES]

function saysSameOf(passage: string, [instruction, response, again, answer]: TwoPairs): boolean {
  const one = readingOf({ instruction, response })
  const other = readingOf({ instruction: again, response: answer })
  return one !== null && other !== null && saysSame(one, other, () => passage.toLowerCase())
}

interface Desk {
  readonly judge: Judge
  readonly ask: (instruction: string, response: string, place?: string) => Promise<string>
  readonly known: Map<string, PairWords>
  readonly reads: () => number
  readonly last: () => Check | undefined
}

const PASSAGE =
  'The keeper lights the lamp of the tower at dusk. The mate carries oil. The tower was built by Ida Holm in 1887.'

function desk(): Desk {
  const known = new Map<string, PairWords>()
  let reads = 0
  let last: Check | undefined
  const judge = createJudge({
    thresholds: DEFAULT_THRESHOLDS,
    detect: () => 'en',
    wordsOf: id => {
      reads += 1
      return Promise.resolve(known.get(id) ?? null)
    },
  })
  return {
    judge,
    known,
    reads: () => reads,
    last: () => last,
    ask: async (instruction, response, place = 'one') => {
      const id = nodeHash.sha256(String(known.size))
      known.set(id, { instruction, response })
      const draft: Draft = {
        instruction,
        response,
        options: null,
        reasoning: null,
        task: 'fact',
        form: 'open',
        needsPassage: true,
        evidence: [],
      }
      const checks = await judge.judge(draft, id, { text: PASSAGE, language: 'en', headings: [], key: place, place })
      last = checks.find(({ name }) => name === 'duplicate')
      return `${last?.result ?? 'none'} ${last?.reason ?? ''}`
    },
  }
}

describe('pairs of one passage in other words', () => {
  it.each(CASES.flatMap(({ passage, different }) => different.map(pairs => [...pairs, passage] as const)))(
    'DUP8, DUP9, DUP10, DUP11: what looks alike and differs stays: %s %s | %s %s',
    (instruction, response, again, answer, passage) => {
      expect(saysSameOf(passage, [instruction, response, again, answer])).toBe(false)
      expect(saysSameOf(passage, [again, answer, instruction, response])).toBe(false)
    },
  )

  it.each([
    ['en', ENGLISH, 0.85],
    ['zh', CHINESE_CASES, 0.88],
  ] as const)('DUP8, DUP9: what is reworded is found, but for some that no string tells (%s)', (_, cases, reached) => {
    const all = cases.flatMap(({ passage, same }) => same.map(pairs => ({ passage, pairs })))
    const missed = all.filter(({ passage, pairs }) => !saysSameOf(passage, pairs)).map(({ pairs }) => pairs.join(' | '))
    expect(all.length).toBeGreaterThan(50)
    expect(1 - missed.length / all.length, missed.join('\n')).toBeGreaterThanOrEqual(reached)
    for (const { passage, pairs } of all) {
      const [instruction, response, again, answer] = pairs
      const turned = saysSameOf(passage, [again, answer, instruction, response])
      expect([pairs, turned]).toEqual([pairs, saysSameOf(passage, pairs)])
    }
  })

  it.each(NEARLY_CASES.flatMap(({ passage, same }) => same.map(pairs => [...pairs, passage] as const)))(
    'DUP11: long answers that differ in a few words are one: %s %s | %s %s',
    (instruction, response, again, answer, passage) => {
      expect(saysSameOf(passage, [instruction, response, again, answer])).toBe(true)
      expect(saysSameOf(passage, [again, answer, instruction, response])).toBe(true)
    },
  )

  it.each(ONE_WORD_CASES.flatMap(({ passage, same }) => same.map(pairs => [...pairs, passage] as const)))(
    'DUP11, DUP12: what differs in one small word is one: %s %s | %s %s',
    (instruction, response, again, answer, passage) => {
      expect(saysSameOf(passage, [instruction, response, again, answer])).toBe(true)
      expect(saysSameOf(passage, [again, answer, instruction, response])).toBe(true)
    },
  )

  it('DUP11: long answers that differ everywhere or nowhere are held against each other in no time', () => {
    for (const [one, other] of [
      ['a b c ', 'a c b '],
      ['把纸坊', '将纸房'],
      ['lamp oil ', 'lamp oil '],
    ] as const) {
      const pairs: TwoPairs = ['What?', one.repeat(300), 'What?', `${other.repeat(300)} end`]
      expect(milliseconds(() => saysSameOf(PASSAGE, pairs))).toBeLessThan(60)
    }
  })

  it.each<[string, ...TwoPairs]>([
    [
      'a word that says nothing',
      'Who lights it?',
      'The keeper lights it.',
      'Who lights it?',
      'The keeper lights it, of course.',
    ],
    [
      'a word for another',
      'When was it built?',
      'It was built in 1887.',
      'When was it erected?',
      'It was constructed in 1887.',
    ],
    [
      'the question said again',
      'Who built the tower?',
      'Ida Holm.',
      'Who built the tower?',
      'The tower was built by Ida Holm.',
    ],
    ['a piece that moved', 'What happens?', 'At dusk the lamp is lit.', 'What happens?', 'The lamp is lit at dusk.'],
    ['numbers in words', 'How many?', 'Forty-six keepers.', 'How many?', '46 keepers.'],
    ['the passive', 'What happens?', 'The keeper lit the lamp.', 'What happens?', 'The lamp was lit by the keeper.'],
    ['中文数字', '有多少人？', '有三百二十人。', '有多少人？', '有320人。'],
    ['量词', '有多少工人？', '有三名工人。', '有多少工人？', '有三位工人。'],
  ])('DUP8: the same answer in other words: %s', (_, ...pairs) => {
    expect(saysSameOf(PASSAGE, pairs)).toBe(true)
  })

  it('DUP8: a word more that the passage does not know makes no difference, but a name, a number and a degree do', () => {
    const with_ = (more: string): boolean =>
      saysSameOf(PASSAGE, [
        'Who lights it?',
        'The keeper lights the big lamp.',
        'Who lights it?',
        `The keeper ${more} lights the big lamp.`,
      ])
    expect(with_('carefully')).toBe(true)
    for (const more of ['hardly', 'Tom', '2', 'mate', 'partly', 'never', 'always'])
      expect([more, with_(more)]).toEqual([more, false])
  })

  it('DUP9: another word is another wording where the answers say the first and the passage does not know it', () => {
    const asking = (verb: string, answer: string): boolean =>
      saysSameOf(PASSAGE, ['What does the mate carry?', answer, `What does the mate ${verb}?`, answer])
    expect(asking('haul', 'The mate carries oil.')).toBe(true)
    // The passage speaks of lighting too: that is another question, and so is a short answer's.
    expect(asking('light', 'The mate carries oil.')).toBe(false)
    expect(asking('haul', 'Oil.')).toBe(false)
  })

  it('DUP7: fails with the other pair named; another passage, and a pair that failed so, are no reason', async () => {
    const { ask, known, last } = desk()
    expect(await ask('When does the keeper light the lamp?', 'At dusk.')).toBe('pass unique')
    expect(await ask('When does the keeper light the lamp?', 'The keeper lights it at dusk.', 'two')).toBe(
      'pass unique',
    )
    expect(await ask('When does the keeper light the lamp?', 'The keeper lights the lamp at dusk.')).toBe(
      'fail near-duplicate',
    )
    expect(last()).toMatchObject({ values: { of: [...known.keys()][0] } })
    expect(last()?.score).toBeLessThan(0.8)
    expect(await ask('What does the mate carry?', 'The mate carries oil.')).toBe('pass unique')
  })

  it('DUP7: pairs that stood before the judge came are found, also after those of other passages; each is read once', async () => {
    const { judge, ask, known, reads } = desk()
    const stands = (instruction: string, response: string, place: string): void => {
      const id = nodeHash.sha256(String(known.size))
      known.set(id, { instruction, response })
      judge.remember(id, { instruction, response }, place)
    }
    stands('Who built the tower?', 'Ida Holm.', 'one')
    for (let i = 0; i < 10_000; i++) stands(`What is w${i}?`, `It is x${i} of y${i * 7}.`, `other ${i}`)
    expect(await ask('Who built the tower?', 'The tower was built by Ida Holm.')).toBe('fail near-duplicate')
    for (let i = 0; i < 5; i++) await ask(`Who was number ${i}?`, `Person ${i * 3}.`)
    expect(reads()).toBe(1)
    known.clear()
    expect(await ask('Who built the tower?', 'Ida Holm built the tower.', 'two')).toBe('pass unique')
  })

  it('DUP7, DUP5: at most 64 pairs of a passage are compared, the same ones in whatever order they came', async () => {
    const outcomes = await Promise.all(
      [false, true].map(async reversed => {
        const { judge, ask, known, reads } = desk()
        const numbers = Array.from({ length: 200 }, (_, i) => (reversed ? 199 - i : i))
        for (const i of numbers) {
          const words = { instruction: `What is the number w${i}?`, response: `x${i}` }
          known.set(nodeHash.sha256(`old ${i}`), words)
          judge.remember(nodeHash.sha256(`old ${i}`), words, 'one')
        }
        const found: string[] = []
        for (let i = 0; i < 200; i++) {
          const said = await ask(`Tell me: what is the number w${i}?`, `The number w${i} is x${i}.`, 'one')
          if (said === 'fail near-duplicate') found.push(String(i))
        }
        return { found: found.join(' '), reads: reads() }
      }),
    )
    expect(outcomes[0]?.found).toBe(outcomes[1]?.found)
    expect(outcomes[0]?.found.split(' ').length).toBeGreaterThan(20)
    expect(outcomes[0]?.reads).toBeLessThan(200)
  })

  it('DUP10: a question of who or what stays, wherever its other words have gone', () => {
    for (const pairs of [
      ['Who did Anna beat?', 'Bob.', 'Who beat Anna?', 'Bob.'],
      ['谁打了张三？', '李四。', '张三打了谁？', '李四。'],
      ['What does the valve import?', 'Water.', 'What does the valve export?', 'Water.'],
      ['Why is it lit?', 'It is lit at dusk.', 'When is it lit?', 'It is lit at dusk.'],
      ['Is the lamp not lit?', 'Yes.', 'Is the lamp lit?', 'Yes.'],
    ] as const)
      expect([pairs, saysSameOf(PASSAGE, pairs)]).toEqual([pairs, false])
  })

  it('DUP10: time is linear, and halves of more than 2,000 units are not compared', () => {
    expect(readingOf({ instruction: 'Why?', response: 'a '.repeat(1_001) })).toBeNull()
    expect(readingOf({ instruction: 'Why?', response: '…' })).toBeNull()
    for (const unit of [
      'a',
      'a ',
      '"',
      '7',
      '1,234.5 ',
      '灯塔建于',
      'a\u0301\u0302',
      '\uD800',
      '一十',
      'by a ',
      "n't'",
      '怎么会',
      'forty ',
    ]) {
      const one = unit.repeat(2_000 / unit.length)
      const other = `${one.slice(4, 1_990)}zz b`
      expect(
        milliseconds(() => {
          saysSameOf(one, [one, one, other, other])
          saysSameOf(other, [one, one, one, other])
        }),
      ).toBeLessThan(60)
    }
  })
})

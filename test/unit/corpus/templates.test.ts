import { describe, expect, it } from 'vitest'
import { fill, parts, textOf } from '#core/corpus/part'
import { renderSegment } from '#core/corpus/render-segment'
import type { CorpusPair, CorpusShot, Segment } from '#core/corpus/segment'
import { MODES, type Mode, PAPER_TEMPLATES, type TemplateSettings } from '#core/corpus/style'
import type { TemplateSet } from '#core/corpus/template-set'
import { CHINESE } from '#core/corpus/templates/chinese'
import { ENGLISH } from '#core/corpus/templates/english'
import { problemOf } from '#core/problem'

const OPEN: CorpusPair = {
  instruction: 'When did the lens come?',
  response: 'In 1822.',
  options: null,
  reasoning: null,
  task: 'question',
}
const CHOICE: CorpusPair = {
  instruction: 'What burned in the tower?',
  response: 'Oak',
  options: ['Pine', 'Oak', 'Coal', 'Peat'],
  reasoning: null,
  task: 'multiple-choice',
}
const STEPS: CorpusPair = {
  ...OPEN,
  instruction: 'How many in all?',
  response: '7',
  reasoning: 'Three and four are 7.',
}
const CHOICE_STEPS: CorpusPair = {
  ...CHOICE,
  instruction: 'Which of the following burned?',
  reasoning: 'Oak is named.',
}
const ALL = [OPEN, CHOICE, STEPS, CHOICE_STEPS] as const

function shot(key: string, pairs: CorpusShot['pairs'] = ALL, language: CorpusShot['language'] = 'en'): CorpusShot {
  return { key, text: 'THE PASSAGE', language, pairs }
}

function only(mode: Mode, inversion = 0): TemplateSettings {
  const none = { classic: 0, dialog: 0, numbered: 0, 'few-shot': 0, 'next-turn': 0 }
  return { ...PAPER_TEMPLATES, weights: { ...none, [mode]: 1 }, inversion }
}

const said = (segment: Segment, settings: TemplateSettings): string => textOf(renderSegment(segment, settings).spans)
const SETS: readonly (readonly [string, TemplateSet])[] = [
  ['English', ENGLISH],
  ['Chinese', CHINESE],
]

describe('phrases', () => {
  it.each([
    ['a slot is missing', '{question}'],
    ['a slot stands twice', '{question} {answer} {answer}'],
    ['a slot is unknown', '{question} {answer} {mood}'],
    ['a slot that does not belong', '{question} {answer} {text}'],
    ['a brace is left open', '{question} {answer} {'],
  ])('TEMPLATE1: a phrase is refused when %s', (_why, phrase) => {
    let problem: unknown = null
    try {
      parts(['question', 'answer'], [phrase])
    } catch (thrown) {
      problem = problemOf(thrown)
    }
    expect(problem).toEqual({ kind: 'unexpected', detail: `malformed template: ${phrase}` })
  })

  it('TEMPLATE1: there are about 150 in English and 100 in Chinese, and none stands twice where one would do', () => {
    const count = (set: TemplateSet): number =>
      Object.values(set).reduce((sum: number, list: unknown) => sum + (Array.isArray(list) ? list.length : 0), 0)
    expect(count(ENGLISH)).toBeGreaterThan(150)
    expect(count(CHINESE)).toBeGreaterThan(100)
    for (const [, set] of SETS) {
      for (const list of [set.open, set.choice, set.steps, set.choiceSteps, set.reading, set.turn]) {
        expect(new Set(list.map(part => JSON.stringify(part))).size).toBe(list.length)
      }
    }
  })

  it.each(['$&', '$$', '$`', "$'", '{answer}', '{question}', '{{n}}', '%s'])(
    'TEMPLATE2: %s in a text comes out as it went in',
    nasty => {
      const pair = { ...OPEN, instruction: `What is ${nasty} for?`, response: `It is ${nasty}.` }
      for (const mode of MODES) {
        const text = said([{ ...shot('nasty', [pair, pair]), text: `A ${nasty} text` }], only(mode))
        expect(text).toContain(`What is ${nasty} for?`)
        expect(text).toContain(`It is ${nasty}.`)
        expect(text).toContain(`A ${nasty} text`)
      }
      expect(textOf(fill({ literals: ['[', ']'], slots: ['text'] }, { text: nasty }))).toBe(`[${nasty}]`)
    },
  )
})

describe('style', () => {
  it('TEMPLATE3: modes come in the shares of their weights, and every mode and inversion is reached', () => {
    const seen = new Map<string, number>()
    const many = 4_000
    for (let i = 0; i < many; i++) {
      const { mode, inverted } = renderSegment([shot(`p${i}`, [OPEN, OPEN])], PAPER_TEMPLATES)
      const name = `${mode}${inverted ? ' inverted' : ''}`
      seen.set(name, (seen.get(name) ?? 0) + 1)
    }
    const share = (name: string): number => (seen.get(name) ?? 0) / many
    expect(share('classic') + share('classic inverted')).toBeCloseTo(0.8, 1)
    for (const mode of ['numbered', 'few-shot', 'next-turn']) expect(Math.abs(share(mode) - 0.05)).toBeLessThan(0.015)
    // The reference code never gives this one.
    expect(seen.get('dialog inverted')).toBeGreaterThan(0)
    expect(share('classic inverted')).toBeGreaterThan(0.02)
  })

  it('TEMPLATE3: a passage with one pair is classic or dialog', () => {
    const modes = new Set(
      Array.from({ length: 300 }, (_, i) => renderSegment([shot(`one${i}`, [OPEN])], PAPER_TEMPLATES).mode),
    )
    expect([...modes].sort()).toEqual(['classic', 'dialog'])
  })

  it('TEMPLATE3: weights of nothing give classic, and inversion of 0 and 1 mean never and always', () => {
    const weights = { classic: 0, dialog: 0, numbered: 0, 'few-shot': 0, 'next-turn': 0 }
    expect(renderSegment([shot('x')], { ...PAPER_TEMPLATES, weights }).mode).toBe('classic')
    for (let i = 0; i < 50; i++) {
      expect(renderSegment([shot(`y${i}`)], only('classic', 0)).inverted).toBe(false)
      expect(renderSegment([shot(`y${i}`)], only('dialog', 1)).inverted).toBe(true)
      expect(renderSegment([shot(`y${i}`)], only('numbered', 1)).inverted).toBe(false)
    }
  })
})

describe('choices', () => {
  const choices = Array.from({ length: 600 }, (_, i) => said([shot(`c${i}`, [CHOICE])], only('classic')))

  it('TEMPLATE4: options are shuffled: each stands first about as often, the first pair of a text too', () => {
    const firsts = new Map<string, number>()
    for (const text of choices) {
      const first = ['Pine', 'Oak', 'Coal', 'Peat']
        .map(option => ({ option, at: text.indexOf(option) }))
        .filter(({ at }) => at >= 0)
        .sort((a, b) => a.at - b.at)
      if (first.length === 4) firsts.set(first[0]?.option ?? '', (firsts.get(first[0]?.option ?? '') ?? 0) + 1)
    }
    const shown = [...firsts.values()].reduce((sum, count) => sum + count, 0)
    expect(shown).toBeGreaterThan(200)
    for (const option of ['Pine', 'Oak', 'Coal', 'Peat'])
      expect((firsts.get(option) ?? 0) / shown).toBeGreaterThan(0.15)
  })

  it('TEMPLATE4: an answer by name names the option that is right', () => {
    let named = 0
    for (const text of choices) {
      const listed = [...text.matchAll(/^[([]?([A-Za-z]|\d|[ivx]+)[.)\]:]+ (Pine|Oak|Coal|Peat)$/gmu)]
      const name = listed.find(match => match[2] === 'Oak')?.[1]
      // Where the text of the right answer stands once, it stands among the options, and the answer is a name.
      if (listed.length === 4 && text.split('Oak').length === 2) {
        named += 1
        const others = listed.filter(match => match[2] !== 'Oak').map(match => match[1] ?? '')
        const last = text.slice(text.lastIndexOf('\n'))
        expect(last).toMatch(new RegExp(`(?:^|[^A-Za-z0-9])${name ?? '?'}(?:[^A-Za-z0-9]|$)`, 'u'))
        expect(others).not.toContain(name)
      }
    }
    expect(named).toBeGreaterThan(50)
  })

  it('TEMPLATE5: half of the time options are hidden, never where the question points at them', () => {
    const hidden = choices.filter(text => !text.includes('Peat')).length
    expect(hidden / choices.length).toBeGreaterThan(0.4)
    expect(hidden / choices.length).toBeLessThan(0.6)
    for (let i = 0; i < 100; i++) {
      expect(said([shot(`d${i}`, [CHOICE_STEPS])], only('classic'))).toContain('Peat')
    }
  })

  it('TEMPLATE4: more options than a style has markers for are all shown', () => {
    const options = Array.from({ length: 30 }, (_, i) => `option number ${i}`)
    const pair = { ...CHOICE, instruction: 'Which of these?', options, response: 'option number 29' }
    for (let i = 0; i < 40; i++) {
      const text = said([shot(`many${i}`, [pair])], only('classic'))
      for (const option of options) expect(text).toContain(option)
      expect(text).not.toContain('undefined')
    }
  })

  it('TEMPLATE4: an answer that is none of its options is said in its own words', () => {
    const pair = { ...CHOICE, instruction: 'Which of these?', response: 'None of these' }
    for (let i = 0; i < 40; i++) expect(said([shot(`none${i}`, [pair])], only('classic'))).toContain('None of these')
  })
})

describe('texts', () => {
  it.each(MODES)('TEMPLATE6: %s says every question, answer and step, in order, and no question ends twice', mode => {
    for (const language of ['en', 'zh'] as const) {
      for (let i = 0; i < 150; i++) {
        for (const inversion of [0, 1]) {
          const text = said([shot(`${mode}${i}`, ALL, language)], only(mode, inversion))
          const at = ALL.map(pair => text.indexOf(pair.instruction))
          expect(Math.min(...at)).toBeGreaterThanOrEqual(0)
          expect([...at].sort((a, b) => a - b)).toEqual(at)
          for (const words of ['THE PASSAGE', 'In 1822.', '7', 'Three and four are 7.', 'Oak is named.', 'Oak']) {
            expect(text).toContain(words)
          }
          expect(text).not.toMatch(/\?\s*\?|？\s*？|\?？|undefined|\{[a-z]+\}|\n{4}/u)
          expect(text).toBe(text.trim())
        }
      }
    }
  })

  it('TEMPLATE7: the same segment and settings give the same text; another seed or passage another', () => {
    const segment: Segment = [shot('a'), shot('b')]
    expect(said(segment, PAPER_TEMPLATES)).toBe(said(segment, PAPER_TEMPLATES))
    const texts = new Set(Array.from({ length: 30 }, (_, seed) => said(segment, { ...PAPER_TEMPLATES, seed })))
    expect(texts.size).toBeGreaterThan(25)
  })

  it('TEMPLATE7: one mode for all passages of a segment, each with its pairs behind its text', () => {
    const segment: Segment = [
      { ...shot('a'), text: 'FIRST' },
      { ...shot('b', [OPEN, STEPS]), text: 'SECOND' },
    ]
    const { spans } = renderSegment(segment, only('classic'))
    const kinds = spans
      .filter(span => span.kind !== 'template')
      .map(span => (span.kind === 'passage' ? span.text : span.kind))
    expect(kinds.filter(kind => kind === 'FIRST' || kind === 'SECOND')).toEqual(['FIRST', 'SECOND'])
    expect(kinds.indexOf('SECOND')).toBeGreaterThan(kinds.indexOf('response'))
    expect(kinds.slice(kinds.indexOf('SECOND'))).toContain('response')
  })

  it('TEMPLATE8: phrases are of the language of the passage', () => {
    const plain = { ...OPEN, instruction: '1?', response: '2' }
    for (const mode of MODES) {
      for (let i = 0; i < 60; i++) {
        const pairs = [plain, plain] as const
        const english = said([{ ...shot(`l${i}`, pairs), text: '3' }], only(mode))
        const chinese = said([{ ...shot(`l${i}`, pairs, 'zh'), text: '3' }], only(mode))
        expect(english).not.toMatch(/\p{Script=Han}/u)
        expect(chinese).not.toMatch(/[A-Za-z]{4}/u)
      }
    }
  })
})

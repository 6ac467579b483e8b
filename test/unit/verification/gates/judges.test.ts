import { describe, expect, it } from 'vitest'
import { agreement } from '#core/verification/gates/agreement'
import { judgedBy } from '#core/verification/gates/apply-thresholds'
import type { Gate, Weighed } from '#core/verification/gates/gate'
import { gateCheck, withCheck } from '#core/verification/gates/gate-check'
import { grounded } from '#core/verification/gates/grounded'
import { createJudging } from '#core/verification/gates/judging'
import { measureJudge, type Probe } from '#core/verification/gates/measure'
import { plantedFrom } from '#core/verification/gates/plant'
import { roundTrip } from '#core/verification/gates/round-trip'
import { reasonText } from '#core/verification/reasons'
import { DEFAULT_THRESHOLDS } from '#core/verification/thresholds'
import { fakeModel } from '#test/support/fake-model'
import { LENS, NEVER, pairOf, RIGHT_EN, RIGHT_ZH, TEA } from './pairs'

const open = { options: null, form: 'open' } as const
const KINDS = ['number', 'other-answer', 'negated'] as const
const scored = (score: number): Weighed => ({ kind: 'score', score, said: score > 0.5 ? 'YES' : 'NO', seen: 1 })
const probes = (kind: Probe['kind'], scores: readonly number[]): Probe[] =>
  scores.map(score => ({ kind, weighed: scored(score) }))
const measureOf = (right: readonly number[], wrong: readonly number[], gate: Gate = grounded) =>
  measureJudge(gate, DEFAULT_THRESHOLDS, [...probes(null, right), ...probes('other-answer', wrong)])
const times = (n: number, score: number): number[] => Array<number>(n).fill(score)
const FIT = measureOf(times(8, 0.9), times(8, 0.1))
const facts = { judge: 'small-judge', thresholds: DEFAULT_THRESHOLDS, measure: FIT }

describe('agreement of two answers', () => {
  it('GATE8: short ones by token F1, Chinese by characters', () => {
    expect(agreement({ ...open, response: 'In the year 1822.' }, 'the year 1822', 'en')).toBeCloseTo(4 / 5, 12)
    expect(agreement({ ...open, response: '二百度' }, '二百度上下', 'zh')).toBeCloseTo(6 / 8, 12)
    expect(agreement({ ...open, response: 'x' }, ' ', 'en')).toBeNull()
  })

  it('GATE8: a yes-or-no question by its verdict, however it is explained', () => {
    const asked = { options: null, form: 'yes-no', response: 'No, because sound bends over warm water.' }
    expect(agreement(asked, 'No.', 'en')).toBe(1)
    expect(agreement(asked, 'Yes, because sound bends over warm water.', 'en')).toBe(0)
    expect(agreement(asked, 'Sound bends over water.', 'en')).toBeNull()
    expect(agreement({ ...asked, response: '否，锅温不够。' }, '不会变红。', 'zh')).toBe(1)
    expect(agreement({ ...asked, response: '是。' }, '否。', 'zh')).toBe(0)
  })

  it('GATE8: a choice by the option that is taken', () => {
    const asked = { form: 'choice', options: ['oak', 'oak bark', 'pine'], response: 'oak bark' }
    expect(agreement(asked, 'It was oak bark.', 'en')).toBe(1)
    expect(agreement(asked, 'Oak', 'en')).toBe(0)
    expect(agreement(asked, 'pine or oak', 'en')).toBeNull()
    expect(agreement(asked, 'beech', 'en')).toBeNull()
  })

  it('GATE8: a long answer agrees with a shorter one that says its main part, and not with another long one', () => {
    const long =
      'The first keepers burned coal in open braziers, which were bright in dry wind and useless in rain; later they burned oak, because the resin of pine coated the glass with soot within an hour, and in 1822 the stepped lens made open fires obsolete for good.'
    const short =
      'First coal braziers, later oak because resin of pine coated glass with soot, until the stepped lens made fires obsolete.'
    const other =
      'The committee of the harbour met on the first day of the month in the hall that was built for it, and it was told by the engineer that the wall could not be finished before the storms, because the stone had not come and the men had to be paid in advance.'
    expect(agreement({ ...open, response: long }, short, 'en')).toBeGreaterThan(0.9)
    expect(agreement({ ...open, response: long }, other, 'en')).toBeLessThan(0.35)
  })
})

describe('planted wrong versions', () => {
  const others = [RIGHT_EN, RIGHT_ZH, pairOf('Oak burns long.', 'en', 'What burns long?', 'Oak burns long.')]

  it('GATE11: each has one fault that its passage does not hold, and a seed gives the same ones', () => {
    for (const pair of [RIGHT_EN, RIGHT_ZH]) {
      const elsewhere = pairOf('另一段讲养蜂。', 'zh', '讲什么？', '讲养蜂。')
      const planted = plantedFrom(pair, [...others, elsewhere], KINDS, 7)
      expect(planted).toEqual(plantedFrom(pair, [...others, elsewhere], KINDS, 7))
      const number = planted.find(({ kind }) => kind === 'number')?.draft.response ?? ''
      const [figure = ''] = /\d+/u.exec(number) ?? []
      expect(figure).not.toBe('')
      expect(pair.passage).not.toContain(figure)
      expect(number.replace(/\d+/u, '')).toBe(pair.draft.response.replace(/\d+/u, ''))
      const other = planted.find(({ kind }) => kind === 'other-answer')?.draft.response ?? ''
      expect(other).not.toBe('')
      expect(pair.passage).not.toContain(other)
    }
  })

  it('GATE11: negated in both languages, verdicts turned round, choices given another option', () => {
    const negated = (passage: string, language: 'en' | 'zh', response: string) =>
      plantedFrom(pairOf(passage, language, 'What?', response), [], ['negated'], 1)[0]?.draft.response ?? null
    expect(negated(LENS, 'en', 'The lamp could be seen.')).toBe('The lamp could not be seen.')
    expect(negated(LENS, 'en', 'It is not bright.')).toBe('It is bright.')
    expect(negated(LENS, 'en', 'Yes, it can.')).toBe('No.')
    expect(negated(LENS, 'en', 'four hours')).toBeNull()
    expect(negated(TEA, 'zh', '茶叶会变红。')).toBe('茶叶不会变红。')
    expect(negated(TEA, 'zh', '它不是红茶。')).toBe('它是红茶。')
    expect(negated(TEA, 'zh', '是的，锅温要高。')).toBe('否。')
    const choice = pairOf(LENS, 'en', 'Which?', 'oak', { form: 'choice', options: ['oak', 'pine'] })
    expect(plantedFrom(choice, [], ['other-answer'], 1).map(({ draft }) => draft.response)).toEqual(['pine'])
    expect(plantedFrom(RIGHT_EN, [RIGHT_EN], ['other-answer'], 1)).toEqual([])
  })

  it('GATE11: a number without a wrong neighbour is left out', () => {
    const every = Array.from({ length: 10 }, (_, digit) => String(digit)).join(' ')
    expect(plantedFrom(pairOf(every, 'en', 'Which?', '5'), [], ['number'], 1)).toEqual([])
  })
})

describe('how far a judge can be trusted', () => {
  it('GATE9: YES to all, NO to all, guesses, no verdict and too few pairs are not fit; telling apart is', () => {
    expect(FIT).toMatchObject({ fit: true, caught: 8, planted: 8, right: { count: 8, total: 8 } })
    expect(measureOf(times(8, 0.9), times(16, 0.9)).fit).toBe(false)
    expect(measureOf(times(8, 0.1), times(16, 0.1)).fit).toBe(false)
    expect(measureOf([...times(4, 0.9), ...times(4, 0.1)], [...times(8, 0.9), ...times(8, 0.1)]).fit).toBe(false)
    expect(measureOf([0.9], [0.1]).fit).toBe(false)
    expect(measureOf([], []).fit).toBe(false)
    const mute = [null, null, 'number', 'number'] as const
    const silent = measureJudge(
      grounded,
      DEFAULT_THRESHOLDS,
      mute.map(kind => ({ kind, weighed: { kind: 'unclear', said: 'hm' } })),
    )
    expect(silent).toMatchObject({ fit: false, unclear: 4, kinds: [{ kind: 'number', caught: 2, planted: 2 }] })
  })

  it('GATE9: the scripted judges, measured on planted versions of real pairs', async () => {
    const sources = [
      RIGHT_EN,
      RIGHT_ZH,
      pairOf(LENS, 'en', 'When did the lens come?', 'In 1822 the stepped lens made open fires obsolete.'),
      pairOf(LENS, 'en', 'What did keepers do?', 'Keepers trimmed the wick every four hours.'),
      pairOf('Oak can burn for 9 hours.', 'en', 'How long can oak burn?', 'Oak can burn for 9 hours.'),
    ]
    const measured = async (judge: 'compares' | 'yes', gate: Gate) => {
      const judging = createJudging(await fakeModel({ judge }))
      const found: Probe[] = []
      for (const pair of sources) {
        found.push({ kind: null, weighed: await gate.weigh(NEVER, judging, pair) })
        for (const { kind, draft } of plantedFrom(pair, sources, gate.notices, 3)) {
          found.push({ kind, weighed: await gate.weigh(NEVER, judging, { ...pair, draft }) })
        }
      }
      return measureJudge(gate, DEFAULT_THRESHOLDS, found)
    }
    const good = await measured('compares', grounded)
    expect(good).toMatchObject({ fit: true, right: { count: 5, total: 5 }, wrong: { count: 0 } })
    expect(good.kinds.map(({ kind }) => kind)).toEqual(['number', 'other-answer', 'negated'])
    expect(await measured('yes', grounded)).toMatchObject({ fit: false, caught: 0, right: { count: 5 } })
    expect(await measured('compares', roundTrip)).toMatchObject({ wrong: { count: 0 }, right: { count: 5 } })
  })
})

describe('checks of gates', () => {
  it('GATE5, GATE6: below its line grounded fails, a second answer is a doubt; the judge is named', () => {
    expect(gateCheck(grounded, facts, scored(0.9))).toEqual({
      name: 'grounded',
      result: 'pass',
      reason: 'grounded',
      values: { judge: 'small-judge', said: 'YES' },
      score: 0.9,
    })
    expect(gateCheck(grounded, facts, scored(0.1))).toMatchObject({ result: 'fail', reason: 'not-grounded' })
    expect(gateCheck(roundTrip, facts, scored(0.1))).toMatchObject({ result: 'doubt', reason: 'round-trip-differs' })
  })

  it('GATE2, GATE4, GATE9: no verdict, no room and no trust are doubts, never a pass', () => {
    const unclear = gateCheck(grounded, facts, { kind: 'unclear', said: 'Hard\n to say' })
    expect(unclear).toEqual({
      name: 'grounded',
      result: 'doubt',
      reason: 'judge-unclear',
      values: { judge: 'small-judge', said: 'Hard to say' },
    })
    expect(gateCheck(grounded, facts, { kind: 'too-long' })).toMatchObject({
      result: 'doubt',
      reason: 'judge-too-long',
    })
    const yes = { ...facts, measure: measureOf(times(8, 0.9), times(20, 0.9)) }
    const untrusted = gateCheck(grounded, yes, scored(0.99))
    expect(untrusted).toMatchObject({
      result: 'doubt',
      reason: 'judge-untrusted',
      values: { caught: 0, planted: 20 },
      score: 0.99,
    })
    expect(reasonText(untrusted)).toContain('noticed 0 of 20')
    expect(gateCheck(grounded, facts, { kind: 'score', score: 0.9, said: 'YES', seen: 0.416 }).values).toMatchObject({
      seenPercent: 41,
    })
  })

  it('GATE2: every reason has its sentence', () => {
    const weighed: Weighed[] = [scored(0.9), scored(0.1), { kind: 'unclear', said: '' }, { kind: 'too-long' }]
    for (const gate of [grounded, roundTrip]) {
      for (const one of weighed) {
        const check = gateCheck(gate, facts, one)
        expect(reasonText(check)).not.toBe(check.reason)
      }
    }
  })

  it('GATE10: a stored score is held against a line that was moved, both ways', () => {
    const check = gateCheck(grounded, facts, scored(0.7))
    const strict = judgedBy({ ...DEFAULT_THRESHOLDS, grounded: 0.8 }, check)
    expect(strict).toEqual({ ...check, result: 'fail', reason: 'not-grounded' })
    expect(judgedBy(DEFAULT_THRESHOLDS, strict)).toEqual(check)
    const second = gateCheck(roundTrip, facts, scored(0.4))
    expect(judgedBy({ ...DEFAULT_THRESHOLDS, agreement: 0.3 }, second)).toMatchObject({
      result: 'pass',
      reason: 'round-trip-agrees',
    })
  })

  it('GATE10: what no line decides stays', () => {
    const loose = { ...DEFAULT_THRESHOLDS, grounded: 0, agreement: 0 }
    const unfit = { ...facts, measure: measureOf([], []) }
    for (const check of [
      gateCheck(grounded, facts, { kind: 'unclear', said: 'hm' }),
      gateCheck(grounded, unfit, scored(0.9)),
      { name: 'evidence', result: 'doubt', reason: 'evidence-nearest', score: 0.9 } as const,
    ]) {
      expect(judgedBy(loose, check)).toBe(check)
    }
  })

  it('GATE10: a gate has one check on a pair, the last', () => {
    const first = gateCheck(grounded, facts, scored(0.1))
    const again = gateCheck(grounded, { ...facts, judge: 'large-judge' }, scored(0.9))
    const unique = { name: 'duplicate', result: 'pass', reason: 'unique' } as const
    expect(withCheck(withCheck([unique], first), again)).toEqual([unique, again])
  })
})

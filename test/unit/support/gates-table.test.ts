import { beforeAll, describe, expect, it } from 'vitest'
import type { Check } from '#core/synthesis/pair'
import { isRight, type Judged } from '#test/support/confusion'
// eslint-disable-next-line house/no-far-parent -- the measure with a real model is a script of its own
import type { GateAnswers } from '../../gates/page'
// eslint-disable-next-line house/no-far-parent -- as above
import { drawSample, judgedSet, type Draw } from '../../gates/sample'
// eslint-disable-next-line house/no-far-parent -- as above
import { gateTable, type PartRows } from '../../gates/table'

const DRAW: Draw = { language: 'en', each: 2, passages: 8, seed: 1 }

let all: readonly Judged[]

beforeAll(async () => {
  all = await judgedSet()
}, 60_000)

const measure = (fit: boolean): GateAnswers['measure'] => ({
  right: { count: 8, total: 8, low: 0.7, high: 1 },
  wrong: { count: 3, total: 12, low: 0.1, high: 0.5 },
  caught: 9,
  planted: 12,
  kinds: [],
  unclear: 0,
  kept: 8,
  fit,
})
const answers = (fit: boolean): GateAnswers => ({ checks: {}, measure: measure(fit), device: 'CPU', seconds: 90 })

/** A grounded judge that says YES to all, and a round trip that agrees with right pairs alone; failed pairs are not asked about. */
function part(): PartRows {
  const { drawn } = drawSample(all, DRAW)
  const check = (name: string, score: number): Check => ({ name, result: 'doubt', reason: 'judge-untrusted', score })
  return {
    draw: DRAW,
    answers: { grounded: answers(false), 'round-trip': answers(true) },
    rows: drawn.map(({ judged }) => {
      const asked = judged.state !== 'failed'
      const grounded = check('grounded', 0.9)
      return {
        judged,
        said: asked ? { grounded, 'round-trip': check('round-trip', isRight(judged) ? 0.5 : 0.49) } : {},
      }
    }),
  }
}

const withoutRoundTrip = ({ judged, said: { grounded } }: PartRows['rows'][number]): PartRows['rows'][number] => ({
  judged,
  said: { grounded },
})

describe('the sample that a model judges', () => {
  it('is the same for the same draw, of the first set, with so many of each label and passages at most', () => {
    const [once, again, other] = [drawSample(all, DRAW), drawSample(all, DRAW), drawSample(all, { ...DRAW, seed: 2 })]
    const keys = once.drawn.map(({ key }) => key)
    expect(again.drawn.map(({ key }) => key)).toEqual(keys)
    expect(other.drawn.map(({ key }) => key)).not.toEqual(keys)
    expect(once.texts).toHaveLength(8)
    const labels = once.drawn.map(({ judged }) => judged.pair.label)
    for (const label of labels) expect(labels.filter(one => one === label).length).toBeLessThanOrEqual(2)
    expect(once.drawn.some(({ judged }) => judged.set !== 'first')).toBe(false)
    const kept = once.pairs.filter(({ pair }) => pair.state === 'kept')
    expect(kept).toHaveLength(8)
    expect(kept.some(({ key }) => keys.includes(key))).toBe(false)
  })
})

describe('the table of gates', () => {
  it('says what each gate lets pass, what it would catch and lose, and whether the app would trust it', () => {
    const one = part()
    const asked = one.rows.filter(({ said }) => said.grounded !== undefined)
    const right = asked.filter(({ judged }) => isRight(judged)).length
    const wrong = asked.length - right
    const ready = one.rows.filter(({ judged }) => judged.state === 'ready')
    const [readyRight, readyWrong] = [true, false].map(
      is => ready.filter(({ judged }) => isRight(judged) === is).length,
    )
    const table = gateTable('a judge', [one])
    expect(table).toContain('Model: a judge.')
    expect(table).toContain(
      `The grounded gate let ${right} of ${right} right pairs and ${wrong} of ${wrong} wrong ones pass; 0 answers were no verdict. Of pairs that strings let through as ready it would catch 0 of ${readyWrong} wrong ones and hold back 0 of ${readyRight} right ones.`,
    )
    expect(table).toContain(`The round trip let ${right} of ${right} right pairs and 0 of ${wrong} wrong ones pass;`)
    expect(table).toContain(`it would catch ${readyWrong} of ${readyWrong} wrong ones and hold back 0 of ${readyRight}`)
    expect(table).toContain('let 8 of 8 right pairs pass and caught 9 of 12 wrong ones, so the app calls it unfit')
    expect(table).toContain('so the app takes its word.')
    expect(table).toContain('It took 2 minutes (CPU).')
  })

  it('has a row for each label, and one for right and wrong pairs of each language', () => {
    const one = part()
    const table = gateTable('a judge', [one])
    const wrongReady = one.rows.filter(({ judged }) => !isRight(judged) && judged.state === 'ready').length
    const wrong = one.rows.filter(({ judged }) => !isRight(judged))
    const asked = wrong.filter(({ said }) => said.grounded !== undefined).length
    expect(table).toContain(
      `| **wrong, English** | ${wrong.length} | ${wrongReady} | ${asked} of ${asked} | ${wrongReady} | 0 of ${asked} | 0 |`,
    )
    expect(table).not.toContain('Chinese')
    const half = gateTable('a judge', [
      { ...one, answers: { grounded: answers(false) }, rows: one.rows.map(withoutRoundTrip) },
    ])
    expect(half).toContain('The round trip was not asked yet.')
    expect(half).toContain(`${asked} of ${asked} | ${wrongReady} | – | – |`)
    expect(table.split('\n').filter(line => line.startsWith('| ')).length).toBe(1 + 20 + 2)
  })
})

import { readFileSync, writeFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadDetectLanguage } from '#files/language'
import { caught, confusionTable, isRight, type Judged, judgeLabelledSet, misses } from '#test/support/confusion'
import { type Label, LABELS } from '#test/support/labelled-set'

const PAGE = 'docs/checks.md'
/** Between these lines the page holds the table. */
const PLACE = /(?<=<!-- The confusion table[^\n]*-->\n\n)[\s\S]*(?=\n\n<!-- End of the confusion table\. -->)/u

/**
 * What the deterministic checks make of the labelled set, by themselves. `PAIRLOOM_TABLE=1` prints the table and the
 * misses, also where no goal is missed; `PAIRLOOM_TABLE=write` puts the table into the page about checks as well.
 */
const wanted = process.env['PAIRLOOM_TABLE']
let judged: readonly Judged[] = []

beforeAll(async () => {
  judged = await judgeLabelledSet(await loadDetectLanguage())
  if (wanted !== undefined) process.stdout.write(`${confusionTable(judged)}\n\n${misses(judged)}\n`)
  if (wanted === 'write')
    writeFileSync(
      PAGE,
      readFileSync(PAGE, 'utf8').replace(PLACE, () => confusionTable(judged)),
    )
}, 60_000)

const of = (...labels: readonly Label[]): readonly Judged[] => judged.filter(({ pair }) => labels.includes(pair.label))

/**
 * Shares of both languages and both halves together: what is aimed at, and what is reached. A test holds what is reached, so
 * that no change loses any of it; where it is less than the goal, the page about checks says so.
 */
const GOALS: readonly (readonly [Label, goal: number, reached: number])[] = [
  ['wrong-number', 0.98, 0.92],
  ['wrong-date', 0.98, 0.91],
  ['wrong-unit', 0.98, 0.96],
  ['cut-off', 0.98, 0.96],
  ['wrong-language', 0.98, 1],
  ['duplicate', 0.98, 0.68],
  ['wrong-entity', 0.9, 0.91],
  ['leak', 0.95, 1],
  ['echo', 0.95, 1],
  ['no-option', 0.95, 1],
  ['debris', 0.95, 1],
]
const RIGHT = { all: 0.95, en: 0.94, zh: 0.96 }

describe('measured quality of the checks', () => {
  it.each(GOALS)('pairs with the fault %s are not ready (goal %d, reached %d)', (label, _goal, reached) => {
    const entries = of(label)
    expect(caught(entries), misses(entries)).toBeGreaterThanOrEqual(reached)
  })

  it('right pairs are ready (goal 0.95)', () => {
    const right = judged.filter(isRight)
    expect(caught(right), misses(right)).toBeGreaterThanOrEqual(RIGHT.all)
  })

  it.each(['en', 'zh'] as const)('right pairs in %s are ready (goal 0.95)', language => {
    const right = judged.filter(entry => isRight(entry) && entry.language === language)
    expect(caught(right), misses(right)).toBeGreaterThanOrEqual(RIGHT[language])
  })

  it('every label is in the table, with what cannot be told by strings', () => {
    const table = confusionTable(judged)
    for (const label of LABELS) expect(table).toContain(`| ${label} |`)
    expect(of('negation', 'swapped-relation', 'outside-knowledge').length).toBeGreaterThan(60)
  })

  it('the page about checks shows this very table', () => {
    expect(PLACE.exec(readFileSync(PAGE, 'utf8'))?.[0]).toBe(confusionTable(judged))
  })
})

import { describe, expect, it } from 'vitest'
import { numberCells } from '#core/verification/support/table-cells'
import { TABLES } from './table-cases'
import { type Said, type SupportCases, supportOf } from './support-cases'

const result = (cases: SupportCases, said: Said): string => supportOf(cases, said).result

const named = ([question, response]: Said): string => `${question} → ${response}`

describe('numbers in tables and ranges', () => {
  const right = TABLES.flatMap(cases => cases.right.map(said => [named(said), cases, said] as const))
  it.each(right)(
    'SUPPORT2, SUPPORT4, SUPPORT36 to SUPPORT38: what fits its passage passes: %s',
    (_title, cases, said) => {
      expect(result(cases, said)).toBe('pass')
    },
  )

  const wrong = TABLES.flatMap(cases => cases.wrong.map(([, ...said]) => [named(said), cases, said] as const))
  it.each(wrong)('SUPPORT1, SUPPORT36 to SUPPORT38: what does not is no pass: %s', (_title, cases, said) => {
    expect(result(cases, said)).not.toBe('pass')
  })
})

describe('the cells of a table', () => {
  it('SUPPORT36: have the head of their column, the label of their row and the line above', () => {
    const text = 'Rain (in mm)\n\n| City | June | July |\n|---|---|---|\n| Aule | 45 | 1,200 |\n| Bern | dry | 3–5 |'
    const cells = numberCells(text).map(({ start, ...cell }) => ({ ...cell, at: text.slice(start, start + 3) }))
    expect(cells).toEqual([
      { at: '45 ', line: 4, column: 2, label: 'Aule', head: 'June', caption: 'Rain (in mm)' },
      { at: '1,2', line: 4, column: 3, label: 'Aule', head: 'July', caption: 'Rain (in mm)' },
      { at: '3–5', line: 5, column: 3, label: 'Bern', head: 'July', caption: 'Rain (in mm)' },
    ])
  })

  it('SUPPORT36: a sentence is no row, and ends what is said above', () => {
    const prose =
      'There are 12 rooms in the house, which was built on the hill over the river and is let to guests who stay for at least a week in summer.'
    expect(numberCells(prose)).toEqual([])
    expect(numberCells(`(in £)\n${prose}\nRooms | 12`).map(({ caption }) => caption)).toEqual([null])
  })

  it('SUPPORT12: all that is read of a passage is read in time', () => {
    const started = performance.now()
    for (const text of ['| 7 '.repeat(10_000), 'a  1\n'.repeat(8_000), 'a (m): 1\n'.repeat(5_000)]) numberCells(text)
    expect(performance.now() - started).toBeLessThan(500)
  })
})

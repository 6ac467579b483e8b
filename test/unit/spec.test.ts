import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const RULES = [
  'src/core/SPEC.md',
  'src/engines/RULES.md',
  'src/storage/RULES.md',
  'src/files/RULES.md',
  'src/features/RULES.md',
]

/** Paths of the TypeScript files below a folder. */
function codeIn(folder: string): string[] {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(path => `${folder}/${path}`)
  return paths.filter(path => /\.tsx?$/u.test(path))
}

/** Each number that a rule starts with, as often as it does. */
function definedIn(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(/^- \*\*([A-Z]+\d+)\*\* \S/gmu)].map(([, id = '']) => id)
}

/** Numbers at the start of test names: a string that opens with one or more of them, or with some that others lie between, and a colon. */
function citedByNames(source: string): string[] {
  const openings = source.matchAll(/['"`]((?:[A-Z]{2,}\d+(?:, | to ))*[A-Z]{2,}\d+): /gu)
  return [...openings].flatMap(([, ids = '']) => ids.split(', ').flatMap(numbersOf))
}

/** One number, or all from one to another of its family: `SUPPORT2 to SUPPORT5`. */
function numbersOf(words: string): string[] {
  const [, family = '', from = '', last = family, to = from] =
    /^([A-Z]+)(\d+)(?: to ([A-Z]+)(\d+))?$/u.exec(words) ?? []
  if (last !== family || Number(to) < Number(from)) return [words]
  return Array.from({ length: Number(to) - Number(from) + 1 }, (_, i) => `${family}${String(Number(from) + i)}`)
}

/** This file names numbers to try how they are read. */
const TESTS = codeIn('test').filter(file => file !== 'test/unit/spec.test.ts')

const defined = RULES.flatMap(definedIn)
const known = new Set(defined)

describe('numbered rules', () => {
  it('no number stands for two rules', () => {
    expect(defined.length).toBeGreaterThan(100)
    expect(defined.filter((id, i) => defined.indexOf(id) !== i)).toEqual([])
  })

  it('every number in the name of a test is a rule, and every rule is in the name of one', () => {
    const cited = TESTS.flatMap(file => citedByNames(readFileSync(file, 'utf8')).map(id => ({ id, file })))
    expect(cited.filter(({ id }) => !known.has(id))).toEqual([])
    const tested = new Set(cited.map(({ id }) => id))
    expect(defined.filter(id => !tested.has(id))).toEqual([])
  })

  it.each([
    ["it('CHECK1: x')", ['CHECK1']],
    ["it('CHECK1, CHECK3 to CHECK5: x')", ['CHECK1', 'CHECK3', 'CHECK4', 'CHECK5']],
    ["it('CHECK5 to CHECK3: x')", ['CHECK5 to CHECK3']],
    ["it('x, as CHECK1: says')", []],
  ])('numbers of %s', (source, ids) => {
    expect(citedByNames(source)).toEqual(ids)
  })

  it('every number in a comment of the code is a rule', () => {
    const families = [...new Set(defined.map(id => id.replace(/\d+$/u, '')))]
    const number = new RegExp(String.raw`\b(?:${families.join('|')})\d+\b`, 'gu')
    const cited = codeIn('src').flatMap(file =>
      (readFileSync(file, 'utf8').match(number) ?? []).map(id => `${id} in ${file}`),
    )
    expect(cited.length).toBeGreaterThan(50)
    expect(cited.filter(place => !known.has(place.split(' ')[0] ?? ''))).toEqual([])
  })
})

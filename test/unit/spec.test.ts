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

/** Numbers at the start of test names: a string that opens with one or more of them and a colon. */
function citedByNames(source: string): string[] {
  const openings = source.matchAll(/['"`]((?:[A-Z]{2,}\d+, )*[A-Z]{2,}\d+): /gu)
  return [...openings].flatMap(([, ids = '']) => ids.split(', '))
}

const defined = RULES.flatMap(definedIn)
const known = new Set(defined)

describe('numbered rules', () => {
  it('no number stands for two rules', () => {
    expect(defined.length).toBeGreaterThan(100)
    expect(defined.filter((id, i) => defined.indexOf(id) !== i)).toEqual([])
  })

  it('every number in the name of a test is a rule', () => {
    const cited = codeIn('test').flatMap(file => citedByNames(readFileSync(file, 'utf8')).map(id => `${id} in ${file}`))
    expect(cited.length).toBeGreaterThan(100)
    expect(cited.filter(place => !known.has(place.split(' ')[0] ?? ''))).toEqual([])
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

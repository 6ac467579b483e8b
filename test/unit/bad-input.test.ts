import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

interface Row {
  readonly input: string
  readonly reads: string
  readonly file: string
  readonly test: string
}

/** The rows of the tables of docs/bad-input.md: input, what happens, what the person reads, test. */
function rowsOf(markdown: string): Row[] {
  return markdown
    .split('\n')
    .filter(line => line.startsWith('| ') && !/^\| (?:Input|Trouble) \|/u.test(line))
    .map(line => {
      const [, input = '', , reads = '', test = ''] = line.split('|').map(cell => cell.trim())
      const [, file = '', name = ''] = /^`([^`]+)` (.+)$/u.exec(test) ?? []
      const path = [`test/${file}.test.ts`, `test/${file}.test.tsx`].find(candidate => existsSync(candidate)) ?? ''
      return { input, reads, file: path, test: name }
    })
}

const rows = rowsOf(readFileSync('docs/bad-input.md', 'utf8'))
const messages = readdirSync('src/features', { recursive: true, encoding: 'utf8' })
  .filter(path => path.endsWith('.en.ts'))
  .map(path => readFileSync(`src/features/${path}`, 'utf8'))
  .join('\n')

describe('the table of bad input', () => {
  it('is there', () => {
    expect(rows.length).toBeGreaterThan(40)
  })

  it('names a test for each row, and the test exists', () => {
    const missing = rows.filter(({ file, test }) => {
      return file === '' || test.length < 10 || !readFileSync(file, 'utf8').includes(test)
    })
    expect(missing).toEqual([])
  })

  it('quotes what a screen says', () => {
    const quoted = rows.filter(({ reads }) => reads !== '')
    expect(quoted.length).toBeGreaterThan(20)
    const unsaid = quoted.filter(({ reads }) => {
      const parts = reads.slice(1, -1).split('…')
      return !/^“.+”$/u.test(reads) || !parts.every(part => messages.includes(part))
    })
    expect(unsaid).toEqual([])
  })
})

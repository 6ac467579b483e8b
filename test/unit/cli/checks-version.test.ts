import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
// eslint-disable-next-line house/no-far-parent -- a subpath import takes .ts only where it names it
import { checksVersion } from '../../../src/cli/checks-version'

let root = ''

beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'checks-'))
  for (const part of ['src/core', 'src/files', 'node_modules/eld/package.json']) {
    cpSync(part, path.join(root, part), { recursive: true })
  }
})

afterAll(() => rmSync(root, { recursive: true }))

/** The version while a file reads otherwise. */
function versionWith(file: string, change: (text: string) => string): string {
  const full = path.join(root, file)
  const before = readFileSync(full, 'utf8')
  writeFileSync(full, change(before))
  const version = checksVersion(root)
  writeFileSync(full, before)
  return version
}

const longer = (text: string): string => `${text}\n// More.\n`

describe('the version of the checks', () => {
  it('JUDGE8: is the same for the same sources, wherever they lie', () => {
    expect(checksVersion(root)).toBe(checksVersion('.'))
    expect(checksVersion(root)).toMatch(/^[\da-f]{16}$/u)
  })

  it.each([
    'src/core/verification/judge.ts',
    'src/core/verification/support/quantities.ts',
    'src/core/verification/thresholds.ts',
    'src/core/text/sentences.ts',
    'src/files/language.ts',
  ])('JUDGE8: is another one when %s changes', file => {
    expect(versionWith(file, longer)).not.toBe(checksVersion('.'))
  })

  it('JUDGE8: is another one when the package that tells languages is', () => {
    const other = (text: string): string => text.replace(/"version": *"[^"]+"/u, '"version": "0.0.1"')
    expect(versionWith('node_modules/eld/package.json', other)).not.toBe(checksVersion('.'))
  })

  it('JUDGE8: is the same when only what no check reaches changes', () => {
    expect(versionWith('src/core/mining/rules-synthesizer.ts', longer)).toBe(checksVersion('.'))
    expect(versionWith('src/core/SPEC.md', longer)).toBe(checksVersion('.'))
  })
})

import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { findChromium } from '#cli/find-chromium.mjs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

describe.runIf(process.platform === 'linux')('finding Chromium', () => {
  let folder = ''

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'chromium-'))
  })

  afterEach(() => rm(folder, { recursive: true, force: true }))

  async function program(...names: string[]): Promise<string> {
    const file = path.join(folder, ...names)
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, '')
    await chmod(file, 0o755)
    return file
  }

  it('takes the named one before any other', async () => {
    const named = await program('mine')
    await program('bin', 'chromium')
    expect(findChromium({ PAIRLOOM_CHROMIUM: named, PATH: path.join(folder, 'bin') })).toBe(named)
  })

  it('takes no other when the named one is missing', async () => {
    await program('bin', 'chromium')
    const env = { PAIRLOOM_CHROMIUM: path.join(folder, 'gone'), PATH: path.join(folder, 'bin') }
    expect(findChromium(env)).toBeUndefined()
  })

  it('prefers Chromium to Chrome in PATH', async () => {
    await program('one', 'google-chrome')
    const chromium = await program('two', 'chromium')
    const PATH = [path.join(folder, 'one'), path.join(folder, 'two')].join(path.delimiter)
    expect(findChromium({ PATH, PLAYWRIGHT_BROWSERS_PATH: folder })).toBe(chromium)
  })

  it('takes the newest of the downloaded ones', async () => {
    await program('chromium-999', 'chrome-linux', 'chrome')
    const newest = await program('chromium-1200', 'chrome-linux64', 'chrome')
    expect(findChromium({ PATH: '', PLAYWRIGHT_BROWSERS_PATH: folder })).toBe(newest)
  })

  it('finds none where there is none', () => {
    expect(findChromium({ PATH: folder, PLAYWRIGHT_BROWSERS_PATH: folder })).toBeUndefined()
  })
})

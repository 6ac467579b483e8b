import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ENGINE_WORDS, firstFiles, weighFirstScreen } from '#test/support/bundle-budget.mjs'
import { runNode } from '#test/support/run-command.mjs'
import { readResults } from '#test/support/vitest-results.mjs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'test-run-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

describe('the sum of a test run', () => {
  const report = (testResults: unknown) => {
    const file = path.join(folder, 'report.json')
    return writeFile(file, JSON.stringify({ testResults })).then(() => file)
  }
  const tests = (...outcomes: string[]) => outcomes.map(status => ({ fullName: ` a ${status} test`, status }))

  it('counts what passed and names the rest', async () => {
    const file = await report([
      { name: 'a.test.ts', status: 'failed', assertionResults: tests('passed', 'passed', 'failed') },
      { name: 'b.test.ts', status: 'passed', assertionResults: tests('passed', 'skipped', 'todo') },
    ])
    expect(await readResults(file, false)).toEqual({
      passed: 3,
      failed: ['a failed test'],
      skipped: ['a skipped test', 'a todo test'],
    })
  })

  it('counts a file that could not be loaded', async () => {
    const file = await report([{ name: 'a.test.ts', status: 'failed', assertionResults: [] }])
    expect((await readResults(file, false)).failed).toEqual(['a.test.ts'])
  })

  it('counts a run that ended badly although no test failed, and one without a report', async () => {
    const file = await report([{ name: 'a.test.ts', status: 'passed', assertionResults: tests('passed') }])
    expect((await readResults(file, false)).failed).toHaveLength(1)
    expect(await readResults(path.join(folder, 'gone.json'), false)).toMatchObject({
      passed: 0,
      failed: [expect.stringContaining('run')],
    })
  })
})

describe('the weight of the first screen', () => {
  const manifest = {
    'index.html': { file: 'assets/index.js', isEntry: true, imports: ['shared'], dynamicImports: ['later'] },
    shared: { file: 'assets/shared.js', imports: ['index.html'] },
    later: { file: 'assets/later.js', imports: ['shared'] },
  }

  it('counts the entry and its static imports once each', () => {
    expect(firstFiles(manifest)).toEqual(['assets/index.js', 'assets/shared.js'])
  })

  it.each([
    ['fits', 1_000, true],
    ['is too heavy', 300_000, false],
  ])('says when it %s', async (_label, bytes, ok) => {
    await mkdir(path.join(folder, '.vite'))
    await mkdir(path.join(folder, 'assets'))
    await writeFile(path.join(folder, '.vite', 'manifest.json'), JSON.stringify(manifest))
    // Noise does not shrink in gzip, so the size in is about the size out.
    let state = 1
    const noise = Uint8Array.from({ length: bytes }, () => (state = (state * 48_271) % 2_147_483_647) >>> 8)
    await writeFile(path.join(folder, 'assets', 'index.js'), noise)
    await writeFile(path.join(folder, 'assets', 'shared.js'), '')
    expect((await weighFirstScreen(folder)).ok).toBe(ok)
  })

  it('has no room for code of an engine, however small', async () => {
    await mkdir(path.join(folder, '.vite'))
    await mkdir(path.join(folder, 'assets'))
    await writeFile(path.join(folder, '.vite', 'manifest.json'), JSON.stringify(manifest))
    await writeFile(path.join(folder, 'assets', 'index.js'), '')
    await writeFile(path.join(folder, 'assets', 'shared.js'), 'throw new E("loadModel() is not yet called")')
    const { ok, output } = await weighFirstScreen(folder)
    expect(ok).toBe(false)
    expect(output).toContain('code of wllama in assets/shared.js')
  })

  it('is weighed by words that the engines’ packages really say', async () => {
    const codes = await Promise.all(
      [
        '@wllama/wllama/esm/index.js',
        '@mlc-ai/web-llm/lib/index.js',
        '@huggingface/tokenizers/dist/tokenizers.min.mjs',
      ].map(file => readFile(path.join('node_modules', file), 'utf8')),
    )
    expect(Object.keys(ENGINE_WORDS).map((word, i) => codes[i]?.includes(word))).toEqual([true, true, true])
  })
})

describe('running a command', () => {
  it('gives its output and whether it ended well', async () => {
    const limits = { limitMs: 10_000 }
    expect(await runNode(['-e', 'console.log("a"); console.error("b")'], limits)).toEqual({
      ok: true,
      output: 'a\nb\n',
    })
    expect((await runNode(['-e', 'process.exit(3)'], limits)).ok).toBe(false)
  })

  it('ends one that takes too long, with what it started', async () => {
    const child =
      'require("child_process").spawn(process.execPath, ["-e", "setInterval(() => 0, 99)"], {stdio: "inherit"})'
    const { ok, output } = await runNode(['-e', child], { limitMs: 500 })
    expect(ok).toBe(false)
    expect(output).toContain('longer than 0.5 s')
  })
})

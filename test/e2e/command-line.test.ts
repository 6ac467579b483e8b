import { spawn } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { removeFolder, temporaryFolder } from '#test/support/launch-chromium'
import { makeChinese, makeEnglish } from '#test/support/make-text'

let folder: string
let texts: string

beforeAll(async () => {
  folder = await temporaryFolder()
  texts = path.join(folder, 'texts')
  await mkdir(path.join(texts, 'zh'), { recursive: true })
  await writeFile(path.join(texts, 'b.md'), makeEnglish(40_000, 1))
  await writeFile(path.join(texts, 'a.md'), makeEnglish(20_000, 2))
  await writeFile(path.join(texts, 'zh', '手册.md'), makeChinese(20_000, 3))
})

afterAll(() => removeFolder(folder))

interface Ended {
  readonly status: number | null
  readonly errors: string
}

/** Runs the command from another folder than the project's, as a person may. */
function synthesize(...args: readonly string[]): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const command = path.resolve('src/cli/bin/synthesize.mjs')
    const child = spawn(process.execPath, [command, ...args], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] })
    let errors = ''
    child.stderr.setEncoding('utf8')
    child.stderr.on('data', (text: string) => {
      errors += text
    })
    child.once('error', reject)
    child.once('exit', status => resolve({ status, errors }))
  })
}

const written = (name: string): Promise<string> => readFile(path.join(folder, name), 'utf8')

interface Row {
  readonly document: { readonly name: string }
  readonly passage: { readonly start: number; readonly text: string }
  readonly evidence: readonly { readonly start: number; readonly end: number; readonly how: string }[]
  readonly language: string
  readonly state: string
}

function rowsOf(text: string): Row[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line): Row => {
      const row: Row = JSON.parse(line)
      return row
    })
}

describe('synthesize', () => {
  it('writes records of a folder in document order, the same bytes each time', async () => {
    const first = await synthesize('texts', '--out', 'one.jsonl')
    expect(first.errors).toContain('read again and valid')
    expect(first.status).toBe(0)
    const rows = rowsOf(await written('one.jsonl'))
    const names = rows.map(row => row.document.name)
    expect([...new Set(names)]).toEqual(['a.md', 'b.md', 'zh/手册.md'])
    expect(names).toEqual([...names].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)))
    expect(new Set(rows.map(row => row.language))).toEqual(new Set(['en', 'zh']))
    expect(new Set(rows.map(row => row.state))).toEqual(new Set(['ready']))
    for (const { passage, evidence } of rows) {
      expect(evidence.length).toBeGreaterThan(0)
      for (const { start, end } of evidence) expect(passage.text.slice(start, end).trim()).not.toBe('')
    }
    expect((await synthesize('texts', '--out', 'two.jsonl')).status).toBe(0)
    expect(await written('two.jsonl')).toBe(await written('one.jsonl'))
    await synthesize('texts', '--out', 'seed.jsonl', '--seed', '2')
    expect(await written('seed.jsonl')).not.toBe(await written('one.jsonl'))
  })

  it('writes passages that join to the documents, split and packed as asked', async () => {
    const { status } = await synthesize(
      'texts',
      '--out',
      'p.jsonl.gz',
      '--format',
      'passages',
      '--passage-tokens',
      '100,200',
    )
    expect(status).toBe(0)
    const packed = await readFile(path.join(folder, 'p.jsonl.gz'))
    const joined = new Map<string, string>()
    for (const line of gunzipSync(packed).toString('utf8').trimEnd().split('\n')) {
      const row: { document: { name: string }; text: string } = JSON.parse(line)
      joined.set(row.document.name, (joined.get(row.document.name) ?? '') + row.text)
    }
    for (const [name, text] of joined) expect(text).toBe(await readFile(path.join(texts, name), 'utf8'))
    expect(joined.size).toBe(3)
  })

  it('splits without a pair on two sides', async () => {
    expect((await synthesize('texts', '--out', 's.jsonl', '--split', '80/10/10')).status).toBe(0)
    const sides = await Promise.all(['train', 'validation', 'test'].map(side => written(`s.${side}.jsonl`)))
    const places = sides.map(text => new Set(rowsOf(text).map(row => `${row.document.name} ${row.passage.start}`)))
    expect(places.every(side => side.size > 0)).toBe(true)
    const all = places.reduce((sum, side) => sum + side.size, 0)
    expect(new Set(places.flatMap(side => [...side])).size).toBe(all)
  })

  it('writes what can be read and exits with 1 when a file was refused', async () => {
    await writeFile(path.join(folder, 'empty.txt'), '')
    const { status, errors } = await synthesize('texts/a.md', 'empty.txt', '--out', 'partly.jsonl')
    expect(status).toBe(1)
    expect(errors).toMatch(/refused\s+empty\.txt: The file is empty/u)
    expect(rowsOf(await written('partly.jsonl')).length).toBeGreaterThan(5)
  })

  it.each([
    { args: ['--out', 'x.jsonl'], why: /at least one file/u },
    { args: ['texts'], why: /--out/u },
    { args: ['missing.txt', '--out', 'x.jsonl'], why: /missing\.txt/u },
    { args: ['texts', '--out', 'x.jsonl', '--format', 'xml'], why: /--format is one of/u },
    { args: ['texts', '--out', 'x.jsonl', '--split', '90/20'], why: /add to 100/u },
    { args: ['texts', '--out', 'x.jsonl', '--loud'], why: /--loud/u },
  ])('exits with 2 and says what is wrong: $args', async ({ args, why }) => {
    const { status, errors } = await synthesize(...args)
    expect(status).toBe(2)
    expect(errors).toMatch(why)
  })

  it('with a profile, a second call over the same inputs goes on and gives the same bytes', async () => {
    const call = ['texts', '--profile', 'profile'] as const
    expect((await synthesize(...call, '--out', 'first.jsonl')).status).toBe(0)
    const again = await synthesize(...call, '--out', 'again.jsonl')
    expect(again.errors).toContain('(resumed)')
    expect(await written('again.jsonl')).toBe(await written('first.jsonl'))
  })
})

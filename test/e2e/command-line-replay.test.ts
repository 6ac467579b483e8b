import { spawn } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { removeFolder, temporaryFolder } from '#test/support/launch-chromium'

/** Towers that the texts tell of: in three files of five, four and four passages. */
const TOWERS = Array.from({ length: 13 }, (_, n) => n)
const FILES = [TOWERS.slice(0, 5), TOWERS.slice(5, 9), TOWERS.slice(9)]
const ROUNDS = 3
const CHAINS = Math.ceil(TOWERS.length / ROUNDS)
/** The answer of one is no pair; another has none. */
const SILENT = 6
const MISSING = 2

const passageOf = (n: number): string =>
  `The tower of Skerry number ${String(n)} was built by the masons of village ${String(n)}. Its lamp burned the oil of a whale until the year ${String(1800 + n)}, when a keeper changed it for gas.\n\n`

let folder: string

beforeAll(async () => {
  folder = await temporaryFolder()
  for (const [at, towers] of FILES.entries()) {
    await writeFile(path.join(folder, `towers-${String(at)}.txt`), towers.map(passageOf).join(''))
  }
  await writeFile(path.join(folder, 'tee.txt'), '茶叶在春天采摘，晾干以后再炒制。第一泡通常倒掉，第二泡才喝。\n')
})

afterAll(() => removeFolder(folder))

interface Ended {
  readonly status: number | null
  readonly errors: string
}

function run(command: 'synthesize' | 'corpus', line: string): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const file = path.resolve(`src/cli/bin/${command}.mjs`)
    const child = spawn(process.execPath, [file, ...line.split(' ')], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let errors = ''
    child.stderr.setEncoding('utf8')
    child.stderr.on('data', (text: string) => {
      errors += text
    })
    child.once('error', reject)
    child.once('exit', status => resolve({ status, errors }))
  })
}

interface Place {
  readonly document: string
  readonly start: number
}

interface Row {
  readonly text: string
  readonly document: { readonly sha256: string }
  readonly passage: { readonly start: number; readonly text: string }
  readonly start: number
  readonly chain: { readonly id: string; readonly round: number; readonly shots: readonly Place[] }
  readonly provenance: { readonly engine: string; readonly model: string; readonly prompt_sha256: string | null }
}

async function rowsOf(name: string): Promise<readonly Row[]> {
  const text = await readFile(path.join(folder, name), 'utf8')
  return text
    .trimEnd()
    .split('\n')
    .map((line): Row => {
      const row: Row = JSON.parse(line)
      return row
    })
}

const towerOf = (text: string): number => Number(/number (\d+)/u.exec(text)?.[1] ?? -1)
const TEXTS = 'towers-0.txt towers-1.txt towers-2.txt --passage-tokens 50,60'

/** Answers to the passages as the app itself cuts them. */
async function writeAnswers(): Promise<void> {
  expect((await run('synthesize', `${TEXTS} --out passages.jsonl --format passages`)).status).toBe(0)
  const passages = await rowsOf('passages.jsonl')
  expect(passages.map(({ text }) => towerOf(text))).toEqual(TOWERS)
  const answers = passages
    .filter(({ text }) => towerOf(text) !== MISSING)
    .map(({ text }) => {
      const n = towerOf(text)
      const completion =
        n === SILENT
          ? '<QUE> Who built it? <ANS> The masons'
          : `<QUE> Who built the tower of Skerry number ${String(n)}? <ANS> The masons of village ${String(n)}. </END>\n\n<QUE> When`
      return { text, completion }
    })
  await writeFile(path.join(folder, 'answers.jsonl'), answers.map(row => `${JSON.stringify(row)}\n`).join(''))
}

const REPLAY = '--engine replay --answers answers.jsonl'

describe('synthesize with answers made elsewhere', () => {
  it('CHAIN1, CHAIN5, CORPUS1, CORPUS2: three rounds see the earlier ones, and make one text for each unbroken stretch', async () => {
    await writeAnswers()
    const { status, errors } = await run('synthesize', `${TEXTS} --out data.jsonl ${REPLAY} --rounds ${String(ROUNDS)}`)
    expect(errors).toContain('wrote     11 pairs from 11 of 13 passages')
    expect(errors).toMatch(/no pair {3}(?:cut-off 1 · answer-missing 1|answer-missing 1 · cut-off 1)/u)
    expect(errors).toContain('rejected  truncated 12 (parts of answers that are no pair)')
    expect(status).toBe(0)
    const rows = await rowsOf('data.jsonl')
    const tower = new Map(
      rows.map(row => [`${row.document.sha256} ${String(row.passage.start)}`, towerOf(row.passage.text)]),
    )
    const saw = new Map(
      rows.map(row => [
        towerOf(row.passage.text),
        row.chain.shots.map(({ document, start }) => tower.get(`${document} ${String(start)}`)),
      ]),
    )
    const broken = (n: number): boolean => n === SILENT || n === MISSING
    const segments: number[][] = []
    for (let chain = 0; chain < CHAINS; chain++) {
      let before: number[] = []
      for (let n = chain; n < TOWERS.length; n += CHAINS) {
        expect(saw.get(n)).toEqual(broken(n) ? undefined : before)
        if (broken(n)) {
          before = []
          continue
        }
        if (before.length === 0) segments.push([n])
        else segments.at(-1)?.push(n)
        before = [...before, n]
      }
    }
    expect(rows[0]?.provenance).toMatchObject({ engine: 'replay', prompt_sha256: null })
    expect(rows[0]?.provenance.model).toMatch(/^answers-[0-9a-f]{12}$/u)

    const made = await run('corpus', '--from data.jsonl --passages passages.jsonl --out corpus.jsonl')
    expect(made.errors).toContain(`texts     ${String(segments.length)} with 11 pairs`)
    expect(made.errors).toContain('raw       2 passages without pairs')
    const texts = (await rowsOf('corpus.jsonl')).map(({ text }) =>
      [...text.matchAll(/tower of Skerry number (\d+) was built by/gu)].map(([, n]) => Number(n)),
    )
    const wanted = [...segments, [SILENT], [MISSING]]
    expect(texts.map(String).sort()).toEqual(wanted.map(String).sort())
  })

  it('the same bytes again, also by a chat model’s reading of the same answers where nothing has to be mended', async () => {
    const again = await run('synthesize', `${TEXTS} --out again.jsonl ${REPLAY} --rounds ${String(ROUNDS)}`)
    expect(again.status).toBe(0)
    const [first, second] = await Promise.all(
      ['data.jsonl', 'again.jsonl'].map(name => readFile(path.join(folder, name), 'utf8')),
    )
    expect(second).toBe(first)
    const chat = await run('synthesize', `${TEXTS} --out chat.jsonl ${REPLAY} --synthesizer chat --states all`)
    expect(chat.errors).toContain(' from 12 of 13 passages')
    expect((await rowsOf('chat.jsonl')).every(({ chain }) => chain.shots.length === 0)).toBe(true)
  })

  it('REPLAY5: with a profile, other answers are another project, and the same ones are not written again', async () => {
    const call = `${TEXTS} --out kept.jsonl ${REPLAY} --rounds 2 --profile profile`
    expect((await run('synthesize', call)).errors).not.toContain('(resumed)')
    expect((await run('synthesize', call)).errors).toContain('(resumed)')
    const one = (await readFile(path.join(folder, 'answers.jsonl'), 'utf8')).split('\n')[0] ?? ''
    await writeFile(path.join(folder, 'answers.jsonl'), `${one}\n`)
    const other = await run('synthesize', call)
    expect(other.errors).toContain('wrote     1 pair from 1 of 13 passages')
    expect(await rowsOf('kept.jsonl')).toHaveLength(1)
  })

  it('TAGGED7: Chinese text is refused with what to do instead', async () => {
    await run('synthesize', 'tee.txt --out tee.passages.jsonl --format passages')
    const [passage] = await rowsOf('tee.passages.jsonl')
    const answer = { text: passage?.text, completion: '<QUE> a <ANS> b </END>' }
    await writeFile(path.join(folder, 'tee.jsonl'), JSON.stringify(answer))
    const { errors } = await run('synthesize', 'tee.txt --out x.jsonl --engine replay --answers tee.jsonl')
    expect(errors).toContain('no pair   english-only 1')
    expect(errors).toContain('a chat model writes for other passages (--synthesizer chat)')
  })

  it.each([
    ['passages.jsonl', 'passages.jsonl: line 1 has no "completion".'],
    ['towers-0.txt', 'towers-0.txt: line 1 is not JSON.'],
    ['missing.jsonl', 'There is no file missing.jsonl'],
  ])('REPLAY1: %s as answers exits with 2 and says what is wrong', async (file, why) => {
    const { status, errors } = await run('synthesize', `${TEXTS} --out x.jsonl --engine replay --answers ${file}`)
    expect(errors).toContain(why)
    expect(status).toBe(2)
  })
})

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { corpusMain } from '#cli/corpus.ts'
import { parseCorpusOptions } from '#cli/corpus/corpus-options.ts'
import { type CorpusSummary, writeCorpus } from '#cli/corpus/write-corpus.ts'
import { isDrawn } from '#core/corpus/comprehension/drawn-text'
import { generalRow, generalText } from '#core/corpus/general-row'
import { createGeneralTexts } from '#core/corpus/general-texts'
import { createBalance, DOMAIN_MIXTURE, isConverted } from '#core/corpus/mixture'
import { type Chained, segmentsOf } from '#core/corpus/segments'
import { isRow } from '#core/export/shape'
import { passage, place, record } from './rows'
import { estimateTokens } from '#core/text/token-estimate'

const chained = (n: number, round: number, saw: readonly number[]): Chained & { n: number } => ({
  n,
  round,
  place: place(n),
  saw: saw.map(place),
})
const names = (segments: readonly (readonly { n: number }[])[]): number[][] =>
  segments.map(all => all.map(one => one.n))

describe('segments of a chain', () => {
  it('CORPUS1: passages that were shots of the next one stand with it in one text, in order of rounds', () => {
    expect(names(segmentsOf([chained(2, 2, [0, 1]), chained(0, 0, []), chained(1, 1, [0])]))).toEqual([[0, 1, 2]])
  })

  it('CORPUS2: a passage that did not see the one before it starts a text of its own', () => {
    expect(names(segmentsOf([chained(0, 0, []), chained(1, 1, []), chained(2, 2, [1])]))).toEqual([[0], [1, 2]])
  })

  it('CORPUS2: a passage without pairs is missing and breaks the chain, also when a later one saw it', () => {
    expect(names(segmentsOf([chained(0, 0, []), chained(2, 2, [1])]))).toEqual([[0], [2]])
    expect(segmentsOf([])).toEqual([])
  })
})

describe('general instructions', () => {
  it.each([
    ['{"question":"Q?","response":"R."}', 'Q? R.'],
    ['{"instruction":"Sort.","input":"b a","output":"a b"}', 'Sort.\nb a a b'],
    ['{"instruction":"Sort.","input":"","output":"a b"}', 'Sort. a b'],
    ['{"prompt":"P","completion":" C"}', 'P C'],
    [
      '{"messages":[{"role":"system","content":"S"},{"role":"user","content":"U"},{"role":"assistant","content":"A"}]}',
      'U A',
    ],
    ['{"conversations":[{"from":"human","value":"H"},{"from":"gpt","value":"G"}]}', 'H G'],
  ])('CORPUS5: %s', (line, text) => {
    const row = generalRow(line)
    expect(row === null ? null : generalText(row)).toBe(text)
  })

  it.each(['', 'not json', '[]', '{"a":1}', '{"question":"Q"}', '{"question":"","response":"R"}', '{"messages":[]}'])(
    'CORPUS5: %s is no instruction',
    line => {
      expect(generalRow(line)).toBeNull()
    },
  )

  it.each([
    ['a small file is opened once', 3, 10, 1],
    ['a large one is opened again each time', 3 << 20, 5, 3],
  ])('CORPUS4: used up, they begin again: %s', async (_what, length, taken, opened) => {
    const open = vi.fn(async function* () {
      for (const name of ['a', '', 'b']) {
        yield name === '' ? '{"wrong":1}' : JSON.stringify({ question: name, response: name.repeat(length) })
      }
    })
    const texts = createGeneralTexts(open)
    const got: (string | undefined)[] = []
    for (let n = 0; n < taken; n++) got.push((await texts.next())?.[0])
    expect(got.join('')).toBe('ab'.repeat(taken).slice(0, taken))
    expect(texts.report()).toEqual({ bad: 1, repeated: true })
    expect(open).toHaveBeenCalledTimes(opened)
  })

  it('CORPUS4: they come evenly, by tokens', () => {
    const balance = createBalance(0.5)
    expect(balance.isDue()).toBe(false)
    balance.wrote(100)
    expect(balance.isDue()).toBe(true)
    balance.added(30)
    expect(balance.isDue()).toBe(true)
    balance.added(20)
    expect(balance.isDue()).toBe(false)
  })

  it('CORPUS4: a larger share converts the same passages and more', () => {
    const keys = Array.from({ length: 2_000 }, (_, i) => ({
      key: `k${i}`,
      text: '',
      language: 'en' as const,
      pairs: [PAIR] as const,
    }))
    const at = (converted: number): Set<string> =>
      new Set(keys.filter(shot => isConverted(shot, { ...DOMAIN_MIXTURE, converted })).map(({ key }) => key))
    const [none, fifth, half, all] = [at(0), at(0.2), at(0.5), at(1)]
    expect(none.size).toBe(0)
    expect(all.size).toBe(keys.length)
    expect(fifth.size / keys.length).toBeCloseTo(0.2, 1)
    expect([...fifth].every(key => half.has(key))).toBe(true)
  })
})

const PAIR = { instruction: 'I?', response: 'R.', options: null, reasoning: null, task: 'fact' }

/** A text with one sentence that can be asked about; too few of them for it to go on, and no title. */
const RICH = 'Ferries cross. A reaction ferry is defined as a ferry moved by the river itself.'

/** The same record, of another run or of the person's own. */
function other(line: string, run: string, chain: string, words: string): string {
  const row: Record<string, unknown> = JSON.parse(line)
  const provenance = { ...Object(row['provenance']), run }
  return JSON.stringify({ ...row, instruction: words, provenance, chain: { id: chain, round: 0, shots: [] } })
}

describe('the command', () => {
  let folder: string
  const file = (name: string): string => path.join(folder, name)
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'corpus-'))
    // Chains 0-2 and 1-3; passage 3 did not see 1, passage 4 gave nothing that goes in.
    await writeFile(
      file('records.jsonl'),
      [
        record(0, 'a', 0, []),
        record(1, 'b', 0, []),
        record(2, 'a', 1, [0]),
        record(3, 'b', 1, []),
        record(4, 'c', 0, [], 'failed'),
        'broken',
      ].join('\n'),
    )
    await writeFile(file('passages.jsonl'), [0, 1, 2, 3, 4, 5].map(n => passage(n)).join('\n'))
    await writeFile(file('general.jsonl'), '{"question":"G?","response":"H."}\n{"wrong":1}\n')
  })
  afterAll(() => rm(folder, { recursive: true }))

  async function write(lines: readonly string[], ...more: readonly string[]): ReturnType<typeof run> {
    await writeFile(file('other.jsonl'), lines.join('\n'))
    return run('--from', file('other.jsonl'), ...more)
  }

  async function run(...more: readonly string[]): Promise<{ summary: CorpusSummary; texts: string[]; bytes: string }> {
    const parsed = parseCorpusOptions(['--from', file('records.jsonl'), '--out', file('out.jsonl'), ...more])
    if (!('options' in parsed)) throw new Error(JSON.stringify(parsed))
    const summary = await writeCorpus(parsed.options)
    const bytes = await readFile(file('out.jsonl'), 'utf8')
    const texts = bytes
      .trim()
      .split('\n')
      .map(line => {
        const row: unknown = JSON.parse(line)
        return isRow(row) ? String(row['text']) : ''
      })
    return { summary, texts, bytes }
  }

  it('CORPUS3: a segment is one text, in the order of its first passage; what goes in is said', async () => {
    const { summary, texts } = await run()
    expect(summary).toMatchObject({ counts: { texts: { pairs: 3, raw: 0 }, pairs: 4 }, leftOut: 1, broken: 1 })
    expect(texts[0]).toMatch(/Passage 0 é 中文\.[\s\S]*Question 0\?[\s\S]*Passage 2 é 中文\.[\s\S]*Answer 2\./u)
    expect(texts[1]).toContain('Passage 1')
    expect(texts[2]).toContain('Passage 3')
  })

  it('CORPUS3: lines of the passages that are none are counted', async () => {
    await writeFile(file('torn.jsonl'), `${passage(0)}\n\n{"document":\n[]\n`)
    expect((await run('--passages', file('torn.jsonl'))).summary.brokenPassages).toBe(2)
    expect((await run()).summary.brokenPassages).toBe(0)
  })

  it('CORPUS3: with the passages, those without a pair stay as raw text in their place', async () => {
    const { summary, texts } = await run('--passages', file('passages.jsonl'))
    expect(summary).toMatchObject({ counts: { texts: { pairs: 3, raw: 2 } } })
    expect(texts.slice(-2)).toEqual(['Passage 4 é 中文.', 'Passage 5 é 中文.'])
  })

  it('CORPUS4: nothing converted leaves raw text alone; general instructions come beside it', async () => {
    const { summary, texts } = await run(
      '--converted',
      '0',
      '--general',
      file('general.jsonl'),
      '--general-ratio',
      '0.5',
    )
    expect(summary).toMatchObject({
      counts: { texts: { pairs: 0, raw: 4 }, pairs: 0 },
      general: { bad: 1, repeated: true },
    })
    expect(texts).toContain('G? H.')
    const { tokens } = summary.counts
    expect(tokens.general / tokens.raw).toBeGreaterThan(0.4)
    expect(tokens.general / tokens.raw).toBeLessThan(0.8)
  })

  it('CORPUS3: the same files and seed give the same bytes, another seed others', async () => {
    const [a, b, c] = [await run(), await run(), await run('--seed', '2')]
    expect(a.bytes).toBe(b.bytes)
    expect(c.bytes).not.toBe(a.bytes)
  })

  it('CORPUS6: a pair of the person’s own joins its passage, before the others or behind them', async () => {
    const [a, b] = [record(0, 'a', 0, []), record(2, 'a', 1, [0])]
    const own = other(a, 'own', 'person', 'My own?')
    for (const lines of [
      [a, own, b],
      [own, a, b],
    ]) {
      const { summary, texts } = await write(lines)
      expect(summary.counts).toMatchObject({ texts: { pairs: 1 }, pairs: 3 })
      expect(texts[0]).toContain('My own?')
      expect(texts[0]?.split('Passage 0').length).toBe(2)
    }
  })

  it('CORPUS6: two runs over one passage give two texts, and one raw text', async () => {
    const a = record(0, 'a', 0, [])
    const lines = [a, other(a, 'second', 'z', 'Another?')]
    expect((await write(lines)).summary.counts).toMatchObject({ texts: { pairs: 2, raw: 0 } })
    const raw = await write(lines, '--converted', '0')
    expect(raw.texts).toEqual(['Passage 0 é 中文.'])
  })

  it('CORPUS3: texts stand in the order of their first passages, also where a chain broke', async () => {
    const { texts } = await write([record(0, 'a', 0, []), record(1, 'b', 0, []), record(2, 'a', 1, [])])
    expect(texts.map(text => /Passage (\d)/u.exec(text)?.[1])).toEqual(['0', '1', '2'])
  })

  it('CORPUS7: tokens are counted by what they are', async () => {
    const read = [...[0, 1, 2, 3, 4].map(n => passage(n)), passage(5, RICH), passage(6)]
    await writeFile(file('rich.jsonl'), read.join('\n'))
    const { summary, texts } = await run(
      ...['--passages', file('rich.jsonl'), '--general', file('general.jsonl'), '--comprehension', '100'],
    )
    const { tokens, tasks, lengths, modes } = summary.counts
    expect(Object.values(tokens).every(count => count > 0)).toBe(true)
    const whole = texts.reduce((sum, text) => sum + estimateTokens(text), 0)
    expect(Object.values(tokens).reduce((sum, count) => sum + count, 0) / whole).toBeCloseTo(1, 0)
    expect(tasks).toEqual([{ name: 'fact', count: 4 }])
    expect(lengths.reduce((sum, count) => sum + count, 0)).toBe(texts.length)
    expect(Object.values(modes).reduce((sum, count) => sum + count, 0)).toBe(3)
  })

  it('CORPUS8: raw passages are read for comprehension when it is asked for, others stay raw', async () => {
    const read = [...[0, 1, 2, 3, 4].map(n => passage(n)), passage(5, RICH)]
    await writeFile(file('rich.jsonl'), read.join('\n'))
    const plain = await run('--passages', file('rich.jsonl'))
    expect(plain.texts.at(-1)).toBe(RICH)
    const { summary, texts } = await run('--passages', file('rich.jsonl'), '--comprehension', '100')
    expect(summary.counts.texts).toMatchObject({ pairs: 3, mined: 1, raw: 1 })
    expect(summary.counts.examples).toMatchObject({ 'word-to-text': 1, inference: 0 })
    expect(texts.slice(0, -1)).toEqual(plain.texts.slice(0, -1))
    expect(texts.at(-1)).toMatch(/^Ferries cross\.[\s\S]*reaction ferry[\s\S]*A ferry moved by the river itself\.$/u)
    // What has pairs and stands raw all the same is read as well.
    const nothing = ['--passages', file('rich.jsonl'), '--converted', '0', '--comprehension', '100']
    expect((await run(...nothing)).summary.counts.texts).toMatchObject({ pairs: 0, mined: 1, raw: 5 })
  })

  it('CORPUS8: a larger share draws the same passages and more', () => {
    const settings = { seed: 1, general: null }
    const at = (share: number): Set<string> =>
      new Set(Array.from({ length: 2_000 }, (_, n) => `k${n}`).filter(key => isDrawn(key, { ...settings, share })))
    expect([at(0).size, at(1).size]).toEqual([0, 2_000])
    expect(at(0.3).size / 2_000).toBeCloseTo(0.3, 1)
    const [some, more] = [at(0.3), at(0.6)]
    expect([...some].every(key => more.has(key))).toBe(true)
  })

  it('CORPUS9: only chosen tasks, languages and documents go in', async () => {
    const lines = [record(0, 'a', 0, []), record(1, 'b', 0, []).replace('"task":"fact"', '"task":"cause"')]
    const all = ['--passages', file('passages.jsonl')]
    expect((await write(lines, ...all, '--tasks', 'cause')).summary).toMatchObject({
      counts: { texts: { pairs: 1, raw: 5 } },
      leftOut: 1,
    })
    expect((await write(lines, ...all, '--document', 'd.txt')).summary.counts.texts).toMatchObject({ pairs: 2, raw: 4 })
    await writeFile(file('two.jsonl'), [passage(0), passage(7).replace('d.txt', 'e.txt')].join('\n'))
    const only = await write(lines, '--passages', file('two.jsonl'), '--document', 'e.txt')
    expect(only.summary).toMatchObject({ counts: { texts: { pairs: 0, raw: 1 } }, leftOut: 2 })
    await writeFile(file('two.jsonl'), [passage(0), passage(7).replace('"en"', '"zh"')].join('\n'))
    const chinese = await write(lines, '--passages', file('two.jsonl'), '--languages', 'zh,other')
    expect(chinese.summary.counts.texts).toMatchObject({ pairs: 0, raw: 1 })
  })

  it('CORPUS9: a corpus in which nothing is says so, and ends with 1', async () => {
    await writeFile(file('sound.jsonl'), record(0, 'a', 0, []))
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    const end = (...more: string[]): Promise<number> =>
      corpusMain(['--from', file('sound.jsonl'), '--out', file('none.jsonl'), ...more])
    expect(await end()).toBe(0)
    expect(said.mock.calls.join('')).not.toMatch(/^empty/mu)
    expect(await end('--document', 'nowhere.txt')).toBe(1)
    expect(said.mock.calls.join('')).toMatch(/^empty .*--document/mu)
    said.mockRestore()
  })

  it('a general file without any instruction ends, and says so', async () => {
    await writeFile(file('bad.jsonl'), '{"wrong":1}\n')
    const { summary } = await run('--general', file('bad.jsonl'))
    expect(summary).toMatchObject({ counts: { texts: { general: 0 } }, general: { bad: 1, repeated: false } })
  })

  it.each([
    [[], /--from/u],
    [['--from', 'a'], /--out/u],
    [['--from', 'a', '--out', 'a'], /same file/u],
    [['--from', 'a', '--out', 'b', '--states', 'good'], /--states/u],
    [['--from', 'a', '--out', 'b', '--weights', 'jazz=1'], /--weights/u],
    [['--from', 'a', '--out', 'b', '--weights', 'classic=0'], /--weights/u],
    [['--from', 'a', '--out', 'b', '--inversion', '101'], /--inversion/u],
    [['--from', 'a', '--out', 'b', '--converted', 'x'], /--converted/u],
    [['--from', 'a', '--out', 'b', '--comprehension', '-1'], /--comprehension/u],
    [['--from', 'a', '--out', 'b', '--languages', 'fr'], /--languages/u],
    [['--from', 'a', '--out', 'b', '--general-ratio', '1'], /--general FILE/u],
    [['--from', 'a', '--out', 'b', '--seed', '1.5'], /--seed/u],
    [['--frm', 'a'], /frm/u],
  ] as const)('wrong usage %j is named', (args, fault) => {
    const parsed = parseCorpusOptions(args)
    expect('fault' in parsed ? parsed.fault : '').toMatch(fault)
  })
})

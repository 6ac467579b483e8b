import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compareMain } from '#cli/compare.ts'
import { parseCompareOptions } from '#cli/compare/compare-options.ts'
import { type PackSummary, writePack } from '#cli/compare/write-pack.ts'
import { createEvenly } from '#core/corpus/pack/evenly'
import { pretrainingConfigs } from '#core/corpus/pack/pretraining-configs'
import { tuningText } from '#core/corpus/pack/tuning-text'
import { isRow } from '#core/export/shape'
import { estimateTokens } from '#core/text/token-estimate'
import { passage, record } from './rows'

const COUNT = 120
/** Every fifth passage has a sentence that follows from the one before it. */
const textOf = (n: number): string =>
  n % 5 === 0
    ? `The keepers of ferry ${n} wrote down each crossing, in ink, for ninety years. Therefore, the floods of those years can be dated by their ledgers.`
    : `Passage ${n} tells of the harbour of a town and of the people who lived beside it.`

describe('taking texts evenly', () => {
  it('PACK2: what is taken comes to the budget within one text, from the first to the last', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 300 }),
        fc.double({ min: 0, max: 1.5, noNaN: true }),
        (sizes, share) => {
          const total = sizes.reduce((sum, size) => sum + size, 0)
          const evenly = createEvenly(total * share, total)
          let [gone, taken] = [0, 0]
          for (const size of sizes) {
            gone += size
            if (evenly.takes(size)) taken += size
            expect(Math.abs(taken - gone * Math.min(1, share))).toBeLessThanOrEqual(50)
          }
          if (share >= 1) expect(taken).toBe(total)
        },
      ),
    )
  })
})

describe('rows of training data', () => {
  it.each([
    ['{"text":"a b","loss_spans":[[0,1]]}', 'a b'],
    ['{"segments":[{"text":"a","label":false},{"text":" b","label":true}]}', 'a b'],
    ['{"prompt":"a","completion":" b"}', 'a b'],
    ['{"text":" "}', null],
    ['{"a":1}', null],
    ['nothing', null],
    ['[]', null],
  ])('PACK1: %s', (line, text) => {
    expect(tuningText(line)).toBe(text)
  })
})

describe('configurations', () => {
  it('PACK4: of a trainer they differ in data and output alone, and the loss is on all tokens', () => {
    const configs = pretrainingConfigs(
      [
        { name: 'aaa', file: 'aaa.jsonl' },
        { name: 'bbb', file: 'bbb.jsonl' },
      ],
      'base',
    )
    expect(configs.map(({ name }) => name)).toEqual([
      'aaa.axolotl.yaml',
      'aaa.llamafactory.yaml',
      'bbb.axolotl.yaml',
      'bbb.llamafactory.yaml',
    ])
    const texts = configs.map(({ text }) => text)
    expect(texts.slice(0, 2).map(text => text.replaceAll('aaa', 'bbb'))).toEqual(texts.slice(2))
    for (const text of texts) {
      expect(text).toMatch(/4,000 steps[\s\S]*checked against it/u)
      expect(text).toMatch(/4096[\s\S]*packing: true|packing: true[\s\S]*4096/u)
      expect(text).not.toMatch(/train_on_inputs|train_on_prompt/u)
    }
  })
})

describe('the command', () => {
  let folder: string
  const at = (name: string): string => path.join(folder, name)
  const argsFor = (out: string, ...more: string[]): string[] => [
    ...['--from', at('records.jsonl'), '--passages', at('passages.jsonl'), '--out', at(out)],
    ...more,
  ]
  const pack = async (out: string, ...more: string[]): Promise<PackSummary> => {
    const parsed = parseCompareOptions(argsFor(out, ...more))
    if (!('options' in parsed)) throw new Error(JSON.stringify(parsed))
    const summary = await writePack(parsed.options)
    if (typeof summary === 'string') throw new Error(summary)
    return summary
  }
  const textsIn = async (file: string): Promise<string[]> =>
    (await readFile(at(file), 'utf8'))
      .trimEnd()
      .split('\n')
      .map(line => {
        const row: unknown = JSON.parse(line)
        return isRow(row) && typeof row['text'] === 'string' ? row['text'] : ''
      })

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'pack-'))
    const half = COUNT / 2
    // Chains of two; passages 7, 14, 21 … gave nothing.
    const rows = Array.from({ length: COUNT }, (_, n) => n)
      .filter(n => n % 7 !== 6)
      .map(n => {
        const saw = n >= half && (n - half) % 7 !== 6 ? [n - half] : []
        return record(n, `c${n % half}`, n < half ? 0 : 1, saw, 'ready', n, textOf(n))
      })
    await writeFile(at('records.jsonl'), `${rows.join('\n')}\n`)
    const passages = Array.from({ length: COUNT }, (_, n) => passage(n, textOf(n)))
    await writeFile(at('passages.jsonl'), `${passages.join('\n')}\n`)
    await writeFile(at('tuning.jsonl'), `{"text":"<s> <CON> a </CON>"}\nbroken\n{"text":"${'word '.repeat(60)}"}\n`)
  })
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true })
  })

  it('PACK1, PACK2: five corpora of the same documents, of one size', async () => {
    const { corpora, budget, repeated, broken } = await pack('one', '--tuning', at('tuning.jsonl'))
    expect(corpora.map(({ name }) => name)).toEqual(['vanilla', 'instruct', 'one-shot', 'rules', 'mix'])
    const longest = Math.max(...(await textsIn('one/instruct.jsonl')).map(text => estimateTokens(text)), 70)
    for (const { tokens } of corpora) expect(Math.abs(tokens - budget)).toBeLessThanOrEqual(longest)
    expect([repeated, broken]).toEqual([true, 1])
    const vanilla = await textsIn('one/vanilla.jsonl')
    expect(vanilla).toEqual(Array.from({ length: COUNT }, (_, n) => textOf(n)))
    const instruct = await textsIn('one/instruct.jsonl')
    const oneShot = await textsIn('one/one-shot.jsonl')
    const pairsIn = (text: string): number => text.match(/Answer \d+\./gu)?.length ?? 0
    expect(Math.max(...instruct.map(pairsIn))).toBe(2)
    expect(Math.max(...oneShot.map(pairsIn))).toBe(1)
    // Passages that gave nothing are raw texts in both.
    expect(instruct.some(text => pairsIn(text) === 0)).toBe(true)
    const rules = await textsIn('one/rules.jsonl')
    expect(rules.some(text => text.includes('The floods of those years'))).toBe(true)
    expect(rules.join('\n')).not.toMatch(/Answer \d+/u)
    // Of what is longer than the budget some is left out, from all over the documents.
    const places = instruct.map(text => Number(/(?:ferry|Passage) (?<n>\d+)/u.exec(text)?.groups?.['n']))
    expect(places.length).toBeLessThan(COUNT - 20)
    expect(Math.min(...places)).toBeLessThan(10)
    expect(places.some(place => place > half(COUNT) - 10)).toBe(true)
    const mix = await textsIn('one/mix.jsonl')
    const tuned = mix
      .filter(text => text.startsWith('<s>') || text.startsWith('word'))
      .map(text => estimateTokens(text))
    const share =
      tuned.reduce((sum, size) => sum + size, 0) /
      mix.map(text => estimateTokens(text)).reduce((sum, size) => sum + size, 0)
    expect(Math.abs(share - 0.5)).toBeLessThan(0.05)
  })

  it('PACK3: a manifest says what it is made of, and the same sources give the same bytes', async () => {
    await pack('two', '--seed', '3')
    await pack('three', '--seed', '3')
    const names = await readdir(at('two'))
    expect(names.sort()).toEqual(
      [
        ...['vanilla', 'instruct', 'one-shot', 'rules'].flatMap(name => [
          `${name}.jsonl`,
          `${name}.axolotl.yaml`,
          `${name}.llamafactory.yaml`,
        ]),
        'dataset_info.json',
        'manifest.json',
      ].sort(),
    )
    for (const name of names) expect(await readFile(at(`two/${name}`))).toEqual(await readFile(at(`three/${name}`)))
    const manifest: unknown = JSON.parse(await readFile(at('two/manifest.json'), 'utf8'))
    const bytes = await readFile(at('two/rules.jsonl'))
    expect(JSON.stringify(manifest)).toContain(createHash('sha256').update(bytes).digest('hex'))
    expect(manifest).toMatchObject({ seed: 3, states: ['kept', 'ready'] })
    await pack('four', '--seed', '4')
    expect(await readFile(at('four/instruct.jsonl'))).not.toEqual(await readFile(at('two/instruct.jsonl')))
  })

  it('PACK2: as many tokens as were asked for, and what has less says so', async () => {
    const { corpora } = await pack('five', '--tokens', '600')
    for (const { tokens } of corpora) expect(Math.abs(tokens - 600)).toBeLessThan(100)
    expect(await compareMain(argsFor('six', '--tokens', '100000'))).toBe(1)
  })

  it('PACK3: refuses what no corpus can be made of, and writes nothing', async () => {
    await writeFile(at('empty.jsonl'), '')
    await writeFile(at('binary.jsonl'), Buffer.from([0xff, 0xfe, 0, 10, 7]))
    const told = async (from: string, passages: string): Promise<unknown> => {
      const parsed = parseCompareOptions(['--from', at(from), '--passages', at(passages), '--out', at('none')])
      return 'options' in parsed ? writePack(parsed.options) : parsed
    }
    expect(await told('empty.jsonl', 'passages.jsonl')).toBe('no-pairs')
    expect(await told('binary.jsonl', 'passages.jsonl')).toBe('no-pairs')
    expect(await told('records.jsonl', 'empty.jsonl')).toBe('no-passages')
    expect(await told('records.jsonl', 'binary.jsonl')).toBe('no-passages')
    await expect(readdir(at('none'))).rejects.toMatchObject({ code: 'ENOENT' })
    expect(
      await compareMain(['--from', at('empty.jsonl'), '--passages', at('passages.jsonl'), '--out', at('none')]),
    ).toBe(2)
  })

  it('PACK1: without a row of training data there is no mix, and lines that are none are counted', async () => {
    await writeFile(at('untuned.jsonl'), 'nothing\n{"a":1}\n')
    const { corpora, broken } = await pack('untuned', '--tuning', at('untuned.jsonl'))
    expect(corpora.map(({ name }) => name)).toEqual(['vanilla', 'instruct', 'one-shot', 'rules'])
    expect(broken).toBe(2)
    expect(await compareMain(argsFor('untuned2', '--tuning', at('untuned.jsonl')))).toBe(1)
    const lines = await readFile(at('passages.jsonl'), 'utf8')
    await writeFile(at('torn.jsonl'), `${lines}{"document":\n\nx\n`)
    const torn = parseCompareOptions([
      '--from',
      at('records.jsonl'),
      '--passages',
      at('torn.jsonl'),
      '--out',
      at('torn'),
    ])
    expect('options' in torn ? await writePack(torn.options) : torn).toMatchObject({ broken: 2 })
  })

  it('PACK3: leaves a folder alone that is not empty, and says what is missing', async () => {
    await pack('seven')
    const before = await readFile(at('seven/manifest.json'))
    expect(await compareMain(argsFor('seven', '--seed', '9'))).toBe(2)
    expect(await readFile(at('seven/manifest.json'))).toEqual(before)
    expect(
      await compareMain(['--from', at('none.jsonl'), '--passages', at('passages.jsonl'), '--out', at('eight')]),
    ).toBe(2)
    for (const args of [
      [],
      ['--from', 'a'],
      ['--from', 'a', '--passages', 'b'],
      argsFor('x', '--seed', 'a'),
      argsFor('x', '--tokens', '0'),
      argsFor('x', '--states', 'good'),
      ['--what'],
    ])
      expect(parseCompareOptions(args)).toHaveProperty('fault')
  })
})

const half = (count: number): number => count / 2

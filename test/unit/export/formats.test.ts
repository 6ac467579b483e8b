import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planExport } from '#core/export/export-plan'
import type { ExportPair } from '#core/export/export-row'
import { createExportWriter } from '#core/export/export-writer'
import { FORMAT_NAMES, type FormatName, LLAMA_FACTORY_FORMATTINGS } from '#core/export/format'
import { FORMATS } from '#core/export/formats'
import { lineText } from '#core/export/line-writer'
import { validateLine } from '#core/export/validate-line'
import { document, exportPair, hostilePair, hostileText, options, passage } from './samples'
import { provenanceOf } from '#test/support/provenance'

const PAIR_FORMATS = FORMAT_NAMES.filter(name => name !== 'passages')

function lines(pairs: readonly ExportPair[], more: Parameters<typeof options>[0]): string[] {
  const writer = createExportWriter(planExport(options(more)), null)
  return [...pairs.flatMap(pair => writer.addPair(pair)), ...writer.end()].map(({ line }) => lineText(line))
}

function row(pair: ExportPair, more: Parameters<typeof options>[0]): unknown {
  return JSON.parse(lines([pair], more)[0] ?? '')
}

const SAMPLE: readonly ExportPair[] = [
  exportPair({ reasoning: 'The passage says so.' }, document(0, { meta: { year: 1999, tags: ['a', null] } })),
  exportPair({
    instruction: 'Which metal is it?',
    response: 'steel',
    options: ['iron', 'steel'],
    form: 'choice',
    needsPassage: true,
    checks: [
      { name: 'evidence', result: 'pass', reason: 'evidence-quoted', ranges: [{ start: 12, end: 17 }] },
      { name: 'duplicate', result: 'pass', reason: 'unique', score: 0.25 },
    ],
    decision: 'keep',
    state: 'kept',
    original: { instruction: 'Which?', response: 'iron' },
  }),
  exportPair(
    {
      instruction: '阀门靠什么关闭？',
      response: '弹簧。',
      language: 'zh',
      needsPassage: true,
      options: ['弹簧', '电机'],
      passage: { start: 40, end: 50, headings: ['阀门', '构造'] },
      chain: { id: 'c1', round: 1, shots: [{ document: 'ab', start: 0, end: 40 }] },
      provenance: provenanceOf({
        run: 'r1',
        synthesizer: 'chat',
        recipe: 'pairs',
        recipeVersion: '3f',
        engine: 'webllm',
        model: 'Qwen',
        seed: 2,
        promptSha256: 'cd',
        reused: 12,
      }),
    },
    document(1, { row: 3, language: 'zh' }),
    '阀门由钢制弹簧关闭。',
  ),
]

describe('formats', () => {
  it.each(PAIR_FORMATS)('EXPORT2: %s writes the lines of the fixture, byte for byte', name => {
    const golden = readFileSync(`test/fixtures/export/${name}.jsonl`, 'utf8')
    expect(lines(SAMPLE, { format: name }).join('')).toBe(golden)
  })

  it('EXPORT2: passages writes document, range, headings, language and text, in this order', () => {
    const writer = createExportWriter(planExport(options({ format: 'passages' })), null)
    const { sha256 } = document(0)
    const written = writer.addPassage(passage('One.\u2028Two.\n', 5))
    expect(written.map(({ file, line }) => ({ file, line: lineText(line) }))).toEqual([
      {
        file: 0,
        line: `{"document":{"name":"notes/part 0.txt","row":null,"sha256":"${sha256}","meta":null},"start":5,"end":15,"headings":["Valves"],"language":"en","text":"One.\\u2028Two.\\n"}\n`,
      },
    ])
  })

  it.each(PAIR_FORMATS)('EXPORT2, EXPORT10: %s gives rows that its validator takes, whatever the words', name => {
    const format = FORMATS[name]
    fc.assert(
      fc.property(
        fc.array(hostilePair, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('auto' as const, 'yes' as const, 'no' as const),
        hostileText,
        (pairs, passageInPrompt, systemPrompt) => {
          const settings = { passageInPrompt, systemPrompt }
          const keys = format.keys(settings)
          for (const line of lines(pairs, { format: name, ...settings })) {
            expect(validateLine(format, line.slice(0, -1), keys)).toBeNull()
          }
        },
      ),
      { numRuns: 200 },
    )
  })

  it('EXPORT2: passages gives rows that its validator takes, whatever the words', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (text, name) => {
        const writer = createExportWriter(planExport(options({ format: 'passages' })), null)
        const [line] = writer.addPassage(passage(text, 3, document(0, { name })))
        expect(
          validateLine(
            FORMATS.passages,
            line === undefined ? '' : lineText(line.line).slice(0, -1),
            Object.keys(FORMATS.passages.shapes),
          ),
        ).toBeNull()
      }),
      { numRuns: 200 },
    )
  })

  it('EXPORT2: a million characters stay one row', () => {
    const long = exportPair({ response: 'word\n'.repeat(200_000) })
    for (const name of PAIR_FORMATS) expect(lines([long], { format: name })[0]?.match(/\n/g)).toHaveLength(1)
  })

  it('EXPORT3: ShareGPT rows hold conversations of from and value, not messages of role and content', () => {
    expect(row(exportPair(), { format: 'sharegpt', systemPrompt: 'Be short.' })).toEqual({
      conversations: [
        { from: 'system', value: 'Be short.' },
        { from: 'human', value: 'What keeps the valve shut?' },
        { from: 'gpt', value: 'A spring of steel.' },
      ],
    })
  })

  it('EXPORT2: OpenAI messages are lines of JSON, never a JSON array', () => {
    const written = lines([exportPair(), exportPair({ instruction: 'Why?' })], { format: 'messages' })
    expect(written).toHaveLength(2)
    expect(written.map(line => line[0])).toEqual(['{', '{'])
  })

  it('EXPORT5: alpaca has a system prompt in every row or in none', () => {
    expect(row(exportPair(), { format: 'alpaca' })).toEqual({
      instruction: 'What keeps the valve shut?',
      input: '',
      output: 'A spring of steel.',
    })
    expect(row(exportPair(), { format: 'alpaca', systemPrompt: 'Be short.' })).toHaveProperty('system', 'Be short.')
    expect(row(exportPair(), { format: 'alpaca', systemPrompt: ' \n' })).not.toHaveProperty('system')
  })

  it('EXPORT5: a chat sets the passage apart by a fence that it does not hold itself', () => {
    const inner = 'He said """stop""" and left.'
    const wanted = `Passage:\n""""\n${inner}\n""""\n\nWhat keeps the valve shut?`
    expect(row(exportPair({ needsPassage: true }, document(), `\n${inner}\n\n`), { format: 'messages' })).toEqual({
      messages: [
        { role: 'user', content: wanted },
        { role: 'assistant', content: 'A spring of steel.' },
      ],
    })
  })

  it('EXPORT5: options stand below the instruction, word for word', () => {
    const choice = exportPair({ options: ['$& steel', 'iron\u2028'], response: '$& steel' })
    expect(row(choice, { format: 'alpaca' })).toEqual({
      instruction: 'What keeps the valve shut?\nOptions:\n- $& steel\n- iron\u2028',
      input: '',
      output: '$& steel',
    })
  })

  it.each([
    ['auto', [false, true], 0],
    ['yes', [true, true], 0],
    ['no', [false, false], 1],
  ] as const)(
    'EXPORT5: passage in prompt "%s"; a pair that goes without its passage is counted',
    (mode, inside, without) => {
      const pairs = [exportPair(), exportPair({ instruction: 'And here?', needsPassage: true })]
      for (const format of ['alpaca', 'messages', 'sharegpt'] as const) {
        const writer = createExportWriter(planExport(options({ format, passageInPrompt: mode })), null)
        const written = pairs.flatMap(pair => writer.addPair(pair))
        expect(written.map(({ line }) => lineText(line).includes('keeps the valve shut.'))).toEqual(inside)
        expect(writer.summary().counts.withoutPassage).toBe(without)
      }
    },
  )

  it('EXPORT5: text puts a passage and all its pairs into one row, also when pages of pairs part them', () => {
    const writer = createExportWriter(planExport(options({ format: 'text' })), null)
    const other = exportPair({ passage: { start: 40, end: 80, headings: [] } })
    expect(writer.addPair(exportPair())).toEqual([])
    expect(writer.addPair(exportPair({ instruction: 'Of what?', response: 'Steel.' }))).toEqual([])
    const [done] = writer.addPair(other)
    expect(JSON.parse(done === undefined ? '' : lineText(done.line))).toEqual({
      text: [
        'A spring of steel keeps the valve shut.',
        'Instruction: What keeps the valve shut?\nResponse: A spring of steel.',
        'Instruction: Of what?\nResponse: Steel.',
      ].join('\n\n'),
    })
    expect(writer.end()).toHaveLength(1)
    expect(writer.summary().counts).toMatchObject({ rows: 2, pairs: 3 })
  })

  it('EXPORT9: every format that trainers read names a registered converter and columns that rows have', () => {
    const named: FormatName[] = []
    for (const settings of [options(), options({ systemPrompt: 'Be short.' })]) {
      for (const format of Object.values(FORMATS)) {
        const reading = format.trainers?.(settings)
        if (reading === undefined) continue
        named.push(format.name)
        expect(LLAMA_FACTORY_FORMATTINGS).toContain(reading.llamaFactory.formatting)
        for (const key of Object.values(reading.llamaFactory.columns)) expect(format.keys(settings)).toContain(key)
        expect(reading.axolotl['type']).not.toBe('sharegpt')
      }
    }
    expect(new Set(named)).toEqual(new Set(['passages', 'alpaca', 'messages', 'sharegpt', 'text']))
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Measured } from '#core/evaluation/measured'
import { sizeCategory } from '#core/export/dataset-card'
import { type ExportOptions, planExport } from '#core/export/export-plan'
import { createExportWriter } from '#core/export/export-writer'
import { lineText } from '#core/export/line-writer'
import { packFiles } from '#core/export/pack'
import { createSplitPass } from '#core/export/split-pass'
import { packFault } from '#core/export/validate-pack'
import { yamlLines } from '#core/export/yaml'
import type { Pair } from '#core/synthesis/pair'
import { document, exportPair, hash, hostileText, options, passage } from './samples'

const RATIO = { train: 90, validation: 5, test: 5 }

async function pack(
  more: Partial<ExportOptions> = {},
  words: Partial<Pair> = {},
  rows = 40,
  measured: Measured = { kind: 'none' },
) {
  const plan = planExport(
    options({ format: 'alpaca', name: 'valves', pack: { title: 'Valves', licence: 'CC-BY-4.0' }, ...more }),
  )
  const pairs = Array.from({ length: rows }, (_, place) =>
    exportPair({ instruction: `Question ${place}?`, ...words }, document(place)),
  )
  const pass = createSplitPass(plan, RATIO)
  for (const pair of pairs) pass.addPair(pair)
  const split = plan.options.split === null ? null : await pass.finish(() => Promise.resolve())
  const writer = createExportWriter(plan, split)
  const texts = plan.files.map(() => '')
  for (const { file, line } of [...pairs.flatMap(pair => writer.addPair(pair)), ...writer.end()]) {
    texts[file] = `${texts[file] ?? ''}${lineText(line)}`
  }
  const data = plan.files.map(({ name }, file) => ({ name, sha256: hash.sha256(texts[file] ?? '') }))
  const summary = writer.summary()
  const files = packFiles(hash, plan, summary, split?.summary ?? null, data, measured)
  const textOf = (name: string) => files.find(file => file.name === name)?.text ?? ''
  return {
    plan,
    summary,
    data,
    files,
    textOf,
    fault: (found = files, sums = data) => packFault(hash, plan, summary, sums, found),
  }
}

const parsed = (text: string): unknown => JSON.parse(text)

/** Reads the YAML that the project writes: quoted texts, `key: value`, `- ` lists, two blanks a level. */
function scalarsOf(lines: readonly string[]): unknown[] {
  return lines.flatMap(line => {
    const found = /^ *(?:- )*(?:[a-z_]+:(?: (.*))?|(.+))$/.exec(line)
    const value = found?.[1] ?? found?.[2]
    if (found === null) return [`not YAML: ${line}`]
    return value === undefined ? [] : [parsed(value)]
  })
}

const frontMatter = (card: string) => /^---\n([\s\S]*?)\n---\n/.exec(card)?.[1]?.split('\n') ?? []

describe('trainer pack', () => {
  it('EXPORT9: holds configuration, card and checksums, and passes its own check', async () => {
    const { files, fault } = await pack({ split: RATIO })
    expect(files.map(({ name }) => name)).toEqual(['dataset_info.json', 'axolotl.yaml', 'README.md', 'checksums.txt'])
    expect(fault()).toBeNull()
  })

  it('EXPORT9: dataset_info.json has formatting, columns and an entry for each file with rows', async () => {
    const columns = { prompt: 'instruction', query: 'input', response: 'output' }
    expect(JSON.parse((await pack({ split: RATIO })).textOf('dataset_info.json'))).toEqual({
      valves_train: { file_name: 'valves.train.jsonl', formatting: 'alpaca', columns },
      valves_validation: { file_name: 'valves.validation.jsonl', formatting: 'alpaca', columns },
      valves_test: { file_name: 'valves.test.jsonl', formatting: 'alpaca', columns },
    })
    expect(parsed((await pack({ systemPrompt: 'Be short.' })).textOf('dataset_info.json'))).toHaveProperty(
      'valves.columns.system',
      'system',
    )
  })

  it('EXPORT9: messages are read as ShareGPT with the tags that the data has', async () => {
    expect(JSON.parse((await pack({ format: 'messages' })).textOf('dataset_info.json'))).toEqual({
      valves: {
        file_name: 'valves.jsonl',
        formatting: 'sharegpt',
        columns: { messages: 'messages' },
        tags: {
          role_tag: 'role',
          content_tag: 'content',
          user_tag: 'user',
          assistant_tag: 'assistant',
          system_tag: 'system',
        },
      },
    })
  })

  it('EXPORT9: the Axolotl snippet reads ShareGPT as a chat template, validation rows as its evaluation', async () => {
    expect((await pack({ format: 'sharegpt', split: RATIO })).textOf('axolotl.yaml')).toBe(
      [
        'datasets:',
        '  - path: "valves.train.jsonl"',
        '    ds_type: "json"',
        '    type: "chat_template"',
        '    field_messages: "conversations"',
        '    message_property_mappings:',
        '      role: "from"',
        '      content: "value"',
        'test_datasets:',
        '  - path: "valves.validation.jsonl"',
        '    ds_type: "json"',
        '    split: "train"',
        '    type: "chat_template"',
        '    field_messages: "conversations"',
        '    message_property_mappings:',
        '      role: "from"',
        '      content: "value"',
        '',
      ].join('\n'),
    )
  })

  it('EXPORT9: records go without trainer files, because no trainer reads them', async () => {
    const { files, fault, textOf } = await pack({ format: 'records' })
    expect(files.map(({ name }) => name)).toEqual(['README.md', 'checksums.txt'])
    expect(textOf('README.md')).toContain('Trainers do not read this format as it is')
    expect(fault()).toBeNull()
  })

  it('EXPORT9: the card has front matter from the data and the licence that was stated', async () => {
    expect(frontMatter((await pack({ split: RATIO }, { task: 'cause' })).textOf('README.md'))).toEqual([
      'language:',
      '  - "en"',
      'license: "cc-by-4.0"',
      'pretty_name: "Valves"',
      'task_categories:',
      '  - "question-answering"',
      '  - "text-generation"',
      'size_categories:',
      '  - "n<1K"',
      'annotations_creators:',
      '  - "machine-generated"',
      'source_datasets:',
      '  - "original"',
      'tags:',
      '  - "pairloom"',
      '  - "synthetic"',
      '  - "instruction-pretraining"',
      'configs:',
      '  - config_name: "default"',
      '    default: true',
      '    data_files:',
      '      - split: "train"',
      '        path: "valves.train.jsonl"',
      '      - split: "validation"',
      '        path: "valves.validation.jsonl"',
      '      - split: "test"',
      '        path: "valves.test.jsonl"',
    ])
  })

  it('EXPORT9: a licence that the Hub does not know is stated by its name', async () => {
    const lines = frontMatter((await pack({ pack: { title: '', licence: ' Company terms: §4 ' } })).textOf('README.md'))
    expect(lines).toContain('license: "other"')
    expect(lines).toContain('license_name: "Company terms: §4"')
    expect(lines).toContain('pretty_name: "valves"')
  })

  it('EXPORT9: the card says what was counted, what wrote it, how it was split, and that errors were not measured', async () => {
    const card = (await pack({ split: RATIO, passageInPrompt: 'no' }, { needsPassage: true, task: 'cause' })).textOf(
      'README.md',
    )
    expect(card).toContain('**The error rate of these pairs has not been measured.**')
    expect(card).toContain('| cause | 40 |')
    expect(card).toContain('| ready | 40 |')
    expect(card).toContain('| en | 40 |')
    expect(card).toContain('| rules | rules 1 | none | – | 40 |')
    expect(card).toContain('90/5/5 percent of rows, drawn with seed 1. Whole documents lie on one side.')
    expect(card).toContain('40 pairs can only be understood with the passage')
    expect(card).toContain('| valves.train.jsonl | 36 |')
  })

  it('EXPORT9, BLIND12: the card carries the figure of a blind check with its interval, method, seed and what it is void for', async () => {
    const figure = {
      population: 846,
      marked: 60,
      right: 57,
      unclear: 2,
      share: 0.95,
      interval: { low: 0.863, high: 0.983 },
      exact: false,
      generous: false,
      newer: 74,
      entered: 12,
      seeds: [1, 2, 3],
      lost: 0,
      open: 0,
    }
    const card = (await pack({}, {}, 40, { kind: 'measured', figure })).textOf('README.md')
    expect(card).toContain('**60 pairs checked blind, 57 right: 95 % (86–98 % with 95 % confidence).**')
    const [, section = ''] = /## Error rate\n\n(.*)\n/u.exec(card) ?? []
    expect(section).toContain('86–98 % with 95 % confidence (Wilson score interval). The error rate is thus 2–14 %.')
    expect(section).toContain('seed 1, 2, 3 from 846 kept or ready pairs')
    expect(section).toContain('2 further pairs could not be told right or wrong')
    expect(section).toContain(
      '**The figure is void for 74 pairs written after the sample was drawn, and for at least 12 pairs that came in since by decisions or other checks.**',
    )
    expect(card).not.toContain('has not been measured')
    const voided = (await pack({}, {}, 40, { kind: 'void', newer: 1 })).textOf('README.md')
    expect(voided).toContain('an earlier blind check is void, because its pairs are not there any more and 1 pair')
    expect(voided).not.toContain('## Error rate')
  })

  it('EXPORT9: passages are not called synthetic', async () => {
    const plan = planExport(options({ format: 'passages', pack: { title: 'Cut', licence: 'mit' } }))
    const writer = createExportWriter(plan, null)
    writer.addPassage(passage('One. Two.'))
    const data = [{ name: 'dataset.jsonl', sha256: hash.sha256('') }]
    const files = packFiles(hash, plan, writer.summary(), null, data, { kind: 'none' })
    const card = files.find(({ name }) => name === 'README.md')?.text ?? ''
    expect(card).not.toMatch(/synthetic|machine-generated|error rate/)
    expect(card).toContain('1 row from 1 document')
  })

  it('EXPORT9: side files without rows are named to no trainer', async () => {
    const { textOf, fault } = await pack({ split: RATIO }, {}, 1)
    expect(parsed(textOf('dataset_info.json'))).toEqual({ valves_train: expect.anything() })
    expect(frontMatter(textOf('README.md')).join()).not.toContain('validation')
    expect(textOf('checksums.txt')).toContain('valves.test.jsonl')
    expect(fault()).toBeNull()
  })

  it('EXPORT9: checksums are those of sha256sum', async () => {
    const { textOf, data } = await pack()
    expect(textOf('checksums.txt').split('\n')[0]).toBe(`${data[0]?.sha256 ?? ''}  valves.jsonl`)
    expect(textOf('checksums.txt')).toContain(`${hash.sha256(textOf('README.md'))}  README.md\n`)
  })

  it('EXPORT9: no title, name or licence breaks out of the YAML, the JSON or the table', async () => {
    await fc.assert(
      fc.asyncProperty(hostileText, hostileText, hostileText, hostileText, async (name, title, licence, task) => {
        const { textOf, fault } = await pack({ name: `x${name}`, pack: { title, licence: `x${licence}` } }, { task }, 2)
        expect(fault()).toBeNull()
        const card = textOf('README.md')
        expect(scalarsOf(frontMatter(card))).toContain(
          title.trim() === '' ? `x${name}`.toWellFormed() : title.trim().toWellFormed(),
        )
        expect(scalarsOf(textOf('axolotl.yaml').trimEnd().split('\n')).join()).not.toContain('not YAML')
        const rows = card.split('\n').filter(line => line.startsWith('|'))
        for (const row of rows) expect([3, 6]).toContain(row.match(/(?<!\\)\|/g)?.length)
        expect(card.isWellFormed()).toBe(true)
      }),
      { numRuns: 100 },
    )
  })

  it.each([
    ['dataset_info.json', '"formatting": "alpaca"', '"formatting": "multilingual-thinking"', /unknown formatting/],
    ['dataset_info.json', '"instruction"', '"question"', /column that rows lack/],
    ['dataset_info.json', 'valves.jsonl', 'other.jsonl', /file that does not exist/],
    ['dataset_info.json', '"system": "system"', '"history": "input"', /leaves out system/],
    ['README.md', '---\n', '', /front matter/],
  ])('EXPORT10: a %s with %s changed is refused', async (name, from, to, fault) => {
    const { files, data, fault: check } = await pack({ systemPrompt: 'Be short.' })
    const changed = files.map(file => (file.name === name ? { name, text: file.text.replace(from, to) } : file))
    expect(check(changed)).toBe(`the checksum of ${name} does not match`)
    const sums = [...data, ...changed.slice(0, -1).map(({ name, text }) => ({ name, sha256: hash.sha256(text) }))]
    const resummed = sums.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join('')
    expect(check([...changed.slice(0, -1), { name: 'checksums.txt', text: resummed }])).toMatch(fault)
  })

  it('EXPORT10: data that changed after it was written is found by its checksum', async () => {
    const { fault, files, data } = await pack()
    expect(
      fault(
        files,
        data.map(({ name }) => ({ name, sha256: hash.sha256('other') })),
      ),
    ).toBe('the checksum of valves.jsonl does not match')
    expect(fault(files, [])).toBe('a checksum is of no file')
    expect(fault(files.slice(0, -1))).toBe('checksums.txt is missing')
  })

  it.each([
    [0, 'n<1K'],
    [999, 'n<1K'],
    [1000, '1K<n<10K'],
    [99_999, '10K<n<100K'],
    [1_000_000, '1M<n<10M'],
    [10 ** 15, 'n>1T'],
  ])('EXPORT9: %d rows are of size %s', (rows, size) => {
    expect(sizeCategory(rows)).toBe(size)
  })

  it('EXPORT9: YAML quotes every text, also those that look like something else', async () => {
    expect(
      yamlLines({ a: ['no', '1.0', '2024-01-01', '---', ': #', '\u0085\u007f'], b: [], c: { d: 1, e: true } }),
    ).toEqual([
      'a:',
      '  - "no"',
      '  - "1.0"',
      '  - "2024-01-01"',
      '  - "---"',
      '  - ": #"',
      '  - "\\u0085\\u007f"',
      'b: []',
      'c:',
      '  d: 1',
      '  e: true',
    ])
  })
})

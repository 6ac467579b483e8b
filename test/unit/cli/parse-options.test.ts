import { describe, expect, it } from 'vitest'
// eslint-disable-next-line house/no-far-parent -- a subpath import takes .ts only where it names it
import { parseOptions, USAGE } from '../../../src/cli/parse-options'

describe('the command line', () => {
  it('hands on what it says of a model', () => {
    const parsed = parseOptions(
      'a.txt --out x.jsonl --engine webllm --model DIR --model-lib l.wasm --recipe r.json --context 1024'.split(' '),
    )
    expect(parsed).toMatchObject({
      options: {
        inputs: ['a.txt'],
        model: { engine: 'webllm', model: 'DIR', library: 'l.wasm', recipe: 'r.json', context: '1024' },
      },
    })
  })

  it.each([
    ['a.txt --out x.jsonl --synthesizer chat', '--synthesizer is rules, or chat where --engine names an engine.'],
    ['a.txt --out x.jsonl --engine wllama --synthesizer rules', '--synthesizer is rules'],
    ['a.txt --out x.jsonl --engine', '--engine'],
    ['--out x.jsonl', 'at least one file'],
    ['a.txt', '--out'],
    ['a.txt --out x.jsonl --states kept,good', '--states takes'],
    ['a.txt --out x.jsonl --seed -1', '--seed'],
    ['a.txt --out x.jsonl --sample 0', '--sample is a whole number above 0.'],
    ['a.txt --out x.jsonl --passage-tokens 100,50', '--passage-tokens'],
  ])('%s is refused: %s', (line, fault) => {
    expect(parseOptions(line.split(' '))).toMatchObject({ fault: expect.stringContaining(fault) })
  })

  it('takes a size of passages with or without a maximum', () => {
    const chunkOf = (size: string): unknown => {
      const parsed = parseOptions(['a', '--out', 'x.jsonl', '--passage-tokens', size])
      return 'options' in parsed ? parsed.options.job.chunk : parsed
    }
    expect(chunkOf('100,150')).toEqual({ target: 100, maximum: 150 })
    expect(chunkOf('2000')).toEqual({ target: 2000, maximum: 3000 })
  })

  it('lists every option that it takes', () => {
    expect(parseOptions(['--help'])).toEqual({ help: true })
    for (const option of ['engine', 'model', 'model-lib', 'recipe', 'context', 'profile', 'synthesizer']) {
      expect(USAGE).toContain(`--${option} `)
    }
  })
})

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
    ['a.txt --out x.jsonl --synthesizer chat', '--synthesizer is rules, or chat or tagged where --engine names'],
    ['a.txt --out x.jsonl --engine wllama --synthesizer mined', '--synthesizer is chat or tagged'],
    ['a.txt --out x.jsonl --rounds 2', '--rounds goes with --engine.'],
    ['a.txt --out x.jsonl --engine replay --rounds 6', '--rounds is a whole number from 1 to 5.'],
    ['a.txt --out x.jsonl --engine replay --rounds 1.5', '--rounds is a whole number from 1 to 5.'],
    ['a.txt --out x.jsonl --engine replay --shots good', '--shots is written or passed.'],
    ['a.txt --out x.jsonl --engine replay --window 0', '--window is a whole number of tokens above 0.'],
    ['a.txt --out x.jsonl --engine wllama --window 99', '--window goes with --engine replay'],
    ['a.txt --out x.jsonl --engine wllama --synthesizer rules', '--synthesizer is chat or tagged'],
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

  it.each([
    ['', 'rules', null],
    ['--engine wllama', 'chat', null],
    ['--engine wllama --rounds 3', 'chat', { rounds: 3, shots: 'written', window: null }],
    ['--engine wllama --synthesizer tagged', 'tagged', { rounds: 2, shots: 'written', window: null }],
    [
      '--engine wllama --model a/instruction-synthesizer.Q4.gguf',
      'tagged',
      { rounds: 2, shots: 'written', window: null },
    ],
    ['--engine wllama --model instruction-synthesizer.gguf --recipe summary', 'chat', null],
    ['--engine wllama --model instruction-synthesizer/qwen.gguf', 'chat', null],
    ['--engine replay', 'tagged', { rounds: 2, shots: 'written', window: null }],
    ['--engine replay --synthesizer chat', 'chat', null],
    ['--engine replay --rounds 1', 'tagged', null],
    ['--engine replay --rounds 5 --shots passed --window 900', 'tagged', { rounds: 5, shots: 'passed', window: 900 }],
  ])('CHAIN1, TAGGED9: %s is written by %s in %j', (line, synthesizer, chains) => {
    const parsed = parseOptions(['a', '--out', 'x.jsonl', ...line.split(' ').filter(word => word !== '')])
    const { model, job } = 'options' in parsed ? parsed.options : expect.fail()
    expect([model.synthesizer, job.run?.chains ?? null]).toEqual([synthesizer, chains])
  })

  it('lists every option that it takes', () => {
    expect(parseOptions(['--help'])).toEqual({ help: true })
    for (const option of [
      'engine',
      'model',
      'model-lib',
      'recipe',
      'context',
      'profile',
      'synthesizer',
      'rounds',
      'shots',
      'answers',
      'window',
    ]) {
      expect(USAGE).toContain(`--${option} `)
    }
  })
})

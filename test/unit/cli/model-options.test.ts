import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
// eslint-disable-next-line house/no-far-parent -- a subpath import takes .ts only where it names it
import { type ModelWords, readModelOptions } from '../../../src/cli/model-options'

const NOTHING: ModelWords = {
  engine: undefined,
  model: undefined,
  library: undefined,
  recipe: undefined,
  context: undefined,
  teach: undefined,
  answers: undefined,
  synthesizer: 'chat',
}
const OWN = {
  name: 'own',
  words: { en: { ask: 'Write {count} pairs.', shortAsk: 'Write {count} pairs.', examples: [] } },
}

let folder: string
const at = (...names: readonly string[]): string => path.join(folder, ...names)

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'pairloom-'))
  for (const name of ['mlc/resolve/main', 'bare', 'empty']) await mkdir(at(name), { recursive: true })
  const files = {
    'model.gguf': '',
    'text.txt': '',
    'lib.wasm': '',
    'mlc/resolve/main/mlc-chat-config.json': '{}',
    'mlc/resolve/main/tensor-cache.json': '{}',
    'mlc/lib.wasm': '',
    'bare/mlc-chat-config.json': '{}',
    'bare/tensor-cache.json': '{}',
    'own.json': JSON.stringify(OWN),
    'broken.json': '{',
    'empty.json': '{}',
    'answers.jsonl': '{"text":"a","completion":"b"}\n\n{"text":"c","completion":"d","more":1}\n',
    'blank.jsonl': '\n\n',
    'rows.jsonl': '{"text":"a","completion":"b"}\n{"text":"a","answer":"b"}\n',
    'no.jsonl': 'text,completion\n',
  }
  for (const [name, text] of Object.entries(files)) await writeFile(at(name), text)
})

afterAll(() => rm(folder, { recursive: true }))

describe('options that name a model', () => {
  it('are none where none is given: the rules write', async () => {
    expect(await readModelOptions(NOTHING)).toBeNull()
  })

  it('a GGUF, with the first recipe and the usual context', async () => {
    const chosen = await readModelOptions({ ...NOTHING, engine: 'wllama', model: at('model.gguf') })
    expect(chosen).toMatchObject({
      model: { engine: 'wllama', id: null, contextTokens: null },
      files: [at('model.gguf')],
    })
    expect(chosen).toMatchObject({ model: { recipe: { name: 'reading-comprehension' } } })
  })

  it('a folder with its library inside, or named beside it', async () => {
    const inside = await readModelOptions({ ...NOTHING, engine: 'webllm', model: at('mlc') })
    expect(inside).toMatchObject({
      files: [
        at('mlc/lib.wasm'),
        at('mlc/resolve/main/mlc-chat-config.json'),
        at('mlc/resolve/main/tensor-cache.json'),
      ],
    })
    const beside = await readModelOptions({
      ...NOTHING,
      engine: 'webllm',
      model: at('bare'),
      library: at('lib.wasm'),
      context: '1024',
    })
    expect(beside).toMatchObject({ model: { contextTokens: 1024 } })
    expect(beside).toMatchObject({
      files: [at('bare/mlc-chat-config.json'), at('bare/tensor-cache.json'), at('lib.wasm')],
    })
  })

  it('the name of a model that the list or a profile holds', async () => {
    const chosen = await readModelOptions({ ...NOTHING, engine: 'webllm', model: 'Llama-3.2-1B-Instruct-q4f16_1-MLC' })
    expect(chosen).toMatchObject({ model: { id: 'Llama-3.2-1B-Instruct-q4f16_1-MLC' }, files: [] })
  })

  it('a recipe by name, or out of a file', async () => {
    const words = { ...NOTHING, engine: 'wllama', model: at('model.gguf') }
    expect(await readModelOptions({ ...words, recipe: 'summary' })).toMatchObject({
      model: { recipe: { name: 'summary' } },
    })
    expect(await readModelOptions({ ...words, recipe: at('own.json') })).toMatchObject({
      model: { recipe: { name: 'own' } },
    })
  })

  it.each([
    [{ model: 'model.gguf' }, '--engine is webllm, wllama or replay.'],
    [{ recipe: 'summary' }, '--engine is webllm, wllama or replay.'],
    [{ engine: 'llama', model: 'model.gguf' }, '--engine is webllm, wllama or replay.'],
    [{ engine: 'wllama' }, '--model names a model, a folder or a file.'],
    [{ engine: 'wllama', model: 'gone.gguf' }, 'There is no'],
    [{ engine: 'webllm', model: 'gone/' }, 'There is no'],
    [{ engine: 'webllm', model: 'bare', library: 'gone.wasm' }, 'There is no'],
    [{ engine: 'webllm', model: 'bare' }, 'the compiled library (.wasm) is missing. --model-lib FILE.wasm names'],
    [{ engine: 'webllm', model: 'mlc', library: 'lib.wasm' }, 'there is more than one library'],
    [{ engine: 'webllm', model: 'model.gguf' }, 'holds no mlc-chat-config.json'],
    [{ engine: 'webllm', model: 'empty' }, 'holds no mlc-chat-config.json'],
    [{ engine: 'wllama', model: 'mlc' }, '--engine wllama runs GGUF files'],
    [{ engine: 'wllama', model: 'text.txt' }, '--engine wllama runs GGUF files'],
    [{ engine: 'wllama', model: 'model.gguf', context: '100' }, '--context is a whole number of tokens, 512 or more.'],
    [{ engine: 'wllama', model: 'model.gguf', context: 'many' }, '--context is a whole number of tokens, 512 or more.'],
    [{ engine: 'wllama', model: 'model.gguf', recipe: 'poems' }, '--recipe is a file (.json) or one of reading-'],
    [{ engine: 'wllama', model: 'model.gguf', recipe: 'gone.json' }, 'There is no'],
    [{ engine: 'wllama', model: 'model.gguf', recipe: 'broken.json' }, 'holds no recipe: the file is not JSON.'],
    [{ engine: 'wllama', model: 'model.gguf', recipe: 'empty.json' }, 'holds no recipe: the recipe has no name.'],
  ])('%j is refused: %s', async (given, fault) => {
    const paths = Object.entries(given).map(([key, word]) => {
      const isPath = key === 'model' || key === 'library' || word.endsWith('.json')
      return [key, isPath ? at(word) : word] as const
    })
    expect(await readModelOptions({ ...NOTHING, ...Object.fromEntries(paths) })).toMatchObject({
      fault: expect.stringContaining(fault),
    })
  })
})

describe('answers made elsewhere', () => {
  const REPLAY: ModelWords = { ...NOTHING, engine: 'replay', synthesizer: 'tagged' }

  it('REPLAY5: are handed on under a name by their content, with a recipe only for a chat model', async () => {
    const chosen = await readModelOptions({ ...REPLAY, answers: at('answers.jsonl') })
    expect(chosen).toEqual({
      model: {
        engine: 'replay',
        id: expect.stringMatching(/^answers-[0-9a-f]{12}$/u),
        contextTokens: null,
        recipe: null,
      },
      files: [at('answers.jsonl')],
    })
    const chat = await readModelOptions({ ...REPLAY, synthesizer: 'chat', answers: at('answers.jsonl') })
    expect(chat).toMatchObject({ model: { recipe: { name: 'reading-comprehension' } } })
  })

  it.each([
    [{}, '--engine replay needs --answers FILE.jsonl.'],
    [{ answers: 'missing.jsonl' }, 'There is no file missing.jsonl'],
    [{ answers: 'blank.jsonl' }, 'blank.jsonl holds no answer. Each line is {"text"'],
    [{ answers: 'rows.jsonl' }, 'rows.jsonl: line 2 has no "completion". Each line is'],
    [{ answers: 'no.jsonl' }, 'no.jsonl: line 1 is not JSON. Each line is'],
    [{ answers: 'answers.jsonl', model: 'x' }, '--model has no place beside it.'],
    [{ answers: 'answers.jsonl', library: 'x' }, '--model-lib has no place beside it.'],
    [{ answers: 'answers.jsonl', recipe: 'summary' }, '--recipe and --teach go with --synthesizer chat'],
    [{ engine: 'wllama', answers: 'answers.jsonl' }, '--answers goes with --engine replay.'],
  ])('REPLAY1: %j is refused: %s', async (words: Partial<ModelWords>, fault) => {
    const answers =
      words.answers === undefined || words.answers.startsWith('missing') ? words.answers : at(words.answers)
    const said = await readModelOptions({ ...REPLAY, ...words, answers })
    expect(said).toMatchObject({ fault: expect.stringContaining(fault) })
  })
})

import { expect, it } from 'vitest'
import type { MlcSource } from '#core/models/model-source'
import { type Problem, problemOf } from '#core/problem'
import { createWebllmEngine } from '#engines/webllm/webllm-engine'
import { type MlcBodies, storeMlc } from '#test/support/mlc-model'

const NEVER = { aborted: false }
const nothing = (): void => undefined

const CONFIG = JSON.stringify({
  model_type: 'llama',
  quantization: 'q0f32',
  context_window_size: 1024,
  tokenizer_files: ['tokenizer.json', 'tokenizer_config.json'],
  conv_template: { seps: ['\n'], stop_str: ['</s>'], role_templates: { user: '{user_message}' } },
})
const MANIFEST = JSON.stringify({
  records: [
    { dataPath: 'params_shard_0.bin', nbytes: 10, records: [] },
    { dataPath: 'params_shard_1.bin', nbytes: 20, records: [] },
  ],
})

/** A WebAssembly module with nothing in it: valid, and no library of this version. */
const EMPTY_MODULE = new Blob([new Uint8Array([0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00])])
/** One that wants what older versions offered: `(import "env" "TVMWasmPackedCFunc" (func))`. */
const OLD_MODULE = new Blob([
  new Uint8Array([0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 4, 1, 0x60, 0, 0, 2, 26, 1, 3]),
  'env',
  new Uint8Array([18]),
  'TVMWasmPackedCFunc',
  new Uint8Array([0, 0]),
])

const WHOLE: MlcBodies = {
  'webllm/config': { 'mlc-chat-config.json': CONFIG },
  'webllm/wasm': { 'library.wasm': EMPTY_MODULE },
  'webllm/model': {
    'tensor-cache.json': MANIFEST,
    'tokenizer.json': '{}',
    'params_shard_0.bin': '0123456789',
    'params_shard_1.bin': '01234567890123456789',
  },
}

let made = 0

/** What loading a model with these files fails with. */
async function problemWith(
  change: (files: Record<keyof MlcBodies, Record<string, Blob | string>>) => void,
  source: Partial<MlcSource> = {},
): Promise<Problem> {
  const files = {
    'webllm/config': { ...WHOLE['webllm/config'] },
    'webllm/wasm': { ...WHOLE['webllm/wasm'] },
    'webllm/model': { ...WHOLE['webllm/model'] },
  }
  change(files)
  const stored = await storeMlc(`crafted-${made++}`, files, 1024)
  const engine = createWebllmEngine(nothing)
  const requests = performance.getEntriesByType('resource').length
  const problem = await engine.load(NEVER, { ...stored, ...source }, nothing).then(
    () => expect.fail('it loaded'),
    (thrown: unknown) => problemOf(thrown),
  )
  expect(performance.getEntriesByType('resource').length, 'nothing was asked of the network').toBe(requests)
  await engine.dispose()
  return problem
}

const without = (cache: keyof MlcBodies, name: string) => (files: Record<keyof MlcBodies, Record<string, unknown>>) => {
  Reflect.deleteProperty(files[cache], name)
}

it.each([
  ['config', 'webllm/config', 'mlc-chat-config.json'],
  ['manifest', 'webllm/model', 'tensor-cache.json'],
  ['library', 'webllm/wasm', 'library.wasm'],
  ['tokenizer', 'webllm/model', 'tokenizer.json'],
] as const)('WEBLLM3: a model without its %s is missing', async (_name, cache, file) => {
  expect(await problemWith(without(cache, file))).toMatchObject({ kind: 'model-missing' })
})

it.each(['params_shard_0.bin', 'params_shard_1.bin'])('WEBLLM3: a cache without %s is half-written', async name => {
  expect(await problemWith(without('webllm/model', name))).toMatchObject({ kind: 'model-missing' })
})

it('WEBLLM3: weights of another size are damaged, and named', async () => {
  const problem = await problemWith(files => {
    files['webllm/model']['params_shard_1.bin'] = '<html>Please log in'
  })
  expect(problem).toMatchObject({ kind: 'model-damaged', file: 'params_shard_1.bin' })
  expect(problem).toMatchObject({ detail: '19 bytes instead of 20' })
})

it('WEBLLM4: a library that is a page of some portal is damaged', async () => {
  const problem = await problemWith(files => {
    files['webllm/wasm']['library.wasm'] = '<!doctype html><title>Please log in</title>'
  })
  expect(problem).toMatchObject({ kind: 'model-damaged', file: 'library.wasm' })
})

it('WEBLLM4: a library that is cut off is damaged', async () => {
  const problem = await problemWith(files => {
    files['webllm/wasm']['library.wasm'] = OLD_MODULE.slice(0, 30)
  })
  expect(problem).toMatchObject({ kind: 'model-damaged', file: 'library.wasm' })
})

it.each([
  ['lacks what is called', EMPTY_MODULE, 'lacks TVMWasmAllocSpace'],
  ['wants what is not offered', OLD_MODULE, 'wants TVMWasmPackedCFunc'],
] as const)('WEBLLM4: a library that %s is of another version', async (_name, module, detail) => {
  const problem = await problemWith(files => {
    files['webllm/wasm']['library.wasm'] = module
  })
  expect(problem).toMatchObject({ kind: 'library-mismatch', detail: expect.stringContaining(detail) })
})

it.each([
  ['webllm/config', 'mlc-chat-config.json', '<html>'],
  ['webllm/config', 'mlc-chat-config.json', CONFIG.replace('"seps"', '"steps"')],
  ['webllm/model', 'tensor-cache.json', '{"records": []}'],
  ['webllm/model', 'tensor-cache.json', MANIFEST.replace('"nbytes":10', '"nbytes":"ten"')],
] as const)('WEBLLM3: a broken file of %s is named', async (cache, name, body) => {
  const problem = await problemWith(files => {
    files[cache][name] = body
  })
  expect(problem).toMatchObject({ kind: 'model-damaged', file: name })
})

it.each(['http://localhost:5173/library.wasm', 'library.wasm', '/models/library.wasm'])(
  'WEBLLM5: a library is not looked for at %s, where web-llm would fetch it anew each time',
  async library => {
    expect(await problemWith(nothing, { library })).toMatchObject({ kind: 'engine-refused' })
  },
)

it('WEBLLM1: a record that needs 16-bit floats is refused before its files are looked at', async () => {
  const problem = await problemWith(without('webllm/config', 'mlc-chat-config.json'), { f16: true })
  expect(problem).toMatchObject({ kind: 'no-gpu', need: 'f16' })
})

import { describe, expect, it } from 'vitest'
import { modelAddress } from '#core/models/model-address'
import { chooseMlcFiles, mlcKey, mlcParts, readMlcConfig, readMlcManifest } from '#core/models/mlc-folder'
import { type Problem, problemOf } from '#core/problem'

function problem(work: () => unknown): Problem {
  try {
    work()
  } catch (thrown) {
    return problemOf(thrown)
  }
  return { kind: 'unexpected', detail: 'it worked' }
}

const CONFIG = { quantization: 'q4f16_1', context_window_size: 4096, tokenizer_files: ['tokenizer.json'] }
const MD5 = '0123456789abcdef0123456789abcdef'

describe('a folder in the layout of MLC', () => {
  it('MODEL8: the config says quantization, tokenizer and a window of at most 4096 tokens', () => {
    expect(readMlcConfig(JSON.stringify(CONFIG))).toEqual({
      contextTokens: 4096,
      quantization: 'q4f16_1',
      f16: true,
      tokenizer: 'tokenizer.json',
    })
    const other = {
      ...CONFIG,
      quantization: 'q4f32_1',
      context_window_size: 131072,
      tokenizer_files: ['tokenizer.model'],
    }
    expect(readMlcConfig(JSON.stringify(other))).toMatchObject({
      contextTokens: 4096,
      f16: false,
      tokenizer: 'tokenizer.model',
    })
    expect(readMlcConfig(JSON.stringify({ ...CONFIG, context_window_size: -1 })).contextTokens).toBe(4096)
    expect(readMlcConfig(JSON.stringify({ ...CONFIG, context_window_size: 512 })).contextTokens).toBe(512)
  })

  it('MODEL8: what is no config is named, also a web page in its place', () => {
    expect(problem(() => readMlcConfig('<!doctype html>'))).toMatchObject({
      detail: expect.stringMatching(/web page/u),
    })
    expect(problem(() => readMlcConfig('{"quantization": 4'))).toMatchObject({ kind: 'model-damaged' })
    expect(problem(() => readMlcConfig('[]'))).toMatchObject({ kind: 'not-a-model' })
    const old = JSON.stringify({ ...CONFIG, tokenizer_files: ['vocab.json'] })
    expect(problem(() => readMlcConfig(old))).toMatchObject({ kind: 'not-a-model' })
  })

  it('MODEL8: the manifest lists plain names with sizes, and nothing that leads out of the folder', () => {
    const manifest = (record: object): string => JSON.stringify({ records: [record] })
    expect(readMlcManifest(manifest({ dataPath: 'params_shard_0.bin', nbytes: 7, md5sum: MD5.toUpperCase() }))).toEqual(
      [{ name: 'params_shard_0.bin', cache: 'webllm/model', bytes: 7, md5: MD5 }],
    )
    expect(readMlcManifest(manifest({ dataPath: 'a/b.bin', nbytes: 7, md5sum: 'none' }))[0]?.md5).toBeNull()
    for (const dataPath of ['../x.bin', '/x.bin', 'https://other.example/x.bin', 'a/../../x', '', 'a?b', 5]) {
      expect(problem(() => readMlcManifest(manifest({ dataPath, nbytes: 1 })))).toMatchObject({ kind: 'model-damaged' })
    }
    expect(problem(() => readMlcManifest(manifest({ dataPath: 'a.bin', nbytes: -1 }))).kind).toBe('model-damaged')
    expect(problem(() => readMlcManifest('{"records": []}')).kind).toBe('model-damaged')
  })

  it('MODEL8: every file has the key that web-llm asks for', () => {
    const parts = mlcParts(readMlcConfig(JSON.stringify(CONFIG)), [
      { name: 'params_shard_0.bin', cache: 'webllm/model', bytes: 1, md5: null },
    ])
    expect(parts.map(({ cache, name }) => `${cache} ${mlcKey('https://hub.example/m/', name)}`)).toEqual([
      'webllm/config https://hub.example/m/resolve/main/mlc-chat-config.json',
      'webllm/model https://hub.example/m/resolve/main/tensor-cache.json',
      'webllm/model https://hub.example/m/resolve/main/tokenizer.json',
      'webllm/model https://hub.example/m/resolve/main/params_shard_0.bin',
    ])
  })

  it('MODEL8: config, manifest (under either name) and the one library are found wherever they lie', () => {
    expect(
      chooseMlcFiles(['m/params_shard_0.bin', 'm/library.wasm', 'm/ndarray-cache.json', 'm/mlc-chat-config.json']),
    ).toEqual({
      config: 3,
      manifest: 2,
      library: 1,
      folder: 'm',
    })
    const both = [
      'ndarray-cache.json',
      'tensor-cache.json',
      'mlc-chat-config.json',
      'x/mlc-chat-config.json',
      'l/a.wasm',
    ]
    expect(chooseMlcFiles(both)).toEqual({ config: 2, manifest: 1, library: 4, folder: '' })
    expect(chooseMlcFiles(['model.gguf'])).toBeNull()
    expect(problem(() => chooseMlcFiles(['mlc-chat-config.json', 'a.wasm']))).toMatchObject({
      detail: 'tensor-cache.json is missing',
    })
    const bare = ['mlc-chat-config.json', 'tensor-cache.json']
    expect(problem(() => chooseMlcFiles(bare))).toMatchObject({ detail: expect.stringMatching(/library.*missing/u) })
    expect(problem(() => chooseMlcFiles([...bare, 'a.wasm', 'b.wasm']))).toMatchObject({
      detail: 'there is more than one library: a.wasm, b.wasm',
    })
  })
})

describe('an address that a person gives', () => {
  it('MODEL13: a GGUF, also by the page of the hub that shows it', () => {
    expect(modelAddress(' https://huggingface.co/o/r/blob/main/m%20x.gguf ', null)).toEqual({
      kind: 'gguf',
      name: 'm x.gguf',
      urls: ['https://huggingface.co/o/r/resolve/main/m%20x.gguf'],
    })
    const query = 'https://host.example/m.gguf?download=true'
    expect(modelAddress(query, null)).toEqual({ kind: 'gguf', name: 'm.gguf', urls: [query] })
  })

  it('MODEL13: any part of a split GGUF stands for all', () => {
    const part = (n: number): string => `https://host.example/a/m-0000${n}-of-00003.gguf?x=1`
    expect(modelAddress(part(2), null)).toMatchObject({ urls: [part(1), part(2), part(3)] })
  })

  it('MODEL13: a folder with its library; without one it says so', () => {
    const library = 'https://host.example/l.wasm'
    expect(modelAddress('https://huggingface.co/mlc-ai/m-MLC', library)).toEqual({
      kind: 'mlc',
      name: 'm-MLC',
      folders: ['https://huggingface.co/mlc-ai/m-MLC/resolve/main/', 'https://huggingface.co/mlc-ai/m-MLC/'],
      library,
    })
    expect(modelAddress('https://huggingface.co/mlc-ai/m-MLC/tree/main/', library)).toEqual({
      kind: 'mlc',
      name: 'm-MLC',
      folders: ['https://huggingface.co/mlc-ai/m-MLC/resolve/main/'],
      library,
    })
    expect(problem(() => modelAddress('https://huggingface.co/mlc-ai/m-MLC', null)).kind).toBe('not-a-model')
    expect(problem(() => modelAddress('my model.gguf', null)).kind).toBe('not-a-model')
    expect(problem(() => modelAddress('file:///etc/m.gguf', null)).kind).toBe('not-a-model')
  })
})

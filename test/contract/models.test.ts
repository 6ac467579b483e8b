import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { APACHE } from '#core/models/licence'
import type { StoredModel } from '#core/models/model'
import { type Problem, problemOf } from '#core/problem'
import type { PickedFile } from '#messages/model-files-worker'
import { noteDownload } from '#storage/models/download-journal'
import { withModels } from '#storage/models/model-database'
import { modelSource } from '#storage/models/model-source'
import { addModel, deleteModel, noteModelSpeed, storedModel, storedModels } from '#storage/models/model-store'
import { sweepModels } from '#storage/models/sweep-models'
import { md5Of, sha256Of } from '#test/support/faulty-host'
import { makeGguf } from '#test/support/make-gguf'
import { type MemoryDisk, memoryDisk } from '#test/support/memory-disk'
import { noise } from '#test/support/noise'
import { type MlcFolder, mlcFolder, picked } from '#test/support/mlc-folder'
/* eslint-disable house/no-far-parent -- only tests import from app, so it has no short name */
import { addOwnFiles } from '../../src/app/downloads/add-own-files'
/* eslint-enable house/no-far-parent */

const never = new AbortController().signal
const GGUF = makeGguf()
const SHARDS = [noise(5000), noise(9000, 2)]
const LOCAL = 'https://local.invalid/'

let disk: MemoryDisk

beforeEach(async () => {
  disk = memoryDisk()
  await withModels('rw', async ({ models, downloads, parts }) => {
    await models.clear()
    await downloads.clear()
    await parts.clear()
  })
})

function gguf(name = 'tiny.gguf', bytes: Uint8Array<ArrayBuffer> = GGUF): PickedFile {
  return { path: name, file: new File([bytes], name) }
}

function add(files: readonly PickedFile[], signal = never, report: (bytes: number) => void = () => undefined) {
  return addOwnFiles(signal, disk, files, 7, ({ bytes }) => report(bytes))
}

async function problem(work: Promise<unknown>): Promise<Problem> {
  return work.then(
    () => ({ kind: 'unexpected', detail: 'it worked' }),
    (thrown: unknown) => problemOf(thrown),
  )
}

function without({ name, files }: MlcFolder, gone: string): MlcFolder {
  return { name, files: Object.fromEntries(Object.entries(files).filter(([path]) => path !== gone)) }
}

describe('a GGUF of the person', () => {
  it('MODEL6: is copied, listed under its name and digest, and handed to the engine as files', async () => {
    const told: number[] = []
    const model = await add([gguf()], never, bytes => told.push(bytes))
    expect(model).toMatchObject({
      id: `tiny-${sha256Of(GGUF).slice(0, 12)}`,
      engine: 'wllama',
      title: 'tiny llama',
      origin: 'file',
      bytes: GGUF.length,
      contextTokens: 2048,
      mlc: null,
      speed: null,
      addedAt: 7,
    })
    expect(told.at(-1)).toBe(GGUF.length)
    expect(await storedModels()).toEqual([model])
    const source = await modelSource(disk, model.id, 1024, 2)
    expect(source).toMatchObject({ engine: 'wllama', model: model.id, contextTokens: 1024, threads: 2 })
    if (source.engine !== 'wllama') throw new Error('another engine')
    const [file] = source.files
    if (!(file instanceof File)) throw new Error('no file')
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(GGUF)
  })

  it('MODEL6: the same file, under any name, is found again and not copied twice', async () => {
    const model = await add([gguf()])
    const left = disk.left()
    expect(await add([gguf('another name.gguf')])).toEqual(model)
    expect(disk.left()).toEqual(left)
    expect(await storedModels()).toHaveLength(1)
  })

  it('MODEL6: another file of the same size is another model', async () => {
    const other = GGUF.slice()
    other[other.length - 1] = (other.at(-1) ?? 0) ^ 1
    const ids = [(await add([gguf()])).id, (await add([gguf('tiny.gguf', other)])).id]
    expect(new Set(ids).size).toBe(2)
  })

  it('MODEL12: what is no model is refused before anything is copied', async () => {
    const cases = [
      [[gguf('a.gguf', noise(1000))], 'not-a-model'],
      [[gguf('a.gguf', makeGguf({ fault: 'truncated' }))], 'model-damaged'],
      [[{ path: 'a.txt', file: new File(['text'], 'a.txt') }], 'not-a-model'],
      [[gguf('a.gguf'), gguf('b.gguf')], 'not-a-model'],
      [[gguf('a-00001-of-00002.gguf')], 'model-damaged'],
      [[], 'not-a-model'],
    ] as const
    for (const [files, kind] of cases) expect((await problem(add(files))).kind).toBe(kind)
    expect(disk.left()).toEqual([])
  })

  it('MODEL12: cancelled or out of room, nothing of it stays', async () => {
    const control = new AbortController()
    expect(await problem(add([gguf()], control.signal, () => control.abort()))).toEqual({ kind: 'cancelled' })
    expect(disk.left()).toEqual([])
    disk.limit = GGUF.length - 1
    expect(await problem(add([gguf()]))).toEqual({ kind: 'quota-full' })
    expect(disk.left()).toEqual([])
    expect(await storedModels()).toEqual([])
  })
})

describe('a folder of MLC', () => {
  it('MODEL9: lies where web-llm looks, under an address at which nothing answers', async () => {
    const folder = mlcFolder(md5Of, SHARDS)
    const model = await add(picked(folder))
    expect(model).toMatchObject({
      engine: 'webllm',
      title: folder.name,
      origin: 'folder',
      contextTokens: 1024,
      gguf: null,
      mlc: { base: `${LOCAL}${model.id}/`, library: `${LOCAL}${model.id}/library.wasm`, f16: true },
    })
    expect(model.id).toMatch(/^tiny-q4f16_1-MLC-[\da-f]{12}$/u)
    const key = (name: string): string => `${LOCAL}${model.id}/resolve/main/${name}`
    expect(disk.left()).toEqual(
      [
        `webllm/config ${key('mlc-chat-config.json')}`,
        `webllm/model ${key('params_shard_0.bin')}`,
        `webllm/model ${key('params_shard_1.bin')}`,
        `webllm/model ${key('tensor-cache.json')}`,
        `webllm/model ${key('tokenizer.json')}`,
        `webllm/wasm ${LOCAL}${model.id}/library.wasm`,
      ].sort(),
    )
    expect(await modelSource(disk, model.id, 512, 1)).toEqual({
      engine: 'webllm',
      model: model.id,
      base: `${LOCAL}${model.id}/`,
      library: `${LOCAL}${model.id}/library.wasm`,
      contextTokens: 512,
      f16: true,
    })
    expect(await add(picked(folder))).toEqual(model)
  })

  it('MODEL9: an older conversion has its manifest put under the name that is asked for', async () => {
    const model = await add(picked(mlcFolder(md5Of, SHARDS, { manifest: 'ndarray-cache.json' })))
    expect(disk.left()).toContain(`webllm/model ${model.mlc?.base ?? ''}resolve/main/tensor-cache.json`)
    expect(disk.left().join()).not.toContain('ndarray')
  })

  it('MODEL12: what is missing or wrong is named, and nothing of the folder stays', async () => {
    const folder = mlcFolder(md5Of, SHARDS)
    const changed = (name: string, bytes: Uint8Array<ArrayBuffer>): MlcFolder => ({
      ...folder,
      files: { ...folder.files, [name]: bytes },
    })
    const shard = 'params_shard_1.bin'
    const cases: readonly [MlcFolder, RegExp][] = [
      [without(folder, shard), /missing: params_shard_1\.bin/u],
      [without(folder, 'tokenizer.json'), /missing: tokenizer\.json/u],
      [without(folder, 'library.wasm'), /library/u],
      [changed(shard, noise(8999, 2)), /8999 bytes in place of 9000/u],
      [changed(shard, noise(9000, 3)), /checksum/u],
      [changed('library.wasm', new TextEncoder().encode('<html>')), /web page/u],
    ]
    for (const [files, detail] of cases) {
      expect(await problem(add(picked(files)))).toMatchObject({ detail: expect.stringMatching(detail) })
      expect(disk.left()).toEqual([])
    }
    disk.limit = 10_000
    expect(await problem(add(picked(folder)))).toEqual({ kind: 'quota-full' })
    expect(disk.left()).toEqual([])
  })
})

describe('the list of models', () => {
  it('MODEL5: a model is listed in one step with the end of its download; one that is there stays as it is', async () => {
    await noteDownload({ model: 'd', title: 'D', url: 'https://hub.example/' })
    const model: StoredModel = {
      id: 'd',
      engine: 'webllm',
      title: 'D',
      origin: 'catalogue',
      bytes: 3,
      contextTokens: 4096,
      licence: APACHE,
      gguf: null,
      mlc: { base: 'https://hub.example/', library: 'https://hub.example/l.wasm', f16: true },
      speed: null,
      addedAt: 1,
    }
    await addModel({ id: 'd', model, files: [], sha256: null }, 'd')
    expect(await withModels('r', ({ downloads }) => downloads.count())).toBe(0)
    await noteModelSpeed('d', { prefill: 10, decode: 2, loadMs: 900 })
    await addModel({ id: 'd', model, files: [], sha256: null }, null)
    expect((await storedModel('d'))?.speed).toEqual({ prefill: 10, decode: 2, loadMs: 900 })
    await noteModelSpeed('gone', { prefill: 1, decode: 1, loadMs: 1 })
    expect(await storedModels()).toHaveLength(1)
  })

  it('MODEL7: deleting leaves nothing, also when the storage is full', async () => {
    const model = await add([gguf()])
    const folder = await add(picked(mlcFolder(md5Of, SHARDS)))
    disk.limit = 0
    await deleteModel(disk, folder.id)
    expect(disk.left()).toHaveLength(1)
    await deleteModel(disk, model.id)
    expect(disk.left()).toEqual([])
    expect(await storedModels()).toEqual([])
    await deleteModel(disk, model.id)
  })

  it('MODEL7: a file that another model uses as well stays until that is deleted too', async () => {
    const shared = { cache: 'webllm/wasm', key: 'https://hub.example/shared.wasm' } as const
    const model = await add([gguf()])
    await disk.putCached(never, shared, new Blob(['x']), 'm')
    for (const id of ['a', 'b']) {
      await addModel({ id, model: { ...model, id }, files: [{ at: shared, bytes: 1 }], sha256: null }, null)
    }
    await deleteModel(disk, 'a')
    expect(await disk.cached(shared.cache, shared.key)).not.toBeNull()
    await deleteModel(disk, 'b')
    expect(await disk.cached(shared.cache, shared.key)).toBeNull()
    expect(disk.left()).toHaveLength(1)
  })

  it('MODEL10: what is missing is found before an engine is asked', async () => {
    expect(await problem(modelSource(disk, 'none', 1024, 1))).toEqual({ kind: 'model-missing', model: 'none' })
    const model = await add([gguf()])
    const [path = ''] = disk.left()
    await disk.removeFile(path)
    expect((await problem(modelSource(disk, model.id, 1024, 1))).kind).toBe('model-damaged')
    const folder = await add(picked(mlcFolder(md5Of, SHARDS)))
    await disk.removeCached('webllm/model', `${folder.mlc?.base ?? ''}resolve/main/params_shard_1.bin`)
    expect(await problem(modelSource(disk, folder.id, 1024, 1))).toMatchObject({
      kind: 'model-damaged',
      file: 'params_shard_1.bin',
    })
  })

  it('MODEL11: what a crash left goes; models, stopped downloads and entries of other programs stay', async () => {
    const request = vi.fn((_name: string, _options: object, work: (lock: object) => unknown) => work({}))
    vi.stubGlobal('navigator', { locks: { request, query: async () => ({ held: [] }) } })
    const model = await add([gguf()])
    const folder = await add(picked(mlcFolder(md5Of, SHARDS)))
    const keep = disk.left()
    await noteDownload({ model: 'stopped', title: 'S', url: 'https://hub.example/' })
    const write = async (path: string): Promise<void> => {
      const writer = await disk.writer(path)
      writer.write(noise(10), 0)
      writer.close()
    }
    await write('stopped/params_shard_0.bin.part')
    await write('own-left-by-a-crash/0.gguf')
    await disk.putCached(never, { cache: 'webllm/model', key: `${LOCAL}x-1/resolve/main/a.bin` }, new Blob(['x']), 'm')
    await disk.putCached(never, { cache: 'webllm/model', key: 'https://hub.example/theirs.bin' }, new Blob(['x']), 'm')
    await sweepModels(disk)
    const left = [...keep, 'stopped/params_shard_0.bin.part', 'webllm/model https://hub.example/theirs.bin']
    expect(disk.left()).toEqual(left.sort())
    expect((await storedModels()).map(({ id }) => id).sort()).toEqual([model.id, folder.id].sort())
    expect(request.mock.calls.at(-1)?.[1]).toEqual({ ifAvailable: true })
  })

  it('MODEL11: while somebody puts files down nothing is swept', async () => {
    const request = (_name: string, _options: object, work: (lock: null) => unknown): unknown => work(null)
    vi.stubGlobal('navigator', { locks: { request } })
    const writer = await disk.writer('own-in-the-making/0.gguf')
    writer.close()
    await sweepModels(disk)
    expect(disk.left()).toEqual(['own-in-the-making/0.gguf'])
  })
})

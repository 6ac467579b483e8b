import 'fake-indexeddb/auto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { APACHE } from '#core/models/licence'
import { modelAddress } from '#core/models/model-address'
import type { CatalogueModel, StoredModel } from '#core/models/model'
import { type Problem, problemOf } from '#core/problem'
import type { DownloadWorkerApi, DownloadWorkerEvents } from '#messages/download-worker'
import { type Client, connect, serve } from '#messages/rpc'
import { downloadJournal, noteDownload } from '#storage/models/download-journal'
import { withModels } from '#storage/models/model-database'
import { modelSource } from '#storage/models/model-source'
import { deleteModel, storedModels } from '#storage/models/model-store'
import { type FaultyHost, md5Of, sha256Of, startFaultyHost } from '#test/support/faulty-host'
import { makeGguf } from '#test/support/make-gguf'
import { type MemoryDisk, memoryDisk } from '#test/support/memory-disk'
import { mlcFolder } from '#test/support/mlc-folder'
import { noise } from '#test/support/noise'
/* eslint-disable house/no-far-parent -- only tests import from app, so it has no short name */
import { probeFile, readText } from '../../../src/app/downloads/ask-host'
import { fetchModel } from '../../../src/app/downloads/fetch-model'
import { finishDownload } from '../../../src/app/downloads/finish-download'
import { addressKey, planAddress, planCatalogue } from '../../../src/app/downloads/plan-download'
import { inspectGguf } from '../../../src/app/downloads/read-file'
/* eslint-enable house/no-far-parent */

const never = (): AbortSignal => new AbortController().signal
const NETWORK = { fetch: (url: string, init: RequestInit) => fetch(url, init), pauses: [5, 5], silenceMs: 500 }
const SHARDS = [noise(5000), noise(9000, 2)]
const FOLDER = mlcFolder(md5Of, SHARDS)
const GGUF = makeGguf()

let host: FaultyHost
let disk: MemoryDisk
let worker: Client<DownloadWorkerApi, DownloadWorkerEvents>
let close: () => void

beforeAll(async () => {
  host = await startFaultyHost()
})
afterAll(() => host.close())
afterEach(() => close())

/** The worker's own handlers, over a disk that is not there. */
beforeEach(async () => {
  disk = memoryDisk()
  const tools = { ...NETWORK, disk, journal: downloadJournal() }
  const { port1, port2 } = new MessageChannel()
  serve<DownloadWorkerApi, DownloadWorkerEvents>(port1, {
    readText: (signal, { url }) => readText(signal, tools, url),
    probe: (signal, { url, firstBytes }) => probeFile(signal, tools, url, firstBytes),
    fetch: (signal, { model, files }, progress) => fetchModel(signal, tools, model, files, progress),
    discard: () => null,
  })
  worker = connect<DownloadWorkerApi, DownloadWorkerEvents>(port2)
  port1.start()
  port2.start()
  close = () => port1.close()
  host.asked.length = 0
  await withModels('rw', async ({ models, downloads, parts }) => {
    await models.clear()
    await downloads.clear()
    await parts.clear()
  })
})

function serveFolder(under: string, folder = FOLDER): void {
  for (const [name, bytes] of Object.entries(folder.files)) host.put(under + name, bytes)
}

async function fetchAddress(url: string, library: string | null): Promise<StoredModel> {
  const address = modelAddress(url, library)
  const key = await addressKey(address)
  await noteDownload({ model: key, title: address.name, url })
  const plan = await planAddress(never(), worker, key, address)
  const fetched = await worker.call('fetch', { model: key, files: plan.files })
  return finishDownload({ disk, inspect: inspectGguf, now: 5, catalogue: null }, plan, fetched)
}

async function problem(work: Promise<unknown>): Promise<Problem> {
  return work.then(
    () => ({ kind: 'unexpected', detail: 'it worked' }),
    (thrown: unknown) => problemOf(thrown),
  )
}

function catalogue(files: CatalogueModel['files'], engine: CatalogueModel['engine']): CatalogueModel {
  return {
    id: 'Tiny-q4f16_1-MLC',
    engine,
    title: 'Tiny',
    parameters: 0.1,
    quantization: 'q4f16_1',
    languages: ['en'],
    licence: APACHE,
    downloadMb: 1,
    memoryMb: 1,
    needsF16: true,
    contextTokens: 4096,
    files,
    twin: null,
  }
}

async function fetchCatalogue(model: CatalogueModel): Promise<StoredModel> {
  await noteDownload({ model: model.id, title: model.title, url: host.url })
  const plan = await planCatalogue(never(), worker, model)
  const fetched = await worker.call('fetch', { model: plan.key, files: plan.files })
  return finishDownload({ disk, inspect: inspectGguf, now: 5, catalogue: model }, plan, fetched)
}

describe('a model of the catalogue', () => {
  it('MODEL14: one of web-llm lies under its own address, with its library under exactly its own', async () => {
    serveFolder('c/m/resolve/main/')
    const base = `${host.url}c/m/`
    const library = `${base}resolve/main/library.wasm`
    const model = await fetchCatalogue(catalogue({ base, library }, 'webllm'))
    expect(model).toMatchObject({
      id: 'Tiny-q4f16_1-MLC',
      title: 'Tiny',
      origin: 'catalogue',
      licence: APACHE,
      contextTokens: 1024,
      mlc: { base, library, f16: true },
      addedAt: 5,
    })
    expect(disk.left()).toContain(`webllm/model ${base}resolve/main/params_shard_1.bin`)
    expect(disk.left()).toContain(`webllm/wasm ${library}`)
    expect(await modelSource(disk, model.id, 512, 1)).toMatchObject({ base, library })
    await deleteModel(disk, model.id)
    expect(disk.left()).toEqual([])
    expect(await withModels('r', ({ parts }) => parts.count())).toBe(0)
  })

  it('MODEL14: a GGUF keeps the id and the terms of the catalogue', async () => {
    host.put('t.gguf', GGUF)
    const model = await fetchCatalogue(catalogue({ urls: [`${host.url}t.gguf`] }, 'wllama'))
    expect(model).toMatchObject({ id: 'Tiny-q4f16_1-MLC', licence: APACHE, bytes: GGUF.length, mlc: null })
    expect(model.gguf?.architecture).toBe('llama')
    expect(await modelSource(disk, model.id, 512, 3)).toMatchObject({ engine: 'wllama', threads: 3 })
  })
})

describe('a model by its address', () => {
  it('MODEL6, MODEL13: a GGUF is named by its file and digest, and found again', async () => {
    host.put('x/own.gguf', GGUF)
    host.put('x/copy.gguf', GGUF)
    const model = await fetchAddress(`${host.url}x/own.gguf`, null)
    expect(model).toMatchObject({ id: `own-${sha256Of(GGUF).slice(0, 12)}`, origin: 'url', title: 'tiny llama' })
    const left = disk.left()
    expect(await fetchAddress(`${host.url}x/copy.gguf`, null)).toEqual(model)
    expect(disk.left()).toEqual(left)
  })

  it('MODEL9, MODEL13: a folder, with or without the layout of a hub, lies under an invented address', async () => {
    const flat = mlcFolder(md5Of, SHARDS, { manifest: 'ndarray-cache.json', quantization: 'q4f32_1' })
    serveFolder('flat/', flat)
    const model = await fetchAddress(`${host.url}flat`, `${host.url}flat/library.wasm`)
    expect(model.id).toMatch(/^flat-[\da-f]{12}$/u)
    expect(model.mlc).toEqual({
      base: `https://local.invalid/${model.id}/`,
      library: `https://local.invalid/${model.id}/library.wasm`,
      f16: false,
    })
    expect(disk.left()).toContain(`webllm/model ${model.mlc?.base ?? ''}resolve/main/tensor-cache.json`)
    expect((await modelSource(disk, model.id, 512, 1)).engine).toBe('webllm')
  })

  it('DOWN4: what turns out to be no model is deleted', async () => {
    host.put('no.gguf', new Uint8Array([...new TextEncoder().encode('GGUF'), ...noise(5000)]))
    expect(['not-a-model', 'model-damaged']).toContain((await problem(fetchAddress(`${host.url}no.gguf`, null))).kind)
    expect(disk.left()).toEqual([])
    expect(await storedModels()).toEqual([])
  })

  it('DOWN5: an address without a model says what the host answered', async () => {
    const found = await problem(fetchAddress(`${host.url}none`, `${host.url}l.wasm`))
    expect(found).toMatchObject({ kind: 'download-refused', status: 404 })
    expect((await problem(fetchAddress(`${host.url}none.gguf`, null))).kind).toBe('download-refused')
  })
})

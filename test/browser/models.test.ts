import { md5 } from 'hash-wasm'
import { cdp } from 'vitest/browser'
import { afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import { type Problem, problemOf } from '#core/problem'
import type { DownloadFile, DownloadProgress, DownloadWorkerApi, DownloadWorkerEvents } from '#messages/download-worker'
import type { ModelFilesWorkerApi, ModelFilesWorkerEvents, PickedFile } from '#messages/model-files-worker'
import { type Client, connect } from '#messages/rpc'
import { browserDisk } from '#storage/models/browser-disk'
import { noteDownload } from '#storage/models/download-journal'
import { modelSource } from '#storage/models/model-source'
import { deleteModel, storedModels, unfinishedModels } from '#storage/models/model-store'
import { sweepModels } from '#storage/models/sweep-models'
import type { Fault } from '#test/support/faulty-host'
import { makeGguf } from '#test/support/make-gguf'
import { mlcFolder, picked } from '#test/support/mlc-folder'
import { noise } from '#test/support/noise'
import { openSealedFrame } from '#test/support/sealed-worker'

type Downloads = Client<DownloadWorkerApi, DownloadWorkerEvents>
type OwnFiles = Client<ModelFilesWorkerApi, ModelFilesWorkerEvents>

const host = inject('faultyHost')
const disk = browserDisk()
const MODEL = 'm-MLC'
const KEY = 'https://hub.example/m-MLC/resolve/main/'
const WHOLE = noise(3_000_000)
const GGUF = makeGguf()
let wholeMd5 = ''
let worker: Worker

beforeAll(async () => {
  wholeMd5 = await md5(WHOLE)
})

/** As the app starts it: by URL. */
function startDownloads(): Downloads {
  worker = new Worker('/src/app/workers/model-download-worker.ts', { type: 'module' })
  return connect<DownloadWorkerApi, DownloadWorkerEvents>(worker)
}

async function startOwnFiles(): Promise<OwnFiles> {
  worker = (await openSealedFrame()).spawn('/src/app/workers/model-files-worker.ts')
  return connect<ModelFilesWorkerApi, ModelFilesWorkerEvents>(worker)
}

afterEach(async () => {
  worker.terminate()
  await deleteModel(disk, MODEL)
  for (const { id } of await storedModels()) await deleteModel(disk, id)
  await sweepModels(disk)
  expect(await left()).toEqual([])
})

/** Everything that lies anywhere. */
async function left(): Promise<readonly string[]> {
  const all: string[] = [...(await disk.folders())]
  for (const name of await caches.keys()) {
    const keys = await (await caches.open(name)).keys()
    all.push(
      ...keys.map(({ url }) => `${name} ${url}`).filter(key => key.includes('m-MLC') || key.includes('local.inv')),
    )
  }
  return all
}

async function put(path: string, bytes: Uint8Array<ArrayBuffer>, fault: Fault = {}): Promise<void> {
  await fetch(host + path, { method: 'PUT', body: bytes, headers: { 'x-fault': JSON.stringify(fault) } })
}

async function asked(path: string): Promise<readonly (string | null)[]> {
  const all: { path: string; range: string | null }[] = await (await fetch(`${host}asked`)).json()
  return all.filter(each => each.path === path).map(({ range }) => range)
}

function shard(name: string): DownloadFile {
  return { url: host + name, to: { cache: 'webllm/model', key: KEY + name }, bytes: WHOLE.length, md5: wholeMd5 }
}

async function problem(work: Promise<unknown>): Promise<Problem> {
  return work.then(
    () => ({ kind: 'unexpected', detail: 'it worked' }),
    (thrown: unknown) => problemOf(thrown),
  )
}

describe('the download worker, in a real browser', () => {
  it('DOWN1: puts what it checked into the Cache, byte for byte, and nothing stays beside it', async () => {
    await put('one.bin', WHOLE)
    const result = await startDownloads().call('fetch', { model: MODEL, files: [shard('one.bin')] })
    expect(result.bytes).toBe(WHOLE.length)
    const found = await (await caches.open('webllm/model')).match(new Request(`${KEY}one.bin`))
    expect(new Uint8Array((await found?.arrayBuffer()) ?? new ArrayBuffer(0))).toEqual(WHOLE)
    expect(await disk.folderBytes(MODEL)).toBe(0)
    expect(await disk.cached('webllm/model', `${KEY}one.bin`)).toEqual({ bytes: WHOLE.length, md5: wholeMd5 })
  })

  it('DOWN2: a worker that was killed is followed by one that goes on from its bytes', async () => {
    await put('killed.bin', WHOLE, { bytesPerSecond: 1_500_000 })
    await noteDownload({ model: MODEL, title: 'M', url: host })
    const first = startDownloads()
    const some = new Promise<void>(resolve => {
      void first
        .call(
          'fetch',
          { model: MODEL, files: [shard('killed.bin')] },
          { onProgress: ({ bytes }) => (bytes > 2_500_000 ? resolve() : undefined) },
        )
        .catch(() => undefined)
    })
    await some
    worker.terminate()
    await expect.poll(async () => (await unfinishedModels(disk)).length).toBe(1)
    const [unfinished] = await unfinishedModels(disk)
    expect(unfinished?.bytes).toBeGreaterThan(1_000_000)
    const told: DownloadProgress[] = []
    await put('killed.bin', WHOLE)
    await startDownloads().call(
      'fetch',
      { model: MODEL, files: [shard('killed.bin')] },
      { onProgress: progress => told.push(progress) },
    )
    expect((await asked('killed.bin')).at(-1)).toBe(`bytes=${unfinished?.bytes ?? 0}-`)
    expect(await disk.cached('webllm/model', `${KEY}killed.bin`)).toEqual({ bytes: WHOLE.length, md5: wholeMd5 })
  })

  it('DOWN2, DOWN3: connections that break are gone on with, and a host without ranges sends all again', async () => {
    await put('cut.bin', WHOLE, { cutAfter: 1_000_000, times: 1 })
    await put('whole.bin', WHOLE, { cutAfter: 1_000_000, times: 1, noRanges: true })
    await startDownloads().call('fetch', { model: MODEL, files: [shard('cut.bin'), shard('whole.bin')] })
    expect(await asked('cut.bin')).toEqual([null, 'bytes=1000000-'])
    expect((await asked('whole.bin')).length).toBe(2)
    expect(await disk.cached('webllm/model', `${KEY}whole.bin`)).toEqual({ bytes: WHOLE.length, md5: wholeMd5 })
  })

  it('DOWN4, DOWN5: every fault has its name, and nothing of it reaches the engines', async () => {
    await put('cors.bin', WHOLE, { noCors: true })
    await put('page.bin', WHOLE, { page: true })
    await put('wrong.bin', noise(WHOLE.length, 5))
    const downloads = startDownloads()
    const found = async (name: string): Promise<string> =>
      (await problem(downloads.call('fetch', { model: MODEL, files: [shard(name)] }))).kind
    expect(await found('nowhere.bin')).toBe('download-refused')
    expect(await found('page.bin')).toBe('model-damaged')
    expect(await found('wrong.bin')).toBe('model-damaged')
    expect(await found('cors.bin')).toBe('download-unreachable')
    expect((await left()).filter(place => place.startsWith('webllm'))).toEqual([])
  }, 60_000)

  it('DOWN6: cancelling stops within a second', async () => {
    await put('slow.bin', WHOLE, { bytesPerSecond: 200_000 })
    const control = new AbortController()
    const downloads = startDownloads()
    let began = (): void => undefined
    const some = new Promise<void>(resolve => {
      began = resolve
    })
    const done = problem(
      downloads.call(
        'fetch',
        { model: MODEL, files: [shard('slow.bin')] },
        { signal: control.signal, onProgress: ({ bytes }) => (bytes > 0 ? began() : undefined) },
      ),
    )
    await some
    const at = performance.now()
    control.abort()
    expect(await done).toEqual({ kind: 'cancelled' })
    expect(performance.now() - at).toBeLessThan(1000)
    expect(await disk.folderBytes(MODEL)).toBeGreaterThan(0)
    await downloads.call('discard', { model: MODEL })
    expect(await left()).toEqual([])
  })
})

describe('a full storage, in a real browser', () => {
  it('DOWN7, MODEL7: it is said, and deleting works', async () => {
    const { usage = 0 } = await navigator.storage.estimate()
    await put('full.bin', WHOLE)
    await put('room.bin', WHOLE)
    const downloads = startDownloads()
    await downloads.call('fetch', { model: MODEL, files: [shard('room.bin')] })
    const quota = { origin: location.origin, quotaSize: usage + WHOLE.length + 1_500_000 }
    await cdp().send('Storage.overrideQuotaForOrigin', quota)
    try {
      expect(await problem(downloads.call('fetch', { model: MODEL, files: [shard('full.bin')] }))).toEqual({
        kind: 'quota-full',
      })
      await deleteModel(disk, MODEL)
      expect(await left()).toEqual([])
    } finally {
      await cdp().send('Storage.overrideQuotaForOrigin', { origin: location.origin })
    }
  })
})

describe('models of the person, in a real browser', () => {
  const gguf: readonly PickedFile[] = [{ path: 'tiny.gguf', file: new File([GGUF], 'tiny.gguf') }]

  it('MODEL6: a GGUF is copied by a worker without network, and comes back as a file', async () => {
    const own = await startOwnFiles()
    expect((await own.call('inspect', { files: gguf.map(({ file }) => file) })).architecture).toBe('llama')
    const model = await own.call('add', { files: gguf, now: 1 })
    const source = await modelSource(disk, model.id, 1024, 2)
    if (source.engine !== 'wllama') throw new Error('another engine')
    const [file] = source.files
    if (!(file instanceof File)) throw new Error('no file')
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(GGUF)
    expect(await own.call('add', { files: gguf, now: 2 })).toEqual(model)
    expect(await disk.folders()).toHaveLength(1)
    await deleteModel(disk, model.id)
    expect(await left()).toEqual([])
  })

  it('MODEL9, MODEL12: a folder of MLC lies in the Cache; a wrong one leaves nothing', async () => {
    const shards = [noise(700_000), noise(100_000, 4)]
    const digests = new Map(await Promise.all(shards.map(async bytes => [bytes, await md5(bytes)] as const)))
    const folder = mlcFolder(bytes => [...digests].find(([each]) => each === bytes)?.[1] ?? '', shards)
    const own = await startOwnFiles()
    const wrong = { ...folder, files: { ...folder.files, 'params_shard_1.bin': noise(100_000, 9) } }
    expect(await problem(own.call('add', { files: picked(wrong), now: 1 }))).toMatchObject({
      kind: 'model-damaged',
      file: 'params_shard_1.bin',
    })
    expect(await left()).toEqual([])
    const model = await own.call('add', { files: picked(folder), now: 1 })
    const found = await (await caches.open('webllm/model')).match(
      new Request(`${model.mlc?.base ?? ''}resolve/main/params_shard_0.bin`),
    )
    expect(new Uint8Array((await found?.arrayBuffer()) ?? new ArrayBuffer(0))).toEqual(shards[0])
    expect((await modelSource(disk, model.id, 512, 1)).engine).toBe('webllm')
    await deleteModel(disk, model.id)
    expect(await left()).toEqual([])
  })

  it('MODEL12: a copy that is cancelled leaves nothing', async () => {
    const own = await startOwnFiles()
    const control = new AbortController()
    const large = new File([GGUF, new Uint8Array(200 << 20)], 'large.gguf')
    const at = { began: 0 }
    const done = problem(
      own.call(
        'add',
        { files: [{ path: 'large.gguf', file: large }], now: 1 },
        {
          signal: control.signal,
          onProgress: () => {
            at.began ||= performance.now()
            control.abort()
          },
        },
      ),
    )
    expect(await done).toEqual({ kind: 'cancelled' })
    expect(performance.now() - at.began).toBeLessThan(1000)
    expect(await left()).toEqual([])
  })
})

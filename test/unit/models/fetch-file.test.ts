import 'fake-indexeddb/auto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Problem, problemOf } from '#core/problem'
import type { DownloadFile, DownloadProgress } from '#messages/download-worker'
import { downloadJournal, noteDownload } from '#storage/models/download-journal'
import { deleteModel, unfinishedModels } from '#storage/models/model-store'
import { type FaultyHost, md5Of, sha256Of, startFaultyHost } from '#test/support/faulty-host'
import { type MemoryDisk, memoryDisk } from '#test/support/memory-disk'
import { noise } from '#test/support/noise'
/* eslint-disable house/no-far-parent -- only tests import from app, so it has no short name */
import { probeFile, readText } from '../../../src/app/downloads/ask-host'
import { fetchModel } from '../../../src/app/downloads/fetch-model'
import type { NetworkTools } from '../../../src/app/downloads/network'
/* eslint-enable house/no-far-parent */

const NETWORK: NetworkTools = {
  fetch: (url, init) => fetch(url, init),
  pauses: [5, 5, 5],
  silenceMs: 300,
}
const WHOLE = noise(200_000)
const MODEL = 'a model'
const never = new AbortController().signal

let host: FaultyHost
let disk: MemoryDisk

beforeAll(async () => {
  host = await startFaultyHost()
})
afterAll(() => host.close())
beforeEach(() => {
  disk = memoryDisk()
  host.asked.length = 0
})
afterEach(() => deleteModel(disk, MODEL))

function shard(name: string, bytes: Uint8Array | null, md5: string | null = bytes && md5Of(bytes)): DownloadFile {
  const key = `https://hub.example/m/resolve/main/${name}`
  return { url: host.url + name, to: { cache: 'webllm/model', key }, bytes: bytes?.length ?? null, md5 }
}

const kept = (name: string): string => `webllm/model https://hub.example/m/resolve/main/${name}`

function download(
  files: readonly DownloadFile[],
  signal: AbortSignal = never,
  report: (progress: DownloadProgress) => void = () => undefined,
) {
  return fetchModel(signal, { ...NETWORK, disk, journal: downloadJournal() }, MODEL, files, report)
}

async function problem(work: Promise<unknown>): Promise<Problem> {
  return work.then(
    () => ({ kind: 'unexpected', detail: 'it worked' }),
    (thrown: unknown) => problemOf(thrown),
  )
}

describe('a download', () => {
  it('DOWN1: checks size and digest, puts the file where engines read, and leaves nothing beside it', async () => {
    host.put('a.bin', WHOLE)
    const told: DownloadProgress[] = []
    const result = await download([shard('a.bin', WHOLE)], never, progress => told.push(progress))
    expect(result).toEqual({ bytes: WHOLE.length, files: [{ bytes: WHOLE.length, sha256: null }] })
    expect(disk.left()).toEqual([kept('a.bin')])
    expect(told.at(-1)).toMatchObject({ bytes: WHOLE.length, totalBytes: WHOLE.length, file: 1, files: 1 })
  })

  it('DOWN1: what is there and whole is not fetched again, also when another model brought it', async () => {
    host.put('a.bin', WHOLE)
    await download([shard('a.bin', WHOLE)])
    await download([shard('a.bin', WHOLE)])
    expect(host.asked).toHaveLength(1)
  })

  it('DOWN1: a file kept by path tells its SHA-256 and is found whole by the journal', async () => {
    const bytes = new Uint8Array([...new TextEncoder().encode('GGUF'), ...WHOLE])
    host.put('m.gguf', bytes)
    const file: DownloadFile = { url: `${host.url}m.gguf`, to: { path: 'a_model/m.gguf' }, bytes: null, md5: null }
    const first = await download([file])
    expect(first.files[0]).toEqual({ bytes: bytes.length, sha256: sha256Of(bytes) })
    expect(await download([file])).toEqual(first)
    expect(host.asked).toHaveLength(1)
    expect(disk.left()).toEqual(['a_model/m.gguf'])
  })

  it('DOWN2: a connection that breaks goes on where it stopped', async () => {
    host.put('a.bin', WHOLE, { cutAfter: 50_000, times: 2 })
    await download([shard('a.bin', WHOLE)])
    expect(host.asked.map(({ range }) => range)).toEqual([null, 'bytes=50000-', 'bytes=100000-'])
    expect(disk.left()).toEqual([kept('a.bin')])
  })

  it('DOWN2: breaking off for good says how far it came; later it goes on from there', async () => {
    host.put('a.bin', WHOLE, { cutAfter: 30_000, times: 1 })
    host.put('b.bin', WHOLE)
    const fail = { ...NETWORK, pauses: [] }
    const tools = { ...fail, disk, journal: downloadJournal() }
    await noteDownload({ model: MODEL, title: 'A', url: host.url })
    expect(await problem(fetchModel(never, tools, MODEL, [shard('a.bin', WHOLE)], () => undefined))).toEqual({
      kind: 'download-cut-off',
      url: `${host.url}a.bin`,
      bytes: 30_000,
      total: WHOLE.length,
    })
    expect(await unfinishedModels(disk)).toEqual([
      { model: MODEL, title: 'A', url: host.url, library: null, bytes: 30_000 },
    ])
    await download([shard('a.bin', WHOLE)])
    expect(host.asked.map(({ range }) => range)).toEqual([null, 'bytes=30000-'])
    expect(disk.left()).toEqual([kept('a.bin')])
  })

  it('DOWN2: silence is a broken connection', async () => {
    host.put('a.bin', WHOLE, { silentAfter: 10_000, times: 1 })
    await download([shard('a.bin', WHOLE)])
    expect(host.asked.map(({ range }) => range)).toEqual([null, 'bytes=10000-'])
  })

  it('DOWN3: a host that cannot go on in the middle sends all again, and that is said', async () => {
    host.put('n.bin', WHOLE, { noRanges: true })
    const told: DownloadProgress[] = []
    const journal = downloadJournal()
    const file = shard('n.bin', WHOLE)
    const writer = await disk.writer('a_model/https_hub.example_m_resolve_main_n.bin.part')
    writer.write(WHOLE.slice(0, 70_000), 0)
    writer.close()
    await journal.note({ model: MODEL, at: file.to, url: file.url, version: null, whole: null })
    await download([file], never, progress => told.push(progress))
    expect(host.asked.at(-1)).toEqual({ path: 'n.bin', range: 'bytes=70000-' })
    expect(told.at(-1)).toMatchObject({ startedAgain: true, bytes: WHOLE.length })
    expect(disk.left()).toEqual([kept('n.bin')])
  })

  it('DOWN3: two versions of a file are never joined', async () => {
    const other = noise(200_000, 7)
    host.put('a.bin', WHOLE, { cutAfter: 50_000, times: 1, etag: 'one' })
    const first = { ...NETWORK, pauses: [], disk, journal: downloadJournal() }
    const file: DownloadFile = { ...shard('a.bin', null), md5: null }
    expect((await problem(fetchModel(never, first, MODEL, [file], () => undefined))).kind).toBe('download-cut-off')
    host.put('a.bin', other, { etag: 'two' })
    await download([file])
    expect((await disk.cached('webllm/model', 'https://hub.example/m/resolve/main/a.bin'))?.md5).toBe(md5Of(other))
  })

  it('DOWN3: what was joined and is wrong is fetched once more in one piece', async () => {
    const other = noise(200_000, 7)
    host.put('a.bin', other, { cutAfter: 50_000, times: 1 })
    const tools = { ...NETWORK, pauses: [], disk, journal: downloadJournal() }
    await problem(fetchModel(never, tools, MODEL, [shard('a.bin', WHOLE)], () => undefined))
    host.put('a.bin', WHOLE)
    await download([shard('a.bin', WHOLE)])
    expect(host.asked.map(({ range }) => range)).toEqual([null, 'bytes=50000-', null])
    expect(disk.left()).toEqual([kept('a.bin')])
  })

  it('DOWN4: a wrong checksum, a wrong length and a page in place of a file are found, and nothing of them is kept', async () => {
    const wrong = noise(200_000, 3)
    host.put('md5.bin', wrong)
    host.put('short.bin', WHOLE.subarray(0, 1000))
    host.put('long.bin', noise(200_001))
    host.put('page.bin', WHOLE, { page: true })
    host.put('page.gguf', WHOLE, { disguisedPage: true })
    for (const [file, detail] of [
      [shard('md5.bin', WHOLE), /checksum/u],
      [shard('long.bin', WHOLE), /longer/u],
      [shard('page.bin', WHOLE), /web page/u],
      [{ url: `${host.url}page.gguf`, to: { path: 'a_model/page.gguf' }, bytes: null, md5: null }, /web page/u],
    ] as const) {
      const found = await problem(download([file]))
      expect(found).toMatchObject({ kind: 'model-damaged', detail: expect.stringMatching(detail) })
    }
    expect(await disk.folderBytes('a_model')).toBe(0)
    expect(disk.left().filter(place => place.startsWith('webllm'))).toEqual([])
    expect((await problem(download([shard('short.bin', WHOLE)]))).kind).toBe('download-cut-off')
  })

  it('DOWN5: what a host refuses is said with its status; what may pass is asked again', async () => {
    host.put('gone.bin', WHOLE, { status: 403 })
    host.put('busy.bin', WHOLE, { status: 503, times: 2 })
    host.put('down.bin', WHOLE, { status: 500 })
    const url = `${host.url}gone.bin`
    expect(await problem(download([shard('gone.bin', WHOLE)]))).toEqual({ kind: 'download-refused', url, status: 403 })
    expect((await problem(download([shard('nowhere.bin', WHOLE)]))).kind).toBe('download-refused')
    await download([shard('busy.bin', WHOLE)])
    expect(await problem(download([shard('down.bin', WHOLE)]))).toMatchObject({ kind: 'download-refused', status: 500 })
    expect(host.asked.filter(({ path }) => path === 'down.bin')).toHaveLength(4)
  })

  it('DOWN5: a host that cannot be reached is said after few attempts', async () => {
    let attempts = 0
    const tools = {
      ...NETWORK,
      fetch: async () => {
        attempts += 1
        throw new TypeError('Failed to fetch')
      },
      disk,
      journal: downloadJournal(),
    }
    const found = await problem(fetchModel(never, tools, MODEL, [shard('a.bin', WHOLE)], () => undefined))
    expect(found).toEqual({ kind: 'download-unreachable', url: `${host.url}a.bin` })
    expect(attempts).toBe(3)
  })

  it('DOWN6: cancelling stops within a second and keeps what came; going on fetches the rest', async () => {
    host.put('a.bin', WHOLE, { bytesPerSecond: 100_000 })
    const control = new AbortController()
    const running = problem(download([shard('a.bin', WHOLE)], control.signal))
    await new Promise(resolve => setTimeout(resolve, 500))
    const asked = performance.now()
    control.abort()
    expect(await running).toEqual({ kind: 'cancelled' })
    expect(performance.now() - asked).toBeLessThan(1000)
    const bytes = await disk.folderBytes('a_model')
    expect(bytes).toBeGreaterThan(0)
    host.fault('a.bin', {})
    await download([shard('a.bin', WHOLE)])
    expect(host.asked.at(-1)?.range).toBe(`bytes=${bytes}-`)
  })

  it('DOWN7: a full disk is said; what came stays until it is deleted', async () => {
    const large = noise(4_000_000)
    host.put('a.bin', large, { bytesPerSecond: 20_000_000 })
    disk.limit = 2_500_000
    expect(await problem(download([shard('a.bin', large)]))).toEqual({ kind: 'quota-full' })
    expect(await disk.folderBytes('a_model')).toBeGreaterThan(0)
    await deleteModel(disk, MODEL)
    expect(disk.left()).toEqual([])
  })

  it('DOWN8: speed and time left are measured, and what was there before does not count as speed', async () => {
    host.put('a.bin', WHOLE, { bytesPerSecond: 100_000 })
    const told: DownloadProgress[] = []
    await download([shard('a.bin', WHOLE)], never, progress => told.push(progress))
    const measured = told.filter(({ bytesPerSecond }) => bytesPerSecond !== null)
    expect(measured.length).toBeGreaterThan(1)
    for (const { bytesPerSecond } of measured) {
      expect(bytesPerSecond).toBeGreaterThan(30_000)
      expect(bytesPerSecond).toBeLessThan(150_000)
    }
    expect(told.length).toBeLessThan(14)
    expect(measured[0]?.msLeft).toBeGreaterThan(100)
  })
})

describe('asking a host', () => {
  it('DOWN9: a probe tells size, ranges and the first bytes, and stops the rest', async () => {
    host.put('a.bin', WHOLE)
    host.put('b.bin', WHOLE, { noRanges: true, bytesPerSecond: 400_000 })
    const a = await probeFile(never, NETWORK, `${host.url}a.bin`, 16)
    expect([a.bytes, a.ranges, [...new Uint8Array(a.head)]]).toEqual([WHOLE.length, true, [...WHOLE.slice(0, 16)]])
    const b = await probeFile(never, NETWORK, `${host.url}b.bin`, 16)
    expect([b.bytes, b.ranges, new Uint8Array(b.head).length]).toEqual([WHOLE.length, false, 16])
  })

  it('DOWN9: a text comes whole or not at all', async () => {
    host.put('a.json', new TextEncoder().encode('{"ä": 1}'), { status: 502, times: 1 })
    expect(await readText(never, NETWORK, `${host.url}a.json`)).toBe('{"ä": 1}')
    host.put('big.json', new Uint8Array(17 << 20))
    expect((await problem(readText(never, NETWORK, `${host.url}big.json`))).kind).toBe('model-damaged')
    expect((await problem(readText(never, NETWORK, `${host.url}none.json`))).kind).toBe('download-refused')
  })
})

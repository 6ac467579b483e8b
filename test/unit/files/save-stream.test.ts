import { gunzipSync } from 'node:zlib'
import { unzipSync } from 'fflate'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { gzipStream } from '#files/gzip-stream'
import { removeStaleSaves, saveStream } from '#files/save-stream'
import { zipStream } from '#files/zip-stream'

const never = new AbortController().signal

async function* chunksOf(...texts: readonly (string | Uint8Array<ArrayBuffer>)[]) {
  for (const text of texts) yield typeof text === 'string' ? new TextEncoder().encode(text) : text
}

async function bytesOf(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array<ArrayBuffer>[] = []
  for await (const chunk of chunks) parts.push(Uint8Array.from(chunk))
  return new Uint8Array(await new Blob(parts).arrayBuffer())
}

/** A file that keeps its old content until its writer closes, as the File System API promises. */
class FakeFile {
  content = 'old'
  writes = 0
  readonly kind = 'file'
  readonly failure: Error | null

  constructor(failure: Error | null = null) {
    this.failure = failure
  }

  createWritable() {
    let text = ''
    const decoder = new TextDecoder()
    return Promise.resolve({
      write: (batch: Uint8Array) => {
        this.writes += 1
        if (this.failure !== null) return Promise.reject(this.failure)
        text += decoder.decode(batch, { stream: true })
        return Promise.resolve()
      },
      close: () => {
        this.content = text
        return Promise.resolve()
      },
      abort: () => Promise.resolve(),
    })
  }

  getFile() {
    return Promise.resolve(new File([this.content], 'temporary'))
  }

  handle(): FileSystemFileHandle {
    if (!isHandle(this)) throw new RangeError('no handle')
    return this
  }
}

/** A file that can be written directly, as a worker can its private ones; each write takes a part, as it may. */
class DirectFile extends FakeFile {
  static onOpen: (file: DirectFile) => void = () => undefined
  open = 0

  createSyncAccessHandle() {
    this.open += 1
    DirectFile.onOpen(this)
    const bytes = [...new TextEncoder().encode(this.content === 'old' ? '' : this.content)]
    return Promise.resolve({
      write: (chunk: Uint8Array) => {
        if (this.failure !== null) throw this.failure
        const part = chunk.subarray(0, Math.ceil(chunk.length / 2))
        for (const byte of part) bytes.push(byte)
        this.content = new TextDecoder().decode(Uint8Array.from(bytes))
        return part.length
      },
      read: (into: Uint8Array, { at }: { at: number }) => {
        const part = bytes.slice(at, at + into.length)
        into.set(part)
        return part.length
      },
      close: () => {
        this.open -= 1
      },
    })
  }
}

/** As much of a handle as is used. */
function isHandle(value: unknown): value is FileSystemFileHandle {
  return value instanceof FakeFile
}

/** The origin's private files, in memory. */
function fakeDisk(failure: Error | null = null, kind: typeof FakeFile = FakeFile): Map<string, FakeFile> {
  const files = new Map<string, FakeFile>()
  const folder = {
    getFileHandle: (name: string) => {
      const file = new kind(failure)
      files.set(name, file)
      return Promise.resolve(file)
    },
    removeEntry: (name: string) => Promise.resolve(void files.delete(name)),
    async *keys() {
      yield* [...files.keys()]
    },
  }
  vi.stubGlobal('navigator', {
    storage: { getDirectory: () => Promise.resolve({ getDirectoryHandle: () => Promise.resolve(folder) }) },
  })
  return files
}

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('saving a stream', () => {
  it('SAVE1: writes to the handle in large batches', async () => {
    const file = new FakeFile()
    const line = 'line of text\n'
    const saved = await saveStream(
      never,
      { name: 'a', handle: file.handle() },
      chunksOf(...Array<string>(100_000).fill(line)),
    )
    expect(file.content).toBe(line.repeat(100_000))
    expect(saved).toMatchObject({ bytes: 1_300_000, file: null })
    expect(file.writes).toBeLessThan(5)
    const large = new FakeFile()
    await saveStream(
      never,
      { name: 'a', handle: large.handle() },
      chunksOf('a', new Uint8Array(3 << 20).fill(0x62), 'c'),
    )
    expect(large.content).toBe(`a${'b'.repeat(3 << 20)}c`)
  })

  it('SAVE2: leaves the old file as it was when the stream fails, is cancelled or the disk is full', async () => {
    const failing = async function* () {
      yield new Uint8Array(2 << 20)
      throw new RangeError('broken stream')
    }
    const file = new FakeFile()
    await expect(saveStream(never, { name: 'a', handle: file.handle() }, failing())).rejects.toThrow('broken stream')
    const cancelled = saveStream(AbortSignal.abort(), { name: 'a', handle: file.handle() }, chunksOf('new'))
    await expect(cancelled).rejects.toMatchObject({ problem: { kind: 'cancelled' } })
    expect(file.content).toBe('old')
    const full = new FakeFile(new DOMException('full', 'QuotaExceededError'))
    await expect(saveStream(never, { name: 'a', handle: full.handle() }, chunksOf('new'))).rejects.toMatchObject({
      problem: { kind: 'quota-full' },
    })
    expect(full.content).toBe('old')
  })

  it('SAVE3: without a handle makes a temporary file that can be released', async () => {
    const disk = fakeDisk()
    const saved = await saveStream(never, { name: 'data.jsonl', handle: null }, chunksOf('{"a":1}\n'))
    expect(saved.file?.name).toBe('data.jsonl')
    expect(await saved.file?.text()).toBe('{"a":1}\n')
    expect(disk.size).toBe(1)
    await saved.release()
    expect(disk.size).toBe(0)
  })

  it('SAVE3: in a worker a temporary file is written directly, and read again as it lies on disk', async () => {
    const disk = fakeDisk(null, DirectFile)
    const text = 'a line of text\n'.repeat(20_000)
    const saved = await saveStream(never, { name: 'data.jsonl', handle: null }, chunksOf(text, 'end'))
    const [file] = disk.values()
    if (!(file instanceof DirectFile)) throw new RangeError('no direct file')
    expect(file.content).toBe(`${text}end`)
    expect(file.open).toBe(0)
    file.content = file.content.replace('end', 'END')
    let read = ''
    for await (const piece of saved.read()) read += new TextDecoder().decode(piece)
    expect(read).toBe(`${text}END`)
    expect(file.open).toBe(0)
  })

  it('SAVE3: a temporary file that cannot be written to its end goes, and is let go of', async () => {
    const disk = fakeDisk(new DOMException('full', 'QuotaExceededError'), DirectFile)
    const before = disk.size
    const opened: DirectFile[] = []
    DirectFile.onOpen = file => opened.push(file)
    await expect(saveStream(never, { name: 'a', handle: null }, chunksOf('x'))).rejects.toMatchObject({
      problem: { kind: 'quota-full' },
    })
    expect(disk.size).toBe(before)
    expect(opened.map(({ open }) => open)).toEqual([0])
  })

  it('SAVE3: a failed save leaves no temporary file; old ones are cleared', async () => {
    const disk = fakeDisk(new DOMException('full', 'QuotaExceededError'))
    await expect(saveStream(never, { name: 'a', handle: null }, chunksOf('x'))).rejects.toMatchObject({
      problem: { kind: 'quota-full' },
    })
    expect(disk.size).toBe(0)
    disk.set(`${String(Date.now() - 100_000)}-old`, new FakeFile())
    disk.set(`${String(Date.now())}-new`, new FakeFile())
    await removeStaleSaves(50_000)
    expect([...disk.keys()].map(key => key.split('-')[1])).toEqual(['new'])
  })
})

describe('packing streams', () => {
  it('SAVE4: gzip unpacks to the same bytes, and is the same each time', async () => {
    const text = 'A row of data that repeats.\n'.repeat(50_000)
    const packed = await bytesOf(gzipStream(chunksOf(text, 'end')))
    expect(gunzipSync(packed).toString()).toBe(`${text}end`)
    expect(packed.length).toBeLessThan(text.length / 10)
    expect(await bytesOf(gzipStream(chunksOf(text, 'end')))).toEqual(packed)
  })

  it('SAVE4: gzip packs what a chunk held when it was handed over, though its memory is used again', async () => {
    const reused = async function* () {
      const chunk = new Uint8Array(100_000)
      for (const letter of 'abcdef') yield chunk.fill(letter.charCodeAt(0))
    }
    const text = gunzipSync(await bytesOf(gzipStream(reused()))).toString()
    expect(text === Array.from('abcdef', letter => letter.repeat(100_000)).join('')).toBe(true)
  })

  it('SAVE4: gzip passes the failure of its source on', async () => {
    const failing = async function* () {
      yield new Uint8Array(10)
      throw new RangeError('broken stream')
    }
    await expect(bytesOf(gzipStream(failing()))).rejects.toThrow('broken stream')
  })

  it('SAVE5: zip holds its entries one after the other, and is the same each time', async () => {
    const entries = () => [
      { name: 'data/train.jsonl', chunks: chunksOf('{"a":1}\n', '{"b":"ä"}\n') },
      { name: 'README.md', chunks: chunksOf('# Card\n'.repeat(10_000)) },
      { name: 'empty.txt', chunks: chunksOf() },
    ]
    const zip = await bytesOf(zipStream(entries()))
    const files = unzipSync(zip)
    const text = (name: string) => new TextDecoder().decode(files[name])
    expect(Object.keys(files)).toEqual(['data/train.jsonl', 'README.md', 'empty.txt'])
    expect(text('data/train.jsonl')).toBe('{"a":1}\n{"b":"ä"}\n')
    expect(text('README.md')).toBe('# Card\n'.repeat(10_000))
    expect(text('empty.txt')).toBe('')
    expect(await bytesOf(zipStream(entries()))).toEqual(zip)
  })

  it('SAVE5: zip is the same however its entries come in pieces', async () => {
    const text = Array.from({ length: 9_000 }, (_, line) => `{"line":${line},"text":"some words of line ${line}"}\n`)
    const packed = async (size: number): Promise<Uint8Array> => {
      const whole = text.join('')
      const pieces = Array.from({ length: Math.ceil(whole.length / size) }, (_, at) =>
        whole.slice(at * size, (at + 1) * size),
      )
      return bytesOf(zipStream([{ name: 'a.jsonl', chunks: chunksOf(...pieces) }]))
    }
    const zip = await packed(1_000_000)
    for (const size of [777, 65_536, 100_000]) expect(Buffer.compare(await packed(size), zip)).toBe(0)
    expect(new TextDecoder().decode(unzipSync(zip)['a.jsonl'])).toBe(text.join(''))
  })

  it('SAVE5: zip is handed on while it grows, and stops at a failure', async () => {
    let read = 0
    const slow = async function* () {
      for (let at = 0; at < 50; at++) {
        read += 1
        yield crypto.getRandomValues(new Uint8Array(60_000))
      }
    }
    const zip = zipStream([{ name: 'a', chunks: slow() }])
    await zip.next()
    expect(read).toBeLessThan(10)
    await zip.return()
    const failing = async function* () {
      yield new Uint8Array(10)
      throw new RangeError('broken stream')
    }
    await expect(bytesOf(zipStream([{ name: 'a', chunks: failing() }]))).rejects.toThrow('broken stream')
  })
})

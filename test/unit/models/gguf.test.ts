import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitsCpu, HEAP_BYTES } from '#core/models/gguf/fits-cpu'
import { textsOf } from '#core/models/gguf/header-values'
import { type GgufFile, readGguf } from '#core/models/gguf/read-gguf'
import { namesOfParts, splitName } from '#core/models/gguf/split-name'
import { decodeUtf8 } from '#core/models/gguf/decode-utf8'
import { type Problem, problemOf } from '#core/problem'
import { sentencePieceVocabulary } from '#test/support/gguf-vocabulary'
import { type GgufValue, writeGguf } from '#test/support/gguf-writer'
import { LOST_BYTES, makeGguf } from '#test/support/make-gguf'

function fileOf(bytes: Uint8Array, name = 'model.gguf', size = bytes.length): GgufFile {
  return { name, size, read: async (offset, length) => bytes.subarray(offset, offset + length) }
}

async function problemWith(bytes: Uint8Array): Promise<Problem> {
  try {
    await readGguf([fileOf(bytes)])
  } catch (thrown) {
    return problemOf(thrown)
  }
  throw new Error('it was read')
}

const text = (value: string): GgufValue => ({ type: 'string', value })
const number = (value: number): GgufValue => ({ type: 'u32', value })

describe('the test model', () => {
  it('is the same each time it is made', () => {
    const bytes = makeGguf()
    expect(bytes.byteLength).toBe(524_032)
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(
      '0afdb2447fb08aa23dbfc24017877c425b2ced4c0188f71624c13f2c4bbe4007',
    )
  })
})

describe('reading a GGUF', () => {
  it('GGUF1: says what the file says about itself', async () => {
    const { facts, weightBytes } = await readGguf([fileOf(makeGguf())])
    const parameters = 2 * 64 * 362 + 64 + 2 * (2 * 64 + 4 * 64 * 64 + 3 * 64 * 128)
    expect(facts).toEqual({
      architecture: 'llama',
      name: 'tiny llama',
      contextTokens: 2048,
      quantization: 'F32',
      parameters,
      vocabulary: 362,
      tokenizer: 'llama default',
      chatTemplate: true,
      layers: 2,
      cacheBytesPerToken: 2 * 2 * 64 * 2,
      licence: null,
    })
    expect(weightBytes).toBe(parameters * 4)
  })

  it('GGUF1: texts of the header come back, also those that are not ASCII', async () => {
    const { header } = await readGguf([fileOf(makeGguf())])
    expect(textsOf(header, 'tokenizer.ggml.tokens')).toEqual(sentencePieceVocabulary().tokens)
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), value => {
        const bytes = new TextEncoder().encode(value)
        expect(decodeUtf8(bytes, 0, bytes.length)).toBe(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes))
      }),
    )
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), bytes => {
        const fatal = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
        let expected: string | null = null
        try {
          expected = fatal.decode(bytes)
        } catch {
          expect(decodeUtf8(bytes, 0, bytes.length)).toContain('\ufffd')
        }
        if (expected !== null) expect(decodeUtf8(bytes, 0, bytes.length)).toBe(expected)
      }),
    )
  })

  it('GGUF2: what is no GGUF is told from one that is broken', async () => {
    expect(await problemWith(new Uint8Array(0))).toMatchObject({ kind: 'not-a-model' })
    expect(await problemWith(new TextEncoder().encode(`<!DOCTYPE html>${' '.repeat(99)}`))).toEqual({
      kind: 'not-a-model',
      detail: 'begins with "<!DO"',
    })
    expect(await problemWith(makeGguf({ fault: 'bad-magic' }))).toMatchObject({ kind: 'not-a-model' })
    expect(await problemWith(makeGguf({ fault: 'old-version' }))).toMatchObject({ kind: 'not-a-model' })
  })

  it('GGUF3: a file that is cut off says how many bytes are missing', async () => {
    expect(await problemWith(makeGguf({ fault: 'truncated' }))).toEqual({
      kind: 'model-damaged',
      file: 'model.gguf',
      detail: `${LOST_BYTES} of its 524032 bytes are missing`,
    })
    const whole = makeGguf()
    for (const length of [30, 100, 1000, 10_000, 16_000]) {
      expect((await problemWith(whole.slice(0, length))).kind).toBe('model-damaged')
    }
  })

  it('GGUF3: every tensor lies where the ones before it end', async () => {
    for (const fault of ['tensor-out-of-bounds', 'tensor-unaligned'] as const) {
      expect(await problemWith(makeGguf({ fault }))).toMatchObject({
        kind: 'model-damaged',
        detail: expect.stringMatching(/blk\.1\.ffn_down\.weight is said to lie at/u),
      })
    }
  })

  it('GGUF4: counts that the file has no bytes for allocate nothing', async () => {
    const whole = makeGguf()
    for (const at of [8, 16]) {
      const bytes = whole.slice()
      new DataView(bytes.buffer).setBigUint64(at, 2n ** 63n, true)
      expect(await problemWith(bytes)).toMatchObject({ kind: 'model-damaged' })
    }
    // A list of 2^33 bytes in a file that claims to be that large: its header is none.
    const keys: [string, GgufValue][] = [['general.architecture', text('llama')]]
    const bytes = writeGguf({
      magic: 'GGUF',
      version: 3,
      keys: [...keys, ['list', { type: 'i32s', value: [1] }]],
      tensors: [],
    })
    const countAt = bytes.length - 32 + [...bytes].slice(-32).findIndex(byte => byte === 1)
    const huge = bytes.slice()
    new DataView(huge.buffer).setBigUint64(countAt, 2n ** 31n, true)
    const lying: GgufFile = {
      name: 'lying.gguf',
      size: 2 ** 34,
      read: async (offset, length) => huge.subarray(offset, offset + Math.min(length, huge.length)),
    }
    await expect(readGguf([lying])).rejects.toMatchObject({ problem: { kind: 'model-damaged' } })
  })

  it('GGUF4: no change of a byte in a header makes anything but a problem or a model', async () => {
    const whole = makeGguf()
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 15_000 }), fc.nat({ max: 255 }), async (at, value) => {
        const bytes = whole.slice()
        bytes[at] = value
        await readGguf([fileOf(bytes)]).catch((thrown: unknown) => {
          expect(['not-a-model', 'model-damaged', 'architecture-unknown']).toContain(problemOf(thrown).kind)
        })
      }),
      { numRuns: 300 },
    )
  })

  it('GGUF5: an architecture that the engine does not know is named', async () => {
    expect(await problemWith(makeGguf({ architecture: 'martian' }))).toEqual({
      kind: 'architecture-unknown',
      architecture: 'martian',
    })
    expect((await problemWith(makeGguf({ architecture: 'bert' }))).kind).toBe('architecture-unknown')
  })

  it('GGUF6: the parts of a split model are one model, and a part alone is none', async () => {
    const data = (length: number): Float32Array => new Float32Array(length)
    const common: [string, GgufValue][] = [
      ['general.architecture', text('llama')],
      ['tokenizer.ggml.tokens', { type: 'strings', value: ['a', 'b'] }],
    ]
    const part = (at: number, keys: [string, GgufValue][], length: number): GgufFile =>
      fileOf(
        writeGguf({
          magic: 'GGUF',
          version: 3,
          keys: [...keys, ['split.no', number(at)], ['split.count', number(2)]],
          tensors: [{ name: `t${at}`, dims: [length], data: data(length) }],
        }),
        `m-0000${at + 1}-of-00002.gguf`,
      )
    const [one, two] = [part(0, common, 10), part(1, [], 20)]
    const { facts, weightBytes } = await readGguf([one, two])
    expect([facts.parameters, weightBytes]).toEqual([30, 120])
    await expect(readGguf([one])).rejects.toMatchObject({
      problem: { kind: 'model-damaged', detail: 'it is part 1 of 2; 1 were given' },
    })
    await expect(readGguf([two, one])).rejects.toMatchObject({ problem: { kind: 'model-damaged' } })
    expect(splitName('Qwen-Q4-00002-of-00003.gguf')).toEqual({ stem: 'Qwen-Q4', part: 2, parts: 3 })
    expect(splitName('Qwen-Q4.gguf')).toBeNull()
    expect(namesOfParts('q-00002-of-00003.GGUF')).toEqual([1, 2, 3].map(at => `q-0000${at}-of-00003.GGUF`))
    expect(namesOfParts('q.gguf')).toEqual(['q.gguf'])
  })

  it('GGUF7: says whether weights and context fit into four GiB, and which context would', async () => {
    const { facts, weightBytes } = await readGguf([fileOf(makeGguf())])
    expect(fitsCpu(facts, weightBytes, 2048)).toMatchObject({ fits: true, limitBytes: HEAP_BYTES })
    const seven = { ...facts, vocabulary: 152_064, cacheBytesPerToken: 56 * 1024 }
    expect(fitsCpu(seven, 4_400_000_000, 4096)).toMatchObject({ fits: false, contextTokens: null })
    const large = { ...facts, vocabulary: 32_000, cacheBytesPerToken: 128 * 1024 }
    const long = fitsCpu(large, 3_000_000_000, 16_384)
    expect(long.fits).toBe(false)
    if (long.fits || long.contextTokens === null) throw new Error('some context fits')
    expect(fitsCpu(large, 3_000_000_000, long.contextTokens).fits).toBe(true)
    expect(fitsCpu(large, 3_000_000_000, long.contextTokens + 256).fits).toBe(false)
  })
})

const real = process.env['PAIRLOOM_GGUF'] ?? ''

describe.skipIf(real === '')('a real GGUF (PAIRLOOM_GGUF)', () => {
  it('GGUF1: is read by its header alone', async () => {
    const handle = await open(real)
    try {
      const { size } = await handle.stat()
      let read = 0
      const file: GgufFile = {
        name: 'real.gguf',
        size,
        read: async (offset, length) => {
          read += length
          return (await handle.read({ buffer: new Uint8Array(length), position: offset })).buffer
        },
      }
      const { facts, weightBytes } = await readGguf([file])
      expect(facts.layers).toBeGreaterThan(0)
      expect(facts.cacheBytesPerToken).toBeGreaterThan(0)
      expect(weightBytes).toBeLessThan(size)
      expect(weightBytes).toBeGreaterThan(size / 2)
      expect(read).toBeLessThan(size / 2)
    } finally {
      await handle.close()
    }
  })
})

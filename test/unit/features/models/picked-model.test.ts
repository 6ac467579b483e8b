import { describe, expect, it, vi } from 'vitest'
import { problemOf } from '#core/problem'
import { lookAt } from '#features/models/picked-model'
import { FAKE_FACTS } from '#test/screens/fake-models'

const file = (name: string, bytes = 3): File => new File([new Uint8Array(bytes)], name)

async function refused(files: readonly File[]): Promise<unknown> {
  return lookAt(files, async () => FAKE_FACTS).then(
    () => expect.fail('it was taken'),
    (thrown: unknown) => problemOf(thrown),
  )
}

describe('MODELS9: what was picked', () => {
  it('a GGUF says what it is; files beside it do not matter', async () => {
    const inspect = vi.fn(async () => FAKE_FACTS)
    const picked = await lookAt([file('readme.md'), file('a.gguf', 7)], inspect)
    expect(picked).toMatchObject({ kind: 'gguf', bytes: 7, facts: FAKE_FACTS })
    expect(picked.files.map(({ name }) => name)).toEqual(['a.gguf'])
  })

  it('parts of a split GGUF are handed over in their order', async () => {
    let handed: readonly string[] = []
    const names = ['b-00003-of-00003.gguf', 'b-00001-of-00003.gguf', 'b-00002-of-00003.gguf']
    await lookAt(
      names.map(name => file(name)),
      async (...parts) => {
        handed = parts.map(({ name }) => name)
        return FAKE_FACTS
      },
    )
    expect(handed).toEqual(names.toSorted())
  })

  it('a folder of MLC is known by its config, and its library named', async () => {
    const picked = await lookAt(
      ['mlc-chat-config.json', 'tensor-cache.json', 'params_shard_0.bin', 'house-webgpu.wasm'].map(name => file(name)),
      async () => FAKE_FACTS,
    )
    expect(picked).toMatchObject({ kind: 'mlc', library: 'house-webgpu.wasm', bytes: 12 })
  })

  it('two models at once, a folder without its library, and other files are refused', async () => {
    expect(await refused([file('a.gguf'), file('b.gguf')])).toMatchObject({ kind: 'not-a-model' })
    expect(await refused([file('mlc-chat-config.json'), file('tensor-cache.json')])).toEqual({
      kind: 'not-a-model',
      detail: 'the compiled library (.wasm) is missing',
    })
    expect(await refused([file('notes.txt')])).toEqual({ kind: 'not-a-model', detail: 'notes.txt' })
  })
})

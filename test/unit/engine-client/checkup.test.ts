import { describe, expect, it } from 'vitest'
import type { FakeAnswer } from '#engines/fake/fake-source'
import { namedSource } from '#engines/fake/named-script'
import { checkModel } from '#runner/model-checkup'
import { talksGarbage } from '#runner/talks-garbage'
import { NEVER, problemFrom } from '#test/contract/engine/harness'
import { loaded, started } from './started'

const saying = (smallTalk: FakeAnswer): ReturnType<typeof loaded> =>
  loaded({ smallTalk, pace: { prefill: 500, decode: 25, waits: false } })

describe('a look at a model that was just loaded', () => {
  it('ENGINE30: gives its speed as the engine measured it, within 16 tokens', async () => {
    const { client, model } = await saying({
      kind: 'text',
      text: 'Two and two make four, as everybody in this village knows very well. '.repeat(9),
    })
    const speed = await checkModel(NEVER, model)
    expect(speed.prefill).toBeCloseTo(500)
    expect(speed.decode).toBeCloseTo(25)
    await client.dispose()
  })

  it('ENGINE31: refuses garbage, one character for ever, and silence', async () => {
    const answers: FakeAnswer[] = [
      { kind: 'garbage' },
      { kind: 'empty' },
      { kind: 'text', text: '\n'.repeat(40) },
      { kind: 'text', text: '!'.repeat(40) },
      { kind: 'text', text: '@@@@@@@@@@@#@@@@' },
    ]
    for (const answer of answers) {
      const { client, model } = await saying(answer)
      const problem = await problemFrom(checkModel(NEVER, model))
      expect(problem.kind, JSON.stringify(answer)).toBe('model-talks-garbage')
      await client.dispose()
    }
  })

  it('ENGINE32: does not refuse a wrong, foolish or foreign answer', () => {
    const fine = [
      '5',
      '4.',
      '2+2=2+2=2+2=2+2=2+2',
      '2+2+2+2+2+2+2+2+',
      'the the the the the',
      '二加二等于四。',
      'اثنان',
      'q~kZ "rVv{Lx',
      '<think>\nOkay',
      'four\u{fffd}',
    ]
    for (const answer of fine) expect(talksGarbage(answer), answer).toBe(false)
    const garbage = [
      '',
      ' \n\n',
      '\u{fffd}',
      '\u{0}\u{1}\u{2}',
      'GGGGGGGGGG',
      '0000000000000000',
      'a\u{e000}\u{e001}\u{e002}',
    ]
    for (const answer of garbage) expect(talksGarbage(answer), JSON.stringify(answer)).toBe(true)
  })

  it('ENGINE30: a cancel is no verdict', async () => {
    const { client, model } = await saying({ kind: 'garbage' })
    const control = new AbortController()
    control.abort()
    expect(await problemFrom(checkModel(control.signal, model))).toEqual({ kind: 'cancelled' })
    await client.dispose()
  })

  it('names of test models choose scripts; the sum after loading is answered rightly by all but one', async () => {
    const files = ['fake-lost-once.gguf', 'models/fake-garbage-00001-of-00002.gguf', 'tiny.gguf']
    for (const file of files) {
      const { client } = started()
      const model = await client.load(NEVER, namedSource(file, 2048), () => undefined)
      expect(model.facts.contextTokens).toBe(2048)
      expect((await checkModel(NEVER, model)).decode).toBeGreaterThan(0)
      await client.dispose()
    }
    const { client } = started()
    const model = await client.load(NEVER, namedSource('fake-talks-garbage.gguf', 2048), () => undefined)
    expect(await problemFrom(checkModel(NEVER, model))).toMatchObject({ kind: 'model-talks-garbage' })
    await client.dispose()
  })
})

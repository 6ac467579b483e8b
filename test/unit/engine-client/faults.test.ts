import { describe, expect, it } from 'vitest'
import { fakeSource } from '#engines/fake/fake-source'
import { helpsToRestart } from '#runner/engine-fault'
import { NEVER, problemFrom } from '#test/contract/engine/harness'
import { aboutPassage, askAbout, loaded, PASSAGE, started } from './started'

const nothing = (): undefined => undefined

/** Time that a promise took, in ms. */
async function took(promise: Promise<unknown>): Promise<number> {
  const start = performance.now()
  await promise
  return performance.now() - start
}

describe('answers of a scripted model, through its thread', () => {
  it('gives well-formed pairs from the passage, the same for the same seed', async () => {
    const { client, model } = await loaded({})
    const { answer, pieces } = await askAbout(model)
    const again = await askAbout(model)
    const other = await model.chat(NEVER, aboutPassage({ seed: 4, temperature: 0.7 }), nothing)
    expect(pieces.join('')).toBe(answer.text)
    const pairs = [...answer.text.matchAll(/<QUE> (.+?) <ANS> (.+?) <SRC> (.+?) <\/END>/gu)]
    expect(pairs).toHaveLength(3)
    for (const [, , response = '', source = ''] of pairs) {
      expect(PASSAGE).toContain(source)
      expect(response).toBe(source)
    }
    expect(again.answer.text).toBe(answer.text)
    expect(other.text).not.toBe(answer.text)
    await client.dispose()
  })

  it('finds Chinese passages and writes about them in Chinese', async () => {
    const { client, model } = await loaded({})
    const passage =
      '灯塔看守人每天傍晚都要爬上楼梯点亮油灯。他修剪灯芯,给转动透镜的钟表装置上紧发条。雾天他每隔十分钟放一次小炮,直到看得清海面。'
    const request = aboutPassage()
    const messages = [{ role: 'user', content: `<passage>${passage}</passage>\n请出题。` }] as const
    const { text } = await model.chat(NEVER, { ...request, messages }, nothing)
    expect(text).toMatch(/^<QUE> “[^”]+”是怎么回事？ <ANS> .+ <SRC> .+ <\/END>/u)
    await client.dispose()
  })

  it('is cut off with `length` in the middle of a pair', async () => {
    const { client, model } = await loaded({ answers: [{ kind: 'cut-off', tokens: 12 }] })
    const { answer } = await askAbout(model)
    expect(answer).toMatchObject({ stop: 'length', usage: { answerTokens: 12 } })
    expect(answer.text).not.toContain('</END>')
    await client.dispose()
  })

  it('writes garbage, white space or one pair for ever, up to the limit', async () => {
    const { client, model } = await loaded({
      answers: [{ kind: 'garbage' }, { kind: 'white-space' }, { kind: 'same-pair' }, { kind: 'empty' }],
    })
    const garbage = (await askAbout(model)).answer
    expect(garbage.text).toMatch(/^[\u{fffd}\u{1}\u{e000}\u{7f}!]+$/u)
    const blank = (await askAbout(model)).answer
    expect(blank).toMatchObject({ stop: 'length', usage: { answerTokens: 400 } })
    expect(blank.text.replace('<QUE>', '').trim()).toBe('')
    const same = (await askAbout(model)).answer
    expect(same.stop).toBe('length')
    const pairs = same.text.split('\n\n').slice(0, -1)
    expect(pairs.length).toBeGreaterThan(3)
    expect(new Set(pairs).size).toBe(1)
    expect((await askAbout(model)).answer).toMatchObject({ text: '', stop: 'stop' })
    await client.dispose()
  })

  it('answers in a language that the passage is not in', async () => {
    const { client, model } = await loaded({ answers: [{ kind: 'wrong-language' }] })
    expect((await askAbout(model)).answer.text).toMatch(/^<QUE> \p{Script=Han}/u)
    await client.dispose()
  })
})

describe('faults of an engine, through its thread', () => {
  it('ENGINE22: a bare string that an engine throws becomes a problem, and the text before it arrives', async () => {
    const { client, model, ends } = await loaded({
      answers: [{ kind: 'throws', text: 'Error: mystery', tokens: 5 }, { kind: 'pairs' }],
    })
    const pieces: string[] = []
    const problem = await problemFrom(model.chat(NEVER, aboutPassage(), added => pieces.push(added)))
    expect(problem).toEqual({ kind: 'engine-refused', detail: 'Error: mystery' })
    expect(pieces.join('')).toMatch(/^<QUE>/u)
    expect((await askAbout(model)).answer.stop).toBe('stop')
    expect(ends).toEqual([])
    await client.dispose()
  })

  it('ENGINE11: an overflow says so, and the engine stays', async () => {
    const { client, model, ends } = await loaded({ answers: [{ kind: 'overflow' }, { kind: 'pairs' }] })
    expect(await problemFrom(askAbout(model))).toMatchObject({ kind: 'context-overflow', contextTokens: 4096 })
    expect((await askAbout(model)).answer.stop).toBe('stop')
    expect(ends).toEqual([])
    await client.dispose()
  })

  it('ENGINE23: a thread that dies rejects all that waits at once, and is started anew', async () => {
    const { client, model, threads, ends } = await loaded({ answers: [{ kind: 'dies', tokens: 5 }, { kind: 'pairs' }] })
    const waiting = [problemFrom(askAbout(model)), problemFrom(askAbout(model))]
    const start = performance.now()
    const problems = await Promise.all(waiting)
    expect(problems.map(({ kind }) => kind)).toEqual(['engine-gone', 'engine-gone'])
    expect(performance.now() - start).toBeLessThan(150)
    expect(ends).toMatchObject([{ kind: 'engine-gone' }])
    expect(threads[0]?.terminated).toBe(true)
    expect(await problemFrom(askAbout(model))).toMatchObject({ kind: 'engine-gone' })

    expect(await client.reload(NEVER, nothing)).toBe(model)
    expect(threads).toHaveLength(2)
    expect((await askAbout(model)).answer.stop).toBe('stop')
    await client.dispose()
  })

  it('ENGINE23: an uncaught error in the thread ends it; one about memory is called so', async () => {
    const first = await loaded({ answers: [{ kind: 'hangs', tokens: 3 }] }, { silenceMs: 5_000 })
    const asked = problemFrom(askAbout(first.model))
    setTimeout(() => first.threads[0]?.fail('Uncaught TypeError: x is not a function'), 20)
    expect(await asked).toEqual({ kind: 'engine-gone', detail: 'Uncaught TypeError: x is not a function' })
    expect(first.threads[0]?.terminated).toBe(true)

    const second = started()
    const loading = problemFrom(
      second.client.load(NEVER, fakeSource({ load: { steps: 9, stepMs: 50, fault: null } }), nothing),
    )
    second.threads[0]?.fail('Uncaught RangeError: Array buffer allocation failed')
    expect(await loading).toMatchObject({ kind: 'out-of-memory' })
    expect(second.ends).toEqual([])
  })

  it('ENGINE24: one that says nothing before its first text hangs; what waits behind it is gone', async () => {
    const { client, model, threads, ends } = await loaded({
      answers: [{ kind: 'hangs', tokens: 0 }, { kind: 'pairs' }],
    })
    const [hung, waiting] = [problemFrom(askAbout(model)), problemFrom(askAbout(model))]
    const ms = await took(hung)
    expect(await hung).toEqual({ kind: 'engine-hangs', seconds: 0 })
    expect(ms).toBeGreaterThan(150)
    expect(ms).toBeLessThan(600)
    expect(await waiting).toMatchObject({ kind: 'engine-gone' })
    expect(threads[0]?.terminated).toBe(true)
    expect(ends).toMatchObject([{ kind: 'engine-hangs' }])
    await client.reload(NEVER, nothing)
    expect((await askAbout(model)).answer.stop).toBe('stop')
    await client.dispose()
  })

  it('ENGINE24: one that falls silent between two texts hangs; a slow one does not', async () => {
    const hangs = await loaded({ answers: [{ kind: 'hangs', tokens: 20 }] })
    expect(await problemFrom(askAbout(hangs.model))).toMatchObject({ kind: 'engine-hangs' })

    const slow = await loaded({ pace: { prefill: 100_000, decode: 10, waits: true } }, { silenceMs: 300 })
    const start = performance.now()
    const answer = await slow.model.chat(NEVER, aboutPassage({ maxTokens: 8 }), nothing)
    expect(performance.now() - start).toBeGreaterThan(600)
    expect(answer.usage.answerTokens).toBe(8)
    await slow.client.dispose()
  })

  it('ENGINE25: a lost device ends the thread, as often as it is lost', async () => {
    const { client, model, threads, ends } = await loaded({
      answers: [{ kind: 'lost', tokens: 4 }, { kind: 'lost', tokens: 4 }, { kind: 'pairs' }],
    })
    for (let times = 1; times <= 2; times++) {
      const problem = await problemFrom(askAbout(model))
      expect(problem.kind).toBe('gpu-lost')
      expect(helpsToRestart(problem)).toBe(true)
      expect(ends).toHaveLength(times)
      await client.reload(NEVER, nothing)
    }
    expect((await askAbout(model)).answer.stop).toBe('stop')
    expect(threads.map(thread => thread.terminated)).toEqual([true, true, false])
    await client.dispose()
  })

  it('ENGINE25: a device that is lost with nothing asked is told', async () => {
    const { client, model, ends } = await loaded({ lostAfterMs: 20 })
    await expect.poll(() => ends).toMatchObject([{ kind: 'gpu-lost' }])
    expect(await problemFrom(askAbout(model))).toMatchObject({ kind: 'engine-gone' })
    await client.dispose()
  })

  it('ENGINE26: loading that hangs, dies or fails ends the thread, and another try is a new one', async () => {
    const faults = [
      ['hangs', 'engine-hangs'],
      ['dies', 'engine-gone'],
      [{ kind: 'out-of-memory', detail: 'scripted' }, 'out-of-memory'],
    ] as const
    for (const [fault, kind] of faults) {
      const { client, threads, ends } = started({ loadSilenceMs: 100 })
      const source = fakeSource({ load: { steps: 2, stepMs: 1, fault } })
      expect(await problemFrom(client.load(NEVER, source, nothing))).toMatchObject({ kind })
      expect(threads[0]?.terminated).toBe(true)
      expect(ends).toEqual([])
      const model = await client.load(NEVER, fakeSource(), nothing)
      expect((await askAbout(model)).answer.stop).toBe('stop')
      await client.dispose()
    }
  })

  it('ENGINE26: cancelling a load that hangs ends it at once', async () => {
    const { client, threads } = started()
    const control = new AbortController()
    const source = fakeSource({ load: { steps: 1, stepMs: 0, fault: 'hangs' } })
    const loading = problemFrom(client.load(control.signal, source, nothing))
    setTimeout(() => control.abort(), 30)
    const ms = await took(loading)
    expect(await loading).toEqual({ kind: 'cancelled' })
    expect(ms).toBeLessThan(300)
    expect(threads[0]?.terminated).toBe(true)
  })

  it('ENGINE27: a cancelled request is answered soon, also when the engine still reads; the next one waits for it', async () => {
    const { client, model } = await loaded(
      { pace: { prefill: 100_000, decode: 100_000, waits: false }, answers: [{ kind: 'hangs', tokens: 30 }] },
      { silenceMs: 400, cancelMs: 50 },
    )
    const control = new AbortController()
    let text = ''
    const asked = model.chat(control.signal, aboutPassage(), added => {
      text += added
    })
    setTimeout(() => control.abort(), 100)
    const ms = await took(asked)
    expect(ms).toBeLessThan(300)
    const answer = await asked
    expect(answer.stop).toBe('cancelled')
    expect(answer.text).toBe(text)
    expect(text).not.toBe('')
    // The engine never comes back from it: the silence is still bounded.
    expect(await problemFrom(askAbout(model))).toMatchObject({ kind: 'engine-gone' })
    await client.dispose()
  })

  it('ENGINE28: disposing rejects what waits at once, for good', async () => {
    const { client, model, threads, ends } = await loaded({ pace: { prefill: 1_000, decode: 20, waits: true } })
    const asked = problemFrom(askAbout(model))
    const ms = await took(client.dispose())
    expect(ms).toBeLessThan(100)
    expect(await asked).toMatchObject({ kind: 'engine-gone' })
    expect(threads[0]?.terminated).toBe(true)
    expect(ends).toEqual([])
    expect(await problemFrom(client.reload(NEVER, nothing))).toMatchObject({ kind: 'engine-gone' })
    expect(threads).toHaveLength(1)
  })

  it('ENGINE29: tells what it measured, and what its thread asked the network for', async () => {
    const { client, model } = await loaded({ pace: { prefill: 5_000, decode: 50, waits: false } })
    await askAbout(model)
    const speed = client.speed()
    // A third of the way from what was known before (100,000) to what was measured.
    expect(speed?.prefill).toBeCloseTo(100_000 + 0.3 * (5_000 - 100_000), -1)
    expect(speed?.decode).toBeCloseTo(100_000 + 0.3 * (50 - 100_000), -1)
    expect(await client.network()).toEqual({ own: 0, other: 0, refused: 0, lastOther: [] })
    await client.dispose()
  })
})

import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { type Chained, segmentsOf } from '#core/corpus/segments'
import type { Run, RunRequest } from '#core/run/run'
import { openAnswers } from '#files/open-answers'
import { loadHash } from '#files/sha256'
import { driveRun } from '#runner/run-loop'
import {
  answerTo,
  fileOf,
  pairsOf,
  replayOf,
  type Room,
  roomWith,
  rowsFor,
  sawOf,
  textOf,
  write,
  writeUntil,
} from '#test/unit/tagged/replay-fixtures'

const numbers = (n: number): number[] => Array.from({ length: n }, (_, at) => at)

/** Passages 0 to n − 1 in three documents. */
function threeDocuments(n: number): string[][] {
  const size = Math.ceil(n / 3)
  return [0, 1, 2]
    .map(at =>
      numbers(n)
        .slice(at * size, (at + 1) * size)
        .map(textOf),
    )
    .filter(one => one.length > 0)
}

describe('chains by replay', () => {
  it('CHAIN1, CHAIN3, CHAIN5: 1 to 40 passages in 1 to 5 rounds see what method §1.5 says, and make one text for each chain', async () => {
    for (let n = 1; n <= 40; n++) {
      const room = await roomWith(threeDocuments(n), fileOf(rowsFor(numbers(n))))
      for (let rounds = 1; rounds <= 5; rounds++) {
        const run = await write(room, replayOf(room, { rounds }))
        expect(run).toMatchObject({ status: 'done', done: n, empty: 0, pairs: n })
        const chains = Math.ceil(n / rounds)
        const saw = await sawOf(room, run)
        for (const at of numbers(n)) {
          const round = Math.floor(at / chains)
          expect(saw.get(at)).toEqual(numbers(round).map(earlier => (at % chains) + earlier * chains))
        }
        expect(await segmentSizes(room, run)).toEqual(
          numbers(chains).map(chain => numbers(rounds).filter(round => chain + round * chains < n).length),
        )
      }
      room.opened.close()
    }
  }, 120_000)

  it('CHAIN3, REPLAY4: a passage without a valid pair, and one without an answer, break their chains', async () => {
    // Chains of four: 0 2 4 6 and 1 3 5 7.
    const rows = rowsFor(numbers(8)).map((row, n) => (n === 2 ? { ...row, completion: '<QUE> a <ANS> b' } : row))
    const room = await roomWith(threeDocuments(8), fileOf(rows.filter((_, n) => n !== 5)))
    const run = await write(room, replayOf(room, { rounds: 4 }))
    expect(Object.fromEntries(await sawOf(room, run))).toEqual({ 0: [], 4: [], 6: [4], 1: [], 3: [1], 7: [] })
    const troubled = await room.context.store.troubledItems(run.sequence, -1, 9)
    expect(troubled.map(({ position, reason, raw }) => [position, reason, raw])).toEqual([
      [1, 'cut-off', '<QUE> a <ANS> b'],
      [6, 'answer-missing', null],
    ])
    expect(await segmentSizes(room, run)).toEqual([1, 2, 2, 1])
  })

  it('CHAIN4, REPLAY3: a window of estimated tokens lets in as much as fits, and then nothing', async () => {
    const room = await roomWith(threeDocuments(8), fileOf(rowsFor(numbers(8))))
    const open = await write(room, replayOf(room, { rounds: 4 }))
    expect((await sawOf(room, open)).get(6)).toEqual([0, 2, 4])
    const narrow = await write(room, replayOf(room, { rounds: 4, window: 120 }))
    // The second fits with the first, the third not with both; the fourth fits with the third.
    const saw = await sawOf(room, narrow)
    expect([0, 2, 4, 6].map(n => saw.get(n))).toEqual([[], [0], [], [4]])
    const none = await write(room, replayOf(room, { rounds: 4, window: 1 }))
    expect(none.pairs).toBe(8)
    expect([...(await sawOf(room, none)).values()]).toEqual(numbers(8).map(() => []))
  })

  it('CHAIN6: only pairs that passed or were kept are shown, or all as written', async () => {
    const wrong = '<QUE> When was the lamp lit? <ANS> It was lit in 1999 in Norway. </END>'
    const rows = rowsFor(numbers(4)).map((row, n) => (n === 1 ? { ...row, completion: wrong } : row))
    const room = await roomWith(threeDocuments(4), fileOf(rows))
    const written = await write(room, replayOf(room, { rounds: 4 }))
    const states = (await pairsOf(room, written)).map(({ pair }) => pair.state)
    expect(states).toEqual(['ready', 'failed', 'ready', 'ready'])
    expect((await pairsOf(room, written)).map(({ pair }) => pair.chain.shots.length)).toEqual([0, 1, 2, 3])
    const passed = await write(room, replayOf(room, { rounds: 4, shots: 'passed' }))
    expect((await pairsOf(room, passed)).map(({ pair }) => pair.chain.shots.length)).toEqual([0, 1, 0, 1])
  })

  it('CHAIN7: a run that is stopped after any passage and goes on makes the same chains', async () => {
    const n = 9
    const rows = fileOf(rowsFor(numbers(n).filter(at => at !== 4)))
    const whole = await roomWith(threeDocuments(n), rows)
    const wanted = await pairsOf(whole, await write(whole, replayOf(whole, { rounds: 3 })))
    for (let stop = 1; stop < n; stop++) {
      const room = await roomWith(threeDocuments(n), rows)
      const half = await writeUntil(room, replayOf(room, { rounds: 3 }), stop)
      expect(half).toMatchObject({ status: 'paused', done: stop })
      const run = await write(room, replayOf(room, { rounds: 3 }))
      expect(run).toMatchObject({ id: half.id, status: 'done', done: n })
      expect(await pairsOf(room, run)).toEqual(wanted)
      room.opened.close()
    }
  }, 60_000)

  it('CHAIN7: a run whose tab died in the middle of chains makes the same ones in the next', async () => {
    const n = 100
    const rows = fileOf(rowsFor(numbers(n).filter(at => at % 7 !== 3)))
    const whole = await roomWith(threeDocuments(n), rows)
    const wanted = await pairsOf(whole, await write(whole, replayOf(whole, { rounds: 5 })))
    for (const lost of [1, 2, 3]) {
      const room = await roomWith(threeDocuments(n), rows)
      const { store } = room.context
      let commits = 0
      const dying: typeof store = {
        ...store,
        commit: (...outcome) => (++commits === lost ? Promise.reject(new Error('gone')) : store.commit(...outcome)),
      }
      const half = await write({ ...room, context: { ...room.context, store: dying } }, replayOf(room, { rounds: 5 }))
      expect(half.done).toBeLessThan(n)
      expect(half.done % 5 === 0 && half.done > 0).toBe(false)
      room.opened.close()
      const next = await room.reopened()
      const run = await write(next, replayOf(next, { rounds: 5 }))
      expect(run).toMatchObject({ id: half.id, status: 'done', done: n })
      expect(await pairsOf(next, run)).toEqual(wanted)
      next.opened.close()
    }
  }, 60_000)

  it('CHAIN3: a passage of a document that was removed meanwhile is not shown', async () => {
    const room = await roomWith(threeDocuments(6), fileOf(rowsFor(numbers(6))))
    const half = await writeUntil(room, replayOf(room, { rounds: 3 }), 2)
    const [first] = await room.context.store.sources()
    await room.context.store.setSourceRemoved(room.context.fence, first?.id ?? -1, true)
    const run = await driveRun(new AbortController().signal, room.context, half, () => undefined)
    // Chains 0 2 4 and 1 3 5, in documents 0 1, 2 3 and 4 5.
    await room.context.store.setSourceRemoved(room.context.fence, first?.id ?? -1, false)
    const saw = await sawOf(room, run)
    expect([2, 4, 5].map(n => saw.get(n))).toEqual([[0], [2], [3]])
    expect(saw.get(3)).toEqual([])
  })
})

describe('answers', () => {
  it('REPLAY2: passages with the same text take rows in the order of the project, then the last', async () => {
    const same = textOf(7)
    const rows = ['first', 'second'].map(word => ({
      text: same,
      completion: `<QUE> Which is the ${word} question? <ANS> The ${word}. </END>`,
    }))
    const documents = [[textOf(1), same], [same, textOf(2), same], [same]]
    const file = fileOf([...rowsFor([1, 2]), ...rows])
    /** The documents of the passages with that text, and the row that each got. */
    const taken = async (more: Partial<RunRequest>): Promise<string[]> => {
      const room = await roomWith(documents, file)
      const stored = await pairsOf(room, await write(room, replayOf(room, { rounds: 2 }, more)))
      const asked = stored.filter(({ pair }) => pair.instruction.includes('question'))
      const [first = 0] = (await room.context.store.documents({ after: -1, limit: 1, removed: false })).map(
        ({ order }) => order,
      )
      return asked.map(({ document, pair }) => `${String(document - first)} ${pair.response}`)
    }
    const all = ['0 The first.', '1 The second.', '1 The second.', '2 The second.']
    expect(await taken({})).toEqual(all)
    const some = await taken({ sample: 4 })
    expect(some.length).toBeGreaterThan(1)
    expect(some.filter(one => !all.includes(one))).toEqual([])
  })

  it('REPLAY5: no prompt is claimed to have been sent', async () => {
    const room = await roomWith([[textOf(1)]], fileOf(rowsFor([1])))
    const [stored] = await pairsOf(room, await write(room, replayOf(room, {})))
    expect(stored?.pair.provenance).toMatchObject({
      synthesizer: 'tagged',
      engine: 'replay',
      recipe: 'instruction-synthesizer',
      model: 'answers-test',
      promptSha256: null,
      reused: null,
    })
  })

  it('TAGGED4: what is no pair stays with its passage and is counted, beside pairs as well', async () => {
    const completion = `${answerTo(1)}\n\n<QUE> <ANS> b </END><QUE> c <ANS> d`
    const room = await roomWith([[textOf(1)]], fileOf([{ text: textOf(1), completion }]))
    const run = await write(room, replayOf(room, {}))
    expect(run).toMatchObject({ pairs: 1, rejected: { 'empty-question': 1, truncated: 1 } })
    expect((await room.context.store.item(run.sequence, 0))?.rejected).toEqual([
      { reason: 'empty-question', raw: '<QUE> <ANS> b </END>' },
      { reason: 'truncated', raw: '<QUE> c <ANS> d' },
    ])
  })

  it('REPLAY3, TAGGED5: what a model wrote beyond its text is not read', async () => {
    const completion = `${answerTo(1)}</s><s> <CON> Another text. </CON>\n\n<QUE> x <ANS> y </END>`
    const room = await roomWith([[textOf(1)]], fileOf([{ text: textOf(1), completion }]))
    expect((await write(room, replayOf(room, {}))).pairs).toBe(1)
  })

  it('TAGGED7: Chinese passages are refused with their reason', async () => {
    const text = '灯塔建于一七五九年，由花岗岩砌成。\n\n'
    const room = await roomWith([[text]], fileOf([{ text, completion: answerTo(1) }]), 'zh')
    const run = await write(room, replayOf(room, {}))
    expect(run).toMatchObject({ status: 'done', pairs: 0, empty: 1 })
    expect(await room.context.store.troubledItems(run.sequence, -1, 1)).toMatchObject([{ reason: 'english-only' }])
  })

  it('RUN10: a run whose answers are not handed over is paused with that reason', async () => {
    const room = await roomWith([[textOf(1)]], fileOf(rowsFor([1])))
    const run = await write(room, replayOf(room, {}, { model: 'answers-other' }))
    expect(run).toMatchObject({ status: 'paused', problem: { kind: 'model-missing', model: 'answers-other' } })
  })

  it.each([
    ['', 'it holds no answer'],
    ['\n\n', 'it holds no answer'],
    ['text,completion\na,b\n', 'line 1 is not JSON'],
    ['{"text":"a","completion":"b"}\n[1]\n', 'line 2 is not a JSON object'],
    ['{"completion":"b"}', 'line 1 has no "text"'],
    ['\n{"text":"a","answer":"b"}', 'line 2 has no "completion"'],
    ['{"text":"","completion":"b"}', 'line 1 has a "text" that is empty'],
    ['{"text":"a","completion":["b"]}', 'line 1 has a "completion" that is no text'],
  ])('REPLAY1: %j is refused', async (content, detail) => {
    await expect(openAnswers(new Blob([content]), 'x', await loadHash())).rejects.toMatchObject({
      problem: { kind: 'damaged-file', format: 'JSONL', detail },
    })
  })

  it('REPLAY1: a byte order mark, Windows line ends, other keys and rows across pieces of the file are read', async () => {
    const hash = await loadHash()
    const rows = numbers(3_000).map(
      n => `${JSON.stringify({ id: n, text: `é${String(n)}`, completion: `c${String(n)}𝒳` })}\r\n`,
    )
    const answers = await openAnswers(new Blob(['\uFEFF', ...rows]), 'x', hash)
    for (const n of [0, 1, 1_499, 2_999]) {
      expect(await answers.answer(hash.sha256(`é${String(n)}`), 0)).toBe(`c${String(n)}𝒳`)
    }
    expect(await answers.answer(hash.sha256('none'), 0)).toBeNull()
    expect(answers.repeated.size).toBe(0)
  })
})

/** How many passages each text of a corpus has, chain after chain. */
async function segmentSizes(room: Room, run: Run): Promise<number[]> {
  const chains = new Map<number, (Chained & { readonly chain: number })[]>()
  const documents = await room.context.store.documents({ after: -1, limit: 99, removed: false })
  for (const { document, pair } of await pairsOf(room, run)) {
    const chain = Number(pair.chain.id.split('-').at(-1))
    const sha256 = documents.find(({ order }) => order === document)?.sha256 ?? ''
    const place = { document: sha256, start: pair.passage.start, end: pair.passage.end }
    const all = chains.get(chain) ?? []
    chains.set(chain, [...all, { chain, round: pair.chain.round, place, saw: pair.chain.shots }])
  }
  return numbers(chains.size).flatMap(chain => segmentsOf(chains.get(chain) ?? []).map(segment => segment.length))
}

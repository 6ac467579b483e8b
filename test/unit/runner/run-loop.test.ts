import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { chunk } from '#core/documents/chunker'
import { mainLanguage } from '#core/documents/main-language'
import type { Synthesizer } from '#core/ports/synthesizer'
import { ProblemError } from '#core/problem'
import type { Run, RunRequest } from '#core/run/run'
import type { Draft } from '#core/synthesis/pair'
import { DEFAULT_THRESHOLDS } from '#core/verification/thresholds'
import { loadHash } from '#files/sha256'
import { judgeAnew } from '#runner/judge-anew'
import { previewRun } from '#runner/preview-run'
import type { RunContext } from '#runner/run-context'
import { driveRun } from '#runner/run-loop'
import { startRun } from '#runner/start-run'
import { type OpenedStore, openStore } from '#storage/open-store'
import { createProject } from '#storage/projects'

const settings = { target: 20, maximum: 40 }
const request: RunRequest = {
  synthesizer: 'echo',
  engine: 'none',
  model: null,
  recipe: 'echo',
  recipeVersion: '1',
  tasks: [],
  seed: 1,
  documents: null,
  sample: null,
}

/** Writes one pair for each passage that has an odd number, none for the others. */
const echo: Synthesizer = {
  name: 'echo',
  version: '1',
  synthesize: (_cancel, { text }) => {
    const number = Number(/\d+/u.exec(text)?.[0] ?? 0)
    const draft: Draft = {
      instruction: `What does part ${number % 30} say?`,
      response: text.trim(),
      options: null,
      reasoning: null,
      task: 'echo',
      form: 'open',
      needsPassage: true,
      evidence: [{ start: 0, end: text.length, how: 'quoted' }],
    }
    const drafts = number % 2 === 1 ? [draft] : []
    return {
      drafts,
      raw: null,
      reason: drafts.length === 0 ? 'even' : null,
      promptSha256: null,
      reused: null,
      attempts: 1,
      usage: null,
    }
  },
}

/** The draft with a longer response, and again with a word changed. */
function withLonger(draft: Draft, change: (words: string) => string): Draft[] {
  const response = `${draft.response} ${draft.response} ${'It goes on for a while, so that one word makes no great difference to it. '.repeat(2)}`
  return [
    { ...draft, response },
    { ...draft, response: response.replace('no great difference', 'little difference') },
  ].map(one => ({ ...one, instruction: change(one.instruction) }))
}

let opened: OpenedStore
let context: RunContext
let projects = 0

beforeEach(async () => {
  const { id } = await createProject(`runs ${++projects}`, 0)
  opened = await openStore(id, { onTrouble: () => undefined })
  let elapsed = 0
  context = {
    store: opened.store,
    fence: await opened.store.takeFence(),
    hash: await loadHash(),
    detect: () => 'en',
    clock: { now: () => 0, elapsed: () => (elapsed += 10) },
    breathe: () => Promise.resolve(),
    synthesizer: () => Promise.resolve({ synthesizer: echo, restart: null, tokensPerSecond: () => null }),
  }
})

/** A document of many short passages; `words` makes it unlike others. */
async function addDocument(words: string, parts: number): Promise<number> {
  const text = Array.from(
    { length: parts },
    (_, part) =>
      `${words} part ${part} is a paragraph of its own, with some words in it so that it stands alone as one passage of the cut.\n\n`,
  ).join('')
  const passages = chunk(text, settings, () => 'en')
  const source = await context.store.beginSource(context.fence, { name: words, kind: 'text', bytes: text.length })
  const sha256 = context.hash.sha256(text)
  const document = {
    source,
    name: words,
    row: null,
    sha256,
    length: text.length,
    language: mainLanguage(passages),
    title: null,
    pages: null,
    meta: null,
  }
  const [order = -1] = await context.store.addDocuments(context.fence, [{ document, text, passages }], settings)
  await context.store.finishSource(context.fence, {
    id: source,
    name: words,
    kind: 'text',
    bytes: text.length,
    encoding: null,
    column: null,
    columns: null,
    documents: 1,
    passages: passages.length,
    characters: text.length,
    languages: ['en'],
    warnings: [],
    problem: null,
    firstDocument: order,
    lastDocument: order,
  })
  return source
}

async function allPairs(): Promise<string[]> {
  const filter = { states: [], tasks: [], languages: [], checks: [], document: null, text: '' }
  const stored = await context.store.pairs(filter, '', 10_000)
  return stored.map(({ key, pair }) => JSON.stringify({ key, pair }))
}

function pairOf(row: string): unknown {
  const { pair }: { pair: unknown } = JSON.parse(row)
  return pair
}

const drive = (run: Run, signal = new AbortController().signal): Promise<Run> =>
  driveRun(signal, context, run, () => undefined)

describe('driving a run', () => {
  it('RUN2: settles every item and counts what gave nothing', async () => {
    await addDocument('alpha', 150)
    const run = await drive(await startRun(context, request))
    expect(run.status).toBe('done')
    expect(run.done).toBe(run.total)
    expect(run.pairs).toBeGreaterThan(40)
    expect(run.empty).toBe(run.total - run.pairs)
    expect(await allPairs()).toHaveLength(run.pairs)
    expect((await context.store.troubledItems(run.sequence, -1, 5)).map(item => item.reason)).toContain('even')
  })

  it('RUN1: the same request again is the same run, and writes nothing twice', async () => {
    await addDocument('alpha', 40)
    const first = await drive(await startRun(context, request))
    const again = await startRun(context, request)
    expect(again.sequence).toBe(first.sequence)
    expect(await allPairs()).toHaveLength(first.pairs)
  })

  it('RUN2, RUN5: stopped at any point and resumed, the dataset is identical', async () => {
    await addDocument('alpha', 300)
    await addDocument('beta', 200)
    const whole = await drive(await startRun(context, request))
    const wanted = await allPairs()
    expect(whole.done).toBe(whole.total)

    for (const stops of [[1], [2, 1], [1, 1, 3]]) {
      await opened.store.deleteRun({ aborted: false }, context.fence, (await context.store.runs())[0]?.sequence ?? -1)
      let run = await startRun(context, request)
      for (const batches of stops) {
        const control = new AbortController()
        let reports = 0
        run = await driveRun(control.signal, context, run, () => {
          if (++reports > batches) control.abort()
        })
        expect(run.status).toBe('paused')
        expect(run.done).toBeLessThan(run.total)
      }
      run = await drive(run)
      expect(run.status).toBe('done')
      const got = await allPairs()
      // Deleting a run frees no sequence, so keys differ in that part alone.
      expect(got.map(pairOf)).toEqual(wanted.map(pairOf))
    }
  })

  it('RUN5: stopped within a passage, it stays pending, and the time that it took counts', async () => {
    await addDocument('alpha', 5)
    const control = new AbortController()
    const synthesize = (): never => {
      for (let tick = 0; tick < 500; tick += 1) context.clock.elapsed()
      control.abort()
      throw new ProblemError({ kind: 'cancelled' })
    }
    const stopped = { ...echo, synthesize }
    context = {
      ...context,
      synthesizer: () => Promise.resolve({ synthesizer: stopped, restart: null, tokensPerSecond: () => null }),
    }
    const run = await drive(await startRun(context, request), control.signal)
    expect(run).toMatchObject({ status: 'paused', done: 0, failed: 0 })
    expect(run.activeMs).toBeGreaterThan(5_000)
  })

  it('CHECK9: repetitions are found across documents and across a pause', async () => {
    await addDocument('same', 30)
    const run = await drive(await startRun(context, request))
    const states = (await context.store.tallies(null)).map(({ state, count }) => `${state} ${count}`)
    expect(states).toEqual([`ready ${run.pairs}`])
    await addDocument('same ', 30)
    const both = await drive(await startRun(context, request))
    const failed = (await context.store.tallies(null)).find(({ state }) => state === 'failed')
    expect(both.pairs).toBe(run.pairs * 2)
    expect(failed?.count).toBe(run.pairs)
  })

  it('DUP7: what an earlier run asked of a passage in other words is found, also when all is judged anew', async () => {
    await addDocument('twice', 30)
    const first = await drive(await startRun(context, request))
    context = {
      ...context,
      synthesizer: () => {
        const synthesizer: Synthesizer = {
          ...echo,
          synthesize: async (cancel, passage) => {
            const completion = await echo.synthesize(cancel, passage)
            const reworded = ({ instruction, response }: Draft): Pick<Draft, 'instruction' | 'response'> => ({
              instruction: instruction.replace(/^What does (.*) say\?$/u, 'Please tell me what $1 says.'),
              response: response.replace('with some words in it', 'which has some words in it of course'),
            })
            return { ...completion, drafts: completion.drafts.map(draft => ({ ...draft, ...reworded(draft) })) }
          },
        }
        return Promise.resolve({ synthesizer, restart: null, tokensPerSecond: () => null })
      },
    }
    const second = await drive(await startRun(context, { ...request, recipe: 'reworded' }))
    expect(second.pairs).toBe(first.pairs)
    const rows = await allPairs()
    expect(rows.filter(row => row.includes('"near-duplicate"'))).toHaveLength(second.pairs)
    const judged = await judgeAnew({ aborted: false }, context, DEFAULT_THRESHOLDS, null, () => undefined)
    expect(judged.checks.find(({ check }) => check === 'duplicate')).toMatchObject({
      before: second.pairs,
      after: second.pairs,
    })
  })

  it('DUP4, DUP5: near repetitions are found across documents, and the same ones when the run was stopped', async () => {
    await addDocument('near', 60)
    const change = (words: string): string => words.replace('with some words', 'with more words')
    context = {
      ...context,
      synthesizer: () => {
        const synthesizer: Synthesizer = {
          ...echo,
          synthesize: async (cancel, passage) => {
            const completion = await echo.synthesize(cancel, passage)
            return { ...completion, drafts: completion.drafts.flatMap(draft => withLonger(draft, change)) }
          },
        }
        return Promise.resolve({ synthesizer, restart: null, tokensPerSecond: () => null })
      },
    }
    const whole = await drive(await startRun(context, request))
    const wanted = await allPairs()
    expect(wanted.filter(row => row.includes('"near-duplicate"'))).toHaveLength(whole.pairs / 2)

    await opened.store.deleteRun({ aborted: false }, context.fence, whole.sequence)
    const control = new AbortController()
    let reports = 0
    const stopped = await driveRun(control.signal, context, await startRun(context, request), () => {
      if (++reports > 1) control.abort()
    })
    expect(stopped.done).toBeLessThan(stopped.total)
    await drive(stopped)
    expect((await allPairs()).map(pairOf)).toEqual(wanted.map(pairOf))
  })

  it('RUN6, RUN7: a run over more takes the place of the earlier one, and decisions follow', async () => {
    await addDocument('alpha', 40)
    const first = await drive(await startRun(context, request))
    const filter = { states: [], tasks: [], languages: [], checks: [], document: null, text: '' }
    const [kept, dropped] = await context.store.pairs(filter, '', 2)
    const never = { aborted: false }
    await context.store.decide(never, context.fence, { keys: [kept?.key ?? ''] }, 'keep', () => undefined)
    await context.store.decide(never, context.fence, { keys: [dropped?.key ?? ''] }, 'drop', () => undefined)

    await addDocument('beta', 10)
    const second = await drive(await startRun(context, request))
    expect(second.sequence).not.toBe(first.sequence)
    const runs = await context.store.runs()
    expect(runs.find(run => run.sequence === first.sequence)?.chosen).toBe(false)
    const states = new Map((await context.store.tallies(null)).map(({ state, count }) => [state, count]))
    expect(states.get('kept')).toBe(1)
    expect(states.get('dropped')).toBe(1)
  })

  it('RUN11, RUN6: a run over places writes these alone, beside the larger run; a larger one takes its place', async () => {
    await addDocument('alpha', 40)
    await addDocument('beta', 12)
    const [first, second] = await context.store.documents({ after: -1, limit: 2, removed: false })
    const starts = async (document: number) =>
      (await context.store.cut(document))?.passages.map(({ start }) => start) ?? []
    if (first === undefined || second === undefined) throw new Error('too few')
    const [alpha, beta] = [await starts(first.order), await starts(second.order)]
    const places = [
      ...[3, 4, 9, 9].map(at => ({ document: first.order, start: alpha[at] ?? -1 })),
      { document: second.order, start: beta[5] ?? -1 },
      // No passage starts there, and no document has that key.
      { document: second.order, start: (beta[5] ?? -1) + 1 },
      { document: 99, start: 0 },
    ]
    const whole = await drive(await startRun(context, request))
    const asked = { request: { ...request, places }, recipe: null, speed: null }
    const preview = await previewRun(context.store, context.hash, asked)
    expect(preview).toMatchObject({ passages: 4, documents: 2, existing: null, estimate: null })
    const some = await drive(await startRun(context, asked.request))
    expect(some.id).not.toBe(whole.id)
    expect(some.total).toBe(4)
    const items = await context.store.planItems(some.sequence, 0, 10)
    expect(new Set(items.map(({ document, start }) => `${document} ${start}`))).toEqual(
      new Set(places.slice(0, 5).map(({ document, start }) => `${document} ${start}`)),
    )
    expect((await context.store.runs()).map(({ chosen }) => chosen)).toEqual([true, true])
    expect((await startRun(context, asked.request)).sequence).toBe(some.sequence)
    // Written again with another seed, the same places stand there twice.
    const again = await drive(await startRun(context, { ...asked.request, seed: 3 }))
    expect(again.id).not.toBe(some.id)
    expect((await context.store.runs()).map(({ chosen }) => chosen)).toEqual([true, true, true])
    const only = await previewRun(context.store, context.hash, {
      ...asked,
      request: { ...asked.request, documents: [second.order] },
    })
    expect(only.passages).toBe(1)
    const other = { ...request, seed: 2 }
    await drive(await startRun(context, other))
    expect((await context.store.runs()).map(({ chosen }) => chosen)).toEqual([false, false, false, true])
    const none = startRun(context, { ...request, places: [] })
    await expect(none).rejects.toMatchObject({ problem: { kind: 'nothing-to-write' } })
  })

  it('RUN8: items of removed documents stay pending until the document is back', async () => {
    const source = await addDocument('alpha', 30)
    await addDocument('beta', 30)
    const started = await startRun(context, request)
    await context.store.setSourceRemoved(context.fence, source, true)
    const without = await drive(started)
    expect(without.done).toBeLessThan(without.total)
    await context.store.setSourceRemoved(context.fence, source, false)
    const complete = await drive(without)
    expect(complete.done).toBe(complete.total)
  })

  it('refuses a request that covers nothing', async () => {
    await expect(startRun(context, request)).rejects.toMatchObject({ problem: { kind: 'nothing-to-write' } })
  })

  it('LEDGER: a fence that was taken over writes no more', async () => {
    await addDocument('alpha', 30)
    const run = await startRun(context, request)
    await opened.store.takeFence()
    await expect(drive(run)).rejects.toMatchObject({ problem: { kind: 'lost-lock' } })
    expect(await allPairs()).toHaveLength(0)
  })
})

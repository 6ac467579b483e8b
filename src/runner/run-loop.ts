import { problemOf } from '#core/problem'
import type { ItemOutcome } from '#core/ports/project-store'
import { createPace } from '#core/run/pace'
import { needsModel } from '#core/run/engines'
import type { Run } from '#core/run/run'
import type { Pair } from '#core/synthesis/pair'
import { createJudge, placeOf } from '#core/verification/judge'
import type { RunProgress, RunStream } from '#messages/run-worker'
import { earlierDecisions } from '#runner/earlier-decisions'
import { chainedStore } from '#runner/chained-store'
import { earlierRounds } from '#runner/earlier-rounds'
import { growingBatch } from '#runner/batch-size'
import { ahead, pendingItems } from '#runner/pending-items'
import { createPersistence } from '#runner/persistence'
import type { ReadySynthesizer, RunContext } from '#runner/run-context'
import { createStreaming } from '#runner/run-stream'
import { writeItem } from '#runner/write-item'
import { createWrittenWords } from '#runner/written-words'

/** Results of rules, and of answers made elsewhere, are quick: they commit in batches. A model's results commit one by one. */
const QUICK_BATCH = { first: 32, most: 1_024 }
/** Items whose texts are read at once for those. */
const QUICK_READ = { first: 128, most: 1_024 }
const ONE_BY_ONE = { first: 1, most: 1 }

/** Work between two turns of the event loop, in ms: the last commit and the next texts come along meanwhile. */
const TURN = 8

/**
 * Drives a run until its plan is settled, the signal aborts (the run is then paused) or storage fails (paused with the
 * problem). What was committed stays; a second call goes on where this one ended (rules RUN2, RUN5).
 */
export async function driveRun(
  signal: AbortSignal,
  context: RunContext,
  start: Run,
  report: (progress: RunProgress) => void,
  stream: (stream: RunStream) => void = () => undefined,
): Promise<Run> {
  const { store, fence, clock } = context
  const streaming = createStreaming(() => clock.elapsed(), stream)
  const reasons: Record<string, number> = {}
  let ready: ReadySynthesizer | null = null
  let run = await store.setRunStatus(fence, start.sequence, 'running', null)
  const quick = !needsModel(start.request)
  const sizes = quick ? QUICK_BATCH : ONE_BY_ONE
  const batchSize = growingBatch(sizes.first, sizes.most)
  const pace = createPace()
  let before = clock.elapsed()
  const tell = (): void => {
    const rates = pace.read(run.total - run.done - run.failed)
    report({ run, ...rates, tokensPerSecond: ready?.tokensPerSecond() ?? null, reasons: { ...reasons } })
  }

  try {
    ready = await context.synthesizer(start.request, streaming.add)
    const { synthesizer } = ready
    const persist = createPersistence(ready.restart)
    const words = createWrittenWords(store)
    const { thresholds } = await store.settings()
    const judge = createJudge({
      thresholds,
      detect: context.detect,
      version: context.checksVersion,
      wordsOf: words.of,
    })
    await store.eachPairText(signal, run.sequence, ({ pair, document, run: sequence }) => {
      if (repeatsAnother(pair)) return
      const { instruction, response } = pair.original ?? pair
      judge.remember(pair.id, { instruction, response }, placeOf(document, pair.passage))
      words.stands(pair.id, { run: sequence, document, start: pair.passage.start })
    })
    const tools = {
      hash: context.hash,
      judge,
      synthesizer,
      carryOver: await earlierDecisions(store, run),
      noteWords: (pair: Pair) => {
        if (!repeatsAnother(pair)) words.note(pair)
      },
    }
    const chained = chainedStore(store, run)
    const batches = pendingItems(signal, store, run, batchSize.now, quick ? QUICK_READ : ONE_BY_ONE)
    let committing: Promise<Run> | null = null
    before = clock.elapsed()
    pace.note(before, run.done + run.failed, run.pairs)
    tell()

    let reading = ahead(batches)
    let batch = await reading
    while (!batch.done) {
      // The next texts are read, and the last batch goes to disk, while this one is written.
      reading = ahead(batches)
      const outcomes: ItemOutcome[] = []
      const began = clock.elapsed()
      let turn = began
      for (const { item, document, text } of batch.value) {
        if (signal.aborted) break
        if (!quick) streaming.begin(run.sequence, item)
        const earlier = await earlierRounds(chained, run, item)
        const outcome = await persist(signal, item, () =>
          writeItem(signal, tools, run, { item, document, text, earlier }),
        )
        outcomes.push(outcome)
        chained.wrote(outcome)
        const { reason } = outcome.item
        if (reason !== null) reasons[reason] = (reasons[reason] ?? 0) + 1
        if (clock.elapsed() - turn < TURN) continue
        await context.breathe()
        turn = clock.elapsed()
      }
      batchSize.note(outcomes.length, clock.elapsed() - began)
      // One commit is under way at any time.
      if (committing !== null) run = await committing
      const now = clock.elapsed()
      const next = signal.aborted ? null : await reading
      const leased = next === null || next.done ? [] : next.value.map(({ item }) => item.position)
      committing = store.commit(fence, run.sequence, outcomes, leased, now - before).then(committed => {
        chained.stored(outcomes)
        for (const { document, start, pairs } of outcomes) {
          for (const { id } of pairs) words.stored(id, { run: committed.sequence, document, start })
        }
        return committed
      })
      committing.catch(() => undefined)
      // What a model took a minute for is told when it is safe on disk, not a minute later.
      if (!quick) run = await committing
      before = now
      pace.note(now, run.done + run.failed, run.pairs)
      tell()
      if (next === null) break
      batch = next
    }
    if (committing !== null) run = await committing
    run = await store.setRunStatus(fence, run.sequence, signal.aborted ? 'paused' : 'done', null)
  } catch (thrown) {
    const problem = problemOf(thrown)
    if (problem.kind === 'lost-lock') throw thrown
    if (signal.aborted && problem.kind === 'cancelled') {
      // What a model had begun is written anew; the time it took was spent all the same.
      await store.commit(fence, run.sequence, [], [], clock.elapsed() - before)
      run = await store.setRunStatus(fence, run.sequence, 'paused', null)
    } else run = await pausedWith(context, run, thrown)
  }
  pace.note(clock.elapsed(), run.done + run.failed, run.pairs)
  tell()
  return run
}

/** Such a pair is no reason for another one to fail. */
function repeatsAnother({ checks }: Pair): boolean {
  return checks.some(check => check.name === 'duplicate' && check.result === 'fail')
}

/** Pauses with the reason. Where even that cannot be written (storage is full), the run is paused for this tab alone. */
async function pausedWith({ store, fence }: RunContext, run: Run, thrown: unknown): Promise<Run> {
  const problem = problemOf(thrown)
  try {
    return await store.setRunStatus(fence, run.sequence, 'paused', problem)
  } catch (again) {
    if (problemOf(again).kind === 'lost-lock') throw again
    return { ...run, status: 'paused', problem }
  }
}

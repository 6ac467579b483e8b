import type { CorpusOptions } from '#core/corpus/corpus-options'
import { DEFAULT_EXPORT_OPTIONS, type ExportPlan, planExport } from '#core/export/export-plan'
import { jsonLine } from '#core/export/json-line'
import type { Line } from '#core/export/line-writer'
import { chosenTallies, pairsIn } from '#core/export/selection'
import { talliesOf } from '#core/export/tallies-of'
import type { Cancel } from '#core/ports/cancel'
import type { Hash } from '#core/ports/hash'
import type { ProjectReader } from '#core/ports/project-store'
import { ProblemError } from '#core/problem'
import { createPace } from '#core/run/pace'
import type { CorpusApi, CorpusProgress } from '#messages/corpus'
import type { Handlers } from '#messages/rpc'
import { saveChecked } from '../export/written-file'
import { throttled } from '../throttled'
import { type ProjectTexts, projectTexts } from './corpus-lines'
import { sampleGeneral } from './general-file'
import { createHeldCorpus, createHeldDrawn } from './held-corpus'
import { indexPairs } from './index-pairs'
import { previewMined, previewPairs } from './preview-text'

export interface CorpusTools {
  readonly reader: () => ProjectReader
  readonly hash: () => Promise<Hash>
}

/** Answers the page about pre-training text. */
export function corpusHandlers({ reader, hash }: CorpusTools): Handlers<CorpusApi> {
  const held = createHeldCorpus()
  const drawn = createHeldDrawn()
  return {
    corpusPreview: async (_signal, { options, revision, kind, place }) => {
      const store = reader()
      const { corpus, shot } = await held(store, options, revision)
      return kind === 'pairs'
        ? previewPairs(store, corpus, shot, options, place)
        : previewMined(store, await drawn(store, corpus, options, revision), shot, options, place)
    },
    countCorpus: async (signal, { options, general, revision }, progress) => {
      const store = reader()
      const report = reporter(progress)
      const passages = await passagesOf(store)
      const { corpus } = await held(store, options, revision)
      const { texts, contents } = projectTexts(signal, store, corpus, options, general, done =>
        report('write', done, passages),
      )
      for await (const text of texts) if (signal.aborted && text.text !== '') throw cancelled()
      return contents()
    },
    writeCorpus: async (signal, { options, general, target }, progress) => {
      const store = reader()
      const report = reporter(progress)
      const [pairs, passages] = [await pairsOf(store, options), await passagesOf(store)]
      // Noted anew: what the page looked at may have changed in another tab.
      const corpus = await indexPairs(signal, store, options, done => report('index', done, pairs))
      const made = projectTexts(signal, store, corpus, options, general, done => report('write', done, passages))
      const plan = planOf(options)
      let rows = 0
      const lines = linesOf(signal, made, () => (rows += 1))
      const file = await saveChecked(
        signal,
        await hash(),
        plan,
        { name: plan.files[0]?.name ?? options.name, target },
        lines,
        { rows: () => rows, progress: done => report('check', done, rows) },
      )
      return { ...made.contents(), file: { name: file.name, rows, bytes: file.saved.bytes, blob: file.saved.file } }
    },
    readGeneral: (_signal, { file }) => sampleGeneral(file),
  }
}

/** A corpus is a file of the format `text`, by its rows. */
function planOf({ name }: CorpusOptions): ExportPlan {
  return planExport({ ...DEFAULT_EXPORT_OPTIONS, format: 'text', name })
}

async function* linesOf(
  cancel: Cancel,
  { texts }: ProjectTexts,
  counted: () => void,
): AsyncGenerator<readonly Line[], void> {
  let any = false
  for await (const { text } of texts) {
    if (cancel.aborted) throw cancelled()
    any = true
    counted()
    yield [{ own: jsonLine({ text }), common: '' }]
  }
  if (!any) throw new ProblemError({ kind: 'export-empty' })
}

async function pairsOf(store: ProjectReader, options: CorpusOptions): Promise<number> {
  return pairsIn(chosenTallies(options, await talliesOf(store, options.documents)))
}

async function passagesOf(store: ProjectReader): Promise<number> {
  return (await store.sources()).reduce((sum, source) => (source.removed ? sum : sum + source.passages), 0)
}

function cancelled(): ProblemError {
  return new ProblemError({ kind: 'cancelled' })
}

/** Tells the page now and then how far it is, with the time that is left of the phase. */
function reporter(
  send: (value: CorpusProgress) => void,
): (phase: CorpusProgress['phase'], done: number, total: number) => void {
  const tell = throttled(send)
  let pace = createPace()
  let last: CorpusProgress['phase'] | null = null
  return (phase, done, total) => {
    if (phase !== last) pace = createPace()
    last = phase
    pace.note(performance.now(), done, 0)
    tell({ phase, done, total, msLeft: pace.read(Math.max(0, total - done)).msLeft })
  }
}

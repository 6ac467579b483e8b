import type { CorpusOptions } from '#core/corpus/corpus-options'
import { isConverted } from '#core/corpus/mixture'
import { corpusSettings } from '#core/corpus/corpus-options'
import { renderSegment } from '#core/corpus/render-segment'
import type { CorpusShot } from '#core/corpus/segment'
import { DEFAULT_EXPORT_OPTIONS, type ExportPlan, expectedCounts, planExport } from '#core/export/export-plan'
import { jsonLine } from '#core/export/json-line'
import type { Line } from '#core/export/line-writer'
import type { Cancel } from '#core/ports/cancel'
import type { Hash } from '#core/ports/hash'
import type { ProjectReader } from '#core/ports/project-store'
import { ProblemError } from '#core/problem'
import { createPace } from '#core/run/pace'
import type { CorpusApi, CorpusPreview, CorpusProgress } from '#messages/corpus'
import type { Handlers } from '#messages/rpc'
import { saveChecked } from '../export/written-file'
import { throttled } from '../throttled'
import { type ProjectTexts, projectTexts } from './corpus-lines'
import { sampleGeneral } from './general-file'
import { indexPairs, type ProjectCorpus } from './index-pairs'
import { createShotReader } from './shot-reader'

export interface CorpusTools {
  readonly reader: () => ProjectReader
  readonly hash: () => Promise<Hash>
}

/** Answers the page about pre-training text. */
export function corpusHandlers({ reader, hash }: CorpusTools): Handlers<CorpusApi> {
  const held = createHeldCorpus()
  return {
    corpusPreview: async (_signal, { options, revision, place }) => {
      const store = reader()
      const { corpus, shot } = await held(store, options, revision)
      return previewOf(store, corpus, shot, options, place)
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
      const corpus = await indexPairs(signal, store, options.states, done => report('index', done, pairs))
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

async function pairsOf(store: ProjectReader, { states }: CorpusOptions): Promise<number> {
  return expectedCounts({ ...DEFAULT_EXPORT_OPTIONS, states }, await store.tallies(null)).pairs
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

type Shots = ReturnType<typeof createShotReader>

/** Looks through the pairs once for all that is asked of the same ones; what is asked anew puts the old away. */
function createHeldCorpus(): (
  store: ProjectReader,
  options: CorpusOptions,
  revision: string,
) => Promise<{ readonly corpus: ProjectCorpus; readonly shot: Shots }> {
  let key = ''
  let control = new AbortController()
  let held: Promise<{ corpus: ProjectCorpus; shot: Shots }> | null = null
  return (store, { states }, revision) => {
    const asked = `${revision} ${states.join()}`
    if (held === null || key !== asked) {
      control.abort()
      control = new AbortController()
      key = asked
      const made = indexPairs(control.signal, store, states, () => undefined).then(corpus => ({
        corpus,
        shot: createShotReader(store, states, corpus.rows),
      }))
      held = made
      // What failed is tried again when it is asked for again.
      made.catch(() => {
        if (held === made) held = null
      })
    }
    return held
  }
}

async function previewOf(
  store: ProjectReader,
  { plan }: ProjectCorpus,
  shot: Shots,
  options: CorpusOptions,
  place: number,
): Promise<CorpusPreview> {
  const { templates, mixture } = corpusSettings(options, false)
  const converted = plan.segments.filter(([first]) => isConverted(first, mixture))
  const segment = converted[Math.min(place, converted.length - 1)]
  if (segment === undefined) return { texts: converted.length, text: null }
  const found = await Promise.all(segment.map(rows => shot(rows)))
  const [first, ...others] = found.filter((one): one is CorpusShot => one !== null)
  if (first === undefined) return { texts: converted.length, text: null }
  const { spans, ...style } = renderSegment([first, ...others], templates)
  const documents = await store.documentsAt(segment.map(({ where }) => where.document))
  return {
    texts: converted.length,
    text: {
      spans,
      style,
      pairs: [first, ...others].reduce((sum, { pairs }) => sum + pairs.length, 0),
      language: first.language,
      documents: documents.flatMap(document =>
        document === undefined ? [] : [{ name: document.name, row: document.row }],
      ),
    },
  }
}

import { askedIn } from '#core/corpus/comprehension/comprehension-text'
import { drawnText } from '#core/corpus/comprehension/drawn-text'
import { type CorpusOptions, corpusSettings } from '#core/corpus/corpus-options'
import { isConverted } from '#core/corpus/mixture'
import { renderSegment } from '#core/corpus/render-segment'
import type { CorpusShot } from '#core/corpus/segment'
import type { Document } from '#core/documents/document'
import type { ProjectReader } from '#core/ports/project-store'
import type { CorpusPreview } from '#messages/corpus'
import type { DrawnPassage } from './drawn-passages'
import type { ProjectCorpus } from './index-pairs'
import type { createShotReader } from './shot-reader'

type Shots = ReturnType<typeof createShotReader>

/** The text with pairs at a place among all of them, or the last one. */
export async function previewPairs(
  store: ProjectReader,
  { plan }: ProjectCorpus,
  shot: Shots,
  options: CorpusOptions,
  place: number,
): Promise<CorpusPreview> {
  const { templates, mixture } = corpusSettings(options, false)
  const converted = plan.segments.filter(([first]) => isConverted(first, mixture))
  const texts = converted.length
  const segment = converted[Math.min(place, texts - 1)]
  if (segment === undefined) return { texts, text: null }
  const found = await Promise.all(segment.map(rows => shot(rows)))
  const [first, ...others] = found.filter((one): one is CorpusShot => one !== null)
  if (first === undefined) return { texts, text: null }
  const { spans, ...style } = renderSegment([first, ...others], templates)
  return {
    texts,
    text: {
      spans,
      style,
      pairs: [first, ...others].reduce((sum, { pairs }) => sum + pairs.length, 0),
      examples: [],
      language: first.language,
      documents: await namesAt(
        store,
        segment.map(({ where }) => where.document),
      ),
    },
  }
}

/** The drawn passage at a place among all of them, or the last one, read for comprehension as far as something is found. */
export async function previewMined(
  store: ProjectReader,
  drawn: readonly DrawnPassage[],
  shot: Shots,
  options: CorpusOptions,
  place: number,
): Promise<CorpusPreview> {
  const texts = drawn.length
  const passage = drawn[Math.min(place, texts - 1)]
  if (passage === undefined) return { texts, text: null }
  const { key, document, start, end, rows } = passage
  const own = rows === null ? null : await shot(rows)
  const language = own?.language ?? passage.language
  const text = own?.text ?? (await store.text(document, start, end))
  const made = drawnText(key, text, language, corpusSettings(options, false).comprehension)
  return {
    texts,
    text: {
      spans: made?.spans ?? [{ kind: 'passage', text }],
      style: null,
      pairs: 0,
      examples: made === null ? [] : askedIn(made),
      language,
      documents: await namesAt(store, [document]),
    },
  }
}

async function namesAt(
  store: ProjectReader,
  orders: readonly number[],
): Promise<readonly Pick<Document, 'name' | 'row'>[]> {
  const documents = await store.documentsAt(orders)
  return documents.flatMap(document => (document === undefined ? [] : [{ name: document.name, row: document.row }]))
}

import { askedIn } from '#core/corpus/comprehension/comprehension-text'
import { drawnText } from '#core/corpus/comprehension/drawn-text'
import type { MinedType } from '#core/corpus/comprehension/find-examples'
import { type CorpusPlan, grouped, type RowSegment } from '#core/corpus/corpus-plan'
import type { CorpusSettings } from '#core/corpus/corpus-options'
import type { GeneralTexts } from '#core/corpus/general-texts'
import { createBalance, isConverted } from '#core/corpus/mixture'
import { type Span, textOf } from '#core/corpus/part'
import type { PassageRows } from '#core/corpus/passage-index'
import { renderSegment } from '#core/corpus/render-segment'
import type { CorpusPair, CorpusShot } from '#core/corpus/segment'
import type { Style } from '#core/corpus/style'
import type { Language } from '#core/documents/document'
import { estimateTokens } from '#core/text/token-estimate'

/** One text of a corpus: one row of its file. */
export interface CorpusText {
  /** Passages with their pairs, a passage read for comprehension, a passage as it is, or a general instruction. */
  readonly kind: 'pairs' | 'mined' | 'raw' | 'general'
  readonly text: string
  /** Its stretches; of raw texts and instructions there is one. */
  readonly spans: readonly Span[]
  /** null where there are no pairs. */
  readonly style: Style | null
  readonly pairs: readonly CorpusPair[]
  /** What a passage that is read for comprehension asks; of all others there is nothing. */
  readonly examples: readonly MinedType[]
}

export interface RawPassage {
  readonly key: string
  readonly language: Language
  /** Asked for only where the passage stands as it is. */
  readonly text: () => Promise<string>
}

/** Where a corpus is read from. */
export interface CorpusSource<Where> {
  /** The passage with its pairs; null when they are gone by now. */
  readonly shot: (rows: PassageRows<Where>) => Promise<CorpusShot | null>
  /** All passages in order, also those without pairs; null where they are not given. */
  readonly passages: AsyncIterable<RawPassage> | null
  /** null for none. */
  readonly general: GeneralTexts | null
}

/**
 * The texts of a corpus in order, one at a time (rules CORPUS3, CORPUS4). Nothing is held but the plan: what a text says
 * is read when it is its turn.
 */
export async function* corpusTexts<Where>(
  plan: CorpusPlan<Where>,
  source: CorpusSource<Where>,
  { templates, mixture, comprehension }: CorpusSettings,
): AsyncGenerator<CorpusText, void> {
  const balance = createBalance(mixture.general)
  const saidRaw = new Set<string>()
  const withGeneral = async function* (text: CorpusText): AsyncGenerator<CorpusText, void> {
    // An empty text teaches nothing (defect 2 of the reference code).
    if (text.text.trim() === '') return
    yield text
    if (source.general === null || mixture.general === 0) return
    balance.wrote(estimateTokens(text.text))
    while (balance.isDue()) {
      const next = await source.general.next()
      if (next === null) return
      balance.added(estimateTokens(next))
      yield plain('general', next)
    }
  }
  const asItIs = (key: string, text: string, language: Language): CorpusText => {
    const read = drawnText(key, text, language, comprehension)
    return read === null
      ? plain('raw', text)
      : { kind: 'mined', text: textOf(read.spans), spans: read.spans, style: null, pairs: [], examples: askedIn(read) }
  }
  const ofSegment = async function* (segment: RowSegment<Where>): AsyncGenerator<CorpusText, void> {
    const shots = (await Promise.all(segment.map(rows => source.shot(rows)))).filter(shot => shot !== null)
    const [first, ...others] = shots
    if (first === undefined) return
    if (isConverted(segment[0], mixture)) {
      const { spans, ...style } = renderSegment([first, ...others], templates)
      const pairs = shots.flatMap(shot => shot.pairs)
      yield* withGeneral({ kind: 'pairs', text: textOf(spans), spans, style, pairs, examples: [] })
      return
    }
    for (const { key, text, language } of shots) {
      // Two runs over one passage do not make it stand there twice.
      if (saidRaw.has(key)) continue
      if (plan.repeated.has(key)) saidRaw.add(key)
      yield* withGeneral(asItIs(key, text, language))
    }
  }
  if (source.passages === null) {
    for (const segment of plan.segments) yield* ofSegment(segment)
    return
  }
  const starts = grouped(plan.segments, ([first]) => first.key)
  const covered = new Set(plan.segments.flatMap(segment => segment.map(rows => rows.key)))
  for await (const { key, text, language } of source.passages) {
    for (const segment of starts.get(key) ?? []) yield* ofSegment(segment)
    starts.delete(key)
    if (!covered.has(key)) yield* withGeneral(asItIs(key, await text(), language))
  }
  // Pairs of passages that are not there any more, as after a new cut: nothing is lost in silence.
  for (const left of starts.values()) for (const segment of left) yield* ofSegment(segment)
}

function plain(kind: 'raw' | 'general', text: string): CorpusText {
  return { kind, text, spans: [{ kind: 'passage', text }], style: null, pairs: [], examples: [] }
}

/**
 * A passage with the pairs that go in; null where there is none. Its phrases are in the language of its first pair. Of the
 * pairs only what a text needs is held: all else that is known of them may be many times as much.
 */
export function shotOf(
  key: string,
  text: string,
  pairs: readonly (CorpusPair & Pick<CorpusShot, 'language'>)[],
): CorpusShot | null {
  const [language] = pairs.map(pair => pair.language)
  const [first, ...others] = pairs.map(
    ({ instruction, response, options, reasoning, task }): CorpusPair => ({
      instruction,
      response,
      options,
      reasoning,
      task,
    }),
  )
  return first === undefined || language === undefined ? null : { key, text, language, pairs: [first, ...others] }
}

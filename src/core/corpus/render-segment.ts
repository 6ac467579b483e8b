import { fill, type Part, type Span } from '#core/corpus/part'
import { type Choose, fillPair, folded, partsFor, pickFrom, showPair, type ShownPair } from '#core/corpus/render-pair'
import type { CorpusShot, Segment } from '#core/corpus/segment'
import { type Mode, type Style, styleOf, type TemplateSettings } from '#core/corpus/style'
import type { TemplateSet } from '#core/corpus/template-set'
import { CHINESE } from '#core/corpus/templates/chinese'
import { ENGLISH } from '#core/corpus/templates/english'
import { randomStream } from '#core/synthesis/random-stream'

export interface RenderedText {
  readonly mode: Mode
  readonly inverted: boolean
  /** Joined, they are the text. */
  readonly spans: readonly Span[]
}

/**
 * One pre-training text out of an unbroken stretch of a chain (Instruction Pre-Training §3, rules TEMPLATE1 to TEMPLATE8):
 * one mode for all of its passages, phrases of the language of each passage, every choice from a stream of its own.
 * The same segment and settings give the same text.
 */
export function renderSegment(segment: Segment, settings: TemplateSettings): RenderedText {
  const style = styleOf(segment, settings)
  const key = segment[0].key
  const between = pickFrom(
    label => randomStream(settings.seed, label, key),
    'between texts',
    setOf(segment[0]).betweenTexts,
  )
  const spans: Span[] = []
  for (const shot of segment) {
    if (spans.length > 0) spans.push({ kind: 'template', text: between })
    spans.push(...renderShot(shot, style, settings.seed))
  }
  return { ...style, spans }
}

function setOf({ language }: CorpusShot): TemplateSet {
  return language === 'zh' ? CHINESE : ENGLISH
}

interface Desk {
  readonly set: TemplateSet
  readonly shown: readonly ShownPair[]
  readonly choose: Choose
  readonly between: string
}

function renderShot(shot: CorpusShot, { mode, inverted }: Style, seed: number): Span[] {
  const set = setOf(shot)
  const choose: Choose = label => randomStream(seed, label, shot.key)
  const shown = shot.pairs.map((pair, place) =>
    showPair(pair, set, label => randomStream(seed, label, shot.key, place), mode !== 'numbered'),
  )
  const desk: Desk = { set, shown, choose, between: pickFrom(choose, 'between pairs', set.betweenPairs) }
  const passage = fill(
    pickFrom(choose, inverted ? 'then passage' : 'reading', inverted ? set.thenPassage : set.reading),
    {
      text: shot.text.trim(),
    },
  )
  const pairs = LAYOUTS[mode](desk)
  if (inverted) return blocks([phrase(desk, 'pairs first', set.pairsFirst), pairs, passage])
  const lead = mode === 'classic' ? phrase(desk, 'to pairs', set.toPairs) : []
  return blocks([passage, lead, pairs])
}

const LAYOUTS: { readonly [mode in Mode]: (desk: Desk) => Span[] } = {
  classic: desk =>
    separated(
      desk.shown.map(pair => classicPair(desk, pair)),
      desk.between,
    ),
  dialog: desk => blocks([phrase(desk, 'dialog start', desk.set.dialogStart), turns(desk, desk.shown)]),
  numbered: ({ set, shown, choose }) => {
    const [question, answer] = [
      pickFrom(choose, 'numbered question', set.numberedQuestion),
      pickFrom(choose, 'numbered answer', set.numberedAnswer),
    ]
    const all = shown.map(pair => folded(pair, set, choose))
    return blocks([
      fill(pickFrom(choose, 'numbered start', set.numberedStart), {}),
      lines(all.map((pair, place) => fill(question, { n: String(place + 1), question: pair.question }))),
      fill(pickFrom(choose, 'numbered answers', set.numberedAnswers), {}),
      lines(all.map((pair, place) => fill(answer, { n: String(place + 1), answer: pair.answer }))),
    ])
  },
  'few-shot': desk => {
    const { set, shown, choose } = desk
    // The form with explanations needs them for every pair.
    const explained = shown.every(pair => pair.steps !== null)
    const all = explained ? shown.map(withoutOptions) : shown.map(pair => folded(pair, set, choose))
    const example = pickFrom(choose, 'example', explained ? set.exampleWithSteps : set.example)
    const test = pickFrom(choose, 'test', explained ? set.testWithSteps : set.test)
    const last = all.length - 1
    return blocks([
      phrase(desk, 'examples start', set.examplesStart),
      ...all.map((pair, place) => fillPair(place === last ? test : example, pair)),
    ])
  },
  'next-turn': desk => {
    const last = desk.shown.length - 1
    const [asker, teller] = pickFrom(desk.choose, 'speakers', desk.set.speakers)
    const final = desk.shown[last]
    return blocks([
      phrase(desk, 'dialog start', desk.set.dialogStart),
      turns(desk, desk.shown.slice(0, last)),
      final === undefined
        ? []
        : fillPair(pickFrom(desk.choose, 'next turn', desk.set.nextTurn), folded(final, desk.set, desk.choose), {
            asker,
            teller,
          }),
    ])
  },
}

/** One phrase for all pairs of a shape in a text: what is alike stands alike. */
function classicPair({ set, choose }: Desk, pair: ShownPair): Span[] {
  const shape = `${pair.options === null ? 'open' : 'choice'}${pair.steps === null ? '' : ' with steps'}`
  return fillPair(pickFrom(choose, shape, partsFor(set, pair)), pair)
}

function turns({ set, choose, between }: Desk, pairs: readonly ShownPair[]): Span[] {
  const [asker, teller] = pickFrom(choose, 'speakers', set.speakers)
  const turn = pickFrom(choose, 'turn', set.turn)
  return separated(
    pairs.map(pair => fillPair(turn, folded(pair, set, choose), { asker, teller })),
    between.startsWith('\n\n---') ? '\n' : between,
  )
}

function withoutOptions(pair: ShownPair): ShownPair {
  return pair.options === null ? pair : { ...pair, question: `${pair.question}\n${pair.options}`, options: null }
}

function phrase({ choose }: Desk, label: string, phrases: readonly Part[]): Span[] {
  return fill(pickFrom(choose, label, phrases), {})
}

function lines(all: readonly Span[][]): Span[] {
  return separated(all, '\n')
}

/** Blocks with a blank line between them; empty ones are left out. */
function blocks(all: readonly Span[][]): Span[] {
  return separated(
    all.filter(block => block.length > 0),
    '\n\n',
  )
}

function separated(all: readonly Span[][], between: string): Span[] {
  return all.flatMap((spans, place) => (place === 0 ? spans : [{ kind: 'template' as const, text: between }, ...spans]))
}

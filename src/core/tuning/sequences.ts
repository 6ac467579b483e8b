import { AFTER_TEXT, BETWEEN_PAIRS, pairText, readingText } from '#core/synthesis/tagged/wire'
import { randomStream } from '#core/synthesis/random-stream'
import { estimateTokens } from '#core/text/token-estimate'
import type { TuningExample } from '#core/tuning/reading-set'

export interface SequenceSettings {
  readonly seed: number
  /** Tokens that a sequence may have; the paper's window is 4,096. */
  readonly maximumTokens: number
  /** Examples taken of one dataset at most, those with most pairs first; 10,000 in the paper's notes. */
  readonly perDataset: number
}

export const TUNING_SETTINGS: SequenceSettings = { seed: 1, maximumTokens: 4_096, perDataset: 10_000 }

/** A stretch of a sequence, and whether the loss is taken on it: on pairs, and on nothing else. */
export interface Piece {
  readonly text: string
  readonly loss: boolean
}

/** A training sequence: several examples of one dataset, each a raw text with all of its pairs. */
export interface Sequence {
  readonly dataset: string
  readonly examples: number
  readonly pairs: number
  readonly tokens: number
  readonly pieces: readonly Piece[]
}

export interface Sequences {
  readonly sequences: readonly Sequence[]
  /** Examples beyond `perDataset`, and those that are too long by themselves. */
  readonly beyond: number
  readonly tooLong: number
}

/**
 * Few-shot sequences for tuning an instruction synthesizer (rules TUNING3, TUNING4): examples of one dataset in an order
 * drawn by the seed, packed one after another while they fit, so that the model learns to go on from shots as it will be
 * asked to. Tokens are estimates.
 */
export function tuningSequences(examples: readonly TuningExample[], settings: SequenceSettings): Sequences {
  const sequences: Sequence[] = []
  let [beyond, tooLong] = [0, 0]
  for (const [dataset, all] of byDataset(examples)) {
    const most = [...all].sort((a, b) => b.pairs.length - a.pairs.length).slice(0, settings.perDataset)
    beyond += all.length - most.length
    let open: Sequence | null = null
    for (const example of randomStream(settings.seed, 'tuning', dataset).shuffle(most)) {
      const pieces = piecesOf(example)
      const tokens = pieces.reduce((sum, piece) => sum + estimateTokens(piece.text), 0)
      if (tokens > settings.maximumTokens) {
        tooLong += 1
        continue
      }
      if (open !== null && open.tokens + tokens <= settings.maximumTokens) open = joined(open, pieces, tokens, example)
      else {
        if (open !== null) sequences.push(open)
        open = { dataset, examples: 1, pairs: example.pairs.length, tokens, pieces }
      }
    }
    if (open !== null) sequences.push(open)
  }
  return { sequences, beyond, tooLong }
}

function piecesOf({ context, pairs }: TuningExample): readonly Piece[] {
  return [
    { text: readingText(context), loss: false },
    { text: `${pairs.map(pairText).join(BETWEEN_PAIRS)}${AFTER_TEXT}`, loss: true },
  ]
}

function joined(open: Sequence, pieces: readonly Piece[], tokens: number, { pairs }: TuningExample): Sequence {
  return {
    ...open,
    examples: open.examples + 1,
    pairs: open.pairs + pairs.length,
    tokens: open.tokens + tokens,
    pieces: [...open.pieces, ...pieces],
  }
}

function byDataset(examples: readonly TuningExample[]): Map<string, TuningExample[]> {
  const sets = new Map<string, TuningExample[]>()
  for (const example of examples) {
    const set = sets.get(example.dataset)
    if (set === undefined) sets.set(example.dataset, [example])
    else set.push(example)
  }
  return sets
}

/** `{text, loss_spans}`: half-open ranges of the text in code points, as Python counts, on which the loss is taken. */
export function spanRow({ dataset, pieces }: Sequence): {
  dataset: string
  text: string
  loss_spans: [number, number][]
} {
  const spans: [number, number][] = []
  let at = 0
  for (const { text, loss } of pieces) {
    const end = at + codePoints(text)
    if (loss) spans.push([at, end])
    at = end
  }
  return { dataset, text: pieces.map(piece => piece.text).join(''), loss_spans: spans }
}

/** `{segments: [{label, text}]}`, Axolotl's `input_output`: the trainer masks what has no label. */
export function segmentRow({ pieces }: Sequence): { segments: { label: boolean; text: string }[] } {
  return { segments: pieces.map(({ text, loss }) => ({ label: loss, text })) }
}

/** `{prompt, completion}`: all but the last text's pairs as prompt, for trainers that take the loss on completions. */
export function completionRow({ pieces }: Sequence): { prompt: string; completion: string } {
  return {
    prompt: pieces
      .slice(0, -1)
      .map(piece => piece.text)
      .join(''),
    completion: pieces.at(-1)?.text ?? '',
  }
}

function codePoints(text: string): number {
  let count = text.length
  for (let at = 0; at < text.length; at++) {
    // A pair of surrogates is one.
    if ((text.codePointAt(at) ?? 0) > 0xffff) {
      count -= 1
      at += 1
    }
  }
  return count
}

import type { Segment } from '#core/corpus/segment'
import { randomStream } from '#core/synthesis/random-stream'

/** Layouts of a text (`render-segment.ts`). */
export const MODES = ['classic', 'dialog', 'numbered', 'few-shot', 'next-turn'] as const
export type Mode = (typeof MODES)[number]

/** Weights of the modes; only their ratios count. */
export type ModeWeights = { readonly [mode in Mode]: number }

export interface TemplateSettings {
  readonly seed: number
  /** For segments in which each passage has at least two pairs. */
  readonly weights: ModeWeights
  /** For all others: only modes that a single pair can fill are taken. */
  readonly weightsForOne: Pick<ModeWeights, 'classic' | 'dialog'>
  /** Share of classic and dialog texts whose pairs stand before the passage, from 0 to 1. */
  readonly inversion: number
}

/** The weights of Instruction Pre-Training: 80/5/5/5/5, or 95/5 where a passage has one pair only; 5 % inverted. */
export const PAPER_TEMPLATES: TemplateSettings = {
  seed: 1,
  weights: { classic: 80, dialog: 5, numbered: 5, 'few-shot': 5, 'next-turn': 5 },
  weightsForOne: { classic: 95, dialog: 5 },
  inversion: 0.05,
}

export interface Style {
  readonly mode: Mode
  readonly inverted: boolean
}

/**
 * Mode and inversion of a segment, each from a stream of its own, so that every combination is reachable: in the reference
 * code all choices of a text begin at the same number, and inverted dialogs never occur (rule TEMPLATE3).
 */
export function styleOf(segment: Segment, settings: TemplateSettings): Style {
  const { seed, inversion } = settings
  const key = segment[0].key
  const several = segment.every(shot => shot.pairs.length >= 2)
  const weights: ModeWeights = several
    ? settings.weights
    : { ...settings.weightsForOne, numbered: 0, 'few-shot': 0, 'next-turn': 0 }
  const mode = weighted(weights, randomStream(seed, 'mode', key).next())
  const canInvert = mode === 'classic' || mode === 'dialog'
  return { mode, inverted: canInvert && randomStream(seed, 'inversion', key).next() < inversion }
}

/** The mode whose share of all weights holds `at`, in [0, 1). With no weight at all it is classic. */
function weighted(weights: ModeWeights, at: number): Mode {
  const positive = MODES.map(mode => [mode, Math.max(0, weights[mode])] as const)
  const total = positive.reduce((sum, [, weight]) => sum + weight, 0)
  let left = at * total
  for (const [mode, weight] of positive) {
    if (left < weight) return mode
    left -= weight
  }
  return 'classic'
}

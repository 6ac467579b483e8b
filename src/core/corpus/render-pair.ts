import { fill, type Part, type Span, textOf } from '#core/corpus/part'
import type { CorpusPair } from '#core/corpus/segment'
import type { Markers, TemplateSet } from '#core/corpus/template-set'
import { ProblemError } from '#core/problem'
import type { RandomStream } from '#core/synthesis/random-stream'

/** Gives a stream for one choice of one pair or text. */
export type Choose = (label: string) => RandomStream

/** A pair ready to be put into parts: options shuffled and listed, or hidden. */
export interface ShownPair {
  readonly question: string
  /** Null where there are none, or they are hidden. */
  readonly options: string | null
  readonly answer: string
  /** Null where there are none. */
  readonly steps: string | null
}

export function pickFrom<T>(choose: Choose, label: string, items: readonly T[]): T {
  const [first, ...others] = items
  // Lists of templates are never empty: a test proves it of each.
  if (first === undefined) throw new ProblemError({ kind: 'unexpected', detail: `nothing to pick for ${label}` })
  return choose(label).pick([first, ...others])
}

/**
 * How a pair is shown. A choice shows its options shuffled, because right answers of models cluster at some places, and
 * half of the time hides them, which makes an open question of it, unless the question points at them (rules TEMPLATE4,
 * TEMPLATE5). The answer is the name of its option where markers tell options apart, half of the time, else its text.
 *
 * @param numbers whether options may be numbered: not where the questions are
 */
export function showPair(pair: CorpusPair, set: TemplateSet, choose: Choose, numbers: boolean): ShownPair {
  const steps = pair.reasoning === null || pair.reasoning.trim() === '' ? null : pair.reasoning
  const plain = { question: pair.instruction, options: null, answer: pair.response, steps }
  const { options } = pair
  if (options === null || options.length < 2) return plain
  const mayHide = !set.pointsAtOptions.test(pair.instruction)
  if (mayHide && choose('hide').next() < 0.5) return plain
  const order = choose('order').shuffle(options)
  const fitting = set.markers.filter(markers => fits(markers, options) && (numbers || markers.kind !== 'number'))
  const markers = pickFrom(choose, 'markers', fitting)
  const title = pickFrom(choose, 'options title', set.optionsTitle)
  const listed = order.map((option, place) => `${markers.of(place)}${option}`).join(markers.between)
  const at = order.indexOf(pair.response)
  const byName = markers.kind !== 'bullet' && at >= 0 && choose('answer by name').next() < 0.5
  return { ...plain, options: `${title}${listed}`, answer: byName ? markers.name(at) : pair.response }
}

/** A marker for each option; on one line only options without marks that would run into those between them. */
function fits({ most, between }: Markers, options: readonly string[]): boolean {
  return options.length <= most && (between === '\n' || options.every(option => !/[;；\n]|[.。!?！？]$/u.test(option)))
}

/** The phrases that fit what a pair has: every part of it is said, none is lost (rule TEMPLATE6). */
export function partsFor(set: TemplateSet, { options, steps }: ShownPair): readonly Part[] {
  if (options !== null) return steps === null ? set.choice : set.choiceSteps
  return steps === null ? set.open : set.steps
}

export function fillPair(part: Part, { question, options, answer, steps }: ShownPair, more: object = {}): Span[] {
  return fill(part, { ...more, question, answer, options: options ?? '', steps: steps ?? '' })
}

/** Question and options in one slot, answer and steps in another: for layouts that have no phrase for each. */
export function folded({ question, options, answer, steps }: ShownPair, set: TemplateSet, choose: Choose): ShownPair {
  const whole = pickFrom(choose, 'steps then answer', set.stepsThenAnswer)
  return {
    question: options === null ? question : `${question}\n${options}`,
    options: null,
    answer: steps === null ? answer : textOf(fill(whole, { steps: steps.trim(), answer })),
    steps: null,
  }
}

import type { Form } from '#core/synthesis/pair'
import { readChoice } from '#core/synthesis/wire/read-choice'
import { readSteps } from '#core/synthesis/wire/read-steps'
import type { Rejection, Salvage } from '#core/synthesis/wire/parsed'

/** What a pair of the wire format says: its options and its steps taken apart. */
export interface Shape {
  readonly instruction: string
  readonly response: string
  readonly options: readonly string[] | null
  readonly reasoning: string | null
  /** `choice` with options, `steps` with reasoning alone, else `open`. */
  readonly form: Form
  readonly salvaged: readonly Salvage[]
}

export type ReadShape = Shape | { readonly rejected: Rejection }

/**
 * Takes options and steps out of a pair (rules PARSE13 to PARSE16).
 *
 * @param strict as the reference reads: markers on both sides, options word for word
 */
export function readShape(question: string, answer: string, strict: boolean): ReadShape {
  const steps = readSteps(question, answer, strict)
  if ('rejected' in steps) return steps
  const choice = readChoice(steps.question, steps.answer, strict)
  if ('rejected' in choice) return choice
  if (choice.question === '') return { rejected: 'empty-question' }
  if (choice.answer === '') return { rejected: 'empty-answer' }
  const reasons = [steps.reasoning, choice.explanation].filter(part => part !== null)
  return {
    instruction: choice.question,
    response: choice.answer,
    options: choice.options,
    reasoning: reasons.length === 0 ? null : reasons.join('\n'),
    form: choice.options !== null ? 'choice' : steps.reasoning !== null ? 'steps' : 'open',
    salvaged: [...steps.salvaged, ...choice.salvaged],
  }
}

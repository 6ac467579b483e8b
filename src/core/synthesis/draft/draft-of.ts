import { findQuotes, shifted, surePlaces } from '#core/synthesis/draft/find-quote'
import type { Draft, Evidence, Form, Range } from '#core/synthesis/pair'
import type { Recipe } from '#core/synthesis/recipe'
import type { RejectedPiece, TaggedPair } from '#core/synthesis/wire/parsed'
import { readShape, type Shape } from '#core/synthesis/wire/read-shape'
import { restoredText } from '#core/text/neutral'
import { locate, withoutOverlap } from '#core/verification/locate'

/** How an answer to a yes-no question begins. */
const VERDICT =
  /^(?:yes|no|true|false)\b|^(?:是|否|对|不是|不对|正确|错误|可以|不可以|能|不能|会|不会|有|没有)(?:的)?[。，,！!；]/iu

/**
 * A draft out of what the tags enclose: options and steps taken apart, words of the passage restored, evidence found by
 * comparing strings (rules CHAT4 to CHAT6).
 *
 * @param range the part of the passage that the model saw
 */
export function draftOf(
  pair: TaggedPair,
  recipe: Pick<Recipe, 'task' | 'form' | 'needsPassage'>,
  passageText: string,
  range: Range,
): Draft | RejectedPiece {
  const kindOf = (shape: Shape): Kind => ({
    task: recipe.task,
    form: formOf(shape, recipe.form),
    needsPassage: recipe.needsPassage,
  })
  return shapedDraft(pair, kindOf, passageText, range, false)
}

/** The same as the instruction synthesizer's own format is read; nobody asked for a task, so the form names it (rule TAGGED6). */
export function strictDraftOf(pair: TaggedPair, passageText: string): Draft | RejectedPiece {
  const kindOf = ({ form }: Shape): Kind => ({ task: TASKS.get(form) ?? 'comprehension', form, needsPassage: true })
  return shapedDraft(pair, kindOf, passageText, { start: 0, end: passageText.length }, true)
}

const TASKS: ReadonlyMap<Form, string> = new Map([
  ['choice', 'multiple-choice'],
  ['steps', 'reasoning'],
])

type Kind = Pick<Draft, 'task' | 'form' | 'needsPassage'>

function shapedDraft(
  pair: TaggedPair,
  kindOf: (shape: Shape) => Kind,
  passageText: string,
  range: Range,
  strict: boolean,
): Draft | RejectedPiece {
  const shape = readShape(plain(pair.question), plain(pair.answer), strict)
  if ('rejected' in shape) return { kind: 'rejected', reason: shape.rejected, raw: pair.raw }
  return {
    instruction: shape.instruction,
    response: shape.response,
    options: shape.options,
    reasoning: shape.reasoning,
    ...kindOf(shape),
    evidence: evidenceOf(shape, pair.quotes.map(plain), passageText, range),
  }
}

function plain(text: string): string {
  return restoredText(text).toWellFormed()
}

/** What the pair is, which need not be what was asked for: a question without options is an open one. */
function formOf({ form, response }: Shape, asked: Form): Form {
  if (form !== 'open' || asked === 'choice' || asked === 'steps') return form
  if (asked === 'yes-no' && !VERDICT.test(response)) return 'open'
  return asked
}

/** CHAT6: the quotation, and where the response itself stands; a guess only where nothing better is known. */
function evidenceOf(shape: Shape, quotes: readonly string[], passageText: string, range: Range): readonly Evidence[] {
  const said = shape.form === 'steps' ? (shape.reasoning ?? '') : shape.response
  const sureQuotes = surePlaces(passageText, range, quotes)
  const known = sureQuotes.map(place => ({ start: place.start - range.start, end: place.end - range.start }))
  const response = shifted(locate(passageText.slice(range.start, range.end), said, known), range.start)
  const all = withoutOverlap([...findQuotes(passageText, range, quotes, response), ...response])
  const sure = all.filter(place => place.how !== 'nearest')
  return sure.length > 0 ? sure : all
}

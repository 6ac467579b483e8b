import { ProblemError } from '#core/problem'

/** What a part of a template can be filled with. */
export type Slot = 'text' | 'question' | 'first' | 'second' | 'answer' | 'options' | 'steps' | 'n' | 'asker' | 'teller'

/**
 * A phrase of a template, taken apart at its slots: literals and slots in turn, so that filling it joins strings and never
 * searches in what it is filled with. A document may say `{answer}` or `$&` and comes out as it went in (rule TEMPLATE2).
 */
export interface Part {
  /** Literal pieces, one more than there are slots. */
  readonly literals: readonly string[]
  readonly slots: readonly Slot[]
}

export type Filling = { readonly [slot in Slot]?: string }

const SLOT = /\{([a-z]+)\}/gu
const SLOTS: readonly Slot[] = [
  'text',
  'question',
  'first',
  'second',
  'answer',
  'options',
  'steps',
  'n',
  'asker',
  'teller',
]

/**
 * Reads phrases in which slots stand in braces. Each must hold every slot of `needs` exactly once and no other; what does
 * not is a fault of the build, and throws `unexpected` with the phrase (rule TEMPLATE1).
 */
export function parts(needs: readonly Slot[], phrases: readonly string[]): readonly Part[] {
  return phrases.map(phrase => readPart(needs, phrase))
}

function readPart(needs: readonly Slot[], phrase: string): Part {
  const literals: string[] = []
  const slots: Slot[] = []
  let from = 0
  for (const match of phrase.matchAll(SLOT)) {
    const slot = SLOTS.find(name => name === match[1])
    if (slot === undefined) throw malformed(phrase)
    literals.push(phrase.slice(from, match.index))
    slots.push(slot)
    from = match.index + match[0].length
  }
  literals.push(phrase.slice(from))
  const whole = slots.length === needs.length && needs.every(need => slots.includes(need))
  if (!whole || literals.some(literal => /[{}]/u.test(literal))) throw malformed(phrase)
  return { literals, slots }
}

function malformed(phrase: string): ProblemError {
  return new ProblemError({ kind: 'unexpected', detail: `malformed template: ${phrase}` })
}

/** What a stretch of a rendered text is. */
export type SpanKind = 'passage' | 'instruction' | 'response' | 'template'

export interface Span {
  readonly kind: SpanKind
  readonly text: string
}

const KIND_OF: Readonly<Record<Slot, SpanKind>> = {
  text: 'passage',
  question: 'instruction',
  first: 'instruction',
  second: 'instruction',
  options: 'instruction',
  answer: 'response',
  steps: 'response',
  n: 'template',
  asker: 'template',
  teller: 'template',
}

/** The part with its slots filled, as stretches of known kinds. A slot without a value stays empty. */
export function fill({ literals, slots }: Part, filling: Filling): Span[] {
  const spans: Span[] = []
  for (const [place, literal] of literals.entries()) {
    if (literal !== '') spans.push({ kind: 'template', text: literal })
    const slot = slots[place]
    const text = slot === undefined ? '' : (filling[slot] ?? '')
    if (slot !== undefined && text !== '') spans.push({ kind: KIND_OF[slot], text })
  }
  return spans
}

export function textOf(spans: readonly Span[]): string {
  return spans.map(span => span.text).join('')
}

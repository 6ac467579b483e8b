import type { ModelFacts } from '#core/ports/engine'
import type { Form } from '#core/synthesis/pair'

type Dialect = NonNullable<ModelFacts['grammar']>

/** The most characters of each part: a weak model never comes to an end by itself. */
const MOST = { question: 240, answer: 500, quote: 300 }

/**
 * A grammar that lets a model write nothing but up to `pairs` pairs in the tags (rule CHAT13), for models that do not keep
 * to the form when they are only asked to. It forces the form, not the sense. null for forms whose answers have a shape
 * of their own (options, steps): those are left to models that can write them.
 *
 * Both dialects know literals, classes and `|`; only GBNF counts repetitions, so for EBNF the parts are bounded by the
 * room of the whole answer alone. Each part ends at the next `<`: neither a question nor an answer may hold one.
 */
export function tagGrammar(dialect: Dialect, form: Form, pairs: number): string | null {
  if (form === 'choice' || form === 'steps') return null
  const some = (most: number): string => (dialect === 'gbnf' ? `[^<\\n]{2,${most}}` : '[^<\\n]+')
  return [
    `root ::= ${['pair', ...Array.from({ length: Math.max(0, pairs - 1) }, () => '("\\n\\n" pair')].join(' ')}${')?'.repeat(Math.max(0, pairs - 1))}`,
    'pair ::= "<QUE> " question " <ANS> " answer " <SRC> " quote " </END>"',
    `question ::= ${some(MOST.question)}`,
    `answer ::= ${some(MOST.answer)}`,
    `quote ::= ${some(MOST.quote)}`,
  ].join('\n')
}

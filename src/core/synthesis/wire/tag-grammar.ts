import type { ModelFacts } from '#core/ports/engine'
import type { Form } from '#core/synthesis/pair'

type Dialect = NonNullable<ModelFacts['grammar']>

/** How the characters of a pair are shared out: a weak model never ends by itself. */
const SHARES = { question: 0.25, answer: 0.45, quote: 0.3 }
const LEAST = 24

/**
 * A grammar that lets a model write nothing but up to `pairs` pairs in the tags (rule CHAT13), for models that do not keep
 * to the form when they are only asked to. It forces the form, not the sense. null for forms whose answers have a shape
 * of their own (options, steps): those are left to models that can write them.
 *
 * Both dialects know literals, classes and `|`; only GBNF counts repetitions, so for EBNF the parts are bounded by the
 * room of the whole answer alone. Each part ends at the next `<`: neither a question nor an answer may hold one. `characters`: the most for all
 * pairs together.
 */
export function tagGrammar(dialect: Dialect, form: Form, pairs: number, characters: number): string | null {
  if (form === 'choice' || form === 'steps') return null
  const room = characters / pairs
  const some = (share: number): string => {
    const most = Math.max(LEAST, Math.floor(room * share))
    return dialect === 'gbnf' ? `[^<\\n]{2,${most}}` : '[^<\\n]+'
  }
  return [
    `root ::= ${['pair', ...Array.from({ length: Math.max(0, pairs - 1) }, () => '("\\n\\n" pair')].join(' ')}${')?'.repeat(Math.max(0, pairs - 1))}`,
    'pair ::= "<QUE> " question " <ANS> " answer " <SRC> " quote " </END>"',
    `question ::= ${some(SHARES.question)}`,
    `answer ::= ${some(SHARES.answer)}`,
    `quote ::= ${some(SHARES.quote)}`,
  ].join('\n')
}

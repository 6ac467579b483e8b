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
 * GBNF counts characters, so each part gets its share. Counting makes an EBNF grammar slow to compile; there a part has
 * a few sentences of a few clauses, since a weak model ends a clause though it never ends by itself. Each part ends at the next `<`: neither a question nor
 * an answer may hold one. `characters`: the most for all pairs together.
 */
export function tagGrammar(dialect: Dialect, form: Form, pairs: number, characters: number): string | null {
  if (form === 'choice' || form === 'steps') return null
  return [
    `root ::= ${['pair', ...Array.from({ length: Math.max(0, pairs - 1) }, () => '("\\n\\n" pair')].join(' ')}${')?'.repeat(Math.max(0, pairs - 1))}`,
    'pair ::= "<QUE> " question " <ANS> " answer " <SRC> " quote " </END>"',
    ...(dialect === 'gbnf' ? counted(characters / pairs) : SENTENCES),
  ].join('\n')
}

/** @param room characters of a pair */
function counted(room: number): readonly string[] {
  return Object.entries(SHARES).map(([part, share]) => {
    const most = Math.max(LEAST, Math.floor(room * share))
    return `${part} ::= [^<\\n]{2,${most}}`
  })
}

/** So many ends that a sentence with an abbreviation or a decimal point, and a list of a few things, still fit. */
const SENTENCES = [
  'question ::= sentence sentence?',
  'answer ::= sentence sentence? sentence?',
  'quote ::= clause (comma clause)? (comma clause)? stop?',
  'sentence ::= clause (comma clause)? (comma clause)? (comma clause)? (comma clause)? stop',
  'clause ::= [^<\\n,;:.!?，；：、。！？]+',
  'comma ::= [,;:，；：、]',
  'stop ::= [.!?。！？]',
] as const

import type { ShownPair } from '#core/ports/synthesizer'
import type { Language } from '#core/documents/document'
import type { Form, Task } from '#core/synthesis/pair'
import { sentences } from '#core/text/sentences'

/** What stands for words that are not written yet, with the number of the pair. */
interface Placeholders {
  readonly instruction: (n: number) => string
  readonly response: (n: number) => string
  readonly option: (letter: string) => string
  readonly reasoning: (n: number) => string
}

const ENGLISH: Placeholders = {
  instruction: n => `[question ${n}, as the round before will write it about this passage]`,
  response: n => `[answer ${n}]`,
  option: letter => `[option ${letter}]`,
  reasoning: n => `[steps to answer ${n}]`,
}

const CHINESE: Placeholders = {
  instruction: n => `［上一轮就这个段落写出的问题 ${n}］`,
  response: n => `［回答 ${n}］`,
  option: letter => `［选项 ${letter}］`,
  reasoning: n => `［得出回答 ${n} 的步骤］`,
}

const OPTIONS = ['A', 'B', 'C', 'D']

/**
 * Pairs that stand for those that an earlier round has yet to write about a passage, so that a prompt of a later round can
 * be shown before there are any (rule CHAIN10). Each rests on a sentence of the passage, in order.
 */
export function placeholderPairs(
  text: string,
  language: Language,
  { task, form }: { readonly task: Task; readonly form: Form },
  count: number,
): readonly ShownPair[] {
  const words = language === 'zh' ? CHINESE : ENGLISH
  const units = sentences(text, language)
  return Array.from({ length: count }, (_, at): ShownPair => {
    const unit = units[at % Math.max(1, units.length)]
    const options = form === 'choice' ? OPTIONS.map(words.option) : null
    return {
      instruction: words.instruction(at + 1),
      response: options?.[0] ?? words.response(at + 1),
      options,
      reasoning: form === 'steps' ? words.reasoning(at + 1) : null,
      task,
      form,
      needsPassage: true,
      language,
      evidence: unit === undefined ? [] : [{ ...unit, how: 'quoted' }],
    }
  })
}

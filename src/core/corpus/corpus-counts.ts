import type { CorpusText } from '#core/corpus/corpus-texts'
import type { SpanKind } from '#core/corpus/part'
import { MODES, type Mode } from '#core/corpus/style'
import { type Count, sortedCounts } from '#core/export/export-plan'
import { estimateTokens } from '#core/text/token-estimate'

/** What the tokens of a corpus are: passages that have pairs, their pairs, words of templates, raw passages, general instructions. */
export const TOKEN_PARTS = ['passages', 'pairs', 'template', 'raw', 'general'] as const
export type TokenPart = (typeof TOKEN_PARTS)[number]

/** Lengths of texts are counted up to these numbers of tokens, and above the last. */
export const LENGTH_STEPS = [128, 256, 512, 1_024, 2_048, 4_096, 8_192] as const

/** What is in a corpus. */
export interface CorpusCounts {
  readonly texts: { readonly [kind in CorpusText['kind']]: number }
  readonly pairs: number
  /** Estimated tokens (rules TEXT1 to TEXT3). */
  readonly tokens: { readonly [part in TokenPart]: number }
  readonly modes: { readonly [mode in Mode]: number }
  /** Texts whose pairs stand first. */
  readonly inverted: number
  /** Pairs by task. */
  readonly tasks: readonly Count[]
  /** Texts of each stretch of `LENGTH_STEPS`; one more than there are steps. */
  readonly lengths: readonly number[]
}

/** Counts the texts of a corpus as they come. */
export function createCorpusCounts(): { add(text: CorpusText): void; read(): CorpusCounts } {
  const texts = { pairs: 0, raw: 0, general: 0 }
  const tokens = { passages: 0, pairs: 0, template: 0, raw: 0, general: 0 }
  const modes = { classic: 0, dialog: 0, numbered: 0, 'few-shot': 0, 'next-turn': 0 }
  const tasks = new Map<string, number>()
  const lengths = Array.from({ length: LENGTH_STEPS.length + 1 }, () => 0)
  let [pairs, inverted] = [0, 0]
  const addLength = (size: number): void => {
    const step = LENGTH_STEPS.findIndex(most => size <= most)
    const at = step < 0 ? LENGTH_STEPS.length : step
    lengths[at] = (lengths[at] ?? 0) + 1
  }
  return {
    add(text) {
      texts[text.kind] += 1
      if (text.style === null) {
        const size = estimateTokens(text.text)
        tokens[text.kind] += size
        addLength(size)
        return
      }
      const parts = tokensBy(text)
      tokens.passages += parts.passages
      tokens.pairs += parts.pairs
      tokens.template += parts.template
      addLength(parts.passages + parts.pairs + parts.template)
      modes[text.style.mode] += 1
      if (text.style.inverted) inverted += 1
      pairs += text.pairs.length
      for (const { task } of text.pairs) tasks.set(task, (tasks.get(task) ?? 0) + 1)
    },
    read: () => ({
      texts: { ...texts },
      pairs,
      tokens: { ...tokens },
      modes: { ...modes },
      inverted,
      tasks: sortedCounts(tasks),
      lengths: [...lengths],
    }),
  }
}

const PART_OF: { readonly [kind in SpanKind]: 'passages' | 'pairs' | 'template' } = {
  passage: 'passages',
  instruction: 'pairs',
  response: 'pairs',
  template: 'template',
}

/** Tokens of each part of a text with pairs; small pieces are put together first, because each would round up. */
function tokensBy({ spans }: CorpusText): { readonly [part in 'passages' | 'pairs' | 'template']: number } {
  const pieces = { passages: '', pairs: '', template: '' }
  for (const { kind, text } of spans) pieces[PART_OF[kind]] += text
  return {
    passages: estimateTokens(pieces.passages),
    pairs: estimateTokens(pieces.pairs),
    template: estimateTokens(pieces.template),
  }
}

/** All texts, and all tokens. */
export function totalOf(parts: { readonly [part: string]: number }): number {
  return Object.values(parts).reduce((sum, count) => sum + count, 0)
}

/** Modes that occur, in their order. */
export function modesOf({ modes }: CorpusCounts): readonly { readonly mode: Mode; readonly count: number }[] {
  return MODES.map(mode => ({ mode, count: modes[mode] })).filter(({ count }) => count > 0)
}

import { MINED_TYPES, type MinedType } from '#core/corpus/comprehension/find-examples'
import type { CorpusText } from '#core/corpus/corpus-texts'
import type { SpanKind } from '#core/corpus/part'
import { MODES, type Mode } from '#core/corpus/style'
import { type Count, sortedCounts } from '#core/export/export-plan'
import { estimateTokens } from '#core/text/token-estimate'

/**
 * What the tokens of a corpus are: passages that have pairs, their pairs, words of their templates, passages that are read
 * for comprehension, what is asked about these in whatever words, raw passages, general instructions (rule CORPUS7).
 */
export const TOKEN_PARTS = ['passages', 'pairs', 'template', 'mined', 'examples', 'raw', 'general'] as const
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
  /** What passages that are read for comprehension ask. */
  readonly examples: { readonly [type in MinedType]: number }
  /** Texts of each stretch of `LENGTH_STEPS`; one more than there are steps. */
  readonly lengths: readonly number[]
}

/** Counts the texts of a corpus as they come. */
export function createCorpusCounts(): { add(text: CorpusText): void; read(): CorpusCounts } {
  const texts = { pairs: 0, mined: 0, raw: 0, general: 0 }
  const tokens = { passages: 0, pairs: 0, mined: 0, examples: 0, template: 0, raw: 0, general: 0 }
  const modes = { classic: 0, dialog: 0, numbered: 0, 'few-shot': 0, 'next-turn': 0 }
  const examples = {
    title: 0,
    completion: 0,
    summarize: 0,
    'word-to-text': 0,
    inference: 0,
    commonsense: 0,
    paraphrase: 0,
  }
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
      const sizes = tokensBy(text)
      for (const { part, size } of sizes) tokens[part] += size
      addLength(sizes.reduce((sum, { size }) => sum + size, 0))
      pairs += text.pairs.length
      for (const { task } of text.pairs) tasks.set(task, (tasks.get(task) ?? 0) + 1)
      for (const type of text.examples) examples[type] += 1
      if (text.style === null) return
      modes[text.style.mode] += 1
      if (text.style.inverted) inverted += 1
    },
    read: () => ({
      texts: { ...texts },
      pairs,
      tokens: { ...tokens },
      modes: { ...modes },
      inverted,
      tasks: sortedCounts(tasks),
      examples: { ...examples },
      lengths: [...lengths],
    }),
  }
}

type Kind = CorpusText['kind']

/** What a stretch of a text of each kind counts as; raw texts and general instructions are one stretch. */
const PARTS_OF: { readonly [kind in Kind]: { readonly [span in SpanKind]: TokenPart } } = {
  pairs: { passage: 'passages', instruction: 'pairs', response: 'pairs', template: 'template' },
  mined: { passage: 'mined', instruction: 'examples', response: 'examples', template: 'examples' },
  raw: { passage: 'raw', instruction: 'raw', response: 'raw', template: 'raw' },
  general: { passage: 'general', instruction: 'general', response: 'general', template: 'general' },
}

/** Tokens of each part of a text; small pieces are put together first, because each would round up. */
function tokensBy({ kind, spans }: CorpusText): readonly { readonly part: TokenPart; readonly size: number }[] {
  const pieces = new Map<TokenPart, string>()
  for (const span of spans) {
    const part = PARTS_OF[kind][span.kind]
    pieces.set(part, (pieces.get(part) ?? '') + span.text)
  }
  return [...pieces].map(([part, text]) => ({ part, size: estimateTokens(text) }))
}

/** All texts, and all tokens. */
export function totalOf(parts: { readonly [part: string]: number }): number {
  return Object.values(parts).reduce((sum, count) => sum + count, 0)
}

/** Modes that occur, in their order. */
export function modesOf({ modes }: CorpusCounts): readonly { readonly mode: Mode; readonly count: number }[] {
  return MODES.map(mode => ({ mode, count: modes[mode] })).filter(({ count }) => count > 0)
}

/** What is asked for comprehension and occurs, in its order. */
export function examplesOf({
  examples,
}: CorpusCounts): readonly { readonly type: MinedType; readonly count: number }[] {
  return MINED_TYPES.map(type => ({ type, count: examples[type] })).filter(({ count }) => count > 0)
}

import type { Cancel } from '#core/ports/cancel'
import type { ChatMessage, LanguageModel, Usage } from '#core/ports/engine'
import type { PromptPart } from '#core/synthesis/build-prompt'
import { askOnce } from '#core/synthesis/ask-once'
import { createWatch } from '#core/synthesis/chat/watch'
import { draftOf } from '#core/synthesis/draft/draft-of'
import { sortedPieces } from '#core/synthesis/draft/sorted-pieces'
import { type ChatReason, whyNothing } from '#core/synthesis/chat/why-nothing'
import type { PassageInput } from '#core/ports/synthesizer'
import type { Draft } from '#core/synthesis/pair'
import type { Recipe } from '#core/synthesis/recipe'
import { tagGrammar } from '#core/synthesis/wire/tag-grammar'
import type { RejectedPiece } from '#core/synthesis/wire/parsed'

/** A request with its last answer. */
export interface Request {
  readonly part: PromptPart
  readonly messages: readonly ChatMessage[]
  readonly raw: string
  readonly drafts: readonly Draft[]
  readonly rejected: readonly RejectedPiece[]
  readonly reason: ChatReason | null
  /** Whether the answer ended by itself, so that a conversation can go on from it. */
  readonly whole: boolean
  /** Of all attempts together, and of the last. */
  readonly usage: Usage
  readonly lastUsage: Usage
}

export interface Asking {
  readonly model: LanguageModel
  readonly onText: (added: string) => void
  /** A seed for an attempt at this request, from 0. */
  readonly seed: (attempt: number) => number
  /** The same request for fewer pairs; the request itself where that cannot be. */
  readonly smaller: (part: PromptPart) => Promise<PromptPart>
}

/** How much each attempt's temperature differs from the recipe's: warmer first, then cooler. */
const WARMTH = [0, 0.3, -0.2] as const
const COOLEST = 0.1
const WARMEST = 1.2

/** A pair may be this many times as long as recipes plan for before its answer counts as lost. */
const LENIENCE = 3

/**
 * Asks about one part until there is something to keep, three times at most, each with another seed and temperature;
 * an answer that was cut off before its first pair ended is asked for fewer pairs, and a model that did not keep to the
 * form is held to it where its engine can do that (rules CHAT7, CHAT8, CHAT13).
 */
export async function askPart(
  cancel: Cancel,
  asking: Asking,
  recipe: Recipe,
  passage: PassageInput,
  first: PromptPart,
): Promise<Request> {
  let part = first
  let usage: Usage | null = null
  let grammar: string | null = null
  for (let attempt = 0; ; attempt++) {
    const { temperature, topP } = recipe.sampling
    const warmth = WARMTH[attempt] ?? 0
    const sampling = {
      temperature: attempt === 0 ? temperature : Math.min(WARMEST, Math.max(COOLEST, temperature + warmth)),
      topP,
      maxTokens: part.answerTokens,
      seed: asking.seed(attempt),
    }
    const request = { messages: part.messages, sampling, grammar, topLogprobs: 0 }
    const answered = await askOnce(
      cancel,
      {
        send: (either, onText) => asking.model.chat(either, request, onText),
        reading: { strict: false, source: true },
        watch: createWatch((LENIENCE * part.answerTokens) / part.pairs),
      },
      asking.onText,
    )
    usage = usage === null ? answered.usage : added(usage, answered.usage)
    const { drafts, rejected } = sortedPieces(answered.pieces, pair => draftOf(pair, recipe, passage.text, part))
    const reason = whyNothing(answered, drafts, rejected, passage.language)
    if (reason === null || attempt === WARMTH.length - 1) {
      return {
        part,
        messages: part.messages,
        raw: answered.raw,
        drafts: reason === null ? drafts : [],
        rejected,
        reason,
        whole: reason === null && answered.stop === 'stop',
        usage,
        lastUsage: answered.usage,
      }
    }
    if (reason === 'cut-off') part = await asking.smaller(part)
    if (LOST_THE_FORM.has(reason)) {
      const tooLong = reason === 'cut-off' && grammar !== null
      grammar = formOf(asking.model, recipe, part, CHARACTERS_PER_TOKEN[tooLong ? 'least' : 'most'])
    }
  }
}

/** Failures of models that write, but not in the form that they were asked for. */
const LOST_THE_FORM: ReadonlySet<ChatReason> = new Set([
  'no-tags',
  'no-valid-pair',
  'cut-off',
  'white-space',
  'runaway',
  'repeats-itself',
])

/** What a token is taken for when it comes to room: of most models, and of those that write letter by letter. */
const CHARACTERS_PER_TOKEN = { most: 2.5, least: 0.8 }

function formOf({ facts }: LanguageModel, recipe: Recipe, part: PromptPart, charactersPerToken: number): string | null {
  return facts.grammar === null
    ? null
    : tagGrammar(facts.grammar, recipe.form, part.pairs, charactersPerToken * part.answerTokens)
}

/** Usage of two requests together. */
export function added(a: Usage, b: Usage): Usage {
  return {
    promptTokens: a.promptTokens + b.promptTokens,
    reusedTokens: a.reusedTokens + b.reusedTokens,
    answerTokens: a.answerTokens + b.answerTokens,
    prefillMs: a.prefillMs + b.prefillMs,
    decodeMs: a.decodeMs + b.decodeMs,
  }
}

import { afterAll, beforeAll, expect } from 'vitest'
import type { Answer, ChatRequest, CompletionRequest, Engine, LanguageModel, LoadProgress } from '#core/ports/engine'
import { type Problem, problemOf } from '#core/problem'

/** A new engine, and what it is to load. */
export interface EngineUnderTest<Source> {
  readonly engine: Engine<Source>
  readonly source: Source
}

export interface EngineContractOptions<Source> {
  /** What is no model, and what loading it may be refused with; null where there is no such thing. */
  readonly bad: { readonly make: () => Promise<Source>; readonly kinds: readonly Problem['kind'][] } | null
  /** Whether the same request, repeated with the same seed, gives the same text. */
  readonly repeatable: boolean
  /** A request whose answer ends by itself; null for an engine with a grammar, which then makes it end. */
  readonly ending: ChatRequest | null
  /** What prompts are about; two sentences unless told. For engines that read a few tokens a second. */
  readonly passage?: string
  /** Tokens of an answer where its length does not matter; 8 unless told. */
  readonly answerTokens?: number
  /** Tokens of an answer that is to be cancelled while it is written; 64 unless told. */
  readonly longTokens?: number
  /** For each test, loading included; 60,000 unless told. */
  readonly timeoutMs?: number
}

/** The model that tests share; loaded before the first of them. */
export interface SharedModel {
  readonly model: LanguageModel
  readonly engine: { dispose(): Promise<void> }
  readonly progress: readonly LoadProgress[]
}

export const NEVER = { aborted: false }

/** Loads once for all tests of a group; `under()` works inside tests only. */
export function shareModel<Source>(
  make: () => Promise<EngineUnderTest<Source>>,
  options: EngineContractOptions<Source>,
): () => SharedModel {
  let shared: SharedModel | null = null
  beforeAll(async () => {
    const { engine, source } = await make()
    const progress: LoadProgress[] = []
    const model = await engine.load(NEVER, source, step => progress.push(step))
    shared = { model, engine, progress }
  }, options.timeoutMs ?? 60_000)
  afterAll(() => shared?.engine.dispose())
  return () => {
    expect(shared, 'the model is loaded').not.toBeNull()
    return shared ?? expect.fail('no model')
  }
}

export const PASSAGE =
  'A lighthouse keeper trimmed the lamp at dusk. The lens turned once a minute, and ships counted the flashes.'

/** A short request that any chat model answers with at least a few words. */
export function chatOf(text: string, sampling: Partial<ChatRequest['sampling']> = {}): ChatRequest {
  return {
    messages: [{ role: 'user', content: text }],
    sampling: { temperature: 0, topP: 1, maxTokens: 8, seed: 7, ...sampling },
    grammar: null,
    topLogprobs: 0,
  }
}

export function completionOf(prompt: string, sampling: Partial<ChatRequest['sampling']> = {}): CompletionRequest {
  return {
    prompt,
    sampling: { temperature: 0, topP: 1, maxTokens: 8, seed: 7, ...sampling },
    stop: [],
    grammar: null,
    topLogprobs: 0,
  }
}

/** Asks, and sees to what holds for every answer: pieces join to the text, figures are possible. */
export async function ask(
  model: LanguageModel,
  request: ChatRequest | CompletionRequest,
  onText: (added: string) => void = () => undefined,
  cancel: { readonly aborted: boolean } = NEVER,
): Promise<Answer> {
  const pieces: string[] = []
  const take = (added: string): void => {
    pieces.push(added)
    onText(added)
  }
  const answer =
    'prompt' in request ? await model.complete(cancel, request, take) : await model.chat(cancel, request, take)
  expect(pieces.join('')).toBe(answer.text)
  const { usage } = answer
  for (const figure of Object.values(usage)) expect(figure).toBeGreaterThanOrEqual(0)
  expect(Number.isInteger(usage.promptTokens) && Number.isInteger(usage.answerTokens)).toBe(true)
  expect(usage.reusedTokens).toBeLessThanOrEqual(usage.promptTokens)
  expect(usage.answerTokens).toBeLessThanOrEqual(request.sampling.maxTokens)
  if (answer.text !== '' && answer.stop !== 'cancelled') {
    expect(usage.promptTokens).toBeGreaterThan(0)
    expect(usage.answerTokens).toBeGreaterThan(0)
  }
  return answer
}

/** A request whose answer ends by itself: by a grammar where the engine has one. */
export function endingRequest<Source>(model: LanguageModel, options: EngineContractOptions<Source>): ChatRequest {
  if (options.ending !== null) return options.ending
  expect(model.facts.grammar, 'an engine without a grammar needs a request that ends').not.toBeNull()
  return { ...chatOf('Say yes.', { maxTokens: 24 }), grammar: 'root ::= "yes"' }
}

/** What a promise is rejected with, as a Problem; fails when it is not rejected. */
export async function problemFrom(promise: Promise<unknown>): Promise<Problem> {
  return promise.then(
    value => expect.fail(`resolved with ${JSON.stringify(value)}`),
    (thrown: unknown) => {
      const problem = problemOf(thrown)
      expect(thrown, 'rejects with a ProblemError').toHaveProperty('problem')
      return problem
    },
  )
}

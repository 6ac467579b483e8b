import type { Cancel } from '#core/ports/cancel'
import type { Answer, ChatRequest, LanguageModel, ModelFacts } from '#core/ports/engine'
import { ProblemError } from '#core/problem'
import type { ChatConfig } from './chat-config'
import { createConversation, type Turn } from './conversation'
import type { Ending } from './ending'
import { CANCELLED, firstOf } from './first-of'
import { type Generated, generateStream, generateWhole } from './generate'
import { createHoldBack, withoutBeginning } from './hold-back'
import { problemOfWebllm } from './problem-of-webllm'
import type { Finish, Runtime, RuntimeRequest } from './runtime'

export interface ModelParts {
  readonly name: string
  readonly runtime: Runtime
  readonly config: ChatConfig
  readonly facts: ModelFacts
  readonly ending: Ending
  readonly count: (texts: readonly string[]) => Promise<readonly number[]>
}

/** What web-llm puts before the answer of a model that is told not to think aloud. */
const NO_THOUGHT = '<think>\n\n</think>\n\n'

const STOPS: Record<Finish, Answer['stop']> = { stop: 'stop', length: 'length', abort: 'cancelled' }

const NOTHING: Answer = {
  text: '',
  stop: 'cancelled',
  usage: { promptTokens: 0, reusedTokens: 0, answerTokens: 0, prefillMs: 0, decodeMs: 0 },
  logprobs: [],
}

/** A loaded model, and whether it is being asked something. */
export interface LoadedModel {
  readonly model: LanguageModel
  busy(): boolean
}

/** A model of web-llm behind the engine port. One request at a time; a second one waits. */
export function createWebllmModel({ name, runtime, config, facts, ending, count }: ModelParts): LoadedModel {
  const conversation = createConversation(config.replacedRoles)
  let last: Promise<unknown> = Promise.resolve()
  let asked = 0

  const answer = async (
    cancel: Cancel,
    turn: Turn,
    request: RuntimeRequest,
    onText: (added: string) => void,
  ): Promise<{ answer: Answer; held: string | null; free: Promise<unknown> }> => {
    const skipped = request.withoutThinking ? NO_THOUGHT : ''
    const text = createHoldBack([...config.stops, ...request.stop], skipped)
    const give = (added: string): void => {
      if (added !== '') onText(added)
    }
    const generation = { runtime, cancel, ending }
    const made =
      request.topLogprobs > 0
        ? await generateWhole(generation, request)
        : await generateStream(generation, request, added => give(text.push(added)))
    // The text as web-llm has it, without the stop; where the answer was left there is only what was given out.
    const held = made.usage === null ? null : await runtime.message()
    const seen = held === null ? text.given() : wholeCharacters(withoutBeginning(held, skipped), made.finish)
    const rest = seen.startsWith(text.given()) ? seen.slice(text.given().length) : ''
    give(rest)
    const { finish, logprobs, free } = made
    const usage = usageOf(made, turn, 'messages' in request.input ? config.prefixTokens : 0)
    return { answer: { text: text.given() + rest, stop: STOPS[finish], usage, logprobs }, held, free }
  }

  const inTurn = async (
    cancel: Cancel,
    chat: ChatRequest | null,
    requestOf: (turn: Turn) => RuntimeRequest,
    onText: (added: string) => void,
  ): Promise<Answer> => {
    ending.check()
    asked++
    const before = last
    let leave: (free?: Promise<unknown>) => void = () => undefined
    const left = new Promise<unknown>(resolve => {
      leave = resolve
    })
    last = before.then(() => left)
    let turn: Turn = { messages: [], reused: 0 }
    try {
      if (cancel.aborted || (await firstOf(before, cancel, ending)) === CANCELLED) return NOTHING
      turn = conversation.next(chat?.messages ?? [])
      conversation.forget()
      const { answer: made, held, free } = await answer(cancel, turn, requestOf(turn), onText)
      leave(free)
      if (chat !== null && held !== null && made.stop === 'stop') {
        const filled = made.usage.promptTokens + Math.max(0, made.usage.answerTokens - 1)
        conversation.ended(turn, chat.messages, { held, seen: made.text }, filled)
      }
      return made
    } catch (thrown) {
      const problem = ending.problem ?? problemOfWebllm(thrown, 'ask', name, turn.reused)
      if (problem.kind === 'gpu-lost' || problem.kind === 'out-of-memory') ending.end(problem)
      throw new ProblemError(problem)
    } finally {
      asked--
      leave()
    }
  }

  const model: LanguageModel = {
    facts,
    count: async texts => {
      ending.check()
      return count(texts)
    },
    chat: (cancel, request, onText) => {
      const { sampling, grammar, topLogprobs } = request
      const common = { sampling, grammar, topLogprobs, stop: [], withoutThinking: config.thinks }
      return inTurn(cancel, request, turn => ({ ...common, input: { messages: turn.messages } }), onText)
    },
    complete: async (cancel, request, onText) => {
      const { prompt, sampling, stop, grammar, topLogprobs } = request
      if (grammar !== null) throw refused('web-llm follows a grammar in chats only')
      const common = { sampling, grammar, topLogprobs, stop, withoutThinking: false }
      return inTurn(cancel, null, () => ({ ...common, input: { prompt } }), onText)
    },
  }
  return { model, busy: () => asked > 0 }
}

function refused(detail: string): ProblemError {
  return new ProblemError({ kind: 'engine-refused', detail })
}

/** web-llm counts only what it newly read, and leaves the tokens before a conversation out. */
function usageOf({ usage, pieces }: Generated, { reused }: Turn, prefixTokens: number): Answer['usage'] {
  if (usage === null) return { ...NOTHING.usage, promptTokens: reused, reusedTokens: reused, answerTokens: pieces }
  return {
    promptTokens: usage.prompt + (reused > 0 ? reused : prefixTokens),
    reusedTokens: reused,
    answerTokens: usage.answer,
    prefillMs: usage.prefillMs,
    decodeMs: usage.decodeMs,
  }
}

/** An answer that was cut off may end inside a character. */
function wholeCharacters(text: string, finish: Finish): string {
  return finish === 'stop' ? text : text.replace(/\uFFFD+$/u, '')
}

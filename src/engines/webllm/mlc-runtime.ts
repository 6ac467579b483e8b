import { MLCEngine } from '@mlc-ai/web-llm'
import { mlcKey } from '#core/models/mlc-folder'
import type { MlcSource } from '#core/models/model-source'
import { chatFields, samplingFields } from './request-fields'
import type { Finish, Piece, Runtime, RuntimeRequest, RuntimeUsage, WholeAnswer } from './runtime'

/** `onReport` gets web-llm's own lines about its loading. Nothing is fetched: see `checkFiles`. */
export function createMlcRuntime(source: MlcSource, onReport: (text: string) => void): Runtime {
  const { model } = source
  const engine = new MLCEngine({
    appConfig: {
      cacheBackend: 'cache',
      model_list: [
        {
          model: mlcKey(source.base, ''),
          model_id: model,
          model_lib: source.library,
          // Only one of the two windows may be set.
          overrides: { context_window_size: source.contextTokens, sliding_window_size: -1 },
        },
      ],
    },
    initProgressCallback: ({ text }) => onReport(text),
    logLevel: 'SILENT',
  })
  return {
    load: () => engine.reload(model),
    stream: request => pieces(engine, request),
    whole: request => whole(engine, request),
    interrupt: () => void engine.interruptGenerate(),
    message: () => engine.getMessage(model),
    unload: () => engine.unload(),
  }
}

const STREAM = { stream: true, stream_options: { include_usage: true } } as const

async function* pieces(engine: MLCEngine, request: RuntimeRequest): AsyncGenerator<Piece> {
  const { input } = request
  const chunks =
    'messages' in input
      ? await engine.chat.completions.create({
          ...chatFields(request, input.messages),
          ...samplingFields(request),
          ...STREAM,
        })
      : await engine.completions.create({ prompt: input.prompt, ...samplingFields(request), ...STREAM })
  for await (const { choices, usage } of chunks) {
    const [choice] = choices
    if (choice !== undefined) {
      const text = 'delta' in choice ? choice.delta.content : choice.text
      if (typeof text === 'string' && text !== '') yield { text }
      if (choice.finish_reason !== null) yield { finish: finishOf(choice.finish_reason) }
    }
    if (usage) yield { usage: usageOf(usage) }
  }
}

async function whole(engine: MLCEngine, request: RuntimeRequest): Promise<WholeAnswer> {
  const { input } = request
  const { choices, usage } =
    'messages' in input
      ? await engine.chat.completions.create({ ...chatFields(request, input.messages), ...samplingFields(request) })
      : await engine.completions.create({ prompt: input.prompt, ...samplingFields(request) })
  const [choice] = choices
  const logprobs = choice?.logprobs?.content ?? []
  return {
    finish: finishOf(choice?.finish_reason ?? 'abort'),
    usage: usageOf(usage),
    logprobs: logprobs.map(({ token, logprob, top_logprobs: top }) => ({
      token,
      logprob,
      top: top.map(other => ({ token: other.token, logprob: other.logprob })),
    })),
  }
}

function finishOf(reason: string): Finish {
  return reason === 'stop' || reason === 'length' ? reason : 'abort'
}

interface MlcUsage {
  readonly prompt_tokens: number
  readonly completion_tokens: number
  readonly extra: { readonly time_to_first_token_s: number; readonly time_per_output_token_s: number }
}

function usageOf(usage: MlcUsage | undefined): RuntimeUsage {
  if (usage === undefined) return { prompt: 0, answer: 0, prefillMs: 0, decodeMs: 0 }
  const { prompt_tokens: prompt, completion_tokens: answer, extra } = usage
  // The first token comes out of reading the prompt; each further one takes a step of its own.
  const decodeMs = extra.time_per_output_token_s * Math.max(0, answer - 1) * 1000
  return { prompt, answer, prefillMs: extra.time_to_first_token_s * 1000, decodeMs }
}

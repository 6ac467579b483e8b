import { LogLevel, Wllama } from '@wllama/wllama/esm/index.js'
import wasmUrl from '@wllama/wllama/esm/wasm/wllama.wasm?url'
import { BATCH_TOKENS } from '#core/models/gguf/fits-cpu'
import type { LanguageModel, Usage } from '#core/ports/engine'
import { chatSynthesizer } from '#core/synthesis/chat-synthesizer'
import { mixed } from '#core/synthesis/recipes/mixed/recipe'
import { multipleChoice } from '#core/synthesis/recipes/multiple-choice/recipe'
import { readingComprehension } from '#core/synthesis/recipes/reading-comprehension/recipe'
import { createWllamaEngine } from '#engines/wllama/wllama-engine'
import { loadHash } from '#files/sha256'
import { alone, type BenchRow, type BenchTable, median, megabytes } from '#test/bench/app/row'
import { borrowedGguf } from '#test/support/borrowed-gguf'
import { ggufSource } from '#test/support/gguf-source'
import { loadWllama } from '#test/support/load-wllama'
import { makeGguf } from '#test/support/make-gguf'
import { makeEnglish } from '#test/support/make-text'

const NEVER = { aborted: false }
const BUILD = new URL(wasmUrl, location.href).href

/** The two engines answer so often, in turn, the one first and then the other. */
const ROUNDS = 9
const RATIO = 0.95
const REUSED = 0.9
const CONTEXT = 2048
const LONG_CONTEXT = 8192

/** Keys and values of a token of the model whose memory is watched: 8 KiB. */
const HEAD = 256
const PROMPTS = 40
const PROMPT = 1_000
const KEPT = 2 ** 26
/** Weights, context and buffers of that model, which stand in the heap from the beginning. */
const START = 2 ** 27
const HEAP = START + 2 * KEPT

interface Bench {
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer> | Blob
  /** Tokens of an answer at most. */
  readonly answer: number
  /** Keeps a model that stops at random from doing so early. */
  readonly grammar: string | null
}

const LONG_ANSWER = `root ::= line{20}
line ::= [ -~]{60}`

const MESSAGES = [
  { role: 'system', content: 'You write about the sea.' },
  { role: 'user', content: 'Tell of a lighthouse, its keeper and its lamp.' },
] as const
const SAMPLING = { temperature: 0.7, topP: 0.9, seed: 7 }

/** Tokens a second, from the request to the last of them, through worker, messages and client, as in a run. */
async function ourSpeed(model: LanguageModel, { answer: maxTokens, grammar }: Bench): Promise<number> {
  let text = ''
  const started = performance.now()
  const request = { messages: MESSAGES, sampling: { ...SAMPLING, maxTokens }, grammar, topLogprobs: 0 }
  const { usage } = await model.chat(NEVER, request, added => {
    text += added
  })
  if (text === '') throw new Error('no text came')
  return (usage.answerTokens * 1_000) / (performance.now() - started)
}

/** The same of the package alone, in this page. */
async function rawSpeed(raw: Wllama, { answer, grammar }: Bench): Promise<number> {
  let tokens = 0
  const started = performance.now()
  await raw.createChatCompletion({
    messages: MESSAGES.map(message => ({ ...message })),
    temperature: SAMPLING.temperature,
    top_p: SAMPLING.topP,
    top_k: 0,
    min_p: 0,
    seed: SAMPLING.seed,
    max_tokens: answer,
    ...(grammar === null ? {} : { grammar }),
    stream: true,
    onData: ({ timings }) => {
      tokens = timings?.predicted_n ?? tokens
    },
  })
  return (tokens * 1_000) / (performance.now() - started)
}

async function openRaw(bytes: Bench['bytes']): Promise<Wllama> {
  const ignore = (): void => undefined
  const raw = new Wllama({ default: BUILD }, { logger: { debug: ignore, log: ignore, warn: ignore, error: ignore } })
  raw.setCompat(null)
  await raw.loadModel([new File([bytes], 'raw.gguf')], {
    n_ctx: CONTEXT,
    n_batch: BATCH_TOKENS,
    n_ubatch: BATCH_TOKENS,
    n_gpu_layers: 0,
    n_parallel: 1,
    n_threads: 1,
    log_level: LogLevel.ERROR,
    skip_chat_parsing: true,
  })
  return raw
}

async function speedRow(bench: Bench): Promise<BenchRow> {
  const { name, bytes } = bench
  const { client, model } = await loadWllama(bytes, CONTEXT)
  const raw = await openRaw(bytes)
  try {
    await ourSpeed(model, bench)
    await rawSpeed(raw, bench)
    const [ours, theirs]: [number[], number[]] = [[], []]
    for (let round = 0; round < ROUNDS; round++) {
      const ourTurn = async (): Promise<unknown> => ours.push(await ourSpeed(model, bench))
      if (round % 2 === 0) await ourTurn()
      theirs.push(await rawSpeed(raw, bench))
      if (round % 2 === 1) await ourTurn()
    }
    const ratio = median(ours.map((speed, round) => speed / (theirs[round] ?? Number.NaN)))
    return {
      metric: `tokens a second, ${name}: median of ${String(ROUNDS)} rounds in turn`,
      ours: median(ours).toFixed(1),
      peer: `${median(theirs).toFixed(1)}: the package alone in the same page`,
      ratio,
      goal: `≥ ${String(RATIO)}`,
      met: ratio >= RATIO,
    }
  } finally {
    await client.dispose()
    await raw.exit()
  }
}

/** Every passage gets both recipes; the second goes on where the first one ended. */
async function reuseRow({ name, bytes }: Bench, contextTokens: number): Promise<BenchRow> {
  const { client, model } = await loadWllama(bytes, contextTokens)
  const asked: { readonly prompt: string; readonly usage: Usage }[] = []
  const heard: LanguageModel = {
    ...model,
    facts: model.facts,
    chat: async (cancel, request, onText) => {
      const answer = await model.chat(cancel, request, onText)
      asked.push({ prompt: JSON.stringify(request.messages.slice(-1)), usage: answer.usage })
      return answer
    },
  }
  const recipes = [readingComprehension, multipleChoice]
  const recipe = { ...mixed, parts: { mode: 'each' as const, items: recipes.map(one => ({ recipe: one, weight: 1 })) } }
  try {
    const synthesizer = chatSynthesizer({
      recipe,
      version: 'v',
      model: heard,
      hash: await loadHash(),
      onText: () => undefined,
    })
    const shares: number[] = []
    for (const position of [0, 1, 2]) {
      asked.splice(0)
      const text = makeEnglish(600, 50 + position).slice(0, 600)
      const passage = { text, headings: [], language: 'en', title: null, first: true, seed: 3, tasks: [] } as const
      await synthesizer.synthesize(NEVER, { ...passage, position })
      const second = asked.find(({ prompt }) => prompt !== asked[0]?.prompt)
      shares.push((second?.usage.reusedTokens ?? 0) / (second?.usage.promptTokens ?? 1))
    }
    const least = Math.min(...shares)
    return alone(
      `share of the second recipe’s first prompt about a passage that is not read again, ${name}: least of ${String(shares.length)}`,
      least.toFixed(3),
      `≥ ${String(REUSED)}`,
      least >= REUSED,
    )
  } finally {
    await client.dispose()
  }
}

const HEAPS = 'bench-heaps'
/** Put before the code of the engine's thread: tells how large its memory is, ten times a second. */
const TELL_HEAP = `{const Real=WebAssembly.Memory;WebAssembly.Memory=class extends Real{constructor(d){super(d);
  const to=new BroadcastChannel('${HEAPS}');setInterval(()=>to.postMessage(this.buffer.byteLength),100)}}};`

/** The most that the engine's heap takes while prompts about ever new things leave far more than it may keep. */
async function heapRow(): Promise<BenchRow> {
  const make = URL.createObjectURL.bind(URL)
  URL.createObjectURL = of => make(of instanceof Blob ? new Blob([TELL_HEAP, of], { type: of.type }) : of)
  let most = 0
  const heaps = new BroadcastChannel(HEAPS)
  heaps.addEventListener('message', ({ data }) => {
    most = Math.max(most, Number(data))
  })
  const engine = createWllamaEngine(BUILD, { keptBytes: KEPT })
  let left = 0
  try {
    const source = ggufSource(makeGguf({ headSize: HEAD }), { contextTokens: CONTEXT })
    const model = await engine.load(NEVER, source, () => undefined)
    for (let i = 0; i < PROMPTS; i++) {
      const sampling = { ...SAMPLING, maxTokens: 2 }
      const messages = [{ role: 'user', content: makeEnglish(PROMPT, i).slice(0, PROMPT) }] as const
      const { usage } = await model.chat(NEVER, { messages, sampling, grammar: null, topLogprobs: 0 }, () => undefined)
      left += usage.promptTokens * HEAD * 2 ** 5
    }
  } finally {
    URL.createObjectURL = make
    heaps.close()
    await engine.dispose()
  }
  return alone(
    `most that its heap takes while it may keep ${megabytes(KEPT)} of earlier prompts and gets ${megabytes(left)}`,
    megabytes(most),
    `≤ ${megabytes(HEAP)}`,
    most > 0 && most <= HEAP,
  )
}

/** The real CPU engine on a tiny model of random weights, and on a real one where PAIRLOOM_GGUF names one. */
export async function benchCpuEngine(): Promise<BenchTable> {
  const real = await borrowedGguf()
  const bytes = makeGguf({ contextTokens: LONG_CONTEXT })
  const tiny: Bench = { name: 'tiny model', bytes, answer: 1_500, grammar: LONG_ANSWER }
  const rows = [await speedRow(tiny), await reuseRow(tiny, LONG_CONTEXT), await heapRow()]
  if (real !== null) {
    const given: Bench = { name: 'the given model', bytes: real, answer: 32, grammar: null }
    rows.push(await speedRow(given), await reuseRow(given, CONTEXT))
  }
  return { name: 'The CPU engine', rows }
}

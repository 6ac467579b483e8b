import type { LanguageModel, Usage } from '#core/ports/engine'
import { synthesizerFor } from '#runner/synthesizer-for'
import { alone, type BenchRow, type BenchTable } from '#test/bench/app/row'
import { borrowedGguf } from '#test/support/borrowed-gguf'
import { loadWllama } from '#test/support/load-wllama'
import { makeGguf } from '#test/support/make-gguf'
import { makeEnglish } from '#test/support/make-text'
import { deskOf, MODEL } from '#test/unit/tagged/desk-of'
import { fileOf, replayOf, roomWith, rowsFor, write } from '#test/unit/tagged/replay-fixtures'

const ROUNDS = 3
const REUSED = 0.95

interface Bench {
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer> | Blob
  readonly contextTokens: number
  readonly chains: number
  /** Characters of a passage. */
  readonly passage: number
}

/** Without it neither a model of random weights nor a very small one would write a pair, and no round would see another. */
const TWO_PAIRS = String.raw`root ::= pair "\n\n" pair
pair ::= "<QUE> " words "? <ANS> " words ". </END>"
words ::= [A-Z] [a-z ]{20,40} [a-z]`

interface Asked {
  readonly prompt: string
  readonly usage: Usage
}

/** A model that is held to the form, and what it was asked with what its engine counted. */
function heldToForm(model: LanguageModel): { readonly model: LanguageModel; readonly asked: readonly Asked[] } {
  const asked: Asked[] = []
  const complete: LanguageModel['complete'] = async (cancel, request, onText) => {
    const answer = await model.complete(cancel, { ...request, grammar: TWO_PAIRS }, onText)
    asked.push({ prompt: request.prompt, usage: answer.usage })
    return answer
  }
  return { model: { ...model, facts: model.facts, complete }, asked }
}

/**
 * A run of the tagged synthesizer in chains of three, through ledger, storage and engine. What the next round's prompt has
 * unchanged is the whole prompt before it, and behind that the pairs that were written to it.
 */
async function rowsOf({ name, bytes, contextTokens, chains, passage }: Bench): Promise<BenchRow[]> {
  const { client, model } = await loadWllama(bytes, contextTokens)
  try {
    const texts = Array.from({ length: chains * ROUNDS }, (_, n) => `${makeEnglish(passage, n).slice(0, passage)}\n\n`)
    const room = await roomWith([texts], fileOf(rowsFor([0])))
    const held = heldToForm(model)
    const { opened, context } = room
    const writers = { desk: deskOf(held.model), answers: null }
    const run = await write(
      {
        ...room,
        context: {
          ...context,
          synthesizer: (request, onText) => synthesizerFor(opened.store, context.hash, writers, request, onText),
        },
      },
      replayOf(room, { rounds: ROUNDS }, { engine: 'wllama', model: MODEL }),
    )
    if (run.status !== 'done' || held.asked.length !== texts.length)
      throw new Error('not all passages were asked about')
    return [2, 3].flatMap(round => roundRows(name, round, held.asked))
  } finally {
    await client.dispose()
  }
}

function roundRows(name: string, round: number, asked: readonly Asked[]): BenchRow[] {
  const shares = asked.flatMap(({ prompt, usage }, at) => {
    const before = asked[at - 1]
    if (at % ROUNDS !== round - 1 || before === undefined) return []
    if (!prompt.startsWith(before.prompt)) throw new Error('a round did not begin with the one before it')
    const unchanged = before.usage.promptTokens + before.usage.answerTokens
    return [{ share: usage.reusedTokens / unchanged, unchanged, prompt: usage.promptTokens }]
  })
  const least = Math.min(...shares.map(({ share }) => share))
  const [one] = shares
  return [
    alone(
      `round ${String(round)}, ${name}: share of the prompt before and of its answer that is not read again, least of ${String(shares.length)} (${String(one?.unchanged)} of a prompt’s ${String(one?.prompt)} tokens)`,
      least.toFixed(3),
      `≥ ${String(REUSED)}`,
      least >= REUSED,
    ),
  ]
}

/** Chains on the CPU engine, with a tiny model of random weights, and with a real one where PAIRLOOM_GGUF names one. */
export async function benchChainReuse(): Promise<BenchTable> {
  const bytes = makeGguf({ contextTokens: 8_192 })
  const rows = await rowsOf({ name: 'tiny model', bytes, contextTokens: 8_192, chains: 3, passage: 900 })
  const real = await borrowedGguf()
  if (real !== null) {
    rows.push(
      ...(await rowsOf({ name: 'the given model', bytes: real, contextTokens: 2_048, chains: 1, passage: 300 })),
    )
  }
  return { name: 'Rounds of a chain on the CPU engine', rows }
}

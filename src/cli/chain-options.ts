import { isInstructionSynthesizer } from '#core/models/instruction-synthesizer'
import { REPLAY } from '#core/run/engines'
import { type Chains, MOST_ROUNDS, USUAL_ROUNDS } from '#core/run/run'

/** What the command line says of who writes and in how many rounds, as written. */
export interface ChainWords {
  readonly engine: string | undefined
  readonly synthesizer: string | undefined
  readonly rounds: string | undefined
  readonly shots: string | undefined
  readonly window: string | undefined
  readonly model: string | undefined
  /** With one, the model is a chat model. */
  readonly recipe: string | undefined
}

interface ChainChoice {
  readonly synthesizer: 'rules' | 'chat' | 'tagged'
  /** null for one round: nothing is shown then, whatever else was said. */
  readonly chains: Chains | null
}

const SHOTS = ['written', 'passed'] as const

/** Understands who writes and in how many rounds (rules CHAIN1, CHAIN6, REPLAY3). */
export function readChainOptions(words: ChainWords): ChainChoice | { readonly fault: string } {
  if (words.engine === undefined) {
    if ((words.synthesizer ?? 'rules') !== 'rules') {
      return { fault: '--synthesizer is rules, or chat or tagged where --engine names an engine.' }
    }
    const said = (['rounds', 'shots', 'window'] as const).find(name => words[name] !== undefined)
    return said === undefined ? { synthesizer: 'rules', chains: null } : { fault: `--${said} goes with --engine.` }
  }
  const usual = words.engine === REPLAY || isSynthesizer(words) ? 'tagged' : 'chat'
  const synthesizer = (['chat', 'tagged'] as const).find(name => name === (words.synthesizer ?? usual))
  if (synthesizer === undefined) return { fault: '--synthesizer is chat or tagged where --engine names an engine.' }
  const rounds = Number(words.rounds ?? USUAL_ROUNDS[synthesizer])
  if (!Number.isInteger(rounds) || rounds < 1 || rounds > MOST_ROUNDS) {
    return { fault: `--rounds is a whole number from 1 to ${MOST_ROUNDS}.` }
  }
  const shots = SHOTS.find(name => name === (words.shots ?? 'written'))
  if (shots === undefined) return { fault: `--shots is ${SHOTS.join(' or ')}.` }
  const chained = (window: number | null): ChainChoice => ({
    synthesizer,
    chains: rounds === 1 ? null : { rounds, shots, window },
  })
  if (words.window === undefined) return chained(null)
  if (words.engine !== REPLAY) {
    return { fault: '--window goes with --engine replay; a model’s own window is its context (--context).' }
  }
  const window = Number(words.window)
  if (!Number.isInteger(window) || window < 1) return { fault: '--window is a whole number of tokens above 0.' }
  return chained(window)
}

/** Told by the name of the model or its file (rule TAGGED9), unless a recipe says what to ask a chat model for. */
function isSynthesizer({ model, recipe }: ChainWords): boolean {
  const id = model?.replace(/^.*[\\/]/u, '') ?? ''
  return recipe === undefined && isInstructionSynthesizer({ id, title: '', gguf: null })
}

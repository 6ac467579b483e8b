import { rulesSynthesizer } from '#core/mining/rules-synthesizer'
import type { Answers } from '#core/ports/answers'
import type { Hash } from '#core/ports/hash'
import type { ProjectReader, StoredRecipe } from '#core/ports/project-store'
import { ProblemError } from '#core/problem'
import { REPLAY } from '#core/run/engines'
import type { RunRequest } from '#core/run/run'
import { chatSynthesizer } from '#core/synthesis/chat-synthesizer'
import { replaySynthesizer, type ReplayReading } from '#core/synthesis/replay/replay-synthesizer'
import { TAGGED } from '#core/synthesis/tagged/tagged-request'
import { taggedRoom, taggedSynthesizer } from '#core/synthesis/tagged/tagged-synthesizer'
import type { EngineDesk } from '#runner/engine-desk'
import { repeatTurns } from '#runner/repeat-turns'
import type { ReadySynthesizer } from '#runner/run-context'

export type SynthesizerReader = Pick<ProjectReader, 'recipe' | 'documents' | 'cuts' | 'texts'>

/** Where the words of a run come from, but for rules. */
export interface Writers {
  readonly desk: EngineDesk
  /** Those that were handed over last; null for none. */
  readonly answers: Answers | null
}

/**
 * What a request names, ready to write. Rejects with `model-missing` when its model is not loaded (or its answers are not
 * handed over), and with `recipe-damaged` when its recipe is not in the project.
 */
export async function synthesizerFor(
  reader: SynthesizerReader,
  hash: Hash,
  { desk, answers }: Writers,
  request: RunRequest,
  onText: (added: string, attempt: number) => void,
): Promise<ReadySynthesizer> {
  if (request.engine === REPLAY) return replaying(reader, hash, answers, request)
  switch (request.synthesizer) {
    case rulesSynthesizer.name:
      return { synthesizer: rulesSynthesizer, restart: null, tokensPerSecond: () => null }
    case 'chat': {
      const model = desk.model(request.model)
      const { recipe, version } = await recipeOf(reader, request)
      return { synthesizer: chatSynthesizer({ recipe, version, model, hash, onText }), ...byDesk(desk) }
    }
    case TAGGED.name: {
      const model = desk.model(request.model)
      const complete: typeof model.complete = (cancel, asked, hear) => model.complete(cancel, asked, hear)
      return { synthesizer: taggedSynthesizer({ ...taggedRoom(model), complete, hash, onText }), ...byDesk(desk) }
    }
    default:
      throw unknown(request)
  }
}

function byDesk(desk: EngineDesk): Pick<ReadySynthesizer, 'restart' | 'tokensPerSecond'> {
  return { restart: desk.restart, tokensPerSecond: () => desk.speed()?.decode ?? null }
}

async function replaying(
  reader: SynthesizerReader,
  hash: Hash,
  answers: Answers | null,
  request: RunRequest,
): Promise<ReadySynthesizer> {
  if (answers === null || answers.name !== request.model) {
    throw new ProblemError({ kind: 'model-missing', model: request.model ?? '' })
  }
  const window = request.chains?.window ?? null
  const turnOf = await repeatTurns(reader, answers, hash)
  const reading = await readingOf(reader, request)
  const synthesizer = replaySynthesizer({ answers, reading, window, turnOf, hash })
  return { synthesizer, restart: null, tokensPerSecond: () => null }
}

async function readingOf(reader: SynthesizerReader, request: RunRequest): Promise<ReplayReading> {
  switch (request.synthesizer) {
    case TAGGED.name:
      return { as: TAGGED.name }
    case 'chat':
      return { as: 'chat', ...(await recipeOf(reader, request)) }
    default:
      throw unknown(request)
  }
}

async function recipeOf(reader: SynthesizerReader, { recipeVersion }: RunRequest): Promise<StoredRecipe> {
  const stored = await reader.recipe(recipeVersion)
  if (stored === undefined) throw new ProblemError({ kind: 'recipe-damaged', detail: 'it is not in the project' })
  return stored
}

function unknown({ synthesizer }: RunRequest): ProblemError {
  return new ProblemError({ kind: 'unexpected', detail: `no synthesizer ${synthesizer}` })
}

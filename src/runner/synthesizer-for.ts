import { rulesSynthesizer } from '#core/mining/rules-synthesizer'
import type { Hash } from '#core/ports/hash'
import type { ProjectReader } from '#core/ports/project-store'
import { ProblemError } from '#core/problem'
import type { RunRequest } from '#core/run/run'
import { chatSynthesizer } from '#core/synthesis/chat-synthesizer'
import type { EngineDesk } from '#runner/engine-desk'
import type { ReadySynthesizer } from '#runner/run-context'

/**
 * What a request names, ready to write. Rejects with `model-missing` when its model is not loaded, and with
 * `recipe-damaged` when its recipe is not in the project.
 */
export async function synthesizerFor(
  reader: Pick<ProjectReader, 'recipe'>,
  hash: Hash,
  desk: EngineDesk,
  request: RunRequest,
  onText: (added: string, attempt: number) => void,
): Promise<ReadySynthesizer> {
  switch (request.synthesizer) {
    case rulesSynthesizer.name:
      return { synthesizer: rulesSynthesizer, restart: null, tokensPerSecond: () => null }
    case 'chat': {
      const model = desk.model(request.model)
      const stored = await reader.recipe(request.recipeVersion)
      if (stored === undefined) throw new ProblemError({ kind: 'recipe-damaged', detail: 'it is not in the project' })
      const { recipe, version } = stored
      return {
        synthesizer: chatSynthesizer({ recipe, version, model, hash, onText }),
        restart: desk.restart,
        tokensPerSecond: () => desk.speed()?.decode ?? null,
      }
    }
    default:
      throw new ProblemError({ kind: 'unexpected', detail: `no synthesizer ${request.synthesizer}` })
  }
}

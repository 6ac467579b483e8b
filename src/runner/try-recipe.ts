import type { Hash } from '#core/ports/hash'
import type { ProjectReader } from '#core/ports/project-store'
import { ProblemError } from '#core/problem'
import { buildPrompt } from '#core/synthesis/build-prompt'
import { chatSynthesizer } from '#core/synthesis/chat-synthesizer'
import { recipeVersion } from '#core/synthesis/recipe-version'
import { recipesFor } from '#core/synthesis/recipes-for'
import type { RunWorkerApi, Trial } from '#messages/run-worker'
import type { EngineDesk } from '#runner/engine-desk'
import { roomOf } from '#runner/prompt-room'

type Place = Pick<RunWorkerApi['showPrompt']['params'], 'document' | 'start' | 'end'>

async function passageAt(reader: ProjectReader, { document, start, end }: Place) {
  const [held, cut] = await Promise.all([reader.document(document), reader.cut(document)])
  const passage = cut?.passages.find(candidate => candidate.start === start)
  if (held === undefined) throw new ProblemError({ kind: 'nothing-to-write' })
  return {
    text: await reader.text(document, start, end),
    headings: passage?.headings ?? [],
    language: passage?.language ?? held.language,
    title: held.title,
    first: start === 0,
    place: { document: held.sha256, start, end },
  }
}

function loadedModel(desk: EngineDesk) {
  const state = desk.state()
  return state.state === 'ready' ? desk.model(state.model) : null
}

/** Lets the loaded model write one passage by a recipe; nothing is stored. `onText` gets what it writes. */
export async function tryRecipe(
  signal: AbortSignal,
  reader: ProjectReader,
  hash: Hash,
  desk: EngineDesk,
  { recipe, seed, ...place }: RunWorkerApi['tryRecipe']['params'],
  onText: (added: string) => void,
): Promise<Trial> {
  const model = loadedModel(desk)
  if (model === null) throw new ProblemError({ kind: 'model-missing', model: '' })
  const passage = await passageAt(reader, place)
  const version = recipeVersion(hash, recipe)
  let raw = ''
  let attempts = 1
  const synthesizer = chatSynthesizer({
    recipe,
    version,
    model,
    hash,
    onText: (added, attempt) => {
      // A new attempt takes the place of what was written before.
      raw = attempt === attempts ? raw + added : added
      attempts = attempt
      onText(added)
    },
  })
  const completion = await synthesizer.synthesize(signal, { ...passage, seed, tasks: [] })
  const { drafts, reason, usage } = completion
  const none = { promptTokens: 0, reusedTokens: 0, answerTokens: 0, prefillMs: 0, decodeMs: 0 }
  return { raw: completion.raw ?? raw, drafts, reason, usage: usage ?? none }
}

/** The first prompt that a passage would be asked with. */
export async function showPrompt(
  reader: ProjectReader,
  desk: EngineDesk,
  { recipe, ...place }: RunWorkerApi['showPrompt']['params'],
): Promise<RunWorkerApi['showPrompt']['result']> {
  const passage = await passageAt(reader, place)
  const room = roomOf(desk, null)
  const [first = recipe] = recipesFor(recipe, 1, 0)
  const { parts } = await buildPrompt(room, first, passage)
  const [part] = parts
  return { messages: part?.messages ?? [], tokens: part?.tokens ?? 0, exact: room.exact }
}

import type { Hash } from '#core/ports/hash'
import type { ProjectReader } from '#core/ports/project-store'
import { askingBy, askingTagged, estimateRun } from '#core/run/estimate'
import type { PlanItem } from '#core/run/run'
import { roundsOf } from '#core/run/plan'
import { buildPrompt } from '#core/synthesis/build-prompt'
import { recipeVersion } from '#core/synthesis/recipe-version'
import { taggedRoomOf } from '#core/synthesis/tagged/room'
import { TAGGED } from '#core/synthesis/tagged/tagged-request'
import { readingText } from '#core/synthesis/tagged/wire'
import { estimateTokens } from '#core/text/token-estimate'
import type { RunAsk, RunPreview } from '#messages/run-worker'
import { freezePlan } from '#runner/freeze-plan'
import { USUAL_CONTEXT } from '#runner/prompt-room'

/** Passages whose text is looked at to tell how many tokens a character takes. */
const LOOKED_AT = 40

/** What a request would cover and, where speeds were measured, what it would cost. Nothing is stored. */
export async function previewRun(
  reader: ProjectReader,
  hash: Hash,
  { request, recipe, speed }: RunAsk,
): Promise<RunPreview> {
  // The version of a recipe that was never saved is known by its content alone.
  const asked = recipe === null ? request : { ...request, recipeVersion: recipeVersion(hash, recipe) }
  const { id, items, documents, characters } = await freezePlan(reader, hash, asked)
  const existing = (await reader.runs()).find(run => run.id === id) ?? null
  const known = { passages: items.length, documents, characters, existing }
  const tagged = request.synthesizer === TAGGED.name
  if ((recipe === null && !tagged) || speed === null || items.length === 0) return { ...known, estimate: null }
  const { window } = taggedRoomOf(USUAL_CONTEXT, estimated).room
  const sizes = {
    passages: items.length,
    passageTokens: await tokensOf(reader, items, characters),
    promptTokens:
      recipe === null ? estimateTokens(readingText(' ')) : await promptTokens(recipe.parts?.items[0]?.recipe ?? recipe),
    // Only an engine that keeps any beginning of a prompt spares it; to expect less is to be pleasantly surprised.
    promptKept: request.engine === 'wllama',
    rounds: roundsOf(request),
    windowTokens: request.chains?.window ?? window,
  }
  const askingOf = recipe === null ? askingTagged : (tokens: number) => askingBy(recipe, tokens)
  return { ...known, estimate: estimateRun(sizes, askingOf, speed) }
}

const estimated = (texts: readonly string[]): Promise<number[]> =>
  Promise.resolve(texts.map(text => estimateTokens(text)))

async function tokensOf(reader: ProjectReader, items: readonly PlanItem[], characters: number): Promise<number> {
  // Plan order is fair: its beginning is a sample of the whole.
  const texts = await reader.texts(items.slice(0, LOOKED_AT))
  const seen = texts.reduce((sum, text) => sum + text.length, 0)
  const tokens = texts.reduce((sum, text) => sum + estimateTokens(text), 0)
  return seen === 0 ? 0 : (tokens / seen) * characters
}

/** Tokens of a prompt about an empty passage. */
async function promptTokens(recipe: Parameters<typeof buildPrompt>[1]): Promise<number> {
  const room = {
    contextTokens: USUAL_CONTEXT,
    count: estimated,
  }
  const { parts } = await buildPrompt(room, recipe, { text: '', headings: [], language: 'en', title: null })
  return parts[0]?.tokens ?? 0
}

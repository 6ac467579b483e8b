import type { Hash } from '#core/ports/hash'
import type { ProjectReader, RunLedger } from '#core/ports/project-store'
import type { EarlierRound, PassageInput, ShownPair } from '#core/ports/synthesizer'
import { ProblemError } from '#core/problem'
import type { PlanItem } from '#core/run/run'
import { buildPrompt, type PromptRoom } from '#core/synthesis/build-prompt'
import { withEarlier } from '#core/synthesis/chat/with-earlier'
import { pairsFor } from '#core/synthesis/pairs-for'
import { placeholderPairs } from '#core/synthesis/placeholder-pairs'
import { recipeVersion } from '#core/synthesis/recipe-version'
import type { Recipe } from '#core/synthesis/recipe'
import { recipesFor } from '#core/synthesis/recipes-for'
import { taggedPrompt, taggedRoomOf } from '#core/synthesis/tagged/room'
import { TAGGED } from '#core/synthesis/tagged/tagged-request'
import { estimateTokens } from '#core/text/token-estimate'
import type { RoundPrompt, RunAsk } from '#messages/run-worker'
import { earlierRounds } from '#runner/earlier-rounds'
import type { EngineDesk } from '#runner/engine-desk'
import { freezePlan } from '#runner/freeze-plan'
import { roomOf } from '#runner/prompt-room'

/** Pairs that placeholders stand for: an instruction synthesizer writes about five, of a recipe at most three are shown. */
const TAGGED_PAIRS = 5
const CHAT_PAIRS = 3

/** Characters of a passage that is worth looking at. */
const TELLING = 120

type Store = ProjectReader & Pick<RunLedger, 'pairsAt'>

/**
 * What the first passage of a second round would be sent (rule CHAIN10): with the pairs of the passage before it where the run
 * has written them, else with placeholders. null where no chain has a second round.
 */
export async function showRound(
  store: Store,
  hash: Hash,
  desk: Pick<EngineDesk, 'state' | 'model'>,
  { request, recipe }: RunAsk,
): Promise<RoundPrompt | null> {
  const asked = recipe === null ? request : { ...request, recipeVersion: recipeVersion(hash, recipe) }
  const { id, items } = await freezePlan(store, hash, asked)
  const chained = chosenRounds(items, request.synthesizer === TAGGED.name)
  if (chained === null) return null
  const [before, item] = chained
  const run = (await store.runs()).find(one => one.id === id)
  const written = run === undefined ? [] : await earlierRounds(store, run, item)
  const [text = '', earlierText = ''] = await store.texts([item, before])
  const [document, earlier] = await store.documentsAt([item.document, before.document])
  if (document === undefined || earlier === undefined) throw new ProblemError({ kind: 'nothing-to-write' })
  const single = recipe === null ? null : (recipesFor(recipe, request.seed, item.position)[0] ?? recipe)
  const rounds: readonly EarlierRound[] =
    written.length > 0
      ? written
      : [
          {
            place: { document: earlier.sha256, start: before.start, end: before.end },
            text: earlierText,
            pairs: placeholders(earlierText, before, single),
          },
        ]
  const passage = { text, headings: item.headings, language: item.language, title: document.title, earlier: rounds }
  const room = roomOf(desk, null)
  const prompt = single === null ? await taggedAsked(room, passage) : await chatAsked(room, single, passage)
  return {
    ...prompt,
    exact: room.exact,
    pairs: written.length > 0 ? 'written' : 'placeholders',
    places: [before, item].map(({ document: order, headings }) => ({ document: order, headings })),
  }
}

/** A passage of the second round and the one before it; for an instruction synthesizer in English where there are such. */
function chosenRounds(items: readonly PlanItem[], tagged: boolean): readonly [PlanItem, PlanItem] | null {
  const pairs = items.flatMap((item, at) => {
    const before = items[at - 1]
    return before !== undefined && item.round === 1 && before.chain === item.chain ? [[before, item] as const] : []
  })
  const fitting = tagged ? pairs.filter(both => both.every(({ language }) => language === 'en')) : pairs
  // A heading alone shows little.
  const telling = fitting.find(both => both.every(({ start, end }) => end - start >= TELLING))
  return telling ?? fitting[0] ?? pairs[0] ?? null
}

function placeholders(text: string, { language }: PlanItem, recipe: Recipe | null): readonly ShownPair[] {
  if (recipe === null) return placeholderPairs(text, language, { task: 'comprehension', form: 'open' }, TAGGED_PAIRS)
  return placeholderPairs(text, language, recipe, Math.min(CHAT_PAIRS, pairsFor(recipe.pairs, estimateTokens(text))))
}

type Asked = Pick<RoundPrompt, 'parts' | 'tokens' | 'shown'>
type Passage = Pick<PassageInput, 'text' | 'headings' | 'language' | 'title'> & {
  readonly earlier: readonly EarlierRound[]
}

async function taggedAsked({ contextTokens, count }: PromptRoom, { text, earlier }: Passage): Promise<Asked> {
  const prompt = await taggedPrompt(taggedRoomOf(contextTokens, count).room, earlier, text)
  if (prompt === null) return { parts: [], tokens: 0, shown: false }
  const [tokens = 0] = await count([prompt.text])
  return { parts: [{ role: null, content: prompt.text }], tokens, shown: prompt.shots.length > 0 }
}

async function chatAsked(room: PromptRoom, recipe: Recipe, passage: Passage): Promise<Asked> {
  const { parts } = await buildPrompt(room, withEarlier(recipe, passage), passage)
  const [part] = parts
  return { parts: part?.messages ?? [], tokens: part?.tokens ?? 0, shown: (part?.shots.length ?? 0) > 0 }
}

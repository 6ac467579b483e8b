import type { Hash } from '#core/ports/hash'
import type { PairFilter, ProjectReader, StoredPair } from '#core/ports/project-store'
import type { Document } from '#core/documents/document'
import { recipeVersion } from '#core/synthesis/recipe-version'
import type { Recipe } from '#core/synthesis/recipe'
import { SMALL_CONTEXT } from '#core/synthesis/build-prompt'
import { singleRecipes, type TaughtExample, taughtExamples, taughtRecipe, untaughtRecipe } from '#core/synthesis/teach'
import {
  fits,
  fittingPassages,
  type KeptPair,
  TAUGHT_LANGUAGES,
  type TaughtLanguage,
} from '#core/synthesis/teach/fitting-pairs'
import type { Teaching, TeachingAsk, TeachingExample } from '#messages/teaching'
import type { EngineDesk } from '#runner/engine-desk'
import { roomOf } from '#runner/prompt-room'

const PAGE = 500
/** Kept pairs that are looked at for each kind of pair and language. */
const LOOKED_AT = 2_000
/** Passages whose texts are read: some turn out too long, or to say what others say. */
const TRIED = 16

/**
 * A recipe taught by the kept pairs of the project that fit it best (rules TEACH1 to TEACH5). Nothing is stored; the same
 * kept pairs, seed and room give the same recipe.
 */
export async function teachRecipe(
  reader: ProjectReader,
  hash: Hash,
  desk: EngineDesk,
  { recipe, contextTokens, seed }: TeachingAsk,
): Promise<Teaching> {
  const room = roomOf(desk, contextTokens)
  const found: TeachingExample[] = []
  const taught = new Map<string, readonly TaughtExample[]>()
  const passages = new Set<string>()
  const pairs = new Set<string>()
  for (const single of singleRecipes(recipe)) {
    for (const language of TAUGHT_LANGUAGES) {
      const kept = await keptPairs(reader, single, language)
      const best = fittingPassages(
        single,
        language,
        kept.map(({ kept: pair }) => pair),
        seed,
        TRIED,
      )
      const orders = new Map(kept.map(({ document, kept: { document: sha256 } }) => [sha256, document]))
      const texts = await reader.texts(
        best.map(({ place }) => ({ ...place, document: orders.get(place.document)?.order ?? -1 })),
      )
      const examples = await taughtExamples(
        room,
        single,
        language,
        best.map((passage, index) => ({ kept: passage, text: texts[index] ?? '' })),
      )
      taught.set(keyOf(single, language), examples)
      for (const { kept: one } of kept) {
        pairs.add(one.pair.id)
        passages.add(`${one.document} ${one.pair.passage.start} ${one.pair.passage.end}`)
      }
      for (const { example, tokens } of examples) {
        const document = orders.get(example.from.document)
        const passage = best.find(({ place }) => place === example.from)
        if (document === undefined || passage === undefined) continue
        const shown = new Set(example.pairs.map(({ instruction }) => instruction))
        found.push({
          recipe: { name: single.name, title: single.title },
          language,
          document: document.order,
          name: document.name,
          row: document.row,
          headings: passage.headings,
          example,
          edited: passage.pairs.filter(
            ({ original, instruction }) => original !== null && shown.has(instruction.trim().toWellFormed()),
          ).length,
          tokens,
        })
      }
    }
  }
  const tooSmall = room.contextTokens < SMALL_CONTEXT
  const result =
    tooSmall || found.length === 0
      ? untaughtRecipe(recipe)
      : taughtRecipe(recipe, (single, language) =>
          (taught.get(keyOf(single, language)) ?? []).map(({ example }) => example),
        )
  const sums = [...taught.values()].map(examples => examples.reduce((sum, { tokens }) => sum + tokens, 0))
  return {
    recipe: result,
    version: recipeVersion(hash, result),
    pairs: pairs.size,
    passages: passages.size,
    examples: tooSmall ? [] : found,
    tokens: Math.max(0, ...sums),
    exact: room.exact,
    tooSmall,
  }
}

function keyOf({ name }: Recipe, language: TaughtLanguage): string {
  return `${name} ${language}`
}

interface Kept {
  readonly kept: KeptPair
  readonly document: Document
}

/** The kept pairs that fit, page by page. */
async function keptPairs(reader: ProjectReader, recipe: Recipe, language: TaughtLanguage): Promise<readonly Kept[]> {
  const filter: PairFilter = {
    states: ['kept'],
    tasks: [recipe.task],
    languages: [language],
    checks: [],
    document: null,
    text: '',
  }
  const kept: Kept[] = []
  for (let after = '', looked = 0; looked < LOOKED_AT; looked += PAGE) {
    const page = await reader.pairs(filter, after, PAGE)
    const fitting = page.filter(({ pair }) => fits(recipe, language, pair))
    const documents = await documentsOf(reader, fitting)
    for (const { pair, document: order } of fitting) {
      const document = documents.get(order)
      if (document !== undefined) kept.push({ kept: { pair, document: document.sha256 }, document })
    }
    const last = page.at(-1)
    if (last === undefined || page.length < PAGE) break
    after = last.key
  }
  return kept
}

async function documentsOf(
  reader: ProjectReader,
  stored: readonly StoredPair[],
): Promise<ReadonlyMap<number, Document>> {
  const orders = [...new Set(stored.map(({ document }) => document))]
  const documents = await reader.documentsAt(orders)
  return new Map(documents.flatMap(document => (document === undefined ? [] : [[document.order, document]])))
}

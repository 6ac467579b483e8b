import type { Document } from '#core/documents/document'
import type { Hash } from '#core/ports/hash'
import type { PairFilter, ProjectReader } from '#core/ports/project-store'
import type { Recipe } from '#core/synthesis/recipe'
import { recipeVersion } from '#core/synthesis/recipe-version'
import { fits, type KeptPair, type TaughtLanguage } from '#core/synthesis/teach/fitting-pairs'
import { teachByKept, type Taught } from '#core/synthesis/teach/teach-by-kept'
import type { Teaching, TeachingAsk, TeachingExample } from '#messages/teaching'
import type { EngineDesk } from '#runner/engine-desk'
import { roomOf } from '#runner/prompt-room'

const PAGE = 500
/** Kept pairs that are looked at for each kind of pair and language. */
const LOOKED_AT = 2_000

/**
 * A recipe taught by the kept pairs of the project that fit it best (rules TEACH1 to TEACH7). Nothing is stored; the same
 * kept pairs, seed and room give the same recipe.
 */
export async function teachRecipe(
  reader: ProjectReader,
  hash: Hash,
  desk: EngineDesk,
  { recipe, contextTokens, seed }: TeachingAsk,
): Promise<Teaching> {
  const room = roomOf(desk, contextTokens)
  const documents = new Map<string, Document>()
  const result = await teachByKept(room, recipe, seed, {
    pairs: (single, language) => keptPairs(reader, single, language, documents),
    texts: places =>
      reader.texts(places.map(place => ({ ...place, document: documents.get(place.document)?.order ?? -1 }))),
  })
  const { taught, ...counts } = result
  return {
    ...counts,
    version: recipeVersion(hash, result.recipe),
    examples: taught.flatMap(one => {
      const document = documents.get(one.example.from.document)
      return document === undefined ? [] : [exampleIn(document, one)]
    }),
    tokens: mostTokens(taught),
    exact: room.exact,
  }
}

/** No prompt holds the examples of two recipes, or of two languages. */
function mostTokens(taught: readonly Taught[]): number {
  const sums = new Map<string, number>()
  for (const { recipe, language, tokens } of taught) {
    const key = `${recipe.name} ${language}`
    sums.set(key, (sums.get(key) ?? 0) + tokens)
  }
  return Math.max(0, ...sums.values())
}

function exampleIn(
  { order, name, row }: Document,
  { recipe, language, kept, example, tokens }: Taught,
): TeachingExample {
  const shown = new Set(example.pairs.map(({ instruction }) => instruction))
  return {
    recipe: { name: recipe.name, title: recipe.title },
    language,
    document: order,
    name,
    row,
    headings: kept.headings,
    example,
    edited: kept.pairs.filter(
      ({ original, instruction }) => original !== null && shown.has(instruction.trim().toWellFormed()),
    ).length,
    tokens,
  }
}

/** The kept pairs that fit, page by page; their documents are noted by SHA-256. */
async function keptPairs(
  reader: ProjectReader,
  recipe: Recipe,
  language: TaughtLanguage,
  noted: Map<string, Document>,
): Promise<readonly KeptPair[]> {
  const filter: PairFilter = {
    states: ['kept'],
    tasks: [recipe.task],
    languages: [language],
    checks: [],
    document: null,
    text: '',
  }
  const kept: KeptPair[] = []
  for (let after = '', looked = 0; looked < LOOKED_AT; looked += PAGE) {
    const page = await reader.pairs(filter, after, PAGE)
    const fitting = page.filter(({ pair }) => fits(recipe, language, pair))
    const orders = [...new Set(fitting.map(({ document }) => document))]
    const documents = new Map((await reader.documentsAt(orders)).map((document, index) => [orders[index], document]))
    for (const { pair, document: order } of fitting) {
      const document = documents.get(order)
      if (document === undefined) continue
      noted.set(document.sha256, document)
      kept.push({ pair, document: document.sha256 })
    }
    const last = page.at(-1)
    if (last === undefined || page.length < PAGE) break
    after = last.key
  }
  return kept
}

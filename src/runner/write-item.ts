import type { Cancel } from '#core/ports/cancel'
import type { ItemOutcome } from '#core/ports/project-store'
import type { EarlierRound, Synthesizer } from '#core/ports/synthesizer'
import type { Run } from '#core/run/run'
import { makePair, type PairOrigin, type PairTools } from '#core/synthesis/make-pair'
import type { Pair } from '#core/synthesis/pair'
import type { PendingItem } from '#runner/pending-items'

/** An item with all that is needed to write it. */
interface ReadyItem extends PendingItem {
  /** What stands before it in its chain. */
  readonly earlier: readonly EarlierRound[]
}

/** Writes one item: passage → completion → checked pairs. Nothing is stored here. */
export async function writeItem(
  cancel: Cancel,
  tools: PairTools & {
    readonly synthesizer: Synthesizer
    readonly carryOver: (pair: Pair) => Pair
    /** Gets each pair as it was written, before the next one is judged. */
    readonly noteWords: (pair: Pair) => void
  },
  run: Run,
  { item, document, text, earlier }: ReadyItem,
): Promise<ItemOutcome> {
  const { request } = run
  const completion = await tools.synthesizer.synthesize(cancel, {
    text,
    headings: item.headings,
    language: item.language,
    title: document.title,
    first: item.start === 0,
    seed: request.seed,
    tasks: request.tasks,
    position: item.position,
    place: { document: document.sha256, start: item.start, end: item.end },
    earlier,
  })
  const origin: PairOrigin = {
    document: item.document,
    documentSha256: document.sha256,
    passage: { start: item.start, end: item.end, headings: item.headings, language: item.language, text },
    chain: { id: `${run.id.slice(0, 16)}-${String(item.chain)}`, round: item.round, shots: [] },
    provenance: {
      run: run.id,
      synthesizer: request.synthesizer,
      recipe: request.recipe,
      recipeVersion: request.recipeVersion,
      engine: request.engine,
      model: request.model,
      seed: request.seed,
      promptSha256: completion.promptSha256,
      reused: completion.reused,
    },
  }
  const pairs: Pair[] = []
  // One after another: each is held against those before it.
  for (const [index, draft] of completion.drafts.entries()) {
    const shots = completion.shots?.[index] ?? []
    // Pairs that share their origin are stored with it once.
    const from = shots.length === 0 ? origin : { ...origin, chain: { ...origin.chain, shots } }
    const pair = await makePair(tools, draft, from)
    tools.noteWords(pair)
    pairs.push(tools.carryOver(pair))
  }
  const rejected = (completion.rejected ?? []).map(({ reason, raw }) => ({ reason, raw }))
  return {
    item: {
      position: item.position,
      state: 'done',
      attempts: completion.attempts,
      pairs: pairs.length,
      reason: completion.reason,
      raw: pairs.length === 0 ? completion.raw : null,
      ...(rejected.length > 0 && { rejected }),
    },
    document: item.document,
    start: item.start,
    pairs,
  }
}

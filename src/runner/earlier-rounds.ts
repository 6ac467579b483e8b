import type { ProjectReader, RunLedger } from '#core/ports/project-store'
import type { EarlierRound } from '#core/ports/synthesizer'
import type { Chains, PlanItem, Run } from '#core/run/run'
import type { Pair, Shot } from '#core/synthesis/pair'

/** What of the store it takes to follow a chain back. */
export type ChainReader = Pick<ProjectReader, 'planItems' | 'documentsAt' | 'texts'> & Pick<RunLedger, 'pairsAt'>

/**
 * What stands before an item in its chain, oldest first: back to the first passage that gave nothing to show, or that did
 * not see the one before itself (rules CHAIN3, CHAIN6, CHAIN7). Read from storage each time, so that a run which goes on
 * after a crash makes the same chains.
 */
export async function earlierRounds(store: ChainReader, run: Run, item: PlanItem): Promise<readonly EarlierRound[]> {
  if (item.round === 0) return []
  const before = await store.planItems(run.sequence, item.position - item.round, item.round)
  const documents = await store.documentsAt(before.map(({ document }) => document))
  const found: { readonly item: PlanItem; readonly place: Shot; readonly pairs: readonly Pair[] }[] = []
  for (let at = before.length - 1; at >= 0; at--) {
    const [earlier, document] = [before[at], documents[at]]
    if (earlier === undefined || document === undefined || document.removed) break
    const place = { document: document.sha256, start: earlier.start, end: earlier.end }
    const next = found[0]
    if (next !== undefined && !saw(next.pairs, place)) break
    const pairs = shown(await store.pairsAt(run.sequence, earlier.document, earlier.start), run.request.chains?.shots)
    if (pairs.length === 0) break
    found.unshift({ item: earlier, place, pairs })
  }
  if (found.length === 0) return []
  const texts = await store.texts(found.map(one => one.item))
  return found.map(({ place, pairs }, index) => ({ place, pairs, text: texts[index] ?? '' }))
}

function saw(pairs: readonly Pair[], { document, start, end }: Shot): boolean {
  return pairs.some(({ chain }) =>
    chain.shots.some(shot => shot.document === document && shot.start === start && shot.end === end),
  )
}

function shown(pairs: readonly Pair[], which: Chains['shots'] = 'written'): readonly Pair[] {
  return which === 'written'
    ? pairs.map(pair => (pair.original === null ? pair : { ...pair, ...pair.original }))
    : pairs.filter(({ state }) => state === 'ready' || state === 'kept')
}

import type { Find } from '#core/mining/family'
import { randomStream } from '#core/synthesis/random-stream'

/** Pairs of one family that a passage gives at most; more would repeat one pattern (AdaptLLM, section 3.1 of its paper). */
const MOST = 2

const SENTENCE_FAMILIES: ReadonlySet<string> = new Set(['definition', 'cause', 'effect', 'purpose', 'means'])

/**
 * The finds that become pairs: the surest first, equals in an order drawn by the seed; at most two of a family, and no sentence
 * twice among the families that mine sentences (rules MINE14, MINE15). In order of the passage.
 */
export function choose(finds: readonly Find[], seed: number): Find[] {
  const stream = randomStream(seed, 'mining', finds.length, finds[0]?.answer ?? '')
  const ranked = stream.shuffle(finds).sort((a, b) => b.sure - a.sure)
  const used = new Set<number>()
  const counts = new Map<string, number>()
  const asked = new Set<string>()
  const chosen: Find[] = []
  for (const find of ranked) {
    const count = counts.get(find.task) ?? 0
    const shares = SENTENCE_FAMILIES.has(find.task) && find.sentences.some(sentence => used.has(sentence))
    const same = asked.has(`${find.task}\n${find.asks[0]}`)
    if (count >= MOST || shares || same) continue
    counts.set(find.task, count + 1)
    asked.add(`${find.task}\n${find.asks[0]}`)
    if (SENTENCE_FAMILIES.has(find.task)) for (const sentence of find.sentences) used.add(sentence)
    chosen.push(find)
  }
  return chosen.sort((a, b) => (a.evidence[0]?.start ?? 0) - (b.evidence[0]?.start ?? 0))
}

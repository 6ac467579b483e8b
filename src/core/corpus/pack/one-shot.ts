import type { CorpusPlan } from '#core/corpus/corpus-plan'

/** The plan with each passage in a text of its own: what M = 1 would have given of the same pairs (rule PACK1). */
export function oneShotPlan<Where>({ segments, repeated }: CorpusPlan<Where>): CorpusPlan<Where> {
  return { segments: segments.flatMap(segment => segment.map(rows => [rows] as const)), repeated }
}

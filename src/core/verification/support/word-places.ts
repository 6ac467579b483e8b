import { keyOf } from '#core/verification/support/content'
import type { PassageFacts } from '#core/verification/support/passage-facts'

/** Indices of the tokens of the passage that are a word with this key; none where there are more than `most`. */
export function wordPlaces({ tokens, holders, sentences }: PassageFacts, key: string, most: number): readonly number[] {
  const places: number[] = []
  for (const sentence of holders.get(key) ?? []) {
    const { from, to } = sentences[sentence] ?? { from: 0, to: 0 }
    for (let i = from; i < to; i += 1) {
      const token = tokens[i]
      if (token?.kind === 'word' && keyOf(token) === key) places.push(i)
      if (places.length > most) return []
    }
  }
  return places
}

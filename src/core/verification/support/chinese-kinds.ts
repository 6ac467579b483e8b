import { kindsOf } from '#core/verification/support/chinese-names'
import type { Finding } from '#core/verification/support/finding'
import type { PairFacts } from '#core/verification/support/pair-facts'
import type { PassageFacts } from '#core/verification/support/passage-facts'

/** Kinds of places and bodies of a response that are looked for (SUPPORT12). */
const MOST = 32
/** Least share of the pair's words that a sentence holds which is asked for. */
const SPEAKS = 0.35

/** Another province, city, river … than the best sentences have, where neither name is in the other text. */
export function ofKinds(facts: PassageFacts, pair: PairFacts): Finding[] {
  const said = pair.instruction.text + pair.response.text
  return kindsOf(pair.response.text)
    .slice(0, MOST)
    .flatMap(name => {
      if (pair.instruction.text.includes(name.text) || facts.plain.includes(name.text)) return []
      for (const { place, share } of pair.alignmentOf(name.start).ranked) {
        const sentence = facts.sentences[place]
        if (sentence === undefined || share < SPEAKS) break
        const other = kindsOf(facts.text.slice(sentence.start, sentence.end)).find(
          known => known.kind === name.kind && !said.includes(known.text),
        )
        if (other === undefined) continue
        const from = Math.max(0, name.start - 1)
        return [
          {
            result: 'doubt' as const,
            reason: 'name-differs',
            values: {
              said: pair.response.text.slice(from, name.end),
              passage: facts.text.slice(
                Math.max(sentence.start, sentence.start + other.start - 1),
                sentence.start + other.end,
              ),
            },
            ranges: [{ start: sentence.start + other.start, end: sentence.start + other.end }],
          },
        ]
      }
      return []
    })
}

import type { Range } from '#core/synthesis/pair'
import { align } from '#core/verification/support/alignment'
import { isContent, keyOf } from '#core/verification/support/content'
import type { Finding } from '#core/verification/support/finding'
import type { PairFacts } from '#core/verification/support/pair-facts'
import { holdsWord, type PassageFacts } from '#core/verification/support/passage-facts'
import type { Token } from '#core/verification/support/tokens'

const ASKS_THING = /\b(?:who|whom|whose|which|what|where)\b/iu
/** These ask for a deed or a state, which is said in many words. */
const ASKS_DEED = /\bwhat\b.{0,80}\b(?:do|does|did|doing|done|happens?|happened|changed?|affect|effect)\b/iu
/** What only ties an answer to what is asked: it contains …, it is called …. */
const LINKS = /^(?:contain(?:s|ed|ing)?|includes?|consists?|called|named|known|comes?|came|lies|lay|stands?|stood)$/u
/** More words than this say it in another way. */
const MOST = 3
/** Least share of the question's words that a sentence holds which is asked for, and of the best one's for others. */
const SPEAKS = 0.35
const AS_WELL = 0.5
/** Of one word alone. */
const SURELY = 0.6

/**
 * A response whose every word of its own is strange to the passage names something that is not there: "Owls slept in the
 * cellar"; one whose words stand only far from what is asked for names something else (rule SUPPORT16). English only.
 */
export function judgeAdditions(facts: PassageFacts, pair: PairFacts): readonly Finding[] {
  const { instruction, response, steps, yesNo, denies } = pair
  if (steps || yesNo || denies || !ASKS_THING.test(instruction.text) || ASKS_DEED.test(instruction.text)) return []
  if (response.quantities.length > 0) return []
  const asked = new Set(instruction.tokens.filter(isContent).map(keyOf))
  const added = response.tokens.filter(token => isContent(token) && !asked.has(keyOf(token)) && !LINKS.test(token.word))
  if (added.length === 0 || added.length > MOST) return []
  const said = added.map(({ text }) => text).join(' ')
  if (added.every(token => !isKnown(facts, token) && !/^\p{Lu}/u.test(token.text)))
    return [{ result: 'doubt', reason: 'name-unknown', values: { said } }]
  const asks = placeAsked(facts, pair, added)
  return asks === null ? [] : [{ result: 'doubt', reason: 'name-elsewhere', values: { said }, ranges: [asks] }]
}

/** Whether a word, or one made of it or that it is made of, stands in the passage or above it. */
function isKnown(facts: PassageFacts, { word }: Token): boolean {
  if (facts.holders.has(word) || holdsWord(facts, word)) return true
  const root = word.replace(/^(?:un|in|im|dis|re|non)(?=\p{L}{4})/u, '').slice(0, 4)
  return root.length === 4 && [...facts.words.keys()].some(known => known.startsWith(root))
}

/** The sentence that is asked for, where all added words stand only far from it. */
function placeAsked(facts: PassageFacts, pair: PairFacts, added: readonly Token[]): Range | null {
  const keys = new Set(added.map(keyOf))
  const asked = [...pair.instruction.tokens, ...pair.response.tokens].filter(isContent).map(keyOf)
  // A word that the passage does without counts as much as one that it has once.
  const strange = Math.log(1 + facts.sentences.length)
  const query = new Map(
    asked.filter(key => !keys.has(key)).map(key => [key, facts.holders.has(key) ? 1 : strange] as const),
  )
  const { ranked } = align(facts, query)
  const [best] = ranked
  if (best === undefined || best.share < SPEAKS) return null
  // One word alone may stand there for something else.
  const shared = [...query.keys()].filter(key => facts.holders.get(key)?.includes(best.place)).length
  if (shared < 2 && best.share < SURELY) return null
  const near = ranked
    .filter(({ share }) => share >= best.share * AS_WELL)
    .flatMap(({ place }) => [place - 1, place, place + 1])
  const isFar = added.every(token => {
    const places = facts.holders.get(keyOf(token)) ?? []
    return places.length > 0 && !places.some(place => near.includes(place))
  })
  const sentence = facts.sentences[best.place]
  return isFar && sentence !== undefined ? { start: sentence.start, end: sentence.end } : null
}

import { isCommonWord } from '#core/mining/english/common-words'
import { ARTICLE, isContent, keyOf } from '#core/verification/support/content'
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

/**
 * A response whose every word of its own is strange to the passage names something that is not there: "Owls slept in the
 * cellar" (rule SUPPORT16). English only.
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
  const strange = complement(facts, added, response.tokens)
  return strange === null ? [] : [{ result: 'doubt', reason: 'name-unknown', values: { said: strange.text } }]
}

/** What something is, told in one rare word that the passage does not know, of a thing that it knows: "the substance is amlodipine". */
function complement(facts: PassageFacts, added: readonly Token[], tokens: readonly Token[]): Token | null {
  const last = added.at(-1)
  const at = tokens.findIndex(token => token === last)
  const isEnd = tokens.slice(at + 1).every(({ kind }) => kind === 'mark')
  const link = ARTICLE.has(tokens[at - 1]?.word ?? '') ? at - 2 : at - 1
  if (last === undefined || !isEnd || !/^(?:is|was|are|were)$/u.test(tokens[link]?.word ?? '')) return null
  if (/^\p{Lu}/u.test(last.text) || DESCRIBES.test(last.word) || isCommonWord(last.word) || isKnown(facts, last))
    return null
  return added.slice(0, -1).every(token => isKnown(facts, token)) ? last : null
}

/** Words that say how something is. */
const DESCRIBES = /^.{1,5}$|(?:ing|ed|ive|ous|al|ful|less|ent|ant|able|ible|ic|y|er|est|ish|ward)$/u

/** Whether a word, or one made of it or that it is made of, stands in the passage or above it. */
function isKnown(facts: PassageFacts, { word }: Token): boolean {
  if (facts.holders.has(word) || holdsWord(facts, word)) return true
  const root = word.replace(/^(?:un|in|im|dis|re|non)(?=\p{L}{4})/u, '').slice(0, 4)
  return root.length === 4 && [...facts.words].some(known => known.startsWith(root))
}

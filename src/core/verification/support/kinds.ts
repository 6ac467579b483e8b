import type { Range } from '#core/synthesis/pair'
import { unitSet } from '#core/text/characters'
import { align } from '#core/verification/support/alignment'
import { isContent, keyOf } from '#core/verification/support/content'
import type { Finding } from '#core/verification/support/finding'
import { CHINESE_KINDS, ENGLISH_KINDS } from '#core/verification/support/kind-words'
import type { PairFacts } from '#core/verification/support/pair-facts'
import type { PassageFacts } from '#core/verification/support/passage-facts'
import { stem, type Token } from '#core/verification/support/tokens'

/** Words of a response that are looked at. */
const WORDS = 16
/** Least share of the pair's words that a sentence holds which is asked for, and of the best one's for others. */
const SPEAKS = 0.35
const AS_WELL = 0.8

/** One of a kind: words that mean the same have the same sense. */
interface Sense {
  readonly kind: number
  readonly sense: number
}

interface Found extends Sense, Range {
  readonly text: string
}

function sensesOf(rows: string, keyOf: (word: string) => string): ReadonlyMap<string, Sense> {
  const senses = new Map<string, Sense>()
  let sense = 0
  for (const [kind, row] of rows.trim().split('\n').entries())
    for (const words of row.split(' ')) {
      sense += 1
      for (const word of words.split('=')) senses.set(keyOf(word), { kind, sense })
    }
  return senses
}

const ENGLISH = sensesOf(ENGLISH_KINDS, stem)
const CHINESE = sensesOf(CHINESE_KINDS, word => word)
/** Chinese words by their first character, longer ones first. */
const CHINESE_BY_FIRST = new Map<string, string[]>()
for (const word of [...CHINESE.keys()].sort((a, b) => b.length - a.length)) {
  const first = word[0] ?? ''
  CHINESE_BY_FIRST.set(first, [...(CHINESE_BY_FIRST.get(first) ?? []), word])
}
const opensChinese = unitSet([...CHINESE_BY_FIRST.keys()].join(''))
/** A single character counts only with what makes it a word. */
const BEHIND_ONE = /^(?:[瓦旗灯门桶纸布衣帽墙花叶种收比和与更的，。；、]|$)/u

/**
 * One of a kind in the place of another: the response has a colour, a metal, a season, a fish … that the sentences it
 * speaks of do not have, and these have another of that kind that the pair does not say (rule SUPPORT17).
 */
export function judgeKinds(facts: PassageFacts, pair: PairFacts): readonly Finding[] {
  const said = pair.denies ? [] : kindsIn(pair.response.text, pair.response.tokens)
  if (said.length === 0) return []
  const asked = new Set(kindsIn(pair.instruction.text, pair.instruction.tokens).map(({ sense }) => sense))
  const senses = new Set([...asked, ...said.map(({ sense }) => sense)])
  return said
    .filter(({ sense }, i) => !asked.has(sense) && said.findIndex(one => one.sense === sense) === i)
    .slice(0, WORDS)
    .flatMap(found => {
      const query = new Map<string, number>()
      const own = stem(found.text)
      for (const [term, weight] of pair.queryAt(found.start))
        if (term !== own && !found.text.includes(term)) query.set(term, weight)
      const { ranked } = align(facts, query)
      const least = Math.max(SPEAKS, (ranked[0]?.share ?? 0) * AS_WELL)
      const near = ranked.filter(({ share }) => share >= least).flatMap(({ place }) => inSentence(facts, place))
      if (near.some(({ sense }) => sense === found.sense)) return []
      const other = near.find(({ kind, sense }) => kind === found.kind && !senses.has(sense))
      if (other === undefined || isOfAnother(facts, pair, found)) return []
      return [
        {
          result: 'doubt' as const,
          reason: 'words-differ',
          values: { said: found.text, passage: other.text },
          ranges: [{ start: other.start, end: other.end }],
        },
      ]
    })
}

/** Whether the response speaks of another sentence as well, where this word stands: "Ann, the miller's daughter". */
function isOfAnother(facts: PassageFacts, { response }: PairFacts, found: Found): boolean {
  const places = facts.holders.get(stem(found.text.toLowerCase())) ?? []
  const others = response.tokens.filter(token => isContent(token) && token.start !== found.start)
  return others.some(token => facts.holders.get(keyOf(token))?.some(place => places.includes(place)))
}

/** What of these kinds a sentence of the passage has; read once. */
function inSentence(facts: PassageFacts, place: number): readonly Found[] {
  const read = known.get(facts) ?? new Map<number, readonly Found[]>()
  known.set(facts, read)
  const before = read.get(place)
  const sentence = facts.sentences[place]
  if (before !== undefined || sentence === undefined) return before ?? []
  const { start, end, from, to } = sentence
  const found = [...kindsIn(facts.text.slice(start, end), [], start), ...ofTokens(facts.tokens.slice(from, to))]
  read.set(place, found)
  return found
}

const known = new WeakMap<PassageFacts, Map<number, readonly Found[]>>()

function kindsIn(text: string, tokens: readonly Token[], from = 0): readonly Found[] {
  const found = [...ofTokens(tokens)]
  if (!/[\u4e00-\u9fff]/u.test(text)) return found
  for (let i = 0; i < text.length; i += 1) {
    if (!opensChinese(text.charCodeAt(i))) continue
    const word = CHINESE_BY_FIRST.get(text[i] ?? '')?.find(
      one => text.startsWith(one, i) && (one.length > 1 || BEHIND_ONE.test(text.slice(i + 1, i + 2))),
    )
    const sense = word === undefined ? undefined : CHINESE.get(word)
    if (word === undefined || sense === undefined) continue
    found.push({ ...sense, text: word, start: from + i, end: from + i + word.length })
    i += word.length - 1
  }
  return found
}

function ofTokens(tokens: readonly Token[]): readonly Found[] {
  const found: Found[] = []
  for (const { kind, stem, text, start, end } of tokens) {
    const sense = kind === 'word' ? ENGLISH.get(stem) : undefined
    if (sense !== undefined) found.push({ ...sense, text, start, end })
  }
  return found
}

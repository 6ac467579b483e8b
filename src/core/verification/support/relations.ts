import { bySentence } from '#core/verification/support/by-sentence'
import { isContent, keyOf, overlaps, partsClause } from '#core/verification/support/content'
import { spokenOf } from '#core/verification/support/alignment'
import type { Finding } from '#core/verification/support/finding'
import type { PairFacts } from '#core/verification/support/pair-facts'
import type { PassageFacts } from '#core/verification/support/passage-facts'
import type { Token } from '#core/verification/support/tokens'

/** Least share of the pair's words that a sentence holds which is asked for, and of the best one's for others. */
const SPEAKS = 0.3
const AS_WELL = 0.6
/** Words between a comparative and its "than", and words of what stands behind it. */
const APART = 6
const THING = 6
/** Words of a sentence that are read. */
const LONGEST = 110

/** Comparatives with their opposites: the one row is more, the other less. */
const MORE =
  /^(?:more|larger|bigger|greater|longer|higher|taller|older|heavier|faster|quicker|later|wider|broader|deeper|thicker|warmer|hotter|stronger|louder|better|richer|dearer|busier)$/u
const LESS =
  /^(?:less|fewer|smaller|shorter|lower|younger|newer|lighter|slower|earlier|narrower|shallower|thinner|colder|cooler|weaker|quieter|worse|poorer|cheaper)$/u
const OPPOSITES: ReadonlyMap<string, string> = new Map(
  'larger smaller|bigger smaller|greater smaller|longer shorter|higher lower|taller shorter|older younger|older newer|heavier lighter|faster slower|quicker slower|later earlier|wider narrower|broader narrower|deeper shallower|thicker thinner|warmer colder|warmer cooler|hotter colder|stronger weaker|louder quieter|better worse|richer poorer|dearer cheaper|more less|more fewer'
    .split('|')
    .flatMap(row => {
      const [one = '', other = ''] = row.split(' ')
      return [
        [`${one} ${other}`, one],
        [`${other} ${one}`, other],
      ] as const
    }),
)

/** Who is ahead, and who is behind. */
const AHEAD = /^(?:over|ahead|before|above)$/u
const BEHIND = /^(?:behind|after|below)$/u

/** "30 kilograms more than Duncan Reay", "20 seconds ahead of Nora Field". */
interface Relation {
  readonly word: string
  readonly way: 'more' | 'less' | 'ahead' | 'behind'
  /** The number before it; '' where there is none. */
  readonly number: string
  /** Whom or what it compares with. */
  readonly other: ReadonlySet<string>
  /** What else its clause says. */
  readonly rest: ReadonlySet<string>
}

/**
 * More told as less and ahead as behind, or the two that are compared in each other's place, where number or measure are the same
 * (rule SUPPORT21). English; in Chinese the words around 比 stand in each other's place (SUPPORT11).
 */
export function judgeRelations(facts: PassageFacts, pair: PairFacts): readonly Finding[] {
  return pair.response.sentences.flatMap(({ start, end }): readonly Finding[] => {
    if (pair.isVerbatim(start)) return []
    const said = relationsOf(pair.response.tokens.filter(token => token.start >= start && token.end <= end))
    if (said.length === 0) return []
    const near = spokenOf(facts, pair.alignmentOf(start), SPEAKS, AS_WELL)
    for (const sentence of near) {
      const known = relationsIn(facts, sentence)
      const found = said.find(
        one => known.some(other => opposes(one, other)) && !known.some(other => agrees(one, other)),
      )
      if (found !== undefined)
        return [
          {
            result: 'doubt',
            reason: 'order-differs',
            values: { first: found.word, second: [...found.other].join(' ') },
            ranges: [{ start: sentence.start, end: sentence.end }],
          },
        ]
    }
    return []
  })
}

function agrees(said: Relation, source: Relation): boolean {
  return said.way === source.way && within(said.other, source.other)
}

/** Whether two relations cannot both be so. */
function opposes(said: Relation, source: Relation): boolean {
  const isMeasured = said.number !== '' && said.number === source.number
  if (isSameKind(said, source)) {
    // The two in each other's place.
    if (!isMeasured && said.word !== source.word) return false
    return !overlaps(said.other, source.other) && within(source.other, said.rest) && within(said.other, source.rest)
  }
  if (!isOpposite(said, source) || !within(said.other, source.other)) return false
  return isMeasured || (OPPOSITES.has(`${said.word} ${source.word}`) && within(said.rest, source.rest))
}

function isSameKind(one: Relation, other: Relation): boolean {
  return one.way === other.way
}

function isOpposite(one: Relation, other: Relation): boolean {
  const ways = [one.way, other.way].sort().join(' ')
  return ways === 'less more' || ways === 'ahead behind'
}

function within(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size > 0 && [...one].every(key => other.has(key))
}

/** What a sentence of the passage compares. */
const relationsIn = bySentence(({ tokens }, { from, to }) => relationsOf(tokens.slice(from, to)))

function relationsOf(all: readonly Token[]): readonly Relation[] {
  const tokens = all.slice(0, LONGEST)
  return tokens.flatMap(({ word }, i): readonly Relation[] => {
    if (word === 'than') {
      for (let at = i - 1; at >= Math.max(0, i - APART); at -= 1) {
        const compared = tokens[at]?.word ?? ''
        if (MORE.test(compared)) return relation(tokens, at, i + 1, 'more')
        if (LESS.test(compared)) return relation(tokens, at, i + 1, 'less')
      }
      return []
    }
    if (AHEAD.test(word)) return relation(tokens, i, i + 1, 'ahead')
    return BEHIND.test(word) ? relation(tokens, i, i + 1, 'behind') : []
  })
}

function relation(tokens: readonly Token[], at: number, from: number, way: Relation['way']): readonly Relation[] {
  let start = from
  while (/^(?:of|the|a|an|its|his|her|their|that|those)$/u.test(tokens[start]?.word ?? '')) start += 1
  let end = start
  // "Ahead of the signalmen and the drivers", "than the one in Kell"
  while (end < tokens.length && end - start < THING && (tokens[end]?.word === 'and' || !partsClause(tokens[end])))
    end += 1
  const other = keysOf(tokens.slice(start, end))
  if (other.size === 0) return []
  const word = tokens[at]?.word ?? ''
  return [
    {
      word,
      way,
      number: numberBefore(tokens, at),
      other,
      rest: keysOf([...tokens.slice(0, at), ...tokens.slice(end)]),
    },
  ]
}

function keysOf(tokens: readonly Token[]): ReadonlySet<string> {
  return new Set(tokens.filter(token => token.kind === 'number' || isContent(token)).map(keyOf))
}

/** "38 seconds over", "30 less": the number, with its measure between or not. */
function numberBefore(tokens: readonly Token[], at: number): string {
  for (const token of [tokens[at - 1], tokens[at - 2]]) if (token?.kind === 'number') return keyOf(token)
  return ''
}

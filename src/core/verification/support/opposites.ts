import { contentWord } from '#core/text/content-word'
import { pairsOf } from '#core/verification/support/chinese-places'
import { spokenOf } from '#core/verification/support/alignment'
import type { Finding } from '#core/verification/support/finding'
import type { PairFacts } from '#core/verification/support/pair-facts'
import type { PassageFacts, SentenceFacts } from '#core/verification/support/passage-facts'

/** Least share of the pair's words that a sentence holds which is asked for, and of the best one's for others. */
const SPEAKS = 0.35
const AS_WELL = 0.8
/** Share of a clause's other words, or pairs of characters, that the clause of the passage has as well. */
const SAME = 0.6
/** Other words of a clause that tell what it speaks of. */
const LEAST = 2
const HAN = /[\u4e00-\u9fff]/u
/** Clauses that are read. */
const CLAUSES = 12

/** What is one is not the other. A row holds both sides, each in all of its words. Written for this project. */
const ENGLISH = rowsOf([
  [
    'stop|stops|stopped|cease|ceases|ceased|gave up|gives up',
    'went on|goes on|go on|continue|continues|continued|kept on|keeps on|still',
  ],
  ['allowed|permitted|welcome', 'forbidden|prohibited|banned|avoided'],
  ['easy|easily', 'hard|difficult'],
  [
    'rose|rises|increased|increases|grew|grows|climbed|gained',
    'fell|falls|decreased|decreases|dropped|drops|shrank|shrinks|declined|sank|lost',
  ],
  ['praised|praises|welcomed|applauded', 'criticized|criticised|criticizes|blamed|complained|complains|condemned'],
  ['accepted|accepts|approved|agreed to', 'refused|refuses|rejected|rejects|declined|turned down'],
  ['succeeded|succeeds|passed', 'failed|fails'],
  ['voluntary|optional', 'compulsory|mandatory|obligatory|required'],
  ['free of charge|for free|for nothing', 'for a fee|at a charge|must be paid'],
  ['thrown away|discarded|destroyed', 'kept|counted|reused|used again'],
  ['public|publicly', 'secret|secretly|private'],
  ['early|earlier', 'late|later'],
  ['safe|harmless', 'dangerous|harmful|unsafe'],
])
const CHINESE = rowsOf([
  ['可用|可以使用', '禁用|忌用'],
  ['称赞|表扬|赞扬|夸奖|肯定', '抱怨|批评|指责|责怪|埋怨'],
  ['同意|赞成|支持|赞同', '反对'],
  ['增加|上升|提高|上涨|增长|升至|升到', '减少|下降|降低|下跌|降至|降到|缩减'],
  ['经常|常常|时常|往往|多(?![少个種种次年数于项位名么样余达])|总是', '很少|极少|几乎不|难得'],
  ['接受|答应|采纳', '拒绝|回绝|驳回'],
  ['成功', '失败'],
  ['免费', '收费|付费'],
  ['自愿', '强制|被迫'],
  ['提前', '推迟|延期|延后'],
  ['喜欢|喜爱|爱吃', '讨厌|厌恶|不爱'],
  ['公开', '保密|秘密'],
  ['扩大', '缩小'],
  ['加快', '放慢|减慢'],
])

interface Row {
  readonly said: RegExp
  /** The first words of what is said, in small letters. */
  readonly opens: readonly string[]
  readonly against: RegExp
}

/** Each row, from either side. */
function rowsOf(rows: readonly (readonly [string, string])[]): readonly Row[] {
  return rows.flatMap(([one, other]) => [rowOf(one, other), rowOf(other, one)])
}

function rowOf(said: string, against: string): Row {
  const opens = said.split('|').map(words => words.split(' ')[0] ?? '')
  return { said: sideOf(said), opens, against: sideOf(against) }
}

function sideOf(words: string): RegExp {
  return HAN.test(words) ? new RegExp(words, 'u') : new RegExp(`\\b(?:${words})\\b`, 'iu')
}

const DENIES =
  /\b(?:not|no|never|without|neither|nor|cannot|nothing|hardly|nobody|none)\b|n['’]t\b|[不没沒未无無非勿别]/iu
const CLAUSE = /[^，,；;：:。！？!?（）()“”"\n.]+/gu

/**
 * A clause of the response that says the opposite of what a clause of the passage says in nearly the same words: went on for stopped,
 * 称赞 for 抱怨 (rule SUPPORT34). Both deny something, or neither does.
 */
export function judgeOpposites(facts: PassageFacts, pair: PairFacts): readonly Finding[] {
  const { text, sentences, tokens } = pair.response
  const isChinese = HAN.test(text)
  const words = new Set(isChinese ? [] : tokens.map(({ word }) => word))
  const rows = (isChinese ? CHINESE : ENGLISH).filter(
    ({ said, opens, against }) =>
      (isChinese || opens.some(word => words.has(word))) &&
      said.test(text) &&
      !against.test(text) &&
      holds(facts, against),
  )
  if (rows.length === 0) return []
  return sentences.flatMap(({ start, end }): readonly Finding[] => {
    if (pair.isVerbatim(start)) return []
    const near = spokenOf(facts, pair.alignmentOf(start), SPEAKS, AS_WELL)
    const clauses = (text.slice(start, end).match(CLAUSE) ?? []).slice(0, CLAUSES)
    const found = near.find(sentence =>
      rows.some(row => clauses.some(clause => isOpposite(facts, sentence, clause, row))),
    )
    return found === undefined
      ? []
      : [{ result: 'doubt', reason: 'negation-differs', values: {}, ranges: [{ start: found.start, end: found.end }] }]
  })
}

/** Whether a passage has words of a side; searched once for all pairs of it. */
function holds(facts: PassageFacts, side: RegExp): boolean {
  const read = searched.get(facts) ?? new Map<RegExp, boolean>()
  searched.set(facts, read)
  const before = read.get(side)
  if (before !== undefined) return before
  const found = side.test(facts.text)
  read.set(side, found)
  return found
}

const searched = new WeakMap<PassageFacts, Map<RegExp, boolean>>()

function isOpposite(
  facts: PassageFacts,
  { start, end }: SentenceFacts,
  clause: string,
  { said, against }: Row,
): boolean {
  const whole = facts.text.slice(start, end)
  if (!said.test(clause) || !against.test(whole)) return false
  const own = wordsOf(clause.replace(said, ' '))
  const shared = (text: string): number => {
    const words = wordsOf(text)
    return own.filter(word => words.includes(word)).length
  }
  if (own.length < LEAST || shared(whole) < SAME * own.length) return false
  const sources = (whole.match(CLAUSE) ?? []).slice(0, CLAUSES)
  // Another clause may say it of another thing.
  const least = Math.max(0, ...sources.filter(source => said.test(source)).map(shared))
  return sources.some(
    source =>
      against.test(source) &&
      !said.test(source) &&
      DENIES.test(source) === DENIES.test(clause) &&
      shared(source) > least &&
      // Of whom or what it is said.
      wordsOf(source).includes(own[0] ?? ''),
  )
}

/** Words that say something, or pairs of characters. */
function wordsOf(text: string): readonly string[] {
  if (HAN.test(text)) return pairsOf(text)
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map(contentWord).filter(word => word !== '')
}

import { isOfOneCase } from '#core/verification/support/chinese-polarity'
import { isContent, keyOf, PARTING, PREPOSITION } from '#core/verification/support/content'
import { spokenOf } from '#core/verification/support/alignment'
import type { Finding } from '#core/verification/support/finding'
import { namesWhatIsNot } from '#core/verification/support/names-what-is-not'
import type { PairFacts } from '#core/verification/support/pair-facts'
import type { PassageFacts, SentenceFacts } from '#core/verification/support/passage-facts'
import { remembered } from '#core/verification/support/remembered'
import type { Token } from '#core/verification/support/tokens'

/** Least share of a sentence that the pair speaks of. */
const SPEAKS = 0.35
/** Share of the best one's that another sentence holds which is as good. */
const AS_WELL = 0.8
/** Words behind a denial that are what it denies. */
const DENIED = 3
/** The same in Chinese characters. */
const CHARACTERS = 4

const NOT = /^(?:not|no|never|cannot|neither|nor|without|none|nobody|[a-z]+n't)$/u
/** Words that deny in their own way, or leave open what is denied: with one of these nothing is told. */
const ELSE =
  /^(?:only|until|unless|except|other|otherwise|than|rather|instead|hardly|barely|seldom|rarely|little|few|nothing|avoid\w*|forbid\w*|forbade|prohibit\w*|ban|banned|bans|exclu\w+|lack\w*|refus\w+|fail\w*|stop\w*|prevent\w*|free|instead|less|more|longer|above|over|below|under|both|also|but)$/u
const BETWEEN =
  /^(?:is|are|was|were|will|would|can|could|be|been|being|have|has|had|do|does|did|to|the|a|an|any|ever|yet|again|so)$/u

/**
 * What the passage says only with a denial right before it and the response says without one, or the other way round,
 * whatever the order of the words around it (rule SUPPORT10).
 */
export function judgeDenials(facts: PassageFacts, pair: PairFacts): readonly Finding[] {
  if (namesWhatIsNot(pair)) return []
  return pair.response.sentences.flatMap(({ start, end }) => {
    if (pair.isVerbatim(start)) return []
    const said = pair.response.tokens.filter(token => token.start >= start && token.end <= end)
    const bare = withoutVerdict(said)
    const text = pair.response.text.slice(start, end)
    const isHan = said.some(token => token.kind === 'han')
    const found = spokenOf(facts, pair.alignmentOf(start), SPEAKS, AS_WELL).find(sentence =>
      isHan
        ? deniesInChinese(facts.text.slice(sentence.start, sentence.end), text, pair.instruction.text)
        : [said, bare].every(words => denies(facts.tokens.slice(sentence.from, sentence.to), words)),
    )
    return found === undefined ? [] : [finding(found)]
  })
}

/** "No, they are exempt" may deny what is asked, and not what it says. */
function withoutVerdict(tokens: readonly Token[]): readonly Token[] {
  return /^(?:no|never)$/u.test(tokens[0]?.word ?? '') && tokens[1]?.text === ',' ? tokens.slice(2) : tokens
}

function finding({ start, end }: SentenceFacts): Finding {
  return { result: 'doubt', reason: 'negation-differs', values: {}, ranges: [{ start, end }] }
}

function denies(source: readonly Token[], said: readonly Token[]): boolean {
  // "Once he had seen it", and not "twist it once".
  if (said.some(({ word }, i) => ELSE.test(word) || (word === 'once' && isContent(said[i + 1])))) return false
  const isDenied = (tokens: readonly Token[]): boolean => tokens.some(({ word }) => NOT.test(word))
  const words = new Set(source.filter(isContent).map(keyOf))
  const telling = said.filter(isContent).map(keyOf)
  if (isDenied(said) === isDenied(source)) return false
  if (isDenied(said)) {
    // Nothing else may be said by either, or it may be said in another way.
    const isAll = telling.length > 1 && telling.every(key => words.has(key))
    return isAll && [...words].every(key => telling.includes(key)) && !source.some(({ word }) => ELSE.test(word))
  }
  const own = new Set(telling)
  const asking = said.filter(token => isContent(token) && (!isLight(token.word) || words.has(keyOf(token)))).map(keyOf)
  const known = asking.filter(key => words.has(key)).length
  return source.some((token, i) => {
    if (!NOT.test(token.word)) return false
    const { denied, whole } = deniedBehind(source, i + 1)
    const keys = denied.map(keyOf)
    if (keys.length === 0 || keys.some(key => !own.has(key)) || whole.some(({ word }) => ELSE.test(word))) return false
    const besides = source.filter((other, at) => isContent(other) && (at < i || at > i + whole.length)).map(keyOf)
    if (keys.every(key => besides.includes(key))) return false
    // "Adults may touch them" beside "children must not touch the moulds"
    // "Included in the weekly rent but not in the daily rent" is said of the same thing.
    if (PREPOSITION.has(source[i + 1]?.word ?? '') && keys.length > 1) return true
    const clause = clauseAround(source, i)
    const subject = telling.slice(
      0,
      telling.findIndex(key => keys.includes(key)),
    )
    if (subject.some(key => besides.includes(key) && !clause.has(key)) && keys.some(key => besides.includes(key)))
      return false
    return keys.length > 1 || known / asking.length >= MOSTLY
  })
}

/** Says how, or helps another word: clearly, made. */
const isLight = remembered((word: string) =>
  /(?:[a-z]{2}ly|^(?:yes|several|many|all|always|quite|very|make|makes|made|get|gets|got|show|shows|shown|showed|take|takes|took|give|gives|gave))$/u.test(
    word,
  ),
)

/** The words of the clause of a sentence that holds a place. */
function clauseAround(tokens: readonly Token[], at: number): ReadonlySet<string> {
  const parts = (token: Token | undefined): boolean =>
    token === undefined || token.kind === 'mark' || PARTING.has(token.word)
  let from = at
  while (!parts(tokens[from - 1])) from -= 1
  let to = at
  while (!parts(tokens[to])) to += 1
  return new Set(tokens.slice(from, to).filter(isContent).map(keyOf))
}

/** Share of a response's words that stand in the sentence when one word alone is denied. */
const MOSTLY = 0.75

/** What a denial denies: the words behind it, up to the next preposition; and all of its clause. */
function deniedBehind(tokens: readonly Token[], from: number): { denied: Token[]; whole: readonly Token[] } {
  let end = from
  while (tokens[end] !== undefined && !PARTING.has(tokens[end]?.word ?? '') && tokens[end]?.kind !== 'mark') end += 1
  const whole = tokens.slice(from, end)
  const denied: Token[] = []
  let at = BETWEEN.test(whole[0]?.word ?? '') || PREPOSITION.has(whole[0]?.word ?? '') ? 1 : 0
  while (BETWEEN.test(whole[at]?.word ?? '')) at += 1
  for (; at < whole.length && denied.length < DENIED; at += 1) {
    const token = whole[at]
    if (PREPOSITION.has(token?.word ?? '') && token?.word !== 'of') break
    if (isContent(token)) denied.push(token)
  }
  return { denied, whole }
}

const HAN_NOT =
  /(?:(?:切勿|请勿|不要|不用|不得|不能|不可|不会|不必|不予|没有|沒有|尚未|从未|仍未|并未|未曾|并不|并非|不曾|无需|不许|不准|禁止|未能|未获)|[不没沒未无無勿](?![仅但只同断少过常论管久妨止超到满如再]))(?:再|被|有|能|得|曾|予以|予)?/gu
const HAN_DENIES = /[不没沒未无無勿莫别非否免禁拒仅只才]|(?<![清解删扣消拆排移根开剔])除(?!去)/u
const HAN_MARK = /[，,；;：:。！？!?（）()“”"\n]/u

function deniesInChinese(source: string, said: string, asked: string): boolean {
  const isDenied = HAN_DENIES.test(said)
  const [from, other] = isDenied ? [said, source] : [source, said]
  if (isDenied === HAN_DENIES.test(source) || (isDenied && isOfOneCase(asked, source))) return false
  return [...from.matchAll(HAN_NOT)].some(match => {
    const at = match.index + match[0].length
    const rest = from.slice(at, at + CHARACTERS)
    const end = rest.search(HAN_MARK)
    const bare = (end < 0 ? rest : rest.slice(0, end)).replace(/[了过的]$/u, '')
    // 没有再提 denies 再提.
    const denied = bare.length === 1 ? `${match[0].slice(-1)}${bare}` : bare
    // With more words of its own it may say the same in another way.
    if (isDenied && heldOf(from.replace(match[0], ''), other) < NEARLY) return false
    if (denied.length < 2 || !other.replaceAll('了', '').includes(denied)) return false
    return !from.slice(0, match.index).includes(denied) && !from.slice(at + denied.length).includes(denied)
  })
}

/** Share of a Chinese sentence's characters that the passage has as well. */
const NEARLY = 0.85

/** Share of the Han characters of a text that another one has. */
function heldOf(text: string, other: string): number {
  const characters = text.match(/[\u4e00-\u9fff]/gu) ?? []
  return characters.filter(character => other.includes(character)).length / Math.max(1, characters.length)
}

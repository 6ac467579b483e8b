import type { Draft } from '#core/synthesis/pair'
import { contentWord } from '#core/text/content-word'
import { stem } from '#core/verification/support/tokens'

const WORD = /\p{sc=Han}|(?:(?!\p{sc=Han})[\p{L}\p{M}\p{N}])+/gu
/** Questions whose answer may be said in their own words: yes or no, one of two, or what a text says word for word. */
const ANSWERED_BY_ITSELF =
  /^\s*(?:is|are|was|were|do|does|did|can|could|will|would|has|have|had|should|must|may)\b|\b(?:or|whether)\b|吗|(?<![什怎这那])么|是否|还是|是不是|能否|对不对/iu

/** What stands before a question that is said again in place of an answer. */
const ANNOUNCED = /^\s*(?:the question (?:is|asks)|(?:这个|您的|你的)?问题是|题目(?:问的)?是)\s*[:：]?\s*/iu
const ASKS = /[?？]\s*$/u

/** What asks, and words that an answer which still asks says nothing with: 退出码2表示什么意思。 What the meaning of it is. */
const INTERROGATIVE =
  /什么|怎[么样]|如何|为何|何[时地处人]|哪|谁|多[少久长大远高重]|几(?=[个名年天次位座点])|^\s*(?:what|how|why|who|whom|whose|which|when|where)\b/iu
const NOTHING_NEW: ReadonlySet<string> = new Set(
  `这 里 又 意 思 义 含 问 题 情 况 原 因 内 容 东 西 样 子 呢 啊 要 说 会 方 面 具 体 种 类 些 某 究 竟 到 底 关 于 哪 什 么 怎 何 mean meaning means question asked exactly thing things reason
  reasons way case answer about kind kinds sort type exact particular`
    .split(/\s+/u)
    .map(contentWord),
)

/** Words that stand for what is asked for and do not say it: 规定的日期, a certain date. */
const VAGUE: ReadonlySet<string> = new Set(
  '规 定 特 某 些 种 相 应 适 当 some certain particular specific something someone somebody somewhere somehow'
    .split(' ')
    .map(contentWord),
)

const QUOTED = /[“「『《"]([^”」』》"]{2,80})[”」』》"]/gu

/** The English word that asks, at the beginning. */
const OPENS = /^\s*(what|how|why|who|whom|whose|which|when|where)\b/iu

/** Words that an answer has at least when it can be said to restate a question. */
const LEAST = 4
/** Longer answers hold something of their own. */
const LONGEST = 400

/** Whether a response says nothing that its instruction does not say (rule CHECK11). */
export function restates({ instruction, response, form }: Draft): boolean {
  if (form === 'choice' || form === 'yes-no' || response.length > LONGEST || ANSWERED_BY_ITSELF.test(instruction))
    return false
  // A title of words that the question has as well.
  if ([...response.matchAll(QUOTED)].some(([, words = '']) => !instruction.includes(words))) return false
  const again = response.replace(ANNOUNCED, '')
  // A question in place of an answer is one however short it is.
  const isQuestion = again !== response || ASKS.test(response)
  const asked = contentOf(instruction.slice(0, 10 * LONGEST))
  const still = INTERROGATIVE.test(response) && INTERROGATIVE.test(instruction)
  // "When the deposit is returned.": the question as a clause.
  const isClause = still && OPENS.exec(response)?.[1]?.toLowerCase() === OPENS.exec(instruction)?.[1]?.toLowerCase()
  const said = new Set<string>()
  for (const { 0: word, index } of again.matchAll(WORD)) {
    // The month, in a sentence.
    if (word === 'May' && index > 0) return false
    const content = contentWord(word.toLowerCase())
    if (content === '') continue
    // Nearly every answer says something new with its first words.
    if (
      !asked.has(content) &&
      !asked.has(stem(word.toLowerCase())) &&
      !VAGUE.has(content) &&
      !(still && NOTHING_NEW.has(content))
    )
      return false
    said.add(content)
  }
  return said.size >= (isQuestion || (isClause && OPENS.test(response)) ? 1 : LEAST)
}

/** As they are compared, and in the form of their verbs: paid is pay. */
function contentOf(text: string): ReadonlySet<string> {
  const all = text.toLowerCase().match(WORD) ?? []
  const words = new Set([...all.map(contentWord), ...all.filter(word => contentWord(word) !== '').map(stem)])
  words.delete('')
  return words
}

import type { Language } from '#core/documents/document'
import type { Find } from '#core/mining/family'

const HAN = /\p{Script=Han}/u

/** Conditions that open a sentence in English; a clause further in often belongs to a noun, not to the sentence. */
const OPENS_WITH_CONDITION = /^(?:when|whenever|if|once|as soon as|after|unless|because|since|given|provided)\b/iu
const ASKS_FOR_OUTCOME = /\b(?:happens|result|consequence|done|do)\b.*\b(?:when|if|once)\b/iu
/** Goals that say nothing of what is to be done. */
const EMPTY_GOAL =
  /^(?:explain |say |describe )?how (?:do|can|could|should|to)(?: you| one)? (?:consider|try|want|need|know|think)\b/iu
/** To have something is no event that could have an outcome. */
const HAVING = /\b(?:if|when) (?:you|we|they) have (?!to\b|been\b)/iu
const DANGLING_ONLY = /^(?:explain )?how can .*\bonly be\b/iu
/** A clause that compares or commands is no condition with an outcome. */
const NO_CONDITION = /\bcan be compared to\b|, be sure\b/iu
/** The outcome speaks of somebody that only the sentence before names. */
const UNNAMED_DOER = /^[^,]*, (?:then )?(?:they|he|she) /iu
/** A term that holds a verb was cut from its sentence. */
const VERB_IN_TERM = /[“"][^”"]*\b(?:is|are|was|were)\b[^”"]*[”"]/iu
const DANGLING_THEM = /\b(?:help|helps) to \S+ them\b/iu

/** Captions and listings are no sections. */
const CAPTION = /[“"「](?:figure|fig\.|table|listing|example|图|表)\s*[\d.]/iu

/** A goal or condition that ends in a word for its own time was cut out of its clause. */
const CHINESE_TIME_LEFT = /(?:的时候|之前|之后)[？?，]|如果在.{0,20}[前后]，/u
/** “X 是非常好的……”, “X 是由……标注”: a judgement or a description, not what X is. */
const CHINESE_JUDGEMENT =
  /^[^，。]{1,30}是(?:一个|一种)?(?:相当|非常|十分|极其|很|较|最|快速|由[^，。]*标注|基于[^，。]*，)|的一个(?:非常|十分|极其|很)/u

/** Words for an unnamed many are no term and have no purpose of their own. */
const CHINESE_QUANTITY = /^(?:什么是|请解释)?[“「]?(?:大多数|多数|有些|一些|所有|每个|任何|一共有|共有|新)/u
/** What stands under `above` or `below` is not here; a blank before a mark is where words were lost. */
const CHINESE_GAP = /上面内容|以上内容|\s[，。；、]/u
/** The clause after the condition, too short to say what follows. */
const CHINESE_BARE_OUTCOME = /[，,](?:那么|就|则|将)?(?:不要|请)?\S{1,4}。$|(?:两|几|三)件事。$/u
/** The least that says what something is for, in characters. */
const LEAST_PURPOSE = 14

function fitsEnglish(task: string, ask: string, answer: string): boolean {
  if (HAN.test(ask) || EMPTY_GOAL.test(ask) || DANGLING_ONLY.test(ask)) return false
  if (NO_CONDITION.test(ask) || (task === 'definition' && VERB_IN_TERM.test(ask))) return false
  if (task !== 'effect') return !(task === 'purpose' && DANGLING_THEM.test(answer))
  return (
    !HAVING.test(ask) &&
    !UNNAMED_DOER.test(answer) &&
    (OPENS_WITH_CONDITION.test(answer) || !ASKS_FOR_OUTCOME.test(ask))
  )
}

function fitsChinese(task: string, ask: string, answer: string): boolean {
  if (CHINESE_TIME_LEFT.test(ask) || CHINESE_GAP.test(answer) || CHINESE_QUANTITY.test(ask)) return false
  if (task === 'definition') return !CHINESE_JUDGEMENT.test(answer)
  if (task === 'purpose') return answer.length >= LEAST_PURPOSE
  return task !== 'effect' || !CHINESE_BARE_OUTCOME.test(answer)
}

/**
 * The last look at a find (rule MINE21): phrasings that are grammatical but not worth asking go, and a find with none left
 * goes with them. Each pattern here was met on real documents and lies across several rules, so no single rule can see it.
 */
export function lastLook(find: Find, language: Language): Find | null {
  const fits = language === 'zh' ? fitsChinese : fitsEnglish
  const asks = find.asks.filter(ask => !CAPTION.test(ask) && fits(find.task, ask, find.answer))
  const [first, ...others] = asks
  return first === undefined ? null : { ...find, asks: [first, ...others] }
}

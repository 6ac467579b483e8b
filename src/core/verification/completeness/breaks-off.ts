import { isDigit, isWhite, unitSet } from '#core/text/characters'

/** What the end of a whole sentence looks like, closing quotes and brackets included. */
const WHOLE_END = /[.!?。！？;；][*_]{0,3}["'”’»」』）)\]】》]*$/u
const TRAILS_OFF = /(?:…|\.{3})["'”’»」』）)\]】》]*$/u
/** Not the full stop of an initial or a title: R. Amadi, Dr. Voss. */
const HOLDS_SENTENCE =
  /(?<!(?:^|[\s.(])(?:\p{Lu}|Dr|Mr|Mrs|Ms|St|No|Prof|Rev|Gen|Col|ca|approx|vs))\.(?=\s|$|[”’"」』])|[!?](?=\s|$|[”’"」』])|[。！？]/u
/** A joint, or a colon after which nothing comes. */
const OPEN_END = /[,，、:：—–-]$/u
const OPEN_WORD =
  /\s(?:and|or|but|nor|the|a|an|of|to|with|for|by|from|into|than|because|which|whose|if|when|while|are|was|were|has|have|will|would|should)$/iu
const OPEN_CHARACTER = /\p{sc=Han}{3,}(?:的|和|与|及|或|在|是|把|被|对|向|从|而|因为|所以|但|但是|以及|并且|由于)$/u

/** A finite verb, as far as its form tells. */
const VERB =
  /\b(?:is|are|was|were|has|have|had|can|could|will|would|may|must|should|does|did|do|becomes?|makes?|made|gives?|gave|takes?|took|keeps?|kept)\b|\b[a-z]{3,}ed\b/u
const CAPITAL = /^["'“‘(]?\p{Lu}/u
/** Words, or Han characters, from which on what has no end mark is no short phrase any more. */
const LONG = { words: 12, sentence: 6, han: 24, clause: 6 }

/** Units at the end that are searched for what was opened and not closed. */
const TAIL = 4_000

/** What stands between the items of a row or a way: A → B, 甲、乙. */
const STEPS = /\s*(?:→|➔|⇒|->|、)\s*/u
const LONGEST_ITEM = 24

const isOpening = unitSet('([{（［【《〈「『“')
const isClosing = unitSet(')]}）］】》〉」』”')
const STRAIGHT_QUOTE = 0x22

/**
 * Whether a response stops before its end (rules CHECK4, CHECK5): a joint, an opened bracket or an unfinished sentence at
 * the end. A list, a number, a short phrase and a line of the passage need no end mark.
 *
 * @param isLine whether the text stands in the passage as a line of its own
 */
export function breaksOff(response: string, isLine: (text: string) => boolean): boolean {
  const end = response.trimEnd()
  const last = end.slice(-200)
  if (OPEN_END.test(last) || TRAILS_OFF.test(last) || leavesOpen(end)) return true
  if (WHOLE_END.test(last)) return false
  if (OPEN_WORD.test(last) || (OPEN_CHARACTER.test(last) && !isLine(end.trim()))) return true
  const line = end.slice(end.lastIndexOf('\n') + 1).trim()
  if (line.length < end.trim().length && !WHOLE_END.test(end.slice(0, end.lastIndexOf('\n')).trimEnd().slice(-200))) {
    // Lines without end marks are a list.
    return false
  }
  if (HOLDS_SENTENCE.test(end)) return !isListed(line)
  return isUnfinished(line) && !isLine(line)
}

const isListed = (line: string): boolean =>
  /^(?:[-*•·]|\(?\d{1,3}[.)、）]|[（(][一二三四五六七八九十]+[）)])\s?\S/u.test(line)

/** Whether a line without an end mark is the start of a sentence, by its length and its words. */
function isUnfinished(line: string): boolean {
  const start = line.slice(0, 600)
  const items = start.split(STEPS)
  if (items.length > 2 && items.every(item => item.trim() !== '' && item.length <= LONGEST_ITEM)) return false
  const han = start.match(/\p{sc=Han}/gu)?.length ?? 0
  if (han > start.length / 4) return han >= LONG.han || (han >= LONG.clause && /[，,；;]/u.test(start))
  const parts = start.split(/[,;]\s/u)
  // Items of a few words each, three or more of them.
  if (parts.length > 2 && parts.every(part => wordsIn(part) <= 5)) return false
  const words = wordsIn(start)
  return words >= LONG.words ? VERB.test(start) : words >= LONG.sentence && CAPITAL.test(start) && VERB.test(start)
}

function wordsIn(text: string): number {
  return text.match(/\S+/gu)?.length ?? 0
}

/** Whether brackets, quotation marks or a fence at the end were opened and not closed. */
function leavesOpen(text: string): boolean {
  if ((text.match(/^[^\S\n]*```/gmu)?.length ?? 0) % 2 === 1) return true
  const from = Math.max(0, text.length - TAIL)
  let open = 0
  let quotes = 0
  let lastQuote = -1
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (isOpening(code)) open += 1
    else if (isClosing(code)) open = Math.max(0, open - 1)
    else if (code === STRAIGHT_QUOTE && !isDigit(text.charCodeAt(i - 1))) {
      quotes += 1
      lastQuote = i
    }
  }
  if (open > 0) return true
  // A quotation mark that opens has white space before it and none after it.
  const opens = lastQuote === 0 || isWhite(text.charCodeAt(lastQuote - 1))
  return from === 0 && quotes % 2 === 1 && opens && !isWhite(text.charCodeAt(lastQuote + 1))
}

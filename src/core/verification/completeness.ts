import { folded } from '#core/text/fold'
import type { PairCheck } from '#core/verification/check-pair'
import { asksBack } from '#core/verification/completeness/asks-back'
import { breaksOff } from '#core/verification/completeness/breaks-off'
import { hasDebris } from '#core/verification/completeness/debris'
import { goesOn } from '#core/verification/completeness/goes-on'
import { goesRound } from '#core/verification/completeness/goes-round'
import { leaksPrompt } from '#core/verification/completeness/leaks-prompt'
import { restates } from '#core/verification/completeness/restates'

/** Units of a half that are searched: what is wrong with a longer one shows in them, or at its end. */
const LOOKED_AT = 50_000

/** What is neither white space nor punctuation. */
const SAYS = /[^\s\p{P}]/u

/** Whether two texts agree but for case, white space and punctuation. Nearly all differ in the first thing they say. */
function agree(a: string, b: string): boolean {
  return (
    SAYS.exec(a)?.[0].toLowerCase() === SAYS.exec(b)?.[0].toLowerCase() &&
    folded(a.slice(0, LOOKED_AT)) === folded(b.slice(0, LOOKED_AT))
  )
}

/** Whether a text stands in the passage as a line of its own, whatever marks a heading or an item has in front. */
function isLineOf(passageText: string, text: string): boolean {
  for (let at = passageText.indexOf(text); at >= 0; at = passageText.indexOf(text, at + text.length)) {
    const before = passageText.slice(Math.max(0, at - 12), at)
    const after = passageText.slice(at + text.length, at + text.length + 12)
    if (/(?:^|\n)[\s#*=>•-]*$/u.test(before) && /^[\s#*=]*(?:\n|$)/u.test(after)) return true
  }
  return false
}

/** Characters of a clause that say enough by themselves. */
const CLAUSE = 6

/** Behind the last character of a clause; in Chinese, which is not cut into lines by hand, a line may end there, too. */
const CLAUSE_ENDS = /^.(?:[。！？；，”」』]|[.!?;,](?!\d))|^\p{sc=Han}[^\S\n]*(?:\n|$)/u

/** Whether a text ends in the passage where a clause of it ends: it was taken over whole, and lacks only the mark. */
function isClauseOf(passageText: string, text: string): boolean {
  if (text.length < CLAUSE) return false
  for (let at = passageText.indexOf(text); at >= 0; at = passageText.indexOf(text, at + text.length))
    if (CLAUSE_ENDS.test(passageText.slice(at + text.length - 1, at + text.length + 8))) return true
  return false
}

/** With the first letter that it has where it opens no sentence. */
function inSentence(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

/**
 * Whether both halves are there, whole and clean (rules CHECK1 to CHECK5, CHECK11 to CHECK13, CHECK15, CHECK16).
 */
export const completeness: PairCheck = {
  name: 'completeness',
  settled: true,
  judge(draft, { passageText }) {
    const { instruction, response, options } = draft
    if (!SAYS.test(instruction)) return { result: 'fail', reason: 'empty-instruction' }
    if (!SAYS.test(response)) return { result: 'fail', reason: 'empty-response' }
    if (agree(instruction, response)) return { result: 'fail', reason: 'echo' }
    const halves = [instruction.slice(0, LOOKED_AT), response.slice(0, LOOKED_AT)]
    if (halves.some(half => leaksPrompt(half, passageText))) return { result: 'fail', reason: 'prompt-leak' }
    if (goesRound(response)) return { result: 'fail', reason: 'goes-round' }
    if (restates(draft)) return { result: 'doubt', reason: 'restates-question' }
    if (options === null && asksBack(instruction, response, passageText))
      return { result: 'doubt', reason: 'asks-back' }
    const isOption = options?.includes(response) === true
    const isLine = (line: string): boolean =>
      isLineOf(passageText, line) || isClauseOf(passageText, line) || isClauseOf(passageText, inSentence(line))
    if (!isOption && (breaksOff(response, isLine) || (goesOn(passageText, response) && !isLine(response.trim()))))
      return { result: 'doubt', reason: 'cut-off' }
    if (halves.some(half => hasDebris(half, passageText))) return { result: 'doubt', reason: 'markup' }
    return { result: 'pass', reason: 'complete' }
  },
}

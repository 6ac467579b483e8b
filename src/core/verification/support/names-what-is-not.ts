import type { PairFacts } from '#core/verification/support/pair-facts'

/** Questions for what is not there, or not so. */
const ASKS_LACK =
  /\b(?:missing|lack(?:s|ing|ed)?|absent|without|unavailable|not|n[o']t|never|no|forbidden|prohibited|banned|excluded|exempt|except|free of)\b|n['’]t\b|[不没沒未无無缺禁免]|除了/iu
/** Words, and characters, of an answer that only names something. */
const WORDS = 6
const CHARACTERS = 12

/** Whether a short answer without a denial names what is not so, because the question asks for that: "What is missing?" */
export function namesWhatIsNot({ instruction, response, yesNo }: PairFacts): boolean {
  const { text } = response
  if (yesNo || text.length > WORDS * CHARACTERS || !ASKS_LACK.test(instruction.text)) return false
  return /\p{sc=Han}/u.test(text) ? text.length <= CHARACTERS : text.trim().split(/\s+/u).length <= WORDS
}

/** Units of a response that are looked at. */
const LOOKED_AT = 4_000
const ENDS_ASKING = /[?？]["'”’」』)）\s]*$/u
/** The end of a sentence that tells something. */
const TELLS = /[。！!]|\.(?=\s|["'”’)]|$)/u
/** Who asks for a question may get one. */
const WANTS_QUESTION =
  /\bquestions?\b|\bqueries\b|\bask(?:s|ed|ing)?\b|\bquiz|\bfaq|\btitles?\b|\bheadings?\b|问|疑|标题|题目|设问/iu

/** Whether a response tells nothing and only asks (rule CHECK16), where neither passage nor instruction accounts for it. */
export function asksBack(instruction: string, response: string, passageText: string): boolean {
  const said = response.slice(-LOOKED_AT)
  if (!ENDS_ASKING.test(said) || TELLS.test(said)) return false
  return !WANTS_QUESTION.test(instruction.slice(0, LOOKED_AT)) && !passageText.includes(response.trim())
}

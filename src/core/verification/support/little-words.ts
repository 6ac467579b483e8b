/** Words that stand in every sentence. */
const LITTLE: ReadonlySet<string> = new Set(
  'the a an of in on at to for from by with and or but is are was were be been has have had that which who it its this these those as than then so not no do does did what when where why how he she they his her their there'.split(
    ' ',
  ),
)

/** Whether a folded word says nothing by itself. */
export function isLittle(word: string): boolean {
  return LITTLE.has(word)
}

const FUNCTION: ReadonlySet<string> = new Set(
  'of in on at to for from by with and or but the a an is are was were be been has have had that which who when where while as than then so because if it its this these those there their his her they he she we you i them him me us our your my not no do does did can could will would may might must shall should into out up down over under about after before per each every more less only nearly almost roughly approximately most some many few several none nothing nobody everyone because although however therefore thus here now today yes later earlier once twice together instead also until since during between through both all any what why how within without among against across along unless except such plus either neither though whether whenever wherever whoever whichever whatever unlike despite besides beyond behind above below toward towards whereas another perhaps maybe'.split(
    ' ',
  ),
)

/** Whether a folded word joins others and names nothing: a noun phrase ends before it. */
export function isFunctionWord(word: string): boolean {
  return FUNCTION.has(word)
}

/** Words that count, for numbers to judge, and words that point back. */
const NO_THING =
  /^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundreds?|thousands?|millions?|billions?|dozens?|half|twice|first|second|third|last|next|(?:it|him|her|my|your|one)self|(?:them|our|your)selves)$/u

/** Whether a folded word says something by itself. */
export function saysSomething(word: string): boolean {
  return !isLittle(word) && !isFunctionWord(word) && !NO_THING.test(word)
}

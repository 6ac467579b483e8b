import { isCommonWord, NAMES } from '#core/mining/english/common-words'
import { isFunctionWord, isLittle } from '#core/verification/support/little-words'
import type { Name } from '#core/verification/support/names'
import { holdsWord, type PassageFacts } from '#core/verification/support/passage-facts'
import { foldWord } from '#core/verification/support/tokens'

const CAPITAL = /^\p{Lu}/u

/** The words of a name that neither passage nor headings have, also not as an abbreviation or in another form. */
export function unknownWords(facts: PassageFacts, name: Name): readonly string[] {
  return name.words.filter(word => !holdsWord(facts, word) && !isForm(facts, word) && !isInitials(facts, word))
}

/** Peoples and their lands differ in their ends, Danish and Denmark in more; the first four letters tell nearly all. */
function isForm(facts: PassageFacts, word: string): boolean {
  const land = ROOTS.get(word)
  if (word.length < 4 && land === undefined) return false
  const root = word.slice(0, 4)
  for (const known of facts.capitals) {
    if (land !== undefined && ROOTS.get(known) === land) return true
    if (known.length > 3 && known.startsWith(root) && (PEOPLE.test(word) || PEOPLE.test(known))) return true
  }
  return false
}

const PEOPLE = /(?:an|ish|ese|ic|i|ite|ard|er)$/u

/** Peoples whose name begins otherwise than that of their land, as one root. */
const ROOTS: ReadonlyMap<string, string> = new Map(
  'french france|dutch netherlands holland|greek greece|danish denmark dane|spanish spain spaniard|welsh wales|turkish turkey turk|polish poland pole|swiss switzerland|british britain uk|american usa us america states|chinese china|irish ireland|scottish scotland scots|finnish finland finn|swedish sweden swede|norwegian norway|german germany|english england|peruvian peru|thai thailand|iraqi iraq|cypriot cyprus|european europe eu|martian mars|venusian venus|burmese burma myanmar|flemish flanders|breton brittany|trojan troy|venetian venice|neapolitan naples|muscovite moscow|mancunian manchester|frisian friesland|cornish cornwall|catalan catalonia|icelander iceland'
    .split('|')
    .flatMap(row => row.split(' ').map((word, _, all): [string, string] => [word, all[1] ?? word])),
)

/** UN for "United Nations", the words of "World Health Organization" for WHO, and three or more small ones: CRP for "C-reactive protein". */
function isInitials(facts: PassageFacts, word: string): boolean {
  if (word.length < 2 || word.length > 6) return false
  let reached = 0
  for (const token of facts.tokens) {
    if (token.text === '-') continue
    if (token.kind !== 'word' || (word.length < SPELLED && !CAPITAL.test(token.text))) {
      if (token.kind !== 'word' || !isLittle(token.word)) reached = 0
      continue
    }
    reached = token.word[0] === word[reached] ? reached + 1 : token.word[0] === word[0] ? 1 : 0
    if (reached === word.length) return true
  }
  return false
}

/** Letters of an abbreviation whose words may be small ones. */
const SPELLED = 3

/** Whether the name's first letters are an abbreviation of the passage. */
export function isSpelledOut(facts: PassageFacts, name: Name): boolean {
  const initials = name.text
    .split(/[\s-]+/u)
    .map(part => part[0] ?? '')
    .filter(letter => CAPITAL.test(letter))
    .join('')
    .toLowerCase()
  return initials.length >= 2 && facts.words.has(initials)
}

/** Whether a folded word is a name wherever it stands. */
export function isKnownName(word: string): boolean {
  return NAMES.has(word)
}

/** Whether a word that opens a sentence can only be a name: the language has no such word. */
export function isSurelyName(word: string): boolean {
  const folded = foldWord(word)
  if (NAMES.has(folded)) return true
  return folded.length > 2 && !isCommonWord(folded) && !isFunctionWord(folded) && !ORDINARY_ENDINGS.test(folded)
}

/** Endings of words that may open a sentence and stand in no list: verbs, adverbs, abstract nouns, plurals. */
const ORDINARY_ENDINGS =
  /(?:ing|ed|ly|tion|sion|ment|ness|ity|ers|ors|ies|ful|less|ous|ive|able|ible|al|ic|ance|ence|ship|ism|ists?|ts|ds|ns|ks|es|ls|ps|ms|gs)$/u

import type { Rejection, Salvage } from '#core/synthesis/wire/parsed'
import { wireWords } from '#core/synthesis/wire/words'

interface Choice {
  readonly question: string
  readonly answer: string
  readonly options: readonly string[] | null
  /** What followed the chosen option. */
  readonly explanation: string | null
  readonly salvaged: readonly Salvage[]
}

type ReadChoice = Choice | { readonly rejected: Rejection }

/** More than the alphabet has letters for cannot be shown as a choice. */
const MOST = 26
const NONE = new Set(['none of the above', 'none of these', '以上都不是', '以上皆非'])
const HEAD = /(?:^|\n)[ \t]{0,8}\*{0,2}(?:options|choices|选项)\*{0,2}[:：]\*{0,2}[ \t]{0,8}\n/giu
/** "- a", "- A. a", "A. a", "(A) a", "1) a", "A、a" */
const BULLET = /^[ \t]{0,8}[-*•]\s{1,4}/u
const MARK = /^[ \t]{0,8}[(（]?([A-Za-z]|\d{1,2})[.)、．:：）]\s{0,4}/u
const LETTER =
  /^(?:(?:option|answer|choice|选项|答案)\s{0,4}[:：是]?\s{0,4})?[(（]?([A-Za-z\d])[)）]?(?:[.)、．:：]|$)\s{0,4}/iu

/**
 * Takes the options out of a question and finds the answer among them (rules PARSE13, PARSE14). A question without a
 * block of options is an open one.
 */
export function readChoice(question: string, answer: string, strict: boolean): ReadChoice {
  return strict ? strictChoice(question, answer) : tolerantChoice(question, answer)
}

function strictChoice(question: string, answer: string): ReadChoice {
  for (const words of (['en', 'zh'] as const).map(wireWords)) {
    const parts = question.split(`\n${words.options}\n- `)
    const [asked = '', list = ''] = parts
    if (parts.length === 1) continue
    const options = list.split('\n- ').map(option => option.trim())
    if (parts.length > 2 || !areOptions(options)) return { rejected: 'options-broken' }
    if (!options.includes(answer) && !NONE.has(answer.toLowerCase())) return { rejected: 'answer-not-an-option' }
    return { question: asked.trim(), answer, options, explanation: null, salvaged: [] }
  }
  return { question, answer, options: null, explanation: null, salvaged: [] }
}

function areOptions(options: readonly string[]): boolean {
  return (
    options.length >= 2 &&
    options.length <= MOST &&
    options.every(option => option !== '') &&
    new Set(options.map(folded)).size === options.length
  )
}

function tolerantChoice(question: string, answer: string): ReadChoice {
  const heads = [...question.matchAll(HEAD)]
  const [head] = heads
  if (head === undefined) return { question, answer, options: null, explanation: null, salvaged: [] }
  if (heads.length > 1) return { rejected: 'options-broken' }
  const lines = question
    .slice(head.index + head[0].length)
    .split('\n')
    .filter(line => line.trim() !== '')
  const list = readList(lines)
  if (list === null || !areOptions(list.options)) return { rejected: 'options-broken' }
  const chosen = chosenOf(list, answer)
  if (chosen === null) return { rejected: 'answer-not-an-option' }
  const spelled: Salvage[] = list.marks === 'none' ? [] : ['option-spelling']
  return {
    question: question.slice(0, head.index).trim(),
    options: list.options,
    ...chosen,
    salvaged: [...new Set([...spelled, ...chosen.salvaged])],
  }
}

interface List {
  readonly options: readonly string[]
  readonly marks: 'none' | 'letters' | 'numbers'
}

/** Letters or numbers are marks only where they count through; "A. Smith" among other names is an option. */
function readList(lines: readonly string[]): List | null {
  const bare = lines.map(line => line.replace(BULLET, ''))
  const marks = bare.map(line => MARK.exec(line))
  for (const [kind, first] of [
    ['letters', 'A'],
    ['numbers', '1'],
  ] as const) {
    const countThrough = marks.every((mark, i) => mark?.[1]?.toUpperCase() === nth(first, i))
    if (countThrough) return { marks: kind, options: bare.map((line, i) => line.slice(marks[i]?.[0].length).trim()) }
  }
  if (!lines.every(line => BULLET.test(line))) return null
  return { marks: 'none', options: bare.map(line => line.trim()) }
}

function nth(first: 'A' | '1', place: number): string {
  return first === '1' ? String(place + 1) : String.fromCharCode(65 + place)
}

type Chosen = Pick<Choice, 'answer' | 'explanation' | 'salvaged'>

/** The option that an answer means, and what it adds to it. */
function chosenOf({ options, marks }: List, answer: string): Chosen | null {
  if (options.includes(answer)) return { answer, explanation: null, salvaged: [] }
  const [first = '', ...rest] = answer.split('\n')
  const explanation = rest.join('\n').trim()
  const explained: Salvage[] = explanation === '' ? [] : ['option-explained']
  const same = optionLike(options, first.replace(/^\s{0,8}[-*•]\s/u, ''))
  const kept = { explanation: explanation === '' ? null : explanation }
  if (same !== null) return { ...kept, answer: same, salvaged: ['option-spelling', ...explained] }
  const letter = LETTER.exec(first.replace(/^[\s*_`]+/u, ''))
  if (letter === null) return null
  const mark = letter[1] ?? ''
  const isNumber = /\d/u.test(mark)
  // Where options carry no numbers, a number is more likely the answer itself.
  if (isNumber && marks !== 'numbers') return null
  const place = isNumber ? Number(mark) - 1 : mark.toUpperCase().charCodeAt(0) - 65
  const named = options[place]
  if (named === undefined) return null
  // "B. text" names an option twice; both have to agree.
  const words = first.replace(/^[\s*_`]+/u, '').slice(letter[0].length)
  if (folded(words) !== '' && optionLike(options, words) !== named) return null
  return { ...kept, answer: named, salvaged: ['option-letter', ...explained] }
}

/** The option with the same words, whatever the case, white space and marks. */
function optionLike(options: readonly string[], text: string): string | null {
  const wanted = folded(text)
  return wanted === '' ? null : (options.find(option => folded(option) === wanted) ?? null)
}

/** Without the marks around it; a sign and what stands inside of a number stay. */
function folded(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase()
  let start = 0
  let end = plain.length
  while (start < end && isEdge(plain.charAt(start)) && !/^[-−][\d.]/u.test(plain.slice(start, start + 2))) start++
  while (end > start && isEdge(plain.charAt(end - 1))) end--
  return plain.slice(start, end).replace(/\s+/gu, ' ')
}

function isEdge(character: string): boolean {
  return /[\s\p{P}]/u.test(character)
}

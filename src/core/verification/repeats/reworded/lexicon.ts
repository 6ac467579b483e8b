import type { WordLists } from '#core/verification/repeats/reworded/word-lists'
import { CHINESE } from '#core/verification/repeats/reworded/words-zh'
import { ENGLISH } from '#core/verification/repeats/reworded/words-en'
import { type TextWord, wordsOf } from '#core/verification/repeats/reworded/words-of'

/** What a phrase asks for, and the word that it brings along. */
export interface Asking {
  readonly kind: string
  readonly word: string | null
  readonly atStart: boolean
}

/** What a phrase is besides: nothing (`blank`), a word that joins (`light`), or one that stands for a group. */
export interface Role {
  readonly weight: 'blank' | 'light' | 'word'
  readonly word: string
}

interface Node {
  readonly next: Map<string, Node>
  asking: Asking | null
  role: Role | null
}

/** What stands at a place: how many words it takes, and what they do. */
export interface Found {
  readonly length: number
  readonly asking: Asking | null
  readonly role: Role | null
}

const newNode = (): Node => ({ next: new Map(), asking: null, role: null })
const ROOT = newNode()
const NEGATING = new Set<string>()
const TELLING = new Set<string>()

const phrasesOf = (list: string): string[] => list.split(',').map(phrase => phrase.trim())

function nodeOf(phrase: string): Node {
  let node = ROOT
  for (const { word } of wordsOf(phrase)) {
    const next = node.next.get(word) ?? newNode()
    node.next.set(word, next)
    node = next
  }
  return node
}

function take({ blank, light, kinds, atStart, groups, negating, telling }: WordLists): void {
  for (const phrase of phrasesOf(blank)) nodeOf(phrase).role = { weight: 'blank', word: '' }
  for (const phrase of phrasesOf(light)) nodeOf(phrase).role = { weight: 'light', word: firstWord(phrase) }
  for (const line of groups.trim().split('\n')) {
    const [name = '', list = ''] = line.split(/:\s(.*)/u)
    for (const phrase of phrasesOf(list)) nodeOf(phrase).role = { weight: 'word', word: canonical(name) }
  }
  const starting = phrasesOf(atStart)
  for (const [name, list] of kinds) {
    const [kind = '', word] = name.split('+')
    for (const phrase of phrasesOf(list))
      nodeOf(phrase).asking = {
        kind,
        word: word === undefined ? null : canonical(word),
        atStart: starting.includes(kind),
      }
  }
  for (const word of phrasesOf(negating)) NEGATING.add(canonical(word))
  for (const word of phrasesOf(telling)) TELLING.add(canonical(word))
}

/** The word that stands for all of a group: distinct from every word of a text that is in none. */
function canonical(name: string): string {
  return wordsOf(name)
    .map(({ word }) => word)
    .join('-')
}

/** Words for a dimension: who asks `what` of one asks how much. */
export const DIMENSIONS: ReadonlySet<string> = new Set(
  'length, height, width, weight, depth, distance, age, size, 长, 高, 宽, 重, 深'.split(', ').map(canonical),
)

function firstWord(phrase: string): string {
  return wordsOf(phrase)[0]?.word ?? ''
}

take(ENGLISH)
take(CHINESE)

/** Where a phrase may ask: nowhere, everywhere, or at the start, where more phrases do. */
export type Asks = 'no' | 'yes' | 'start'

/** The longest phrase that starts at a place, if it does anything. */
export function lookUp(words: readonly TextWord[], at: number, asks: Asks): Found | null {
  let node: Node | undefined = ROOT
  let found: Found | null = null
  for (let i = at; i < words.length; i++) {
    node = node.next.get(words[i]?.word ?? '')
    if (node === undefined) break
    const asking: Asking | null =
      asks === 'start' || (asks === 'yes' && node.asking?.atStart === false) ? node.asking : null
    if (node.role !== null || asking !== null) found = { length: i - at + 1, asking, role: node.role }
  }
  return found
}

/** Whether a word turns what is said into its opposite. */
export function negates(word: string): boolean {
  return NEGATING.has(word)
}

/** Whether a word makes another question of one that it is added to; numbers do. */
export function tells(word: string): boolean {
  return TELLING.has(word) || NEGATING.has(word) || /\p{Nd}/u.test(word)
}

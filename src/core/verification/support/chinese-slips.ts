import { ASKS_PERSON, isPerson } from '#core/verification/support/chinese-names'
import { placesOf } from '#core/verification/support/chinese-places'
import type { Finding } from '#core/verification/support/finding'
import type { PairFacts } from '#core/verification/support/pair-facts'
import type { PassageFacts } from '#core/verification/support/passage-facts'

const HAN = /[\u4e00-\u9fff]/u
/** Characters of a response that are looked at. */
const READ = 600
/** Places of the characters that both have. */
const OFTEN = 12
/** What roads and places are called: the last character of their name. */
const KIND = /[路街巷村镇县市乡]/u
/** Characters of no given name. */
const NO_NAME = /[是的在了和与由为有会被把给等也都]/u
/** Before a name, and behind one. */
const EDGE = /[^\u4e00-\u9fff]|[是由和与與及跟同向对對给給为為被把让讓请請派到在从從于於的叫名任员員长長师師生者]/u

/**
 * A name of the passage with another character in it, one that the passage does not have: 穆小满 for 邬小满, 桃洲路 for 梨洲路 (rule
 * SUPPORT33). What both have stands in the passage with the one other character alone.
 */
export function judgeChineseSlips(
  facts: PassageFacts,
  { instruction, response, denies }: PairFacts,
): readonly Finding[] {
  const { text } = facts
  const said = response.text.slice(0, READ)
  if (denies || !HAN.test(said) || !HAN.test(text)) return []
  const isKnown = (part: string): boolean => facts.plain.includes(part) || instruction.text.includes(part)
  for (let i = 0; i < said.length; i += 1) {
    const character = said[i] ?? ''
    if (!HAN.test(character) || isKnown(character)) continue
    const other = slipAt(text, said, i, ASKS_PERSON.test(instruction.text))
    if (other === null) continue
    const { start, end, name } = other
    return [
      {
        result: 'doubt',
        reason: 'name-differs',
        values: { said: name, passage: text.slice(start, end) },
        ranges: [{ start, end }],
      },
    ]
  }
  return []
}

interface Slip {
  /** The name of the passage. */
  readonly start: number
  readonly end: number
  /** What the response has for it. */
  readonly name: string
}

/** The name of the passage that a strange character at a place makes another one of. */
function slipAt(text: string, said: string, at: number, asksPerson: boolean): Slip | null {
  for (const [before, behind] of PARTS) {
    const [left, right] = [said.slice(Math.max(0, at - before), at), said.slice(at + 1, at + 1 + behind)]
    if (left.length < before || right.length < behind || !/^[\u4e00-\u9fff]{1,3}$/u.test(left + right)) continue
    const starts = aroundOne(text, left, right)
    const [start] = starts
    if (start === undefined) continue
    const end = start + before + 1 + behind
    const known = text.slice(start, end)
    const name = left + (said[at] ?? '') + right
    if (!starts.every(one => text.slice(one, one + known.length) === known)) continue
    const isApart = [said[at - before - 1] ?? '', text[start - 1] ?? ''].every(one => one === '' || EDGE.test(one))
    const isRoad = before === 0 && KIND.test(known.at(-1) ?? '') && !EDGE.test(known[0] ?? '')
    const isOne =
      asksPerson &&
      !NO_NAME.test(name + known) &&
      isPerson(name) &&
      isPerson(known) &&
      (known.length > 2 || EDGE.test(text[end] ?? ' '))
    if (isApart && (isRoad || isOne)) return { start, end, name }
  }
  return null
}

/** Characters before and behind the strange one that a name has as well, the surest first. */
const PARTS: readonly (readonly [number, number])[] = [
  [0, 2],
  [2, 0],
  [1, 1],
  [1, 0],
]

/** Where a text has one Han character between two parts. */
function aroundOne(text: string, left: string, right: string): readonly number[] {
  const lead = left === '' ? right : left
  return placesOf(text, lead, OFTEN).flatMap(place => {
    const start = left === '' ? place - 1 : place
    const between = text[start + left.length] ?? ''
    return start >= 0 && HAN.test(between) && text.startsWith(right, start + left.length + 1) ? [start] : []
  })
}

import { negates, tells } from '#core/verification/repeats/reworded/lexicon'
import { isNearlySame } from '#core/verification/repeats/reworded/nearly-same'
import type { HalfReading, Reading } from '#core/verification/repeats/reworded/reading'

type Passage = () => string

/**
 * Whether two pairs of one passage say the same in other words (rules DUP8 to DUP12).
 *
 * @param passage gives its text in lower case: a word that it holds in the place of another one of it makes another question
 */
export function saysSame(a: Reading, b: Reading, passage: Passage): boolean {
  const agree = answersAgree(a, b, passage) || (isNearlySame(a.said, b.said, passage) && asksAlike(a, b))
  return agree && (questionsAgree(a, b, passage) || isOneWordOff(a, b, passage))
}

/** Words of an answer that is said to one question alone. */
const LONG_ANSWER = 8

/** Whether a long answer is said again, word for word, to a question that has one word for another that the passage does not know (rule DUP12). */
function isOneWordOff({ asked, said }: Reading, { asked: again, said: saidAgain }: Reading, passage: Passage): boolean {
  if (asked.kind !== again.kind || asked.bare.length !== again.bare.length) return false
  if (said.bare.length < LONG_ANSWER || !equal(said.bare, saidAgain.bare)) return false
  const [at, more] = asked.bare.flatMap((word, i) => (word === again.bare[i] ? [] : [i]))
  if (at === undefined || more !== undefined) return false
  const raw = [asked, again].map(half => half.raw[at] ?? '')
  if ([asked, again].some(({ bare }) => tells(bare[at] ?? '')) || raw.some(word => CAPITAL.test(word))) return false
  return raw.some(word => !HAN.test(word) && isOutside([word], passage))
}

/** Both questions have the same words, but for those that join, in whatever order. */
function asksAlike({ asked }: Reading, { asked: again }: Reading): boolean {
  return (
    asked.bare.length > 0 &&
    asked.bare.length === again.bare.length &&
    equal([...asked.bare].sort(), [...again.bare].sort())
  )
}

const BECAUSE = 'because'
/** What turns a sentence round: who does it is said behind. */
const BY = new Set(['by', '由', '被'])
const WHO = new Set(['who', 'by-who'])
const ALTERNATIVES = new Set(['or', '或', 'than', '比'])

/** An answer that may have a word more has so many others; and so many more it has at most. */
const FILLED = { least: 4, most: 3 } as const

/** Words within which a piece may have moved. */
const FARTHEST = 128
/** And words of a thing with what belongs to it. */
const NOUNS = 6

/** Rule DUP8. */
function answersAgree(a: Reading, b: Reading, passage: Passage): boolean {
  const [one, other] = [withoutBecause(a.said), withoutBecause(b.said)]
  if (equal(one.bare, other.bare) || turned(one.bare, other.bare)) return true
  if (one.bare.length === other.bare.length) return moved(a.said.full, b.said.full) || isGenitive(a.said, b.said)
  const [long, short] = one.bare.length > other.bare.length ? [one, other] : [other, one]
  return restates(long.bare, short.bare, a.asked, b.asked) || filled(long, short.bare, passage)
}

/** `the island's only town`, `the only town of the island`. */
function isGenitive(a: HalfReading, b: HalfReading): boolean {
  if (a.owns === b.owns) return false
  const ofs = ({ full }: HalfReading): number => full.filter(word => word === 'of').length
  const [own, other] = a.owns ? [a, b] : [b, a]
  return ofs(other) === ofs(own) + 1 && moved(a.bare, b.bare, NOUNS)
}

/** `Because it burns slowly` answers as `it burns slowly` does. */
function withoutBecause(half: HalfReading): HalfReading {
  return half.bare[0] === BECAUSE ? { ...half, bare: half.bare.slice(1), raw: half.raw.slice(1) } : half
}

/**
 * Whether the longer answer only says words of both questions besides. Questions that leave a choice between two things are
 * left alone: there the order of words tells which of them is meant.
 */
function restates(long: readonly string[], short: readonly string[], asked: HalfReading, again: HalfReading): boolean {
  if (short.length === 0) return false
  const words = intersection(asked.bare, again.bare)
  let at = 0
  for (const word of long) {
    if (word === short[at]) at += 1
    else if (
      ALTERNATIVES.has(word) ||
      !(words.has(word) || (BY.has(word) && WHO.has(asked.kind) && WHO.has(again.kind)))
    )
      return false
  }
  return at === short.length && ![asked, again].some(({ bare }) => bare.some(word => ALTERNATIVES.has(word)))
}

/** Whether the longer answer has one piece more, of words that neither the passage knows nor make a difference. */
function filled(long: HalfReading, short: readonly string[], passage: Passage): boolean {
  const more = long.bare.length - short.length
  if (short.length < FILLED.least || more > FILLED.most) return false
  let start = 0
  while (start < short.length && short[start] === long.bare[start]) start += 1
  for (let i = start; i < short.length; i++) if (short[i] !== long.bare[i + more]) return false
  const raw = long.raw.slice(start, start + more)
  if (long.bare.slice(start, start + more).some(tells) || raw.some(word => CAPITAL.test(word))) return false
  return isOutside(raw, passage)
}

/** The surviving hives, and the hives that survived. */
function movedAround(a: readonly string[], b: readonly string[]): boolean {
  const isPronoun = (word: string): boolean => word === 'that' || word === 'which' || word === 'who'
  const [one, other] = [a, b].map(words => words.filter(word => !isPronoun(word)))
  return one !== undefined && other !== undefined && moved(one, other, 2)
}

/** Rules DUP9 and DUP10. */
function questionsAgree(a: Reading, b: Reading, passage: Passage): boolean {
  const { asked } = a
  const again = b.asked
  if (asked.kind !== again.kind) {
    const kinds = [asked.kind, again.kind].sort().join(' ')
    // By whom it was made, and who made it: one order of words is the other turned round.
    if (kinds === 'by-who who') return !equal(asked.bare, again.bare) && moved(asked.bare, again.bare)
    // `Explain what …`; `What do they pay?` where the answers say a number.
    if (!(kinds === 'tell what' || (kinds === 'amount what' && a.said.bare.some(isNumber)))) return false
  }
  if (turned(asked.bare, again.bare)) return true
  if (asked.kind !== 'yes-no' && (moved(asked.full, again.full) || movedAround(asked.full, again.full))) return true
  const answered = intersection(a.said.bare, b.said.bare)
  const [first, second] = [new Set(asked.bare), new Set(again.bare)]
  const common = asked.bare.filter(word => second.has(word))
  if (common.length === 0) return asked.bare.length === 0 && again.bare.length === 0
  const allAnswered = common.every(word => answered.has(word))
  const inTurn = again.bare.filter(word => first.has(word))
  if (!allAnswered && !(equal(common, inTurn) && samePlace(asked, again, new Set(common)))) return false
  const known = { others: second, answered, allAnswered, passage }
  const extra = additions(asked, known)
  const extraAgain = additions(again, { ...known, others: first })
  if (extra === 'other' || extraAgain === 'other') return false
  // Where each has something of its own, one has a word for what the answers say, the other another word for it.
  return extra === 'none' || extraAgain === 'none' || extra !== extraAgain
}

const isNumber = (word: string): boolean => /\p{Nd}/u.test(word)

/**
 * 谁是他的老师 asks for another one than 他是谁的老师: where persons or things are asked for, that stands behind the same words.
 */
function samePlace(a: HalfReading, b: HalfReading, common: ReadonlySet<string>): boolean {
  if (!(a.kind === 'who' || a.kind === 'what')) return true
  const before = ({ bare, askedAt }: HalfReading): number =>
    bare.slice(0, Math.max(0, askedAt)).filter(word => common.has(word)).length
  return before(a) === before(b)
}

interface Known {
  readonly others: ReadonlySet<string>
  /** Words that both answers say, and whether these are all that both questions have. */
  readonly answered: ReadonlySet<string>
  readonly allAnswered: boolean
  readonly passage: Passage
}

/**
 * What the words are that only this question has: `none`, `answered` where both answers say them, `outside` where some are words
 * that the passage does not know, `other` where they make another question of it.
 */
function additions(
  { bare, raw }: HalfReading,
  { others, answered, allAnswered, passage }: Known,
): 'none' | 'answered' | 'outside' | 'other' {
  let found: 'none' | 'answered' | 'outside' = 'none'
  let run: string[] = []
  const close = (): boolean => {
    if (run.length === 0) return true
    const outside = isOutside(run, passage)
    run = []
    found = 'outside'
    return outside
  }
  for (const [at, word] of bare.entries()) {
    if (others.has(word) || answered.has(word) || (allAnswered && BY.has(word))) {
      if (!close()) return 'other'
      if (others.has(word) || BY.has(word)) continue
      if (negates(word)) return 'other'
      if (found === 'none') found = 'answered'
    } else {
      if (tells(word)) return 'other'
      run.push(raw[at] ?? '')
    }
  }
  return close() ? found : 'other'
}

const HAN = /\p{sc=Han}/u
/** Names have one. */
const CAPITAL = /^\p{Lu}/u

/** Whether the passage does not know these words: Han characters in a row are one, others are looked at one by one. */
function isOutside(raw: readonly string[], passage: Passage): boolean {
  const [characters, words] = [raw.filter(word => HAN.test(word)), raw.filter(word => !HAN.test(word))]
  return (
    (characters.length === 0 || !passage().includes(characters.join(''))) &&
    !words.some(word => passage().includes(word.toLowerCase()))
  )
}

function intersection(a: readonly string[], b: readonly string[]): ReadonlySet<string> {
  const others = new Set(b)
  return new Set(a.filter(word => others.has(word)))
}

function equal(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((word, i) => word === b[i])
}

/** Whether one says in the passive what the other says: `lamp light by keeper`, `keeper light lamp`. */
function turned(a: readonly string[], b: readonly string[]): boolean {
  return isActiveOf(a, b) || isActiveOf(b, a)
}

function isActiveOf(passive: readonly string[], words: readonly string[]): boolean {
  const by = passive.indexOf('by')
  if (by < 2 || by === passive.length - 1) return false
  return equal([...passive.slice(by + 1), ...passive.slice(by - 1, by), ...passive.slice(0, by - 1)], words)
}

/**
 * Whether one piece has moved: `In 1902 the lamp was replaced`, `The lamp was replaced in 1902`. Two things that change places
 * around a third are more than that.
 */
function moved(a: readonly string[], b: readonly string[], farthest: number = FARTHEST): boolean {
  if (a.length !== b.length) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start += 1
  let end = a.length
  while (end > start && a[end - 1] === b[end - 1]) end -= 1
  if (start === end) return true
  if (end - start > farthest) return false
  for (let by = 1; by < end - start; by++) {
    if (b[start + by] !== a[start]) continue
    let same = true
    for (let i = start; i < end && same; i++) same = a[i] === b[i + by < end ? i + by : i + by - (end - start)]
    if (same) return true
  }
  return false
}
